import { expect, test } from 'vitest'
import { bookingThings, caseThings, concernThings, engagementThings, inOrder } from './my-things.ts'

const line = {
  id: 'c',
  number: '1',
  topic: { 'zh-CN': '环境卫生' },
  channel: 'phone',
  raisedOn: '2026-11-20',
  owner: null,
  protected: false,
} as const
const clock = { waitingFor: 'answer', by: '2026-12-04', overdue: false, escalated: 'none', escalations: null } as const

test('an answered concern asks to be looked at, a late one says so, one that is settled is gone', () => {
  const things = concernThings('zh-CN', [
    { ...line, state: 'answered', clock: { ...clock, waitingFor: null, by: null } },
    { ...line, state: 'answering', clock: { ...clock, overdue: true } },
    { ...line, state: 'accepted', clock },
  ])
  expect(things.map(({ tag, tone }) => [tag, tone])).toEqual([
    ['有答复', 'attention'],
    ['超期', 'attention'],
  ])
})

test('what asks something of the person stands first', () => {
  const things = concernThings('en', [
    { ...line, id: 'a', state: 'answering', clock },
    { ...line, id: 'b', state: 'answered', clock },
  ])
  expect(inOrder(things).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('a visit is shown until its day is over', () => {
  const booking = {
    id: 'v',
    services: [],
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T01:20:00.000Z',
    speaks: null,
    state: 'booked',
    may: [],
  } as const
  const at = (now: string) => bookingThings('zh-CN', [{ ...booking, services: [], may: [] }], new Date(now)).map(({ title }) => title)
  expect(at('2026-11-23T10:00:00Z')).toEqual(['到服务站'])
  expect(at('2026-11-24T01:00:00Z')).toEqual([])
})

test('a case that was decided says what came of it and not that it is in hand, though it can still be taken up again', () => {
  const one = {
    id: 'k',
    number: 'SR-2611-00001',
    service: { 'zh-CN': '读者证' },
    serviceKey: 'libraryCard',
    filedAt: '2026-11-20T01:00:00.000Z',
    line: '办好了。',
    dueOn: null,
    yourTurn: false,
    forPerson: null,
  } as const
  const tagOf = (state: 'accepted' | 'decided', outcome: 'granted' | 'refused' | null) => {
    const [thing] = caseThings('zh-CN', [{ ...one, may: [], state, outcome }])
    return [thing!.tag, thing!.tone]
  }
  expect(tagOf('accepted', null)).toEqual(['在办', 'going'])
  expect(tagOf('decided', 'granted')).toEqual(['办成了', 'going'])
  expect(tagOf('decided', 'refused')).toEqual(['没办成', 'attention'])
})

test('where somebody is expected stands among their things, the nearest three', () => {
  const engagement = (day: number) =>
    ({
      kind: 'shift',
      thingId: `s${day}`,
      title: { 'zh-CN': '三号巷清洁' },
      place: { 'zh-CN': '三号巷口' },
      startsAt: `2026-11-${day}T01:00:00.000Z`,
      endsAt: `2026-11-${day}T03:00:00.000Z`,
      link: '/volunteers/shifts/s',
    }) as const
  const things = engagementThings('zh-CN', [24, 25, 26, 27].map(engagement), new Date('2026-11-23T01:00:00Z'))
  expect(things).toHaveLength(3)
  expect(things[0]).toMatchObject({
    title: '三号巷清洁',
    second: expect.stringContaining('三号巷口'),
    tag: '当班',
    to: '/volunteers/shifts/s',
  })
})
