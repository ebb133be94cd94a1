// The five files of a Polis export, for whatever reads those: each function gives lines, the header first.
import type { Landscape } from './landscape.ts'
import type { Statement } from './read-statements.ts'
import type { Tally } from './vote-matrix.ts'
import { statementOf, voteOf, type VoteStore } from './vote-store.ts'

export interface CastVote {
  /** milliseconds since 1970 */
  readonly time: number
  readonly statement: string
  readonly voter: string
  readonly vote: -1 | 0 | 1
}

/** votes.csv: every vote that was cast, changed ones included. */
export function* votesCsv(votes: Iterable<CastVote>): Generator<string> {
  yield 'timestamp,datetime,comment-id,voter-id,vote\n'
  for (const { time, statement, voter, vote } of votes) yield rowOf([time, dateOf(time), statement, voter, vote])
}

/** comments.csv. `agrees` and `disagrees` are votes that count; exports of Polis count changed votes there as well. */
export function* commentsCsv(statements: readonly Statement[], landscape: Landscape): Generator<string> {
  const figures = new Map(landscape.statements.map((statement) => [statement.id, statement]))
  yield 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,is-meta,comment-body\n'
  for (const { id, time, author, moderated, meta, text } of statements) {
    const { agree = 0, disagree = 0 } = figures.get(id) ?? {}
    yield rowOf([Number.isNaN(time) ? '' : time, dateOf(time), id, author, agree, disagree, moderated, meta, text])
  }
}

/** participants-votes.csv: one row per person, one column per statement. */
export function* participantsCsv(landscape: Landscape, store: VoteStore, statements: readonly Statement[] = []): Generator<string> {
  const ids = landscape.statements.map(({ id }) => id)
  const columnOf = new Map(ids.map((id, column) => [id, column]))
  const written = new Map<string, number>()
  for (const { author } of statements) written.set(author, (written.get(author) ?? 0) + 1)
  yield rowOf(['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...ids])
  for (let row = 0; row < landscape.people; row++) {
    const voter = landscape.voterId(row)
    const cells = store.votesOf(voter)
    const votes: (number | string)[] = ids.map(() => '')
    for (const cell of cells) votes[columnOf.get(store.statements.idOf(statementOf(cell)))!] = voteOf(cell)
    const count = (wanted: number) => cells.filter((cell) => voteOf(cell) === wanted).length
    const group = landscape.groups[landscape.groupOf[row]!]?.id ?? ''
    yield rowOf([voter, group, written.get(voter) ?? 0, cells.length, count(1), count(-1), ...votes])
  }
}

/** comment-groups.csv: what every opinion group voted, groups named a, b, c … */
export function* commentGroupsCsv(statements: readonly Pick<Statement, 'id' | 'text'>[], landscape: Landscape): Generator<string> {
  const texts = new Map(statements.map(({ id, text }) => [id, text]))
  const kinds = ['votes', 'agrees', 'disagrees', 'passes']
  const prefixes = ['total', ...landscape.groups.map((_, place) => `group-${letterOf(place)}`)]
  yield rowOf(['comment-id', 'comment', ...prefixes.flatMap((prefix) => kinds.map((kind) => `${prefix}-${kind}`))])
  const counts = ({ agree, disagree, pass, seen }: Tally) => [seen, agree, disagree, pass]
  for (const statement of landscape.statements) {
    yield rowOf([statement.id, texts.get(statement.id) ?? '', ...[statement, ...statement.byGroup].flatMap(counts)])
  }
}

/** summary.csv: names and values without a header. */
export function* summaryCsv(
  landscape: Landscape,
  { topic, url = '', views = 0, commenters = 0, description = '' }: SummaryFields,
): Generator<string> {
  const { people, statements, groups } = landscape
  yield rowOf(['topic', topic])
  yield rowOf(['url', url])
  yield rowOf(['views', views])
  yield rowOf(['voters', people])
  yield rowOf(['voters-in-conv', landscape.groupOf.reduce((count, group) => count + (group >= 0 ? 1 : 0), 0)])
  yield rowOf(['commenters', commenters])
  yield rowOf(['comments', statements.length])
  yield rowOf(['groups', groups.length])
  yield rowOf(['conversation-description', description])
}

export interface SummaryFields {
  readonly topic: string
  readonly url?: string
  readonly views?: number
  readonly commenters?: number
  readonly description?: string
}

function rowOf(fields: readonly (string | number | boolean)[]): string {
  return `${fields.map((field) => (/[",\n\r]/.test(String(field)) ? `"${String(field).replaceAll('"', '""')}"` : field)).join(',')}\n`
}

const dateOf = (time: number): string => (Number.isNaN(time) ? '' : new Date(time).toISOString())

const letterOf = (place: number): string => String.fromCharCode(97 + place)
