import type {
  Ballot,
  BallotAction,
  BallotLine,
  BallotResult,
  BallotState,
  BoxLine,
  listBallots,
  readMyBallots,
  TrusteeSide,
} from '@ronghe/contract/council/ballots.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { groupOf } from '../people/group.ts'
import { findPersons } from '../people/persons.ts'
import { residenceLevel } from '../people/residence.ts'
import { castIn } from './ballot-archive.ts'
import { papersIn } from './ballot-closing.ts'
import { doneBy, waitsFor } from './ballot-keys.ts'
import { answersOf, boxesOf, getBallot, rulesOf, slipsOf, trusteesOf, type BallotRow, type BoxRow } from './ballot-rows.ts'
import { stepBallot } from './ballot-rules.ts'
import { charterInForce, cited } from './charter.ts'
import { findDelegate, heldIn } from './delegates.ts'

const toLine = (row: BallotRow): BallotLine => ({
  id: row.id,
  kind: row.kind as BallotLine['kind'],
  title: row.title as unknown as Text,
  state: row.state as BallotState,
  closesAt: row.closes_at?.toISOString() ?? null,
  publishedAt: row.published_at?.toISOString() ?? null,
  outcome: (row.result as unknown as BallotResult | null)?.outcome ?? null,
})

export async function list(
  deed: Deed,
  councilId: string,
  { limit, after }: QueryOf<typeof listBallots>,
): Promise<ReplyOf<typeof listBallots>> {
  await charterInForce(deed, councilId)
  const rows = await deed.tx
    .selectFrom('secret_ballot')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .$if(after !== undefined && /^[0-9a-f-]{36}$/.test(after), (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return {
    items: rows.slice(0, limit).map(toLine),
    next: rows.length > limit ? rows[limit - 1]!.id : null,
    may: [
      ...(heldIn(deed, councilId, 'councilClerk') ? (['setUp'] as const) : []),
      ...(heldIn(deed, councilId, 'credentialAuthority') ? (['credentials'] as const) : []),
    ],
  }
}

export async function read(deed: Deed, councilId: string, ballotId: string): Promise<Ballot> {
  const row = await getBallot(deed, councilId, ballotId)
  const boxes = await boxesOf(deed, ballotId)
  const trustees = await trusteesOf(deed, ballotId)
  const names = new Map(
    (
      await findPersons(
        deed,
        trustees.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const asClerk = heldIn(deed, councilId, 'councilClerk') !== undefined
  const { article, articleAt } = await cited(deed, councilId, 'ballot')
  const lines = []
  for (const box of boxes) lines.push(await toBoxLine(deed, row, box))
  const rules = await rulesOf(deed, row)
  return {
    ...toLine(row),
    motionId: row.motion_id,
    callId: row.call_id,
    meetingId: row.meeting_id,
    rule: row.rule as Ballot['rule'],
    answers: answersOf(row).map(({ name }) => ({ name })),
    least: row.least,
    most: row.most,
    seats: row.seats,
    voters: row.voters as Ballot['voters'],
    byBench: boxes.length > 1,
    paperOnly: trustees.length === 0,
    fewest: rules.ballot.fewest,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    // Whoever was asked is named once they have taken the task on themselves.
    trustees: trustees.map((one) => ({
      number: one.number,
      side: one.side as TrusteeSide,
      name: asClerk || one.certificate !== null ? (names.get(one.person_id) ?? '') : '',
      step: doneBy(one),
    })),
    boxes: lines,
    result: row.result as unknown as BallotResult | null,
    setAsideBecause: row.set_aside_because,
    article: article!,
    articleAt: articleAt!,
    may: await actions(deed, row, lines),
  }
}

async function toBoxLine(deed: Deed, row: BallotRow, box: BoxRow): Promise<BoxLine> {
  const slips = await slipsOf(deed, box)
  const papers = await papersIn(deed, row, box)
  const parts = await deed.tx
    .selectFrom('ballot_part')
    .select('number')
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .orderBy('number')
    .execute()
  return {
    id: box.id,
    bench: box.bench,
    electionId: box.election_name,
    entitled: box.slips,
    slips: box.slips,
    credentials: slips.live + slips.cancelled,
    cancelled: slips.cancelled,
    ballots: (await castIn(deed, box)).filter(({ is }) => is === 'counts').length,
    papersCounted: papers.counts.map(({ bench }) => bench),
    paperFault: papers.fault,
    // One count alone stays closed, so that the second is made without knowing it.
    paperCounts:
      papers.counts.length === 2
        ? papers.counts.map(({ bench, papers: many, marks, blank, invalid }) => ({
            bench,
            papers: many,
            marks: [...marks],
            blank,
            invalid,
          }))
        : [],
    parts: parts.map(({ number }) => number),
    head: box.head,
  }
}

/** What this reader may do next. */
async function actions(deed: Deed, row: BallotRow, boxes: readonly BoxLine[]): Promise<BallotAction[]> {
  const state = row.state as BallotState
  const may: BallotAction[] = []
  const { council_id: councilId } = row
  if (heldIn(deed, councilId, 'councilClerk')) for (const step of ['open', 'close'] as const) if (stepBallot(state, step)) may.push(step)
  if (heldIn(deed, councilId, 'chair') && stepBallot(state, 'setAside')) may.push('setAside')
  const before = state === 'setUp' || state === 'trusteesReady'
  if (heldIn(deed, councilId, 'credentialAuthority')) {
    if (before && boxes.some(({ credentials, slips }) => credentials < slips)) may.push('credentials')
    if (before || state === 'open') may.push('hand', 'cancel')
  }
  const personId = personOf(deed.actor)
  if (!personId) return may
  const trustees = await trusteesOf(deed, row.id)
  const mine = trustees.find(({ person_id }) => person_id === personId)
  const waits = mine && (await waitsFor(deed, row, mine, trustees))
  if (waits) may.push(waits === 'part' ? 'part' : 'ceremony')
  if (state === 'closed' || state === 'tallied') {
    const delegate = await findDelegate(deed, councilId)
    if (delegate?.bench && boxes.some(({ cancelled }) => cancelled > 0 || trustees.length === 0)) may.push('count')
  }
  return may
}

/** Where I vote and what I am asked to open. */
export async function mine(deed: Deed): Promise<ReplyOf<typeof readMyBallots>> {
  const personId = personOf(deed.actor)!
  const { tx, street } = deed
  const of = street.id
  const voting = await tx.selectFrom('ballot_voter').selectAll().where('street_id', '=', of).where('person_id', '=', personId).execute()
  const opening = await tx
    .selectFrom('ballot_trustee')
    .select('ballot_id')
    .where('street_id', '=', of)
    .where('person_id', '=', personId)
    .execute()
  const rows = await tx
    .selectFrom('secret_ballot')
    .selectAll()
    .where('street_id', '=', of)
    .where((row) =>
      row.or([
        row('id', 'in', [
          '00000000-0000-0000-0000-000000000000',
          ...voting.map(({ ballot_id }) => ballot_id),
          ...opening.map(({ ballot_id }) => ballot_id),
        ]),
        row.and([row('voters', '=', 'residents'), row('state', 'in', ['setUp', 'trusteesReady', 'open'])]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const votes = []
  const trustee = []
  for (const row of rows) {
    const slip = voting.find(({ ballot_id }) => ballot_id === row.id)
    const box = slip ? (await boxesOf(deed, row.id)).find(({ id }) => id === slip.box_id) : undefined
    const live = row.state === 'setUp' || row.state === 'trusteesReady' || row.state === 'open'
    const right = slip ? { asksBench: null } : await rightIn(deed, row, personId)
    if (right)
      votes.push({
        councilId: row.council_id,
        ...toLine(row),
        boxId: box?.id ?? null,
        bench: box?.bench ?? null,
        handedOn: slip?.handed_on ?? null,
        paper: slip?.paper ?? false,
        code: live && !slip?.handed_on ? (slip?.code ?? null) : null,
        asksBench: right.asksBench,
        may: [
          ...(live && !slip?.handed_on ? (['slip'] as const) : []),
          ...(row.state === 'open' && box?.election && !slip?.paper ? (['vote'] as const) : []),
        ],
      })
    if (opening.some(({ ballot_id }) => ballot_id === row.id)) {
      const all = await trusteesOf(deed, row.id)
      trustee.push({
        councilId: row.council_id,
        ...toLine(row),
        waits: await waitsFor(
          deed,
          row,
          all.find(({ person_id }) => person_id === personId)!,
          all,
        ),
      })
    }
  }
  return { votes, trustee }
}

/** A residents' election is shown to whoever lives here, confirmed, on that side or without one. @returns the side, and whether it has to be chosen */
async function rightIn(deed: Deed, row: BallotRow, personId: string): Promise<{ readonly asksBench: Bench | null } | undefined> {
  if (row.voters !== 'residents' || (await residenceLevel(deed, personId)).level !== 'confirmed') return undefined
  const call = await deed.tx
    .selectFrom('seat_call')
    .select(['bench', 'opened_at'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.call_id)
    .executeTakeFirstOrThrow()
  const group = (await groupOf(deed, personId, call.opened_at)) ?? 'unstated'
  const bench = call.bench as Bench | null
  if (group === 'unstated') return { asksBench: bench }
  return (group === 'newcomer' ? 'newcomers' : 'locals') === bench ? { asksBench: null } : undefined
}
