import { placesOf, readElection, type Election, type Question } from '@ronghe/ballot'
import type { BallotState } from '@ronghe/contract/council/ballots.ts'
import type { Bench, CharterParameters } from '@ronghe/contract/council/charter.ts'
import { Charter } from '@ronghe/contract/council/charter.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql, type Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { stepBallot, type BallotStep } from './ballot-rules.ts'
import { cited } from './charter.ts'

export type BallotRow = Selectable<Tables['secret_ballot']>
export type BoxRow = Selectable<Tables['ballot_box']> & { readonly bench: Bench | null }
export type TrusteeRow = Selectable<Tables['ballot_trustee']>

/** One line of the paper. `candidateId` where somebody stands for a seat. */
export interface PaperAnswer {
  readonly name: Text
  readonly candidateId?: string
}
export const answersOf = (row: BallotRow): readonly PaperAnswer[] => row.answers as unknown as readonly PaperAnswer[]

export async function getBallot(deed: Deed, councilId: string, id: string, lock: 'lock' | 'look' = 'look'): Promise<BallotRow> {
  const query = deed.tx
    .selectFrom('secret_ballot')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('ballot')
  return row
}

export const boxesOf = async (deed: Deed, ballotId: string): Promise<BoxRow[]> =>
  (await deed.tx
    .selectFrom('ballot_box')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('ballot_id', '=', ballotId)
    .orderBy('bench', (order) => order.desc())
    .execute()) as BoxRow[]

export async function getBox(deed: Deed, ballotId: string, id: string): Promise<BoxRow> {
  const box = (await boxesOf(deed, ballotId)).find((one) => one.id === id)
  if (!box) throw notFound('ballot')
  return box
}

export const trusteesOf = (deed: Deed, ballotId: string): Promise<TrusteeRow[]> =>
  deed.tx
    .selectFrom('ballot_trustee')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('ballot_id', '=', ballotId)
    .orderBy('number')
    .execute()

/** Ballots that were begun finish under the charter of that day. */
export async function rulesOf(deed: Deed, row: BallotRow): Promise<CharterParameters> {
  const { charter } = await deed.tx
    .selectFrom('charter_version')
    .select('charter')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.charter_version_id)
    .executeTakeFirstOrThrow()
  return Charter.parse(charter).parameters
}

/** How many took a paper, or will; and how many slips are alive, per box. */
export async function slipsOf(
  deed: Deed,
  box: BoxRow,
): Promise<{ readonly live: number; readonly cancelled: number; readonly paper: number; readonly handed: number }> {
  const of = { street: deed.street.id, box: box.id }
  const { rows } = await sql<{ live: number; cancelled: number; paper: number; handed: number }>`
    select (select count(*)::int from ballot_credential where street_id = ${of.street} and box_id = ${of.box} and cancelled_on is null) as live,
           (select count(*)::int from ballot_credential where street_id = ${of.street} and box_id = ${of.box} and cancelled_on is not null) as cancelled,
           (select count(*)::int from ballot_voter where street_id = ${of.street} and box_id = ${of.box} and paper) as paper,
           (select count(*)::int from ballot_voter where street_id = ${of.street} and box_id = ${of.box} and handed_on is not null) as handed
  `.execute(deed.tx)
  return rows[0]!
}

/** Moves the ballot on, or refuses with the article. */
export async function moveBallot(
  deed: Deed,
  row: BallotRow,
  step: BallotStep,
  values: Readonly<Record<string, unknown>> = {},
  plain: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<BallotState> {
  const state = stepBallot(row.state as BallotState, step)
  if (!state) throw refused(`ballot-not-${step}`, await cited(deed, row.council_id, 'ballot'))
  await deed.tx
    .updateTable('secret_ballot')
    .set({ ...values, state })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
  await record(deed, { kind: `council.ballot.${step}`, plain: { ballot: row.id, state, ...plain } })
  return state
}

/** The one question of a box, in the words that go into the election's text. Blank is always possible: nobody has to choose. */
export const questionOf = (row: BallotRow): Question => ({
  question: textOf(row.title as unknown as Text),
  answers: answersOf(row).map(({ name }) => textOf(name)),
  min: Math.max(1, row.least),
  max: row.most,
  blank: true,
})

/** Both languages, because there is one text for all. */
const textOf = (text: Text): string => (text.en && text.en !== text['zh-CN'] ? `${text['zh-CN']} / ${text.en}` : text['zh-CN'])

/** Places on the electronic paper; the first is "none of these". */
export const placesIn = (row: BallotRow): number => placesOf(questionOf(row))

export const electionIn = (box: BoxRow): Election | undefined => (box.election === null ? undefined : readElection(box.election))
