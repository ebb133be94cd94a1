import { callRoll, decideMotion, type Condition, type Decision, type RollCount, type RollEntry, type VotingRules } from '@ronghe/tally'
import { chairPresides, hasInterest } from './people.ts'
import type { FloorRules } from './rules.ts'
import type { BenchCount, Counts, FloorState, Mark, Question } from './state.ts'

/** Stands aside when this is decided: by an interest in the item, or because the question is about this very person. */
const standsAside = (state: FloorState, question: Question | null, id: string): boolean =>
  hasInterest(state, id) || (question?.kind === 'interest' && question.delegateId === id)

/** Who may vote on the question: delegates of a bench who are in the room and do not stand aside. */
export const votersOn = (state: FloorState, question: Question): readonly string[] =>
  state.delegates.flatMap(({ id, bench }) =>
    bench !== null && state.present.includes(id) && !standsAside(state, question, id) ? [id] : [],
  )

/** The roll of everybody in office with the marks given so far. */
export function rollOf(
  state: FloorState,
  question: Question | null,
  marks: Readonly<Record<string, Mark>> = {},
  present: readonly string[] = state.present,
): RollCount {
  return callRoll(
    state.delegates.map(({ id, bench }): RollEntry => {
      const interest = standsAside(state, question, id)
      const there = present.includes(id)
      return { name: id, bench, vote: !there ? 'absent' : (bench !== null && !interest && marks[id]) || 'present', interest }
    }),
  )
}

/** The same roll with counted hands or papers in place of names. */
export function countedRoll(roll: RollCount, counts: Counts): RollCount {
  const benches = Object.fromEntries(
    Object.entries(roll.benches).map(([bench, figures]) => {
      const counted = counts[bench] ?? nobody
      return [bench, { ...figures, ...counted, silent: figures.present - counted.for - counted.against - counted.abstain }]
    }),
  )
  return totalled(roll, summed(Object.values(benches)), benches)
}

/** The same roll with totals only, where the benches' are nobody's to know. */
export const totalRoll = (roll: RollCount, total: BenchCount): RollCount => totalled(roll, total, roll.benches)

const totalled = (roll: RollCount, counted: BenchCount, benches: RollCount['benches']): RollCount => ({
  total: { ...roll.total, ...counted, silent: roll.total.present - counted.for - counted.against - counted.abstain },
  benches,
})

const nobody: BenchCount = { for: 0, against: 0, abstain: 0 }
const summed = (counts: readonly BenchCount[]): BenchCount =>
  counts.reduce((sum, one) => ({ for: sum.for + one.for, against: sum.against + one.against, abstain: sum.abstain + one.abstain }), nobody)

/** Whether counted hands or papers can be: none more than there are delegates of that bench in the room without an interest. */
export const countFits = (roll: RollCount, counts: Counts): boolean =>
  Object.keys(counts).every((bench) => bench in roll.benches) &&
  Object.entries(counts).every(
    ([bench, one]) =>
      [one.for, one.against, one.abstain].every((many) => Number.isSafeInteger(many) && many >= 0) &&
      one.for + one.against + one.abstain <= roll.benches[bench]!.present,
  )

/** Procedure and amendments need more for than against; a tie keeps things as they are. The motion needs what its kind does. */
export function votingRulesFor(state: FloorState, question: Question): VotingRules {
  const rules = state.rules!
  const plain: VotingRules = { quorum: rules.quorum, majority: { kind: 'simple' }, benchMajority: null, tie: 'fails' }
  if (question.kind !== 'motion') return plain
  const { voting } = rules.kinds[state.item!.motion!.kind]!
  return { ...voting, tie: rules.chair.tieVote && chairPresides(state) ? voting.tie : 'fails' }
}

export const decideVote = (
  state: FloorState,
  question: Question,
  count: RollCount,
  chairVote: 'for' | 'against' | null = null,
  tie: VotingRules['tie'] = votingRulesFor(state, question).tie,
): Decision => decideMotion(count, { ...votingRulesFor(state, question), tie }, chairVote, state.rules!.benches)

/** What the charter asks to be in the room, and what is: the total first, then each bench. Who stands aside is counted nowhere. */
export function quorumOf(state: FloorState, question: Question | null = null): readonly Condition[] {
  const rules = state.rules
  return rules ? quorumBy(rules, rollOf(state, question)) : []
}
export const quorumBy = (rules: FloorRules, roll: RollCount): readonly Condition[] =>
  decideMotion(
    roll,
    { quorum: rules.quorum, majority: { kind: 'simple' }, benchMajority: null, tie: 'fails' },
    null,
    rules.benches,
  ).conditions.filter(({ what }) => what === 'quorum')
export const isQuorate = (conditions: readonly Condition[]): boolean => conditions.every(({ met }) => met)
