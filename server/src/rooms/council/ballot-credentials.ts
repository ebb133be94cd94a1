import { belenios2048 as group } from '@ronghe/ballot'
import type { askForSlip, cancelCredential, handSlip, readCredentialWork, sendCredentials } from '@ronghe/contract/council/ballots.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { personOf } from '../../platform/auth/actor.ts'
import { queryCode, readCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { groupOf } from '../people/group.ts'
import { findPersons } from '../people/persons.ts'
import { requireResidence } from '../people/residence.ts'
import { today } from '../programme/posts.ts'
import { castIn } from './ballot-archive.ts'
import { waitingFloor } from './ballot-floor.ts'
import { boxesOf, getBallot, getBox, slipsOf, type BallotRow, type BoxRow } from './ballot-rows.ts'
import { cited } from './charter.ts'
import { heldIn } from './delegates.ts'
import { findMotion } from './motion-rows.ts'

/** The authority of this council, apart from the server and from whoever runs the ballot. */
function asAuthority(deed: Deed, councilId: string): void {
  if (!heldIn(deed, councilId, 'credentialAuthority')) throw forbidden('ballot-not-authority')
}

export async function credentialWork(deed: Deed, councilId: string, ballotId: string): Promise<ReplyOf<typeof readCredentialWork>> {
  asAuthority(deed, councilId)
  const row = await getBallot(deed, councilId, ballotId)
  const boxes = await boxesOf(deed, ballotId)
  const slips = []
  for (const box of boxes) slips.push({ box, ...(await slipsOf(deed, box)) })
  const voters = row.voters === 'delegates' ? await votersOf(deed, row) : []
  const names = new Map(
    (
      await findPersons(
        deed,
        voters.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return {
    boxes: slips.map(({ box, live, cancelled, handed, paper }) => ({
      boxId: box.id,
      bench: box.bench,
      electionId: box.election_name,
      slips: box.slips,
      credentials: live + cancelled,
      handed,
      paper,
    })),
    delegates: voters
      .map(({ person_id, box_id, paper, handed_on }) => ({
        personId: person_id,
        name: names.get(person_id) ?? '',
        bench: boxes.find(({ id }) => id === box_id)?.bench ?? null,
        boxId: box_id,
        paper,
        handedOn: handed_on,
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
  }
}

const votersOf = (deed: Deed, row: BallotRow) =>
  deed.tx
    .selectFrom('ballot_voter')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('ballot_id', '=', row.id)
    .orderBy('person_id')
    .execute()

/** Takes the public sides of the slips, shuffled by being sorted. A box has exactly as many as it has voters. */
export async function takeCredentials(
  deed: Deed,
  councilId: string,
  ballotId: string,
  boxId: string,
  { credentials }: BodyOf<typeof sendCredentials>,
): Promise<ReplyOf<typeof sendCredentials>> {
  asAuthority(deed, councilId)
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  const box = await getBox(deed, ballotId, boxId)
  if (row.state !== 'setUp' && row.state !== 'trusteesReady') throw refused('ballot-slips-fixed', await cited(deed, councilId, 'ballot'))
  const { live, cancelled } = await slipsOf(deed, box)
  const have = live + cancelled
  if (have + credentials.length > box.slips)
    throw refused('ballot-slips-too-many', await cited(deed, councilId, 'ballot', { params: { slips: box.slips } }))
  if (new Set(credentials).size !== credentials.length || !credentials.every((one) => group.contains(BigInt(one))))
    throw unfit([{ path: 'credentials', code: 'ballot-credential-unfit' }])
  const kept = await deed.tx
    .insertInto('ballot_credential')
    .values(credentials.toSorted().map((credential) => ({ street_id: deed.street.id, box_id: box.id, credential })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('credential')
    .execute()
  if (kept.length !== credentials.length) throw unfit([{ path: 'credentials', code: 'ballot-credential-unfit' }])
  await record(deed, { kind: 'council.ballot.credentials', plain: { ballot: row.id, box: box.id, many: credentials.length } })
  return { credentials: have + credentials.length, complete: have + credentials.length === box.slips }
}

/** The right to a slip, noted once per person. Which slip the hand gives out, no one writes down. */
export async function hand(
  deed: Deed,
  councilId: string,
  ballotId: string,
  body: BodyOf<typeof handSlip>,
): Promise<ReplyOf<typeof handSlip>> {
  asAuthority(deed, councilId)
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  if (row.state !== 'setUp' && row.state !== 'trusteesReady' && row.state !== 'open')
    throw refused('ballot-over', await cited(deed, councilId, 'ballot'))
  const voter = await voterOf(deed, row, body)
  const article = () => cited(deed, councilId, 'ballot')
  // In a meeting, slips go to those who were in the room when the vote was announced and have no interest in the item.
  if (row.motion_id !== null) {
    if ((await findMotion(deed, row.motion_id))?.state !== 'putToVote') throw refused('ballot-motion-not-put', await article())
    const floor = await waitingFloor(deed, row)
    if (floor && !floor.voters.has(voter.person_id)) throw refused('ballot-not-in-room', await article())
  }
  if (voter.handed_on) throw refused('ballot-slip-handed', await article())
  const paper = body.paper ?? voter.paper
  // Once the vote is open, whoever changes to paper has an electronic slip to give back: that is what cancelling is for.
  if (row.state === 'open' && paper !== voter.paper) throw refused('ballot-slip-cancel-first', await article())
  await deed.tx
    .updateTable('ballot_voter')
    .set({ handed_on: today(deed), paper })
    .where('street_id', '=', deed.street.id)
    .where('ballot_id', '=', row.id)
    .where('person_id', '=', voter.person_id)
    .execute()
  await record(deed, { kind: 'council.ballot.slip-handed', about: voter.person_id, plain: { ballot: row.id, paper } })
  return { boxId: voter.box_id, bench: (await getBox(deed, ballotId, voter.box_id)).bench, paper }
}

async function voterOf(deed: Deed, row: BallotRow, { personId, code }: BodyOf<typeof handSlip>) {
  const read = code === undefined ? undefined : readCode(code)
  if ((personId === undefined) === (read === undefined)) throw unfit([{ path: 'code', code: 'ballot-code-unknown' }])
  // Residents are found by the code they bring, never by looking through a list.
  if (personId !== undefined && row.voters !== 'delegates') throw unfit([{ path: 'code', code: 'ballot-code-unknown' }])
  const query = deed.tx.selectFrom('ballot_voter').selectAll().where('street_id', '=', deed.street.id).where('ballot_id', '=', row.id)
  const voter = await (read !== undefined ? query.where('code', '=', read) : query.where('person_id', '=', personId!)).executeTakeFirst()
  if (!voter) throw notFound('ballot-voter')
  return voter
}

/** A voter asks for a slip: who may vote is settled here, by the seat or by living here and the group as it was when the call opened. */
export async function askSlip(
  deed: Deed,
  councilId: string,
  ballotId: string,
  { paper, bench }: BodyOf<typeof askForSlip>,
): Promise<ReplyOf<typeof askForSlip>> {
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  const personId = personOf(deed.actor)!
  if (row.state !== 'setUp' && row.state !== 'trusteesReady' && row.state !== 'open')
    throw refused('ballot-over', await cited(deed, councilId, 'ballot'))
  const voters = await votersOf(deed, row)
  const mine = voters.find(({ person_id }) => person_id === personId)
  if (mine?.handed_on) throw refused('ballot-slip-handed', await cited(deed, councilId, 'ballot'))
  if (row.state === 'open' && paper !== (mine?.paper ?? false)) throw refused('ballot-paper-before', await cited(deed, councilId, 'ballot'))
  const code = mine?.code ?? queryCode()
  if (mine) {
    const only = (await boxesOf(deed, ballotId)).find(({ id }) => id === mine.box_id)
    const paperNow = paper || (only !== undefined && row.state !== 'setUp' && only.election === null)
    await deed.tx
      .updateTable('ballot_voter')
      .set({ code, paper: paperNow })
      .where('street_id', '=', deed.street.id)
      .where('ballot_id', '=', row.id)
      .where('person_id', '=', personId)
      .execute()
    await record(deed, { kind: 'council.ballot.slip-asked', about: personId, plain: { ballot: row.id, paper: paperNow } })
    return { code, paper: paperNow }
  }
  if (row.voters !== 'residents') throw forbidden('ballot-not-voter', await cited(deed, councilId, 'ballot'))
  const box = await residentsBox(deed, row, personId, bench, voters.length)
  await deed.tx
    .insertInto('ballot_voter')
    .values({ street_id: deed.street.id, ballot_id: row.id, person_id: personId, box_id: box.id, code, paper })
    .execute()
  await record(deed, { kind: 'council.ballot.slip-asked', about: personId, plain: { ballot: row.id, paper } })
  return { code, paper }
}

async function residentsBox(deed: Deed, row: BallotRow, personId: string, bench: Bench | undefined, asked: number): Promise<BoxRow> {
  await requireResidence(deed, personId, 'confirmed')
  const call = await deed.tx
    .selectFrom('seat_call')
    .select(['bench', 'opened_at'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.call_id)
    .executeTakeFirstOrThrow()
  const declared = (await groupOf(deed, personId, call.opened_at)) ?? 'unstated'
  const side = declared === 'newcomer' ? 'newcomers' : declared === 'local' ? 'locals' : bench
  if (side === undefined) throw unfit([{ path: 'bench', code: 'field-choice' }])
  if (side !== call.bench) throw forbidden('ballot-other-bench', await cited(deed, row.council_id, 'seats'))
  const [box] = await boxesOf(deed, row.id)
  if (asked >= box!.slips) throw refused('ballot-slips-gone', await cited(deed, row.council_id, 'ballot'))
  return box!
}

/** The electronic slip is cancelled before its holder takes a paper; a ballot cast with it is struck where everybody sees it. */
export async function cancel(
  deed: Deed,
  councilId: string,
  ballotId: string,
  boxId: string,
  { credential }: BodyOf<typeof cancelCredential>,
): Promise<ReplyOf<typeof cancelCredential>> {
  asAuthority(deed, councilId)
  const row = await getBallot(deed, councilId, ballotId)
  const box = await getBox(deed, ballotId, boxId)
  await deed.tx
    .selectFrom('ballot_box')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', box.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.state !== 'trusteesReady' && row.state !== 'open') throw refused('ballot-over', await cited(deed, councilId, 'ballot'))
  const { numUpdatedRows } = await deed.tx
    .updateTable('ballot_credential')
    .set({ cancelled_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .where('credential', '=', credential)
    .where('cancelled_on', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw notFound('ballot-slip')
  const struck = (await castIn(deed, box)).filter((one) => one.credential === credential).map(({ tracker }) => tracker)
  await record(deed, { kind: 'council.ballot.slip-cancelled', plain: { ballot: row.id, box: box.id, struck: struck.length } })
  return { struck, cancelled: (await slipsOf(deed, box)).cancelled }
}
