import { ordinaryRules, qualifiedRules } from '@ronghe/tally'
import { decide } from './decide.ts'
import type { Actor, FloorCommand } from './commands.ts'
import type { FloorEvent } from './events.ts'
import { replay } from './evolve.ts'
import type { FloorRules } from './rules.ts'
import type { AgendaItem, Delegate, FloorState, Interest } from './state.ts'

/** The default charter: 6 + 6 + 1, two turns of three minutes. */
export const standard: FloorRules = {
  benches: ['newcomers', 'locals'],
  quorum: { total: [2, 3], bench: [1, 2] },
  floor: {
    secondsPerTurn: 180,
    turns: 2,
    secondRequired: true,
    unspokenFirst: true,
    alternateSides: true,
    alternateBenches: true,
    interpreterFree: true,
  },
  chair: { neutral: true, tieVote: true },
  kinds: {
    ordinary: { voting: ordinaryRules, secret: false },
    money: { voting: qualifiedRules, secret: false },
    person: { voting: { ...qualifiedRules, benchMajority: null }, secret: true },
    exclusion: { voting: qualifiedRules, secret: true },
  },
  ballot: { open: 'rollCall', fewest: 5 },
  interestRaisedByAnyDelegate: true,
}

const six = [1, 2, 3, 4, 5, 6]
export const delegates: readonly Delegate[] = [
  { id: 'chair', name: 'Liang', bench: null },
  ...six.map((seat) => ({ id: `n${seat}`, name: `Newcomer ${seat}`, bench: 'newcomers' })),
  ...six.map((seat) => ({ id: `l${seat}`, name: `Local ${seat}`, bench: 'locals' })),
]
export const everybody = delegates.map(({ id }) => id)

export const motionItem = (id: string, position = 1, kind = 'ordinary', signedBy: readonly string[] = []): AgendaItem => ({
  id,
  position,
  kind: 'motion',
  title: { en: `Motion ${id}` },
  bench: null,
  motion: { id: `motion ${id}`, title: { en: `Motion ${id}` }, number: null, kind, lines: ['A line.'], version: 1, signedBy },
})
export const report = (id: string, position: number): AgendaItem => ({ ...motionItem(id, position), kind: 'report', motion: null })

type Said = FloorCommand extends infer Command ? (Command extends FloorCommand ? Omit<Command, 'id'> : never) : never

/** A meeting that a test leads: seconds pass when the test says so. */
export function meeting(rules: FloorRules = standard, agenda: readonly AgendaItem[] = [motionItem('a')]) {
  let state: FloorState = replay([])
  const events: FloorEvent[] = []
  let now = Date.parse('2026-11-23T11:00:00.000Z')
  let commands = 0
  const give = (actor: string, said: Said, id = `c${++commands}`) => {
    const who: Actor = { id: actor, clerk: actor.startsWith('clerk') }
    const decided = decide(state, { ...said, id } as FloorCommand, { now: new Date(now), actor: who })
    if (decided.kind === 'accepted') {
      state = decided.state
      events.push(...decided.events)
    }
    return decided
  }
  const hall = {
    rules,
    agenda,
    get state() {
      return state
    },
    get events() {
      return events
    },
    get now() {
      return new Date(now).toISOString()
    },
    wait: (seconds: number) => void (now += seconds * 1000),
    give,
    /** A command that has to be carried out. */
    does(actor: string, said: Said): readonly FloorEvent[] {
      const decided = give(actor, said)
      if (decided.kind !== 'accepted') throw new Error(`${said.kind} by ${actor}: ${JSON.stringify(decided)}`)
      return decided.events
    },
    /** A command that has to be refused: by which rule of which article. */
    refused(actor: string, said: Said): string {
      const before = state
      const decided = give(actor, said)
      if (decided.kind !== 'refused' || state !== before) throw new Error(`${said.kind} by ${actor} was not refused`)
      return `${decided.code} ${decided.article}`
    },
    open: (present: readonly string[] = everybody, deputies: Readonly<Record<string, string>> = { newcomers: 'n6', locals: 'l6' }) =>
      hall.does('clerk', { kind: 'open', practice: false, rules, delegates, present, deputies, agenda }),
    openItem: (item: AgendaItem = agenda[0]!, interests: readonly Interest[] = [], by = 'chair') =>
      hall.does(by, { kind: 'openItem', item, earlier: [], interests, because: null }),
    /** Open, moved and seconded. */
    debate(item: AgendaItem = agenda[0]!, interests: readonly Interest[] = []) {
      if (state.phase === 'before') hall.open()
      hall.openItem(item, interests)
      hall.does('n1', { kind: 'move', delegateId: 'n1' })
      hall.does('l1', { kind: 'second', delegateId: 'l1', amendmentId: null })
      return hall
    },
    ask: (who: string, stance: 'for' | 'against' | 'question' | 'answer' = 'for') =>
      hall.does(who, { kind: 'ask', delegateId: who, stance }),
    floorTo: (who: string, by = state.presidingId!) => hall.does(by, { kind: 'giveFloor', toId: who }),
    /** Asks, is given the floor, speaks and sits down. */
    speaks(who: string, seconds: number, stance: 'for' | 'against' | 'question' | 'answer' = 'for') {
      hall.ask(who, stance)
      hall.floorTo(who)
      hall.wait(seconds)
      return hall.does(who, { kind: 'endSpeech' })
    },
    votes(marks: Readonly<Record<string, 'for' | 'against' | 'abstain'>>) {
      for (const [who, mark] of Object.entries(marks)) hall.does(who, { kind: 'castVote', delegateId: who, mark })
    },
  }
  return hall
}
