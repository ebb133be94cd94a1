import { checkBallot, readBallot, trackerOf } from '@ronghe/ballot'
import type { BallotState, readBox } from '@ronghe/contract/council/ballots.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { archiveOf, castIn } from './ballot-archive.ts'
import { electionIn, getBallot, getBox, type BoxRow } from './ballot-rows.ts'
import { cited } from './charter.ts'

/**
 * Puts a ballot into the box. Nobody is signed in here: the ballot's signature shows that a slip of this box made it, and nothing says whose slip
 * that is. The journal keeps that a ballot came, with the day, not which.
 */
export async function cast(deed: Deed, councilId: string, ballotId: string, boxId: string, text: string): Promise<{ tracker: string }> {
  const row = await getBallot(deed, councilId, ballotId)
  const box = await getBox(deed, ballotId, boxId)
  const election = electionIn(box)
  if (row.state !== 'open' || !election || (row.closes_at !== null && deed.now >= row.closes_at))
    throw refused('ballot-not-open', await cited(deed, councilId, 'ballot'))
  // A repeated sending is answered, not counted again.
  const tracker = trackerOf(text)
  if (await isIn(deed, box, tracker)) return { tracker }
  const credential = readBallot(election, text)?.credential.toString() ?? ''
  const known = await deed.tx
    .selectFrom('ballot_credential')
    .select('cancelled_on')
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .where('credential', '=', credential)
    .executeTakeFirst()
  if (known?.cancelled_on) throw refused('ballot-slip-cancelled', await cited(deed, councilId, 'ballot'))
  const checked = checkBallot(election, new Set(known ? [credential] : []), text)
  if (!checked.ok) throw refused(`ballot-${checked.fault}`, await cited(deed, councilId, 'ballot'))

  // One ballot at a time goes into a box; whoever closes it or cancels a slip waits for the same row.
  await deed.tx
    .selectFrom('ballot_box')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', box.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await stillOpen(deed, row.id, box, councilId, credential)
  const before = await allRows(deed, box)
  if (before.some((one) => one.tracker === tracker)) return { tracker }
  const turn = 1 + before.filter((one) => one.credential === credential).length
  await mixIn(deed, box, [...before, { tracker, credential, turn, ballot: text }])
  await record(deed, { kind: 'council.ballot.cast', plain: { ballot: row.id, box: box.id }, withoutActor: true })
  return { tracker }
}

async function isIn(deed: Deed, { id }: BoxRow, tracker: string): Promise<boolean> {
  const found = await deed.tx
    .selectFrom('cast_ballot')
    .select('tracker')
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', id)
    .where('tracker', '=', tracker)
    .executeTakeFirst()
  return found !== undefined
}

async function stillOpen(deed: Deed, ballotId: string, box: BoxRow, councilId: string, credential: string): Promise<void> {
  const { state } = await deed.tx
    .selectFrom('secret_ballot')
    .select('state')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', ballotId)
    .executeTakeFirstOrThrow()
  const slip = await deed.tx
    .selectFrom('ballot_credential')
    .select('cancelled_on')
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .where('credential', '=', credential)
    .executeTakeFirst()
  if (state !== 'open') throw refused('ballot-not-open', await cited(deed, councilId, 'ballot'))
  if (slip?.cancelled_on) throw refused('ballot-slip-cancelled', await cited(deed, councilId, 'ballot'))
}

type StoredBallot = { readonly tracker: string; readonly credential: string; readonly turn: number; readonly ballot: string }

const allRows = (deed: Deed, box: BoxRow): Promise<StoredBallot[]> =>
  deed.tx
    .selectFrom('cast_ballot')
    .select(['tracker', 'credential', 'turn', 'ballot'])
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .execute()

/** Above so many ballots a box is written anew by parts; who was among so many cannot be told from where a row lies either. */
const rewritten = 200

/**
 * Writes the box anew in the order of the trackers, so that neither a row's place nor the transaction that wrote it tells which ballot came
 * when. A box of many ballots is mixed with a random share of the old ones.
 */
async function mixIn(deed: Deed, box: BoxRow, all: readonly StoredBallot[]): Promise<void> {
  const fresh = all.at(-1)!
  const before = all.slice(0, -1)
  const taken =
    before.length <= rewritten
      ? before
      : before
          .toSorted((one, other) => (one.tracker < other.tracker ? -1 : 1))
          .filter((one) => mixesWith(one.tracker, fresh.tracker, before.length))
  if (taken.length > 0)
    await deed.tx
      .deleteFrom('cast_ballot')
      .where('street_id', '=', deed.street.id)
      .where('box_id', '=', box.id)
      .where(
        'tracker',
        'in',
        taken.map(({ tracker }) => tracker),
      )
      .execute()
  const rows = [...taken, fresh].toSorted((one, other) => (one.tracker < other.tracker ? -1 : 1))
  await deed.tx
    .insertInto('cast_ballot')
    .values(rows.map((one) => ({ street_id: deed.street.id, box_id: box.id, ...one })))
    .execute()
}

/** About two hundred of the old ones, chosen by the hashes themselves: trackers are as random as any number here. */
function mixesWith(tracker: string, fresh: string, many: number): boolean {
  const number = (text: string): number => Number.parseInt(Buffer.from(text, 'base64').subarray(0, 4).toString('hex'), 16)
  return ((number(tracker) ^ number(fresh)) >>> 0) % many < rewritten
}

/** The public box. */
export async function box(
  deed: Deed,
  councilId: string,
  ballotId: string,
  boxId: string,
  wanted: string | undefined,
): Promise<ReplyOf<typeof readBox>> {
  const row = await getBallot(deed, councilId, ballotId)
  const found = await getBox(deed, ballotId, boxId)
  const trackers = (await castIn(deed, found))
    .map(({ tracker, is }) => ({ tracker, is }))
    .toSorted((one, other) => (one.tracker < other.tracker ? -1 : 1))
  const state = row.state as BallotState
  const typed = wanted?.trim().replaceAll(/[\s=]/g, '')
  const { count } = await deed.tx
    .selectFrom('ballot_credential')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', found.id)
    .executeTakeFirstOrThrow()
  return {
    boxId,
    bench: found.bench,
    state,
    election: found.election,
    fingerprint: electionIn(found)?.fingerprint ?? null,
    trackers,
    found: typed ? (trackers.find(({ tracker }) => tracker === typed)?.is ?? 'absent') : null,
    credentials: Number(count),
    head: found.head ?? (await archiveOf(deed, found, state))?.head ?? null,
    timestamp: Number(found.began),
  }
}
