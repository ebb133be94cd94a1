import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, FloorCommand } from './commands.ts'
import { delegates, everybody, motionItem, report, standard } from './council.testing.ts'
import { decide } from './decide.ts'
import type { FloorEvent } from './events.ts'
import { evolve, replay } from './evolve.ts'
import { nextPoint } from './questions.ts'
import { pointKinds } from './rules.ts'
import { beforeMeeting, type FloorState } from './state.ts'
import { whoIsNext } from './who-is-next.ts'

/**
 * The laws of the floor (02-domain §5) over random meetings. What they are held against is told from the list of events by bookkeeping of its
 * own: it leans on nothing that `decide` and `evolve` lean on.
 */
const agenda = [motionItem('a', 1), motionItem('b', 2, 'money'), report('r', 3), motionItem('c', 4, 'person'), motionItem('d', 5)]
const benches = new Map(delegates.map(({ id, bench }) => [id, bench]))

interface Pick {
  /** Which kind of thing is tried, who tries it, about whom, and how many seconds later. */
  readonly what: number
  readonly who: number
  readonly whom: number
  readonly seconds: number
  /** Tried as it would sensibly come, or blindly. */
  readonly sensible: boolean
}
const picks = fc.array(
  fc.record({
    what: fc.nat({ max: 999 }),
    who: fc.nat({ max: 13 }),
    whom: fc.nat({ max: 12 }),
    seconds: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 70 }) }, { weight: 1, arbitrary: fc.nat({ max: 500 }) }),
    sensible: fc.boolean(),
  }),
  { minLength: 60, maxLength: 260 },
)

/** Something somebody might try at this moment. */
function attempt(state: FloorState, { what, who, whom, sensible }: Pick, id: string): { command: FloorCommand; actor: Actor } {
  const people = [...everybody, 'clerk']
  const somebody = people[who]!
  const another = everybody[whom]!
  const presiding = state.presidingId ?? 'chair'
  const counts = (many: number) => ({
    newcomers: { for: many % 7, against: (many >> 3) % 3, abstain: 0 },
    locals: { for: (many >> 1) % 4, against: 2, abstain: 1 },
  })
  const stances = ['for', 'against', 'question', 'answer'] as const
  const marks = ['for', 'against', 'abstain'] as const
  const ways = ['rollCall', 'hands', 'paper'] as const
  const self = somebody === 'clerk' ? another : somebody
  const next = state.agenda.find((item) => !state.closed.some((one) => one.id === item.id)) ?? agenda[0]!
  const as = (actor: string, command: object): { command: FloorCommand; actor: Actor } => ({
    command: { ...command, id } as FloorCommand,
    actor: { id: actor, clerk: actor === 'clerk' },
  })
  const open = {
    kind: 'open',
    practice: false,
    rules: standard,
    delegates,
    present: everybody,
    deputies: { newcomers: 'n6', locals: 'l6' },
    agenda,
  }
  if (state.phase === 'before') return as('clerk', open)
  const interests = what % 5 === 0 ? [{ delegateId: another, how: 'register', why: 'post' }] : []
  if (sensible) {
    const motion = state.item?.motion
    if (state.phase === 'adjourned') return as('clerk', { kind: 'resume' })
    const point = nextPoint(state)
    if (point)
      return as(presiding, {
        kind: 'rulePoint',
        pointId: point.id,
        ruling: what % 2 ? 'upheld' : 'dismissed',
        endsSpeech: what % 6 === 1,
        words: null,
      })
    if (state.ruling && !state.ruling.appealed && what % 4 === 2)
      return as(self, { kind: 'appeal', delegateId: self, pointId: state.ruling.id })
    if (state.ruling?.appealed && !state.vote) return as(presiding, { kind: 'putToVote', way: 'rollCall' })
    if (!state.item) return as(presiding, { kind: 'openItem', item: next, earlier: [], interests, because: null })
    if (!motion) return as(presiding, { kind: 'closeItem' })
    if (state.vote) {
      if (state.vote.tie) return as(presiding, { kind: 'breakTie', mark: (['for', 'against', 'none'] as const)[what % 3]! })
      if (state.vote.way === 'secret')
        return as('clerk', { kind: 'enterResult', ballotId: 'ballot', counts: { total: { for: what % 9, against: who % 5, abstain: 0 } } })
      if (state.vote.way !== 'rollCall' && what % 3)
        return as(what % 2 ? 'clerk' : presiding, { kind: 'enterCount', counts: counts(what >> 6) })
      return what % 8 === 0
        ? as(presiding, { kind: 'closeVote' })
        : as(self, { kind: 'castVote', delegateId: self, mark: marks[what % 3]! })
    }
    if (motion.moverId === null) return as(self, { kind: 'move', delegateId: self })
    if (motion.secondedById === null) return as(self, { kind: 'second', delegateId: self, amendmentId: null })
    if (motion.speaking && what % 10 === 0)
      return as(motion.speaking.delegateId, { kind: 'interpret', on: motion.speaking.interpretingSince === null })
    if (motion.speaking)
      return what % 3
        ? as(motion.speaking.delegateId, { kind: 'endSpeech' })
        : as(self, { kind: 'ask', delegateId: self, stance: stances[what % 4]! })
    const [waits] = whoIsNext(state)
    if (what % 3 === 0) return as(self, { kind: 'ask', delegateId: self, stance: stances[(what >> 4) % 3]! })
    if (waits) return as(presiding, { kind: 'giveFloor', toId: waits.delegateId })
    if (what % 4 === 1)
      return as(
        presiding,
        motion.kind === 'person' ? { kind: 'announceBallot', ballotId: 'ballot' } : { kind: 'putToVote', way: ways[(what >> 3) % 3] },
      )
  }
  const blind: readonly object[] = [
    { kind: 'come', delegateId: another, how: 'list' },
    { kind: 'leave', delegateId: (what >> 5) % 5 ? self : another },
    { kind: 'nameDeputy', delegateId: another },
    { kind: 'openItem', item: agenda[(what >> 5) % 5]!, earlier: [], interests, because: (what >> 5) % 2 ? 'a reason' : null },
    { kind: 'closeItem' },
    { kind: 'declareInterest', delegateId: self },
    { kind: 'raiseInterest', delegateId: self, about: another },
    { kind: 'handOver' },
    { kind: 'takeBack' },
    { kind: 'move', delegateId: self },
    { kind: 'second', delegateId: self, amendmentId: (what >> 5) % 2 ? null : 'am1' },
    { kind: 'dropUnseconded', amendmentId: (what >> 5) % 2 ? null : 'am1' },
    { kind: 'withdrawMotion', delegateId: self },
    { kind: 'ask', delegateId: (what >> 5) % 4 ? self : another, stance: stances[(what >> 5) % 4]! },
    { kind: 'withdrawAsk', delegateId: self },
    { kind: 'giveFloor', toId: another },
    { kind: 'endSpeech' },
    { kind: 'interpret', on: state.item?.motion?.speaking?.interpretingSince === null },
    { kind: 'noteInterruption', delegateId: another },
    { kind: 'raisePoint', delegateId: self, point: pointKinds[(what >> 5) % pointKinds.length]! },
    { kind: 'appeal', delegateId: self, pointId: state.ruling?.id ?? 'p0' },
    { kind: 'moveAmendment', delegateId: self, amendment: { id: `am${(what >> 5) % 3}`, number: 1, fromLine: 1, toLine: 1, lines: ['x'] } },
    { kind: 'propose', delegateId: self, step: (what >> 5) % 2 ? 'postpone' : 'refer', words: 'later' },
    { kind: 'closeDebate' },
    { kind: 'putToVote', way: ways[(what >> 5) % 3] },
    { kind: 'castVote', delegateId: another, mark: marks[(what >> 5) % 3]! },
    { kind: 'enterCount', counts: counts(what) },
    { kind: 'abandonVote', because: 'the counts differ' },
    { kind: 'closeVote' },
    { kind: 'adjourn', because: 'a pause' },
    { kind: 'tick' },
    { kind: 'close' },
  ]
  const tried = blind[what % blind.length]!
  // The end of a meeting and empty seats come seldom, or nothing else would.
  const rare = ['close', 'leave'].includes((tried as FloorCommand).kind) && whom > 1
  return as(somebody, rare ? { kind: 'tick' } : tried)
}

/** Runs a meeting; every refusal is checked on the way. */
function run(chosen: readonly Pick[]): { readonly events: readonly FloorEvent[]; readonly state: FloorState; readonly refusals: number } {
  let state = beforeMeeting
  const events: FloorEvent[] = []
  let refusals = 0
  let now = Date.parse('2026-11-23T11:00:00.000Z')
  for (const [index, pick] of chosen.entries()) {
    now += pick.seconds * 1000
    const { command, actor } = attempt(state, pick, `c${index}`)
    const before = JSON.stringify(state)
    const decided = decide(state, command, { now: new Date(now), actor })
    // Nothing is changed in place, whatever comes of it.
    if (JSON.stringify(state) !== before) throw new Error(`${command.kind} changed the state it was given`)
    if (decided.kind === 'refused') {
      refusals++
      if (!decided.article) throw new Error(`${decided.code} cites no article`)
    }
    if (decided.kind !== 'accepted') continue
    events.push(...decided.events)
    state = decided.state
    if (decided.events.length > 0) {
      const again = decide(state, command, { now: new Date(now + 999), actor })
      expect(again).toEqual({ kind: 'repeated', number: state.number })
    }
  }
  return { events, state, refusals }
}

const holds = (law: (events: readonly FloorEvent[], state: FloorState) => void, numRuns = 250): void =>
  fc.assert(
    fc.property(picks, (chosen) => {
      const { events, state } = run(chosen)
      law(events, state)
    }),
    { seed: 20261123, numRuns },
  )

/** What a secretary with pencil and paper would know before each event. */
function* kept(events: readonly FloorEvent[]) {
  const seen = {
    present: new Set<string>(),
    presiding: null as string | null,
    item: null as string | null,
    moved: false,
    seconded: false,
    speaker: null as string | null,
    points: new Set<string>(),
    waiting: new Map<string, { readonly stance: string; readonly since: number }>(),
    spoken: new Map<string, number[]>(),
    interests: new Set<string>(),
    lastSide: null as string | null,
    marks: new Map<string, string>(),
    voteOn: null as FloorEvent | null,
    counted: [] as FloorEvent[],
  }
  for (const event of events) {
    yield [event, seen] as const
    if (event.kind === 'meetingOpened') [seen.present, seen.presiding] = [new Set(event.present), event.presidingId]
    if (event.kind === 'delegateCame') seen.present.add(event.delegateId)
    if (event.kind === 'delegateLeft') for (const set of [seen.present, seen.waiting, seen.marks, seen.points]) set.delete(event.delegateId)
    if (event.kind === 'chairPassed') {
      seen.presiding = event.toId
      if (event.toId) seen.waiting.delete(event.toId)
    }
    if (event.kind === 'itemOpened') {
      seen.item = event.item.id
      seen.moved = seen.seconded = false
      seen.waiting.clear()
      seen.spoken.clear()
      seen.interests.clear()
      seen.lastSide = null
    }
    if (event.kind === 'itemClosed') seen.item = null
    if (event.kind === 'motionMoved') seen.moved = true
    if (event.kind === 'motionSeconded') seen.seconded = true
    if (event.kind === 'interestNoted') {
      seen.interests.add(event.delegateId)
      seen.waiting.delete(event.delegateId)
      seen.marks.delete(event.delegateId)
    }
    if (event.kind === 'floorAsked') seen.waiting.set(event.delegateId, { stance: event.stance, since: event.number })
    if (event.kind === 'askWithdrawn') seen.waiting.delete(event.delegateId)
    if (event.kind === 'speechBegan') {
      seen.speaker = event.delegateId
      seen.waiting.delete(event.delegateId)
      seen.spoken.set(event.delegateId, [...(seen.spoken.get(event.delegateId) ?? []), 0])
      if (event.stance === 'for' || event.stance === 'against') seen.lastSide = event.stance
    }
    if (event.kind === 'speechEnded') {
      seen.speaker = null
      const own = seen.spoken.get(event.delegateId)!
      own[own.length - 1] = event.ms
    }
    if (event.kind === 'pointRaised') seen.points.add(event.delegateId)
    if (event.kind === 'pointRuled') seen.points.delete(raiserOf(events, event.pointId))
    if (event.kind === 'voteOpened' || event.kind === 'voteAnnounced') {
      seen.voteOn = event
      seen.marks.clear()
      seen.counted = []
    }
    if (event.kind === 'voteCast') seen.marks.set(event.delegateId, event.mark!)
    if (event.kind === 'countEntered') seen.counted.push(event)
    if (event.kind === 'voteClosed' || event.kind === 'voteAbandoned') seen.voteOn = null
  }
}
const raiserOf = (events: readonly FloorEvent[], pointId: string): string => {
  const raised = events.find((one) => one.kind === 'pointRaised' && one.pointId === pointId)
  return raised?.kind === 'pointRaised' ? raised.delegateId : ''
}

test('random meetings go far enough to be worth the laws', () => {
  const seen = new Map<string, number>()
  let refusals = 0
  holds((events) => {
    for (const { kind } of events) seen.set(kind, (seen.get(kind) ?? 0) + 1)
  })
  fc.assert(
    fc.property(picks, (chosen) => void (refusals += run(chosen).refusals)),
    { seed: 20261123, numRuns: 20 },
  )
  for (const kind of [
    'speechEnded',
    'voteClosed',
    'pointRuled',
    'rulingAppealed',
    'interestNoted',
    'chairPassed',
    'itemClosed',
    'interpretingEnded',
    'voteTied',
    'amendmentSeconded',
    'stepProposed',
    'adjourned',
    'countEntered',
  ])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(10)
  expect(refusals).toBeGreaterThan(500)
})

test('replaying the list gives the state, from any place on', () =>
  holds((events, state) => {
    expect(replay(events)).toEqual(state)
    const cut = Math.floor(events.length / 2)
    expect(replay(events.slice(cut), replay(events.slice(0, cut)))).toEqual(state)
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  }))

test('events are numbered without gaps and never go back in time', () =>
  holds((events) => {
    for (const [index, event] of events.entries()) {
      expect(event.number).toBe(index + 1)
      if (index > 0) expect(event.at >= events[index - 1]!.at).toBe(true)
    }
  }))

test('nobody exceeds turns times time, and no turn is longer than the time that passed', () =>
  holds((events) => {
    const used = new Map<string, { turns: number; ms: number }>()
    let began: FloorEvent | null = null
    for (const event of events) {
      if (event.kind === 'itemOpened') used.clear()
      if (event.kind === 'speechBegan') {
        began = event
        const own = used.get(event.delegateId) ?? { turns: 0, ms: 0 }
        used.set(event.delegateId, { ...own, turns: own.turns + 1 })
      }
      if (event.kind === 'speechEnded') {
        const own = used.get(event.delegateId)!
        used.set(event.delegateId, { ...own, ms: own.ms + event.ms })
        expect(event.ms).toBeLessThanOrEqual(Date.parse(event.at) - Date.parse(began!.at))
      }
      for (const { turns, ms } of used.values()) {
        expect(turns).toBeLessThanOrEqual(standard.floor.turns)
        expect(ms).toBeLessThanOrEqual(standard.floor.turns * standard.floor.secondsPerTurn * 1000)
      }
    }
  }))

test('nobody who has spoken goes before somebody waiting who has not; of equals, who has spoken least', () =>
  holds((events) => {
    for (const [event, { waiting, spoken }] of kept(events)) {
      if (event.kind !== 'speechBegan') continue
      const ms = (id: string) => (spoken.get(id) ?? []).reduce((sum, one) => sum + one, 0)
      for (const other of waiting.keys()) {
        if (spoken.has(event.delegateId)) expect(spoken.has(other)).toBe(true)
        if (spoken.has(event.delegateId) === spoken.has(other)) expect(ms(other)).toBeGreaterThanOrEqual(ms(event.delegateId))
      }
    }
  }))

test('opposing sides alternate while both wait, as far as who has spoken less allows', () =>
  holds((events) => {
    for (const [event, { waiting, spoken, lastSide }] of kept(events)) {
      if (event.kind !== 'speechBegan' || event.stance !== lastSide) continue
      const ms = (id: string) => (spoken.get(id) ?? []).reduce((sum, one) => sum + one, 0)
      const held = [...waiting].filter(
        ([id, { stance }]) =>
          (stance === 'for' || stance === 'against') &&
          stance !== lastSide &&
          spoken.has(id) === spoken.has(event.delegateId) &&
          ms(id) === ms(event.delegateId),
      )
      expect(held).toEqual([])
    }
  }))

test('no speech without a motion that is open, moved and seconded, none into another, none while a point of order waits', () =>
  holds((events) => {
    for (const [event, { item, moved, seconded, speaker, points, voteOn }] of kept(events)) {
      if (event.kind !== 'speechBegan') continue
      expect(agenda.find(({ id }) => id === item)?.motion).toBeTruthy()
      expect([moved, seconded, speaker, points.size, voteOn]).toEqual([true, true, null, 0, null])
    }
  }))

test('exactly one item is open, and it is opened once', () =>
  holds((events) => {
    const opened = new Set<string>()
    for (const [event, { item }] of kept(events)) {
      if (event.kind === 'itemClosed') expect(event.itemId).toBe(item)
      if (event.kind !== 'itemOpened') continue
      expect(item).toBeNull()
      expect(opened.has(event.item.id)).toBe(false)
      opened.add(event.item.id)
    }
  }))

test('whoever presides neither speaks, moves nor seconds, and whoever spoke on a motion does not chair it', () =>
  holds((events) => {
    for (const [event, { presiding, spoken, item, present }] of kept(events)) {
      if (event.kind === 'speechBegan') expect(event.delegateId).not.toBe(presiding)
      if (event.kind === 'motionMoved') expect(event.byId).not.toBe(presiding)
      if (event.kind === 'motionSeconded') expect(event.byId).not.toBe(presiding)
      if (event.kind === 'chairPassed' && event.toId) {
        if (item) expect(spoken.has(event.toId)).toBe(false)
        expect(present.has(event.toId)).toBe(true)
      }
    }
  }))

test('who stands aside neither chairs, seconds, debates nor votes', () =>
  holds((events) => {
    for (const [event, { interests, item }] of kept(events)) {
      if (!item) continue
      if (event.kind === 'speechBegan' && interests.has(event.delegateId)) expect(event.stance).toBe('answer')
      if (event.kind === 'voteCast') expect(interests.has(event.delegateId)).toBe(false)
      if (event.kind === 'motionMoved' || event.kind === 'motionSeconded') expect(interests.has(event.byId)).toBe(false)
      if (event.kind === 'chairPassed' && event.toId) expect(interests.has(event.toId)).toBe(false)
      if (event.kind === 'voteClosed') expect(Object.keys(event.roll).some((id) => interests.has(id))).toBe(false)
    }
  }))

test('nothing but its speaker, the clerk, the clock, a point of order or a vote ends a speech', () =>
  holds((events) => {
    for (const event of events) {
      if (event.kind !== 'speechEnded') continue
      if (event.why === 'finished') expect([event.delegateId, 'clerk']).toContain(event.by)
      if (event.why === 'ruling')
        expect(events.some((one) => one.kind === 'pointRuled' && one.endsSpeech && one.commandId === event.commandId)).toBe(true)
    }
  }))

test('a ballot counts each delegate in office and present at most once, and the result equals a recount', () =>
  holds((events) => {
    for (const [event, { present, interests, item, marks, counted, voteOn }] of kept(events)) {
      if (event.kind !== 'voteClosed') continue
      const aside = (id: string): boolean =>
        (item !== null && interests.has(id)) || (event.question.kind === 'interest' && event.question.delegateId === id)
      const inOffice = delegates.filter(({ id }) => !aside(id))
      // A tie was counted before the chair's vote; who left since is not taken back.
      const tied =
        event.decision.chairVote !== null ||
        events.some((one) => one.kind === 'voteTied' && one.number > (voteOn?.number ?? 1e9) && one.number < event.number)
      if (!tied && event.way !== 'secret') {
        const there = inOffice.filter(({ id }) => present.has(id))
        expect(event.count.total.inOffice).toBe(inOffice.length)
        expect(event.count.total.present).toBe(there.length)
      }
      if (event.decision.kind === 'no-quorum') {
        expect(event.decision.conditions.some(({ met }) => !met)).toBe(true)
        continue
      }
      let yes = 0
      let no = 0
      const perBench: Record<string, [number, number]> = { newcomers: [0, 0], locals: [0, 0] }
      if (event.way === 'rollCall') {
        expect(event.roll).toEqual(Object.fromEntries(marks))
        for (const [id, mark] of marks) {
          expect(benches.get(id)).not.toBeNull()
          if (!tied) expect(present.has(id) && !aside(id)).toBe(true)
          if (mark === 'for') perBench[benches.get(id)!]![0]++
          if (mark === 'against') perBench[benches.get(id)!]![1]++
        }
      } else if (event.way !== 'secret') {
        const last = counted.at(-1)!
        if (last.kind === 'countEntered')
          for (const bench of ['newcomers', 'locals']) perBench[bench] = [last.counts[bench]!.for, last.counts[bench]!.against]
      }
      if (event.way === 'secret') [yes, no] = [event.count.total.for, event.count.total.against]
      else for (const [one, other] of Object.values(perBench)) [yes, no] = [yes + one, no + other]
      const kind = event.question.kind === 'motion' ? agenda.find(({ id }) => id === item)!.motion!.kind : 'ordinary'
      const chair = event.decision.chairVote
      const carried =
        kind === 'ordinary'
          ? yes + (chair === 'for' ? 1 : 0) > no + (chair === 'against' ? 1 : 0)
          : yes > 0 && 3 * yes >= 2 * (yes + no) && (kind === 'person' || Object.values(perBench).every(([one, other]) => one > other))
      expect([event.count.total.for, event.count.total.against]).toEqual([yes, no])
      expect(event.decision.kind).toBe(carried ? 'carried' : 'rejected')
      if (chair !== null) expect([yes, event.question.kind]).toEqual([no, 'motion'])
    }
  }, 400))

test('one event more is one step: evolve gives at every place what the list up to there gives', () =>
  holds((events) => {
    let state = beforeMeeting
    for (const event of events) state = evolve(state, event)
    expect(state).toEqual(replay(events))
  }, 50))
