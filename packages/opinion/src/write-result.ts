// The map as result.json, piece by piece, so that a million people need no million objects.
import type { Landscape, StatementFigures } from './landscape.ts'

/** The shape of result.json. */
export interface Result {
  readonly mode: 'ronghe' | 'polis'
  readonly people: number
  readonly statements: number
  readonly votes: number
  readonly center: Readonly<Record<string, number>>
  readonly components: readonly [Readonly<Record<string, number>>, Readonly<Record<string, number>>]
  readonly variance: readonly [number, number]
  readonly projections: Readonly<Record<string, readonly [number, number]>>
  readonly inConversation: readonly string[]
  readonly groups: readonly {
    readonly id: number | string
    readonly size: number
    readonly members: readonly string[]
    readonly representative: Landscape['groups'][number]['representative']
  }[]
  readonly stability: number | null
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly { readonly statement: string }[]>>
  readonly divisive: Landscape['divisive']
  readonly commonGround: readonly { readonly statement: string }[]
  readonly byStatement: Readonly<Record<string, StatementResult>>
}

export interface StatementResult {
  readonly agree: number
  readonly disagree: number
  readonly pass: number
  readonly seen: number
  readonly groupAwareConsensus: number | null
  readonly priority: number
  readonly extremity: number
  readonly bridging: number | null
  readonly bridgingOpinion: number | null
  readonly declared: Readonly<
    Record<
      string,
      {
        readonly agree: number
        readonly disagree: number
        readonly pass: number
        readonly seen: number
        readonly low: number
        readonly high: number
      }
    >
  >
}

/** result.json in pieces of some thousand characters. Voters are in the order of the map's rows. */
export function* resultText(landscape: Landscape): Generator<string> {
  const { mode, people, votes, variance, statements, stability } = landscape
  const record = (value: (statement: StatementFigures) => unknown) =>
    JSON.stringify(Object.fromEntries(statements.map((statement) => [statement.id, value(statement)])))
  const named = (ids: readonly string[]) => ids.map((statement) => ({ statement }))
  yield `{"mode":${JSON.stringify(mode)},"people":${people},"statements":${statements.length},"votes":${votes}`
  yield `,"center":${record(({ centre }) => centre)}`
  yield `,"components":[${record(({ components }) => components[0])},${record(({ components }) => components[1])}]`
  yield `,"variance":${JSON.stringify(variance)},"projections":{`
  yield* list(
    landscape,
    () => true,
    (row, voter) => `${voter}:[${landscape.x[row]},${landscape.y[row]}]`,
  )
  yield '},"inConversation":['
  yield* list(
    landscape,
    (row) => landscape.groupOf[row]! >= 0,
    (_, voter) => voter,
  )
  yield '],"groups":['
  for (const [place, { id, size, representative }] of landscape.groups.entries()) {
    yield `${place > 0 ? ',' : ''}{"id":${JSON.stringify(id)},"size":${size},"members":[`
    yield* list(
      landscape,
      (row) => landscape.groupOf[row] === place,
      (_, voter) => voter,
    )
    yield `],"representative":${JSON.stringify(representative)}}`
  }
  const consensus = { agree: named(landscape.consensus.agree), disagree: named(landscape.consensus.disagree) }
  yield `],"stability":${JSON.stringify(stability)},"consensus":${JSON.stringify(consensus)}`
  yield `,"divisive":${JSON.stringify(landscape.divisive)},"commonGround":${JSON.stringify(named(landscape.commonGround))}`
  yield `,"byStatement":${record(statementResult)}}\n`
}

/** The same as one object: for conversations of ordinary size. */
export function resultOf(landscape: Landscape): Result {
  return JSON.parse([...resultText(landscape)].join('')) as Result
}

function* list(landscape: Landscape, takes: (row: number) => boolean, write: (row: number, voter: string) => string): Generator<string> {
  let piece: string[] = []
  let first = true
  for (let row = 0; row < landscape.people; row++) {
    if (!takes(row)) continue
    piece.push(`${first ? '' : ','}${write(row, JSON.stringify(landscape.voterId(row)))}`)
    first = false
    if (piece.length === 2000) {
      yield piece.join('')
      piece = []
    }
  }
  yield piece.join('')
}

function statementResult(statement: StatementFigures): StatementResult {
  const { agree, disagree, pass, seen, groupAwareConsensus, priority, extremity, bridging, bridgingOpinion, declared } = statement
  return {
    agree,
    disagree,
    pass,
    seen,
    groupAwareConsensus,
    priority,
    extremity,
    bridging,
    bridgingOpinion,
    declared: Object.fromEntries(declared),
  }
}
