import { expect, test } from 'vitest'
import { leftMs, usedMs } from './clock.ts'
import { meeting, standard } from './council.testing.ts'
import { timeByBench, timeByPerson } from './times.ts'
import { whoIsNext } from './who-is-next.ts'

const order = (hall: ReturnType<typeof meeting>) =>
  whoIsNext(hall.state).map(({ delegateId, because }) => [delegateId, ...because].join(' '))

test('who has not spoken goes first, then sides take turns, then benches, then the order of asking; and it says why', () => {
  const hall = meeting().debate()
  hall.speaks('n2', 100, 'for')
  hall.ask('n2', 'for')
  hall.ask('n3', 'for')
  hall.ask('l2', 'for')
  hall.ask('l3', 'against')
  hall.ask('n4', 'against')
  expect(order(hall)).toEqual([
    'l3 unspoken otherSide otherBench',
    'n3 unspoken otherSide otherBench',
    'n4 unspoken otherSide',
    'l2 unspoken',
    'n2 onlyOne',
  ])
  expect(hall.refused('chair', { kind: 'giveFloor', toId: 'n2' })).toBe('floor-not-next floor')
  hall.floorTo('l3')
})

test('of those who have spoken, who spoke least goes first', () => {
  const hall = meeting().debate()
  hall.speaks('n2', 100, 'for')
  hall.speaks('l2', 30, 'against')
  hall.ask('n2', 'for')
  hall.ask('l2', 'against')
  expect(order(hall)).toEqual(['l2 fewestSeconds', 'n2 onlyOne'])
})

test('two turns of three minutes on each motion, and the clock ends a turn at its second', () => {
  const hall = meeting().debate()
  hall.ask('n2')
  hall.floorTo('n2')
  hall.wait(100)
  const turn = hall.state.item!.motion!.speaking!
  expect([usedMs(turn, hall.now), leftMs(turn, hall.now)]).toEqual([100_000, 80_000])
  hall.wait(100)
  hall.ask('l2', 'against')
  expect(hall.events.slice(-2)).toMatchObject([
    { kind: 'speechEnded', ms: 180_000, why: 'time', by: null, at: '2026-11-23T11:03:00.000Z' },
    { kind: 'floorAsked' },
  ])
  hall.floorTo('l2')
  hall.wait(20)
  expect(hall.refused('chair', { kind: 'endSpeech' })).toBe('floor-not-cut-short floor')
  hall.does('l2', { kind: 'endSpeech' })
  hall.speaks('n2', 10)
  expect(hall.refused('n2', { kind: 'ask', delegateId: 'n2', stance: 'for' })).toBe('floor-turns-used floor')
  expect(timeByPerson(hall.state).filter(({ turns }) => turns > 0)).toEqual([
    { delegateId: 'n2', bench: 'newcomers', turns: 2, ms: 190_000 },
    { delegateId: 'l2', bench: 'locals', turns: 1, ms: 20_000 },
  ])
  expect(timeByBench(hall.state)).toEqual([
    { bench: 'newcomers', ms: 190_000, share: 190 / 210, seats: 6, seatShare: 0.5, silent: 5 },
    { bench: 'locals', ms: 20_000, share: 20 / 210, seats: 6, seatShare: 0.5, silent: 5 },
  ])
})

test('an interpreter’s turn costs no time', () => {
  const hall = meeting().debate()
  hall.ask('n2')
  hall.floorTo('n2')
  hall.wait(30)
  hall.does('n2', { kind: 'interpret', on: true })
  hall.wait(60)
  hall.does('clerk', { kind: 'interpret', on: false })
  hall.wait(30)
  hall.does('n2', { kind: 'endSpeech' })
  expect(hall.state.item!.motion!.speeches).toMatchObject([{ ms: 60_000, interpretedMs: 60_000 }])
  const paid = meeting({ ...standard, floor: { ...standard.floor, interpreterFree: false } }).debate()
  paid.ask('n2')
  paid.floorTo('n2')
  paid.does('n2', { kind: 'interpret', on: true })
  paid.wait(60)
  paid.does('n2', { kind: 'interpret', on: false })
  paid.does('n2', { kind: 'endSpeech' })
  expect(paid.state.item!.motion!.speeches).toMatchObject([{ ms: 60_000, interpretedMs: 60_000 }])
})

test('the chair is neutral: to speak, the chair hands over, and chairs again when the motion is decided', () => {
  const hall = meeting().debate()
  expect(hall.refused('chair', { kind: 'ask', delegateId: 'chair', stance: 'for' })).toBe('floor-neutral chair')
  hall.does('chair', { kind: 'handOver' })
  expect(hall.state.presidingId).toBe('n6')
  expect(hall.refused('n6', { kind: 'ask', delegateId: 'n6', stance: 'for' })).toBe('floor-neutral chair')
  hall.speaks('chair', 30, 'against')
  expect(hall.refused('chair', { kind: 'takeBack' })).toBe('floor-chair-until-decided chair')
  hall.does('n6', { kind: 'putToVote', way: 'rollCall' })
  // The deputy keeps the vote of the bench; the chair has none.
  hall.does('n6', { kind: 'castVote', delegateId: 'n6', mark: 'for' })
  expect(hall.refused('chair', { kind: 'castVote', delegateId: 'chair', mark: 'against' })).toBe('floor-no-vote-of-yours chair')
  hall.does('n6', { kind: 'closeVote' })
  expect(hall.state.presidingId).toBe('chair')
})

test('deputies take turns by item', () => {
  const hall = meeting()
  hall.debate()
  hall.does('chair', { kind: 'handOver' })
  hall.does('n6', { kind: 'putToVote', way: 'rollCall' })
  hall.does('n6', { kind: 'closeVote' })
  expect(hall.state.lastDeputyBench).toBe('newcomers')
  hall.does('chair', { kind: 'leave', delegateId: 'chair' })
  expect(hall.state.presidingId).toBe('l6')
})

test('a raised hand is entered by the clerk, and nobody asks for another', () => {
  const hall = meeting().debate()
  hall.does('clerk', { kind: 'ask', delegateId: 'l2', stance: 'question' })
  expect(hall.refused('n3', { kind: 'ask', delegateId: 'n2', stance: 'for' })).toBe('floor-not-yourself floor')
  expect(hall.refused('l2', { kind: 'ask', delegateId: 'l2', stance: 'for' })).toBe('floor-already-waiting floor')
  hall.does('l2', { kind: 'withdrawAsk', delegateId: 'l2' })
  expect(hall.refused('chair', { kind: 'giveFloor', toId: 'l2' })).toBe('floor-nobody-waiting floor')
})

test('points of order stop the clock and are ruled on by rank; only one that is upheld may end a speech', () => {
  const hall = meeting().debate()
  hall.ask('n2')
  hall.floorTo('n2')
  hall.wait(60)
  hall.does('l2', { kind: 'raisePoint', delegateId: 'l2', point: 'offTopic' })
  hall.wait(30)
  hall.does('l3', { kind: 'raisePoint', delegateId: 'l3', point: 'hearing' })
  const [offTopic, hearing] = hall.state.points
  const rule = (pointId: string, ruling: 'upheld' | 'dismissed', endsSpeech = false) => ({
    kind: 'rulePoint' as const,
    pointId,
    ruling,
    endsSpeech,
    words: null,
  })
  expect(hall.refused('chair', rule(offTopic!.id, 'upheld'))).toBe('floor-point-rank floor')
  expect(hall.refused('chair', rule(hearing!.id, 'upheld', true))).toBe('floor-point-ends-nothing floor')
  hall.does('chair', rule(hearing!.id, 'upheld'))
  expect(usedMs(hall.state.item!.motion!.speaking!, hall.now)).toBe(60_000)
  hall.does('chair', rule(offTopic!.id, 'upheld', true))
  expect(hall.state.item!.motion!.speeches).toMatchObject([{ ms: 60_000, why: 'ruling' }])
  // The council may overturn the ruling: the speaker has the rest of the turn.
  hall.does('n3', { kind: 'appeal', delegateId: 'n3', pointId: offTopic!.id })
  hall.does('chair', { kind: 'putToVote', way: 'hands' })
  hall.does('clerk', {
    kind: 'enterCount',
    counts: { newcomers: { for: 6, against: 0, abstain: 0 }, locals: { for: 1, against: 5, abstain: 0 } },
  })
  hall.does('clerk', {
    kind: 'enterCount',
    counts: { newcomers: { for: 6, against: 0, abstain: 0 }, locals: { for: 1, against: 5, abstain: 0 } },
  })
  hall.does('chair', { kind: 'closeVote' })
  expect(hall.state.item!.motion!.speaking).toMatchObject({ delegateId: 'n2', usedMs: 60_000 })
  hall.wait(500)
  hall.does('n2', { kind: 'tick' })
  expect(hall.state.item!.motion!.speeches).toMatchObject([{ ms: 180_000, why: 'time' }])
})

test('whether there is a quorum is counted, not judged', () => {
  const hall = meeting().debate()
  hall.does('n2', { kind: 'raisePoint', delegateId: 'n2', point: 'quorum' })
  const [point] = hall.state.points
  const rule = (ruling: 'upheld' | 'dismissed') => ({
    kind: 'rulePoint' as const,
    pointId: point!.id,
    ruling,
    endsSpeech: false,
    words: null,
  })
  expect(hall.refused('chair', rule('upheld'))).toBe('floor-point-quorum quorum')
  hall.does('chair', rule('dismissed'))
})

test('an interruption is recorded', () => {
  const hall = meeting().debate()
  expect(hall.refused('clerk', { kind: 'noteInterruption', delegateId: 'l4' })).toBe('floor-nobody-speaking floor')
  hall.ask('n2')
  hall.floorTo('n2')
  hall.does('chair', { kind: 'noteInterruption', delegateId: 'l4' })
  expect(hall.events.at(-1)).toMatchObject({ kind: 'interruptionNoted', delegateId: 'l4', speakerId: 'n2' })
})

test('who has an interest may answer what was asked, and neither chairs, seconds, debates nor votes', () => {
  const hall = meeting()
  hall.open()
  hall.openItem(undefined, [{ delegateId: 'chair', how: 'register', why: 'post' }])
  expect(hall.state.presidingId).toBe('n6')
  expect(hall.refused('chair', { kind: 'takeBack' })).toBe('floor-presiding-interest interest')
  expect(hall.refused('chair', { kind: 'closeDebate' })).toBe('floor-presiding-interest interest')
  hall.does('n1', { kind: 'move', delegateId: 'n1' })
  hall.does('l2', { kind: 'declareInterest', delegateId: 'l2' })
  expect(hall.refused('l2', { kind: 'second', delegateId: 'l2', amendmentId: null })).toBe('floor-interest interest')
  hall.does('l1', { kind: 'second', delegateId: 'l1', amendmentId: null })
  expect(hall.refused('l2', { kind: 'ask', delegateId: 'l2', stance: 'for' })).toBe('floor-interest interest')
  expect(hall.refused('l2', { kind: 'ask', delegateId: 'l2', stance: 'answer' })).toBe('floor-no-question floor')
  hall.speaks('n2', 20, 'question')
  hall.speaks('l2', 20, 'answer')
  // Raised by another delegate, decided by the council.
  hall.does('n3', { kind: 'raiseInterest', delegateId: 'n3', about: 'l3' })
  hall.does('n6', { kind: 'putToVote', way: 'rollCall' })
  expect(hall.refused('l3', { kind: 'castVote', delegateId: 'l3', mark: 'against' })).toBe('floor-no-vote-of-yours chair')
  hall.votes({ n1: 'for', n2: 'for', l1: 'against' })
  hall.does('n6', { kind: 'closeVote' })
  expect(hall.events.at(-1)).toMatchObject({ kind: 'interestNoted', delegateId: 'l3', how: 'decided' })
  hall.does('n6', { kind: 'putToVote', way: 'rollCall' })
  expect(hall.refused('l3', { kind: 'castVote', delegateId: 'l3', mark: 'against' })).toBe('floor-interest interest')
  hall.votes({ n1: 'for', l1: 'for' })
  hall.does('n6', { kind: 'closeVote' })
  expect(hall.state.lastResult!.count.total).toMatchObject({ inOffice: 10, interest: 3, for: 2 })
  expect(hall.state.presidingId).toBe('chair')
})
