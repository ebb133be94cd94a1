// Every figure of every statement, and the statements that all groups share.
import { bridgingOf, intervalOf } from './bridge-groups.ts'
import type { Mode, StatementFigures } from './landscape.ts'
import { groupAwareConsensus, groupAwareConsensusLikePolis, prioritize, prioritizeLikePolis } from './prioritize.ts'
import type { Statement } from './read-statements.ts'
import { tallyOf, type Tally } from './vote-matrix.ts'

export interface Ground {
  readonly mode: Mode
  /** column -> id */
  readonly ids: readonly string[]
  readonly known: ReadonlyMap<string, Pick<Statement, 'moderated' | 'meta'>>
  /** tables of counts: of everybody, by opinion group, by declared group */
  readonly counts: Uint32Array
  readonly byGroup: readonly Uint32Array[]
  readonly byDeclared: readonly Uint32Array[]
  readonly declaredNames: readonly string[]
  /** by column */
  readonly mean: Float64Array
  readonly components: readonly [Float64Array, Float64Array]
  readonly extremity: Float64Array
}

export function describeStatements({ mode, ids, known, ...ground }: Ground): StatementFigures[] {
  const polis = mode === 'polis'
  return ids.map((id, column): StatementFigures => {
    const { moderated = 0, meta = false } = known.get(id) ?? {}
    const total = tallyOf(ground.counts, column)
    const opinion = ground.byGroup.map((table) => tallyOf(table, column))
    const declared = ground.byDeclared.map((table) => tallyOf(table, column))
    // Groups that are known beforehand come before groups that were found.
    const required = declared.length > 0 ? declared : opinion.length > 0 ? opinion : [total]
    const extremity = ground.extremity[column]!
    const bridgingOpinion = bridgingOf(opinion)
    return {
      id,
      moderated,
      meta,
      ...total,
      centre: ground.mean[column]!,
      components: [ground.components[0][column]!, ground.components[1][column]!],
      groupAwareConsensus: polis ? groupAwareConsensusLikePolis(opinion) : groupAwareConsensus(required),
      priority: polis ? prioritizeLikePolis(sumOf(opinion), extremity, meta) : prioritize(required, extremity),
      extremity,
      bridging: declared.length > 0 ? bridgingOf(declared) : bridgingOpinion,
      bridgingOpinion,
      declared: new Map(ground.declaredNames.map((name, at) => [name, { ...declared[at]!, ...intervalOf(declared[at]!) }])),
      byGroup: opinion,
    }
  })
}

/** Statements whose lower bound is above one half in every declared and in every opinion group. */
export function commonGround(statements: readonly StatementFigures[]): string[] {
  const surely = ({ bridging, bridgingOpinion }: StatementFigures) => Math.min(bridging ?? 0, bridgingOpinion ?? 0)
  return statements
    .filter((statement) => statement.moderated !== -1 && !statement.meta && surely(statement) > 0.5)
    .sort((one, other) => surely(other) - surely(one))
    .map(({ id }) => id)
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { agree: 0, disagree: 0, pass: 0, seen: 0 }
  for (const tally of tallies) for (const name of ['agree', 'disagree', 'pass', 'seen'] as const) sum[name] += tally[name]
  return sum
}
