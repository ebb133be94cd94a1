import type { enterSheet, openSheet, readMyBranchYear } from '@ronghe/contract/branch/occasions.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { requireOffice } from '../offices-held.ts'
import { branchNames } from '../organs.ts'
import { confirmedMembers, findMembership, lookAtAll, requireMembership } from './membership.ts'
import { sheetOpen, sheetUntil } from './occasion-rules.ts'
import { getOccasion, occasionsOf, toOccasion, yearOf, type OccasionRow } from './occasion-rows.ts'
import { branchCalendar } from './plans.ts'

type Came = 'tap' | 'paper'

/** The year as a member sees it, with their own coming; nobody else is ever shown that over more than one date. */
export async function myYear(deed: BranchDeed, asked?: number): Promise<ReplyOf<typeof readMyBranchYear>> {
  const year = yearOf(deed, asked)
  const member = await findMembership(deed)
  if (!member) return { branch: null, year, items: [] }
  const [rows, calendar] = [await occasionsOf(deed, member.branch_id, year), await branchCalendar(deed)]
  const mine = await myComing(deed, member.id)
  return {
    branch: { id: member.branch_id, name: (await branchNames(deed))(member.branch_id) },
    year,
    items: rows.map((row) => {
      const came = mine.get(row.id) ?? null
      return { ...toOccasion(deed, calendar, row, { kind: 'member', came }), came }
    }),
  }
}

export async function myComing(deed: BranchDeed, checkInId: string): Promise<ReadonlyMap<string, Came>> {
  const rows = await deed.tx
    .selectFrom('attendance')
    .select(['occasion_id', 'channel'])
    .where('street_id', '=', deed.street.id)
    .where('check_in_id', '=', checkInId)
    .execute()
  return new Map(rows.map(({ occasion_id, channel }) => [occasion_id, channel]))
}

/** One's own tap. Said twice it is said once; whoever stands on the paper already stays there. */
export async function come(deed: BranchDeed, occasionId: string): Promise<{ came: Came }> {
  const member = await requireMembership(deed)
  const row = await getOccasion(deed, member.branch_id, occasionId)
  requireOpen(deed, row)
  await putDown(deed, row, [member.id], 'tap')
  await recordInBranch(deed, { kind: 'branch.attendance.tap', about: deed.personId, plain: { occasion: occasionId } })
  return { came: (await myComing(deed, member.id)).get(occasionId)! }
}

export async function takeBack(deed: BranchDeed, occasionId: string): Promise<void> {
  const member = await requireMembership(deed)
  requireOpen(deed, await getOccasion(deed, member.branch_id, occasionId))
  await deed.tx
    .deleteFrom('attendance')
    .where('street_id', '=', deed.street.id)
    .where('occasion_id', '=', occasionId)
    .where('check_in_id', '=', member.id)
    .where('channel', '=', 'tap')
    .execute()
  await recordInBranch(deed, { kind: 'branch.attendance.taken-back', about: deed.personId, plain: { occasion: occasionId } })
}

/** With names, while the list is open; each of them can see that it was opened. */
export async function openSheetFor(deed: BranchDeed, branchId: string, occasionId: string): Promise<ReplyOf<typeof openSheet>> {
  const office = await requireOffice(deed, branchId)
  const row = await getOccasion(deed, branchId, occasionId)
  requireOpen(deed, row)
  const members = await confirmedMembers(deed, branchId)
  await lookAtAll(deed, office, members, 'list')
  const there = await cameTo(deed, occasionId)
  return {
    items: members
      .map((member) => ({ checkInId: member.id, name: member.name(), came: there.get(member.id) ?? null }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    until: sheetUntil(row.day),
  }
}

/** The list on paper as it is: whoever is on it is put down, whoever was on it by mistake is taken off; own taps are the members' own. */
export async function enterPaperSheet(
  deed: BranchDeed,
  branchId: string,
  occasionId: string,
  { came }: BodyOf<typeof enterSheet>,
): Promise<{ entered: number }> {
  await requireOffice(deed, branchId)
  const row = await getOccasion(deed, branchId, occasionId)
  requireOpen(deed, row)
  const members = new Set((await confirmedMembers(deed, branchId)).map(({ id }) => id))
  if (came.some((id) => !members.has(id))) throw unfit([{ path: 'came', code: 'field-choice' }])
  let off = deed.tx
    .deleteFrom('attendance')
    .where('street_id', '=', deed.street.id)
    .where('occasion_id', '=', occasionId)
    .where('channel', '=', 'paper')
  if (came.length > 0) off = off.where('check_in_id', 'not in', came)
  await off.execute()
  await putDown(deed, row, came, 'paper')
  await recordInBranch(deed, { kind: 'branch.attendance.paper', plain: { occasion: occasionId } })
  return { entered: came.length }
}

export async function putDown(
  deed: BranchDeed,
  { id, day }: Pick<OccasionRow, 'id' | 'day'>,
  came: readonly string[],
  channel: Came,
): Promise<void> {
  if (came.length === 0) return
  await deed.tx
    .insertInto('attendance')
    .values(came.map((check_in_id) => ({ street_id: deed.street.id, occasion_id: id, check_in_id, channel, day })))
    .onConflict((conflict) => conflict.columns(['street_id', 'occasion_id', 'check_in_id']).doNothing())
    .execute()
}

async function cameTo(deed: BranchDeed, occasionId: string): Promise<ReadonlyMap<string, Came>> {
  const rows = await deed.tx
    .selectFrom('attendance')
    .select(['check_in_id', 'channel'])
    .where('street_id', '=', deed.street.id)
    .where('occasion_id', '=', occasionId)
    .execute()
  return new Map(rows.map(({ check_in_id, channel }) => [check_in_id, channel]))
}

function requireOpen(deed: BranchDeed, row: OccasionRow): void {
  if (!sheetOpen(row, dayOf(deed))) throw refused('branch-sheet-closed')
}
