import { mostLines, type Amendment } from '@ronghe/contract/council/motions.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Selectable } from 'kysely'
import { personOf } from '../../platform/auth/actor.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { findPersons } from '../people/persons.ts'
import { today } from '../programme/posts.ts'
import { amended, conflict, faultOf, movedBy, type LineChange } from '@ronghe/floor'
import { cited } from './charter.ts'
import { actingDelegate, heldIn } from './delegates.ts'
import { refuseInterested } from './interests.ts'
import { amendableStates } from './motion-lifecycle.ts'
import { isAuthor, readable } from './motion-reader.ts'
import { addMotionEvent, changeMotion, partiesOf, type MotionRow } from './motion-rows.ts'

type Row = Selectable<Tables['amendment']>
const change = (row: Row): LineChange => ({ fromLine: row.from_line, toLine: row.to_line, lines: row.lines })

const amendmentsAt = (deed: Deed, motionId: string) =>
  deed.tx.selectFrom('amendment').selectAll().where('street_id', '=', deed.street.id).where('motion_id', '=', motionId).orderBy('number')

/** A delegate proposes other lines. It names the version it was written against, so that nobody amends a text they have not seen. */
export async function proposeAmendment(
  deed: Deed,
  motionId: string,
  proposal: LineChange & { readonly version: number; readonly reason: string },
): Promise<void> {
  const row = await readable(deed, motionId, 'lock')
  const delegate = await actingDelegate(deed, row.council_id)
  const about = await cited(deed, row.council_id, 'floor')
  if (!amendableStates.includes(row.state)) throw refused('amendment-not-now', about)
  if (delegate.bench === null) throw refused('motion-chair-neutral', await cited(deed, row.council_id, 'chair'))
  await refuseInterested(deed, row.council_id, delegate.personId, await partiesOf(deed, row))
  if (proposal.version !== row.version) throw refused('amendment-stale', about)
  const fault = faultOf(row.lines, proposal, mostLines)
  if (fault) throw refused(fault, about)
  const known = await amendmentsAt(deed, motionId).execute()
  const number = known.length + 1
  await deed.tx
    .insertInto('amendment')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      motion_id: motionId,
      number,
      author_id: delegate.personId,
      bench: delegate.bench,
      version: row.version,
      from_line: proposal.fromLine,
      to_line: proposal.toLine,
      lines: [...proposal.lines],
      reason: proposal.reason,
      state: 'open',
      proposed_on: today(deed),
    })
    .execute()
  await addMotionEvent(deed, motionId, { kind: 'amendmentProposed', details: { number, because: proposal.reason } })
  await record(deed, { kind: 'council.amendment.proposed', plain: { motion: motionId, number } })
  if (row.author_id && row.author_id !== delegate.personId)
    await notify(deed, row.author_id, { template: 'council-amendment-proposed', link: `/council/motions/${motionId}` })
}

export type AmendmentAct =
  | { readonly act: 'merge' | 'decline' | 'withdraw' }
  | { readonly act: 'settle'; readonly meetingId: string; readonly carried: boolean }

/**
 * Before the debate the mover decides; once it is seconded the text is the council's and the clerk enters what it voted. Whoever proposed an
 * amendment may take it back while it is open.
 */
export async function decideAmendment(deed: Deed, motionId: string, amendmentId: string, what: AmendmentAct): Promise<void> {
  const row = await readable(deed, motionId, 'lock')
  const about = await cited(deed, row.council_id, 'floor')
  if (!amendableStates.includes(row.state)) throw refused('amendment-not-now', about)
  const open = (await amendmentsAt(deed, motionId).execute()).filter(({ state }) => state === 'open')
  const amendment = open.find(({ id }) => id === amendmentId)
  if (!amendment) throw refused('amendment-decided', about)
  if (!actsOn(deed, row, amendment).includes(what.act)) throw forbidden('amendment-not-yours')
  const meetingId = what.act === 'settle' ? what.meetingId : null
  if (what.act === 'merge' || (what.act === 'settle' && what.carried)) {
    await take(deed, row, amendment, open, what.act === 'merge' ? 'mover' : 'vote', meetingId)
    return
  }
  const state = what.act === 'withdraw' ? 'withdrawn' : 'rejected'
  await setState(deed, amendment.id, {
    state,
    decided_by: what.act === 'settle' ? 'vote' : what.act === 'decline' ? 'mover' : null,
    meetingId,
  })
  await addMotionEvent(deed, motionId, {
    kind: `amendment${state === 'withdrawn' ? 'Withdrawn' : 'Rejected'}`,
    meetingId,
    details: { number: amendment.number },
  })
  await record(deed, { kind: `council.amendment.${state}`, plain: { motion: motionId, number: amendment.number } })
}

/** Makes the change: a new version of the text; the other open ones move with their lines, and those that touched the same lines are overtaken. */
async function take(
  deed: Deed,
  row: MotionRow,
  taken: Row,
  open: readonly Row[],
  by: 'mover' | 'vote',
  meetingId: string | null,
): Promise<void> {
  const made = change(taken)
  const fault = faultOf(row.lines, made, mostLines)
  if (fault) throw refused(fault, await cited(deed, row.council_id, 'floor'))
  const lines = amended(row.lines, made)
  const version = row.version + 1
  // The translation is of the old lines now; the clerk is asked for a new one.
  await changeMotion(deed, row.id, { lines, version, translation: null })
  await deed.tx
    .insertInto('motion_version')
    .values({ street_id: deed.street.id, motion_id: row.id, version, lines, from_day: today(deed), amendment_id: taken.id })
    .execute()
  await setState(deed, taken.id, { state: 'merged', decided_by: by, meetingId })
  for (const other of open.filter(({ id }) => id !== taken.id)) {
    const place = movedBy({ fromLine: other.from_line, toLine: other.to_line }, made)
    if (place === null) await setState(deed, other.id, { state: 'overtaken', decided_by: null, meetingId })
    else
      await deed.tx
        .updateTable('amendment')
        .set({ version, from_line: place.fromLine, to_line: place.toLine })
        .where('street_id', '=', deed.street.id)
        .where('id', '=', other.id)
        .execute()
  }
  await addMotionEvent(deed, row.id, {
    kind: 'amendmentMerged',
    meetingId,
    byAuthor: by === 'mover',
    details: { number: taken.number, version },
  })
  await record(deed, { kind: 'council.amendment.merged', plain: { motion: row.id, number: taken.number, version, by } })
}

const setState = (
  deed: Deed,
  id: string,
  {
    state,
    decided_by,
    meetingId,
  }: { readonly state: Row['state']; readonly decided_by: Row['decided_by']; readonly meetingId: string | null },
) =>
  deed.tx
    .updateTable('amendment')
    .set({ state, decided_by, decided_on: today(deed), meeting_id: meetingId })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()

function actsOn(deed: Deed, motion: MotionRow, amendment: Row): Amendment['may'] {
  if (amendment.state !== 'open' || !amendableStates.includes(motion.state)) return []
  const seconded = motion.state === 'seconded' || motion.state === 'debated'
  return [
    ...(isAuthor(deed, motion) && !seconded ? (['merge', 'decline'] as const) : []),
    ...(amendment.author_id !== null && personOf(deed.actor) === amendment.author_id ? (['withdraw'] as const) : []),
    ...(seconded && heldIn(deed, motion.council_id, 'councilClerk') ? (['settle'] as const) : []),
  ]
}

export async function amendmentsOf(deed: Deed, motion: MotionRow): Promise<Amendment[]> {
  const rows = await amendmentsAt(deed, motion.id).execute()
  if (rows.length === 0) return []
  const versions = await deed.tx
    .selectFrom('motion_version')
    .select(['version', 'lines'])
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motion.id)
    .execute()
  const textOf = new Map(versions.map(({ version, lines }) => [version, lines]))
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.flatMap(({ author_id }) => author_id ?? []),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const open = rows.filter(({ state }) => state === 'open')
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    author: (row.author_id && names.get(row.author_id)) ?? null,
    bench: row.bench as Bench | null,
    version: row.version,
    fromLine: row.from_line,
    toLine: row.to_line,
    before: (textOf.get(row.version) ?? []).slice(row.from_line - 1, row.to_line),
    lines: row.lines,
    reason: row.reason,
    state: row.state,
    decidedBy: row.decided_by,
    proposedOn: row.proposed_on,
    decidedOn: row.decided_on,
    conflicts:
      row.state === 'open'
        ? open.filter((other) => other.id !== row.id && conflict(change(row), change(other))).map(({ number }) => number)
        : [],
    may: actsOn(deed, motion, row),
  }))
}

/** For the floor: an amendment that the council voted on during the debate. */
export async function settleAmendment(
  deed: Deed,
  amendmentId: string,
  outcome: { readonly carried: boolean; readonly meetingId: string },
): Promise<void> {
  const found = await deed.tx
    .selectFrom('amendment')
    .select('motion_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', amendmentId)
    .executeTakeFirst()
  if (!found) throw notFound('amendment')
  const row = await readable(deed, found.motion_id, 'lock')
  const open = (await amendmentsAt(deed, row.id).execute()).filter(({ state }) => state === 'open')
  const amendment = open.find(({ id }) => id === amendmentId)
  if (!amendment) throw refused('amendment-decided', await cited(deed, row.council_id, 'floor'))
  if (outcome.carried) return take(deed, row, amendment, open, 'vote', outcome.meetingId)
  await setState(deed, amendmentId, { state: 'rejected', decided_by: 'vote', meetingId: outcome.meetingId })
  await addMotionEvent(deed, row.id, { kind: 'amendmentRejected', meetingId: outcome.meetingId, details: { number: amendment.number } })
  await record(deed, { kind: 'council.amendment.rejected', plain: { motion: row.id, number: amendment.number } })
}
