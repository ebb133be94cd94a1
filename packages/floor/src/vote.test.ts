import { expect, test } from 'vitest'
import { everybody, meeting, motionItem, standard } from './council.testing.ts'
import type { Mark } from './state.ts'

const all = (bench: 'n' | 'l', mark: Mark, many = 6) =>
  Object.fromEntries(Array.from({ length: many }, (_, seat) => [`${bench}${seat + 1}`, mark]))

test('the vote waits until everybody who asked has spoken: nobody is silenced by closing', () => {
  const hall = meeting().debate()
  hall.ask('n2')
  expect(hall.refused('chair', { kind: 'closeDebate' })).toBe('floor-debate-wanted floor')
  expect(hall.refused('chair', { kind: 'putToVote', way: 'rollCall' })).toBe('floor-debate-wanted floor')
  hall.floorTo('n2')
  expect(hall.refused('chair', { kind: 'closeDebate' })).toBe('floor-somebody-speaking floor')
  hall.does('n2', { kind: 'endSpeech' })
  hall.does('chair', { kind: 'closeDebate' })
  expect(hall.refused('n3', { kind: 'ask', delegateId: 'n3', stance: 'for' })).toBe('floor-debate-closed floor')
  expect(hall.refused('chair', { kind: 'putToVote', way: 'hands' })).toBe('floor-other-way ballot')
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
})

test('two-thirds of those voting and a majority in each bench: nine for, three against is lost where one bench is split', () => {
  const agenda = [motionItem('a', 1, 'money')]
  const hall = meeting(standard, agenda).debate()
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
  hall.votes({ ...all('n', 'for'), ...all('l', 'for', 3), l4: 'against', l5: 'against', l6: 'against' })
  hall.does('chair', { kind: 'closeVote' })
  expect(hall.state.lastResult!.decision).toMatchObject({
    kind: 'rejected',
    conditions: [
      { bench: null, what: 'quorum', met: true },
      { bench: 'newcomers', what: 'quorum', met: true },
      { bench: 'locals', what: 'quorum', met: true },
      { bench: null, what: 'majority', has: 9, needs: 8, met: true },
      { bench: 'newcomers', what: 'majority', has: 6, needs: 4, met: true },
      { bench: 'locals', what: 'majority', has: 3, needs: 4, met: false },
    ],
  })
  expect(hall.state.closed).toMatchObject([{ outcome: 'rejected' }])
})

test('a mark can be changed on the device until the vote is closed; what is called out is entered by the clerk', () => {
  const hall = meeting().debate()
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
  hall.votes({ n1: 'for' })
  hall.votes({ n1: 'against' })
  expect(hall.refused('clerk', { kind: 'castVote', delegateId: 'n1', mark: 'for' })).toBe('floor-cast-by-device ballot')
  hall.does('clerk', { kind: 'castVote', delegateId: 'l1', mark: 'for' })
  expect(hall.refused('chair', { kind: 'castVote', delegateId: 'l2', mark: 'for' })).toBe('floor-not-yourself floor')
  hall.does('l1', { kind: 'leave', delegateId: 'l1' })
  hall.does('chair', { kind: 'closeVote' })
  expect(hall.state.lastResult).toMatchObject({ roll: { n1: 'against' }, decision: { kind: 'rejected' } })
})

test('a tie of the total waits for the chair; where a deputy presides it fails', () => {
  const hall = meeting().debate()
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
  hall.votes({ ...all('n', 'for'), ...all('l', 'against') })
  hall.does('chair', { kind: 'closeVote' })
  expect(hall.state.vote!.tie).not.toBeNull()
  expect(hall.refused('n1', { kind: 'breakTie', mark: 'for' })).toBe('floor-not-presiding chair')
  hall.does('chair', { kind: 'breakTie', mark: 'for' })
  expect(hall.state.lastResult!.decision).toMatchObject({ kind: 'carried', chairVote: 'for' })
  const other = meeting().debate()
  other.does('chair', { kind: 'handOver' })
  other.does('n6', { kind: 'putToVote', way: 'rollCall' })
  other.votes({ ...all('n', 'for'), ...all('l', 'against') })
  other.does('n6', { kind: 'closeVote' })
  expect(other.state.lastResult!.decision.kind).toBe('rejected')
})

test('a lost quorum postpones the item, and its speeches stand', () => {
  const hall = meeting().debate()
  hall.speaks('n2', 40)
  for (const id of ['l1', 'l2', 'l3', 'l4']) hall.does(id, { kind: 'leave', delegateId: id })
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
  expect(hall.state.closed).toMatchObject([{ outcome: 'postponed', speeches: [{ delegateId: 'n2', ms: 40_000 }] }])
  expect(hall.events.at(-1)).toMatchObject({ kind: 'itemClosed', why: 'quorum' })
  // Next time: two turns are two turns, over both meetings.
  const next = meeting()
  next.open()
  const { speeches } = hall.state.closed[0]!
  next.does('chair', { kind: 'openItem', item: next.agenda[0]!, earlier: speeches, interests: [], because: null })
  next.does('n1', { kind: 'move', delegateId: 'n1' })
  next.does('l1', { kind: 'second', delegateId: 'l1', amendmentId: null })
  next.speaks('n2', 40)
  expect(next.refused('n2', { kind: 'ask', delegateId: 'n2', stance: 'for' })).toBe('floor-turns-used floor')
})

test('papers are counted by two persons; counts that differ leave the result open', () => {
  const hall = meeting().debate()
  hall.does('chair', { kind: 'putToVote', way: 'paper' })
  const counts = (yes: number) => ({ newcomers: { for: yes, against: 0, abstain: 0 }, locals: { for: 2, against: 3, abstain: 1 } })
  expect(hall.refused('clerk', { kind: 'enterCount', counts: counts(7) })).toBe('floor-count-wrong ballot')
  hall.does('clerk', { kind: 'enterCount', counts: counts(6) })
  expect(hall.refused('clerk', { kind: 'enterCount', counts: counts(6) })).toBe('floor-second-person ballot')
  hall.does('n2', { kind: 'enterCount', counts: counts(5) })
  expect(hall.refused('chair', { kind: 'closeVote' })).toBe('floor-counts-needed ballot')
  hall.does('clerk', { kind: 'enterCount', counts: counts(5) })
  hall.does('chair', { kind: 'closeVote' })
  expect(hall.state.lastResult).toMatchObject({
    count: { total: { for: 7, against: 3, abstain: 1, silent: 2 } },
    decision: { kind: 'carried' },
  })
})

test('amendments change the text first; then the motion as it then stands', () => {
  const hall = meeting().debate()
  hall.does('l2', {
    kind: 'moveAmendment',
    delegateId: 'l2',
    amendment: { id: 'am', number: 1, fromLine: 1, toLine: 1, lines: ['Another line.'] },
  })
  expect(hall.refused('chair', { kind: 'putToVote', way: 'hands' })).toBe('floor-not-seconded floor')
  hall.does('n2', { kind: 'second', delegateId: 'n2', amendmentId: 'am' })
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
  expect(hall.state.vote!.question).toEqual({ kind: 'amendment', amendmentId: 'am' })
  hall.votes({ ...all('n', 'for'), l1: 'against' })
  hall.does('chair', { kind: 'closeVote' })
  expect(hall.state.item!.motion!.amendments).toMatchObject([{ state: 'carried' }])
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
  expect(hall.state.vote!.question).toEqual({ kind: 'motion' })
})

test('the council may put an item off or refer it', () => {
  const hall = meeting().debate()
  hall.does('n2', { kind: 'propose', delegateId: 'n2', step: 'refer', words: 'the street office' })
  hall.does('chair', { kind: 'putToVote', way: 'rollCall' })
  hall.votes(all('n', 'for'))
  hall.does('chair', { kind: 'closeVote' })
  expect(hall.state.closed).toMatchObject([{ outcome: 'referred' }])
  expect(hall.events.findLast(({ kind }) => kind === 'itemClosed')).toMatchObject({ why: 'the street office' })
})

test('about persons the vote is secret: announced here, held elsewhere, and its result taken', () => {
  const agenda = [motionItem('a', 1, 'person')]
  const hall = meeting(standard, agenda).debate()
  expect(hall.refused('chair', { kind: 'putToVote', way: 'rollCall' })).toBe('floor-vote-secret ballot')
  hall.does('chair', { kind: 'announceBallot', ballotId: 'b' })
  expect(hall.refused('chair', { kind: 'enterResult', ballotId: 'b', counts: { total: { for: 8, against: 4, abstain: 0 } } })).toBe(
    'floor-not-clerk ballot',
  )
  expect(hall.refused('clerk', { kind: 'enterResult', ballotId: 'other', counts: { total: { for: 8, against: 4, abstain: 0 } } })).toBe(
    'floor-other-ballot ballot',
  )
  expect(hall.refused('clerk', { kind: 'enterResult', ballotId: 'b', counts: { total: { for: 12, against: 4, abstain: 0 } } })).toBe(
    'floor-count-wrong ballot',
  )
  hall.does('chair', { kind: 'adjourn', because: 'while the papers are counted' })
  hall.does('clerk', { kind: 'enterResult', ballotId: 'b', counts: { total: { for: 8, against: 4, abstain: 0 } } })
  expect(hall.state.lastResult).toMatchObject({ ballotId: 'b', decision: { kind: 'carried' } })
  expect(hall.state.closed).toMatchObject([{ outcome: 'carried' }])
})

test('a bench of four is refused a secret vote with bench totals', () => {
  const agenda = [motionItem('a', 1, 'exclusion')]
  const hall = meeting(standard, agenda)
  hall.open(everybody.filter((id) => id !== 'l5' && id !== 'l6'))
  hall.debate()
  expect(hall.refused('chair', { kind: 'announceBallot', ballotId: 'b' })).toBe('floor-bench-too-small ballot')
})
