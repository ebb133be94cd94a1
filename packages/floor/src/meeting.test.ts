import { expect, test } from 'vitest'
import { delegates, everybody, meeting, motionItem, report, standard } from './council.testing.ts'
import { quorumOf } from './count.ts'
import { replay } from './evolve.ts'

const kinds = (events: readonly { readonly kind: string }[]): string[] => events.map(({ kind }) => kind)

test('a meeting opens with two-thirds of thirteen and half of each bench: nine, and three of six', () => {
  const hall = meeting()
  const open = (present: readonly string[]) => ({
    kind: 'open' as const,
    practice: false,
    rules: standard,
    delegates,
    present,
    deputies: {},
    agenda: [motionItem('a')],
  })
  expect(hall.give('clerk', open(everybody.slice(0, 8)))).toEqual({
    kind: 'refused',
    code: 'floor-no-quorum',
    article: 'quorum',
    params: { has: 8, needs: 9, bench: 'total' },
  })
  expect(hall.give('clerk', open(['chair', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'l1', 'l2']))).toMatchObject({
    params: { has: 2, needs: 3, bench: 'locals' },
  })
  expect(hall.refused('n1', open(everybody))).toBe('floor-not-presiding chair')
  hall.does('chair', open(everybody.slice(0, 10)))
  expect(hall.state.presidingId).toBe('chair')
  expect(quorumOf(hall.state).map(({ bench, has, needs }) => [bench, has, needs])).toEqual([
    [null, 10, 9],
    ['newcomers', 6, 3],
    ['locals', 3, 3],
  ])
  expect(hall.refused('clerk', open(everybody))).toBe('floor-already-open meetings')
})

test('delegates come and leave by their own device, the list or the chair, and nobody for another', () => {
  const hall = meeting()
  hall.open(everybody.slice(0, 11))
  expect(hall.refused('n1', { kind: 'come', delegateId: 'l5', how: 'code' })).toBe('floor-not-yourself floor')
  hall.does('l5', { kind: 'come', delegateId: 'l5', how: 'code' })
  hall.does('clerk', { kind: 'come', delegateId: 'l6', how: 'list' })
  expect(hall.refused('clerk', { kind: 'come', delegateId: 'l6', how: 'list' })).toBe('floor-already-present quorum')
  expect(hall.refused('clerk', { kind: 'come', delegateId: 'stranger', how: 'list' })).toBe('floor-not-delegate benches')
  hall.does('chair', { kind: 'leave', delegateId: 'l6' })
  expect(hall.state.present).toHaveLength(12)
})

test('without an open motion nobody speaks; a point of order is raised all the same', () => {
  const hall = meeting()
  hall.open()
  expect(hall.refused('n1', { kind: 'ask', delegateId: 'n1', stance: 'for' })).toBe('floor-no-motion floor')
  hall.does('n1', { kind: 'raisePoint', delegateId: 'n1', point: 'hearing' })
  expect(hall.refused('chair', { kind: 'openItem', item: motionItem('a'), earlier: [], interests: [], because: null })).toBe(
    'floor-point-first floor',
  )
  hall.does('chair', { kind: 'rulePoint', pointId: hall.state.points[0]!.id, ruling: 'upheld', endsSpeech: false, words: null })
  hall.openItem()
  expect(hall.refused('n1', { kind: 'ask', delegateId: 'n1', stance: 'for' })).toBe('floor-not-moved floor')
  hall.does('n1', { kind: 'move', delegateId: 'n1' })
  expect(hall.refused('n2', { kind: 'ask', delegateId: 'n2', stance: 'for' })).toBe('floor-not-seconded floor')
  expect(hall.refused('n1', { kind: 'second', delegateId: 'n1', amendmentId: null })).toBe('floor-own-second floor')
  hall.does('clerk', { kind: 'second', delegateId: 'l2', amendmentId: null })
  expect(hall.events.at(-1)).toMatchObject({ kind: 'motionSeconded', byId: 'l2', how: 'hand' })
  hall.ask('n2')
})

test('a co-signer is the second; nobody who seconds lets it fall', () => {
  const signed = meeting(standard, [motionItem('a', 1, 'ordinary', ['n1', 'l3'])])
  signed.open()
  signed.openItem()
  signed.does('n1', { kind: 'move', delegateId: 'n1' })
  expect(signed.events.at(-1)).toMatchObject({ kind: 'motionSeconded', byId: 'l3', how: 'signed' })
  const hall = meeting()
  hall.open()
  hall.openItem()
  hall.does('n1', { kind: 'move', delegateId: 'n1' })
  hall.does('chair', { kind: 'dropUnseconded', amendmentId: null })
  expect(hall.state.closed).toMatchObject([{ id: 'a', outcome: 'dropped' }])
})

test('one item at a time, in the order of the agenda; out of order needs a reason', () => {
  const agenda = [motionItem('a', 1), report('b', 2), motionItem('c', 3)]
  const hall = meeting(standard, agenda)
  hall.open()
  const open = (index: number, because: string | null = null) => ({
    kind: 'openItem' as const,
    item: agenda[index]!,
    earlier: [],
    interests: [],
    because,
  })
  expect(hall.refused('chair', open(2))).toBe('floor-agenda-order meetings')
  hall.does('chair', open(1, 'The guest has to leave'))
  expect(hall.refused('chair', open(0))).toBe('floor-item-open floor')
  expect(hall.refused('n1', { kind: 'closeItem' })).toBe('floor-not-presiding chair')
  hall.does('chair', { kind: 'closeItem' })
  hall.does('chair', open(0))
  expect(hall.refused('chair', { kind: 'closeItem' })).toBe('floor-has-motion floor')
  hall.does('n1', { kind: 'move', delegateId: 'n1' })
  hall.does('n1', { kind: 'withdrawMotion', delegateId: 'n1' })
  expect(hall.refused('chair', open(0))).toBe('floor-item-done meetings')
  hall.does('chair', { kind: 'close' })
  expect(hall.events.at(-1)).toMatchObject({ kind: 'meetingClosed', carriedOver: ['c'] })
  expect(hall.refused('chair', open(2))).toBe('floor-closed meetings')
})

test('adjourned, the meeting waits with the speaker’s clock, and goes on where it was', () => {
  const hall = meeting().debate()
  hall.ask('n2')
  hall.floorTo('n2')
  hall.wait(60)
  hall.does('clerk', { kind: 'adjourn', because: 'power cut' })
  hall.wait(3600)
  expect(hall.refused('chair', { kind: 'giveFloor', toId: 'n2' })).toBe('floor-adjourned meetings')
  hall.does('chair', { kind: 'resume' })
  hall.wait(200)
  hall.does('n3', { kind: 'tick' })
  expect(hall.state.item!.motion!.speeches).toMatchObject([{ delegateId: 'n2', ms: 180_000, why: 'time' }])
})

test('a command with the same id is answered and not repeated; a list replayed is the same meeting', () => {
  const hall = meeting().debate()
  const once = hall.give('n2', { kind: 'ask', delegateId: 'n2', stance: 'for' }, 'same')
  const again = hall.give('n2', { kind: 'ask', delegateId: 'n2', stance: 'for' }, 'same')
  expect(once).toMatchObject({ kind: 'accepted', events: [{ number: 5 }] })
  expect(again).toEqual({ kind: 'repeated', number: 5 })
  expect(hall.state.item!.motion!.waiting).toHaveLength(1)
  expect(replay(hall.events)).toEqual(hall.state)
  expect(replay(hall.events.slice(3), replay(hall.events.slice(0, 3)))).toEqual(hall.state)
  expect(kinds(hall.events)).toEqual(['meetingOpened', 'itemOpened', 'motionMoved', 'motionSeconded', 'floorAsked'])
})
