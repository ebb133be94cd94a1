import type {
  addOccasion,
  listOccasions,
  listOpenOccasions,
  Occasion,
  readOccasion,
  stepOccasion,
  writeOccasionMinutes,
} from '@ronghe/contract/branch/occasions.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { tell, type BranchTemplate } from '../messages.ts'
import { requireOffice } from '../offices-held.ts'
import { getBranchOrgan } from '../organs.ts'
import { confirmedMembers, findMembership, requireReader } from './membership.ts'
import { refuseNames } from './names-in-words.ts'
import { actsOn, mayMoveTo, membersRead, type OccasionAct } from './occasion-rules.ts'
import { getOccasion, minutesPlace, occasionsOf, toOccasion, yearOf, type OccasionRow } from './occasion-rows.ts'
import { branchCalendar, checkWords } from './plans.ts'
import { myComing } from './attendance.ts'

export async function listForOffice(deed: BranchDeed, branchId: string, asked?: number): Promise<ReplyOf<typeof listOccasions>> {
  await requireOffice(deed, branchId)
  const [year, calendar] = [yearOf(deed, asked), await branchCalendar(deed)]
  const rows = await occasionsOf(deed, branchId, year)
  return { year, items: rows.map((row) => toOccasion(deed, calendar, row, { kind: 'office' })), may: ['add'] }
}

export async function readOne(deed: BranchDeed, branchId: string, id: string): Promise<ReplyOf<typeof readOccasion>> {
  const { office } = await requireReader(deed, branchId)
  const row = await getOccasion(deed, branchId, id)
  const member = await findMembership(deed)
  const came = member ? ((await myComing(deed, member.id)).get(id) ?? null) : null
  const seen = office !== undefined || membersRead(row.kind)
  return {
    ...toOccasion(deed, await branchCalendar(deed), row, office ? { kind: 'office' } : { kind: 'member', came }),
    minutes: seen && row.minutes_sealed ? deed.sealer.open(minutesPlace(deed, id), row.minutes_sealed) : null,
  }
}

export async function add(deed: BranchDeed, branchId: string, body: BodyOf<typeof addOccasion>): Promise<Occasion> {
  await requireOffice(deed, branchId)
  await checkWords(deed, branchId, body)
  const row = await deed.tx
    .insertInto('occasion')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      branch_id: branchId,
      plan_id: null,
      period: null,
      kind: body.kind,
      title: JSON.stringify(body.title),
      place: JSON.stringify(body.place),
      agenda: JSON.stringify(body.agenda),
      day: body.day,
      planned_day: body.day,
      from_minute: body.from,
      to_minute: body.to,
      open_to_all: body.openToAll,
      state: 'planned',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordInBranch(deed, { kind: 'branch.occasion.added', plain: { branch: branchId, occasion: row.id } })
  if (row.day >= dayOf(deed)) await tellMembers(deed, branchId, 'branch-new-date')
  return toOccasion(deed, await branchCalendar(deed), row, { kind: 'office' })
}

export async function step(deed: BranchDeed, branchId: string, id: string, body: BodyOf<typeof stepOccasion>): Promise<Occasion> {
  await requireOffice(deed, branchId)
  const row = await mayNow(deed, branchId, id, body.act)
  const next = await changed(deed, row, body)
  await recordInBranch(deed, { kind: `branch.occasion.${body.act}`, plain: { branch: branchId, occasion: id } })
  return toOccasion(deed, await branchCalendar(deed), next, { kind: 'office' })
}

async function changed(deed: BranchDeed, row: OccasionRow, body: BodyOf<typeof stepOccasion>): Promise<OccasionRow> {
  const update = async (values: Partial<OccasionRow>) => {
    const next = await deed.tx
      .updateTable('occasion')
      .set(values)
      .where('street_id', '=', deed.street.id)
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .returningAll()
      .executeTakeFirst()
    if (!next) throw refused('branch-date-not-now')
    return next
  }
  if (body.act === 'hold') return update({ state: 'held', guests: body.guests, closed_on: dayOf(deed) })
  if (body.act === 'cancel') {
    await tellMembers(deed, row.branch_id, 'branch-date-cancelled')
    return update({ state: 'cancelled', cancelled_for: body.reason, closed_on: dayOf(deed) })
  }
  if (body.to <= body.from) throw unfit([{ path: 'to', code: 'hours-backwards' }])
  if (!mayMoveTo(row.day, body.day, dayOf(deed))) throw unfit([{ path: 'day', code: 'branch-move-day' }])
  await refuseNames(deed, row.branch_id, { place: Object.values(body.place).join('\n') })
  await tellMembers(deed, row.branch_id, 'branch-date-moved')
  return update({ day: body.day, from_minute: body.from, to_minute: body.to, place: JSON.stringify(body.place) })
}

export async function writeMinutes(
  deed: BranchDeed,
  branchId: string,
  id: string,
  { words }: BodyOf<typeof writeOccasionMinutes>,
): Promise<ReplyOf<typeof writeOccasionMinutes>> {
  await requireOffice(deed, branchId)
  await mayNow(deed, branchId, id, 'minutes')
  await refuseNames(deed, branchId, { words })
  await deed.tx
    .updateTable('occasion')
    .set({ minutes_sealed: deed.sealer.seal(minutesPlace(deed, id), words) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await recordInBranch(deed, { kind: 'branch.occasion.minutes', plain: { branch: branchId, occasion: id } })
  return readOne(deed, branchId, id)
}

/** What neighbours may come to: said to everybody, and nothing else of the branch's year. */
export async function listOpen(deed: BranchDeed, branchId: string): Promise<ReplyOf<typeof listOpenOccasions>> {
  await getBranchOrgan(deed, branchId)
  const rows = await deed.tx
    .selectFrom('occasion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('open_to_all', '=', true)
    .where('state', '=', 'planned')
    .where('day', '>=', dayOf(deed))
    .orderBy('day')
    .orderBy('from_minute')
    .limit(10)
    .execute()
  return {
    items: rows.map(({ id, kind, title, place, day, from_minute, to_minute }) => ({
      id,
      kind,
      title: title as Text,
      place: place as Text,
      day,
      from: from_minute,
      to: to_minute,
    })),
  }
}

export async function mayNow(deed: BranchDeed, branchId: string, id: string, act: OccasionAct): Promise<OccasionRow> {
  const row = await getOccasion(deed, branchId, id)
  if (!actsOn(row, dayOf(deed)).includes(act)) throw refused(act === 'sheet' ? 'branch-sheet-closed' : 'branch-date-not-now')
  return row
}

/** To everybody with an account alike; whoever came on paper is told as the branch tells people on paper. */
export async function tellMembers(deed: BranchDeed, branchId: string, template: BranchTemplate): Promise<void> {
  for (const { personId } of await confirmedMembers(deed, branchId))
    if (personId && personId !== deed.personId) await tell(deed, personId, template)
}
