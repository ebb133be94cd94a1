import { resultText, tallyBallots, writeArchive, type EncryptedTally, type Published } from '@ronghe/ballot'
import type { BallotState } from '@ronghe/contract/council/ballots.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { electionIn, getBallot, getBox, type BoxRow } from './ballot-rows.ts'
import { cited } from './charter.ts'

/** A ballot in a box and what has become of it. */
export interface CastRow {
  readonly tracker: string
  readonly credential: string
  readonly turn: number
  readonly ballot: string
  readonly is: 'counts' | 'replaced' | 'struck'
}

/** Every ballot of a box: first all first ones by tracker, then all second ones. That is the order of the archive, and it tells no time. */
export async function castIn(deed: Deed, box: BoxRow): Promise<CastRow[]> {
  const rows = await deed.tx
    .selectFrom('cast_ballot')
    .innerJoin('ballot_credential', (join) =>
      join
        .onRef('ballot_credential.street_id', '=', 'cast_ballot.street_id')
        .onRef('ballot_credential.box_id', '=', 'cast_ballot.box_id')
        .onRef('ballot_credential.credential', '=', 'cast_ballot.credential'),
    )
    .select(['cast_ballot.tracker', 'cast_ballot.credential', 'cast_ballot.turn', 'cast_ballot.ballot', 'ballot_credential.cancelled_on'])
    .where('cast_ballot.street_id', '=', deed.street.id)
    .where('cast_ballot.box_id', '=', box.id)
    .orderBy('cast_ballot.turn')
    .orderBy('cast_ballot.tracker')
    .execute()
  const last = new Map(rows.map(({ credential, turn }) => [credential, turn]))
  return rows.map(({ cancelled_on, ...row }) => ({
    ...row,
    is: cancelled_on !== null ? 'struck' : last.get(row.credential) === row.turn ? 'counts' : 'replaced',
  }))
}

export const credentialsIn = async (deed: Deed, box: BoxRow): Promise<string[]> =>
  (
    await deed.tx
      .selectFrom('ballot_credential')
      .select('credential')
      .where('street_id', '=', deed.street.id)
      .where('box_id', '=', box.id)
      .execute()
  )
    .map(({ credential }) => credential)
    .toSorted()

/** Ballots of cancelled slips are left out of the archive and named beside it: the format has no word for striking one. */
const inArchive = (rows: readonly CastRow[]): string[] => rows.filter(({ is }) => is !== 'struck').map(({ ballot }) => ballot)

export async function tallyIn(deed: Deed, box: BoxRow): Promise<EncryptedTally | undefined> {
  const election = electionIn(box)
  return election && tallyBallots(election, inArchive(await castIn(deed, box)))
}

/** The archive as far as things have come. @returns undefined where the box has no electronic election */
export async function archiveOf(
  deed: Deed,
  box: BoxRow,
  state: BallotState,
): Promise<{ readonly bytes: Uint8Array; readonly head: string } | undefined> {
  if (box.election === null || box.trustees === null) return undefined
  const parts = await deed.tx
    .selectFrom('ballot_part')
    .select(['number', 'part'])
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .orderBy('number')
    .execute()
  const published: Published = {
    timestamp: Number(box.began),
    election: box.election,
    trustees: box.trustees,
    credentials: await credentialsIn(deed, box),
    ballots: inArchive(await castIn(deed, box)),
    closed: state === 'closed' || state === 'tallied' || state === 'published',
    ...(box.tally !== null && box.sized_tally !== null ? { tally: { text: box.tally, sizedText: box.sized_tally } } : {}),
    parts: parts.map(({ number, part }) => ({ owner: number, text: part })),
    ...(box.opened !== null ? { result: resultText([box.opened as unknown as number[]]) } : {}),
  }
  return writeArchive(published)
}

export async function readArchive(
  deed: Deed,
  councilId: string,
  ballotId: string,
  boxId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const row = await getBallot(deed, councilId, ballotId)
  const box = await getBox(deed, ballotId, boxId)
  const archive = await archiveOf(deed, box, row.state as BallotState)
  if (!archive) throw refused('ballot-no-archive', await cited(deed, councilId, 'ballot'))
  return { name: `${box.election_name}.bel`, bytes: archive.bytes }
}
