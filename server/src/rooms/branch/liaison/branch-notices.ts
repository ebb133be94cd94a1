import type { BranchNotice, publishBranchNotice } from '@ronghe/contract/branch/liaison.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Selectable } from 'kysely'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import type { NoticeTable } from '../../../platform/branch/tables.ts'
import { notFound, unfit } from '../../../platform/http/problems.ts'
import { findMembership } from '../life/membership.ts'
import { refuseNames } from '../life/names-in-words.ts'
import { tellMembers } from '../life/occasions.ts'
import { requireOffice } from '../offices-held.ts'

type Row = Selectable<NoticeTable>

/** Carrying down (下达), to everybody who is checked in. Who read one is not kept. */
export async function publish(
  deed: BranchDeed,
  branchId: string,
  { title, words, until }: BodyOf<typeof publishBranchNotice>,
): Promise<BranchNotice> {
  await requireOffice(deed, branchId)
  if (until < dayOf(deed)) throw unfit([{ path: 'until', code: 'day-past' }])
  await refuseNames(deed, branchId, { title, words })
  const row = await deed.tx
    .insertInto('notice')
    .values({ street_id: deed.street.id, id: deed.id(), branch_id: branchId, title, words, shown_from: dayOf(deed), shown_until: until })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordInBranch(deed, { kind: 'branch.notice.published', plain: { branch: branchId, notice: row.id } })
  await tellMembers(deed, branchId, 'branch-new-notice')
  return toNotice(row, true)
}

export async function listForOffice(deed: BranchDeed, branchId: string): Promise<{ items: BranchNotice[] }> {
  await requireOffice(deed, branchId)
  return { items: (await rowsOf(deed, branchId)).map((row) => toNotice(row, row.shown_until >= dayOf(deed))) }
}

export async function listMine(deed: BranchDeed): Promise<{ items: BranchNotice[] }> {
  const member = await findMembership(deed)
  if (!member) return { items: [] }
  const rows = await rowsOf(deed, member.branch_id)
  return { items: rows.filter(({ shown_until }) => shown_until >= dayOf(deed)).map((row) => toNotice(row, false)) }
}

export async function takeDown(deed: BranchDeed, branchId: string, id: string): Promise<void> {
  await requireOffice(deed, branchId)
  const row = await deed.tx
    .updateTable('notice')
    .set({ taken_down_on: dayOf(deed) })
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .where('taken_down_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound('branch-notice')
  await recordInBranch(deed, { kind: 'branch.notice.taken-down', plain: { branch: branchId, notice: id } })
}

const rowsOf = (deed: BranchDeed, branchId: string): Promise<Row[]> =>
  deed.tx
    .selectFrom('notice')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('taken_down_on', 'is', null)
    .orderBy('shown_from', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()

const toNotice = ({ id, title, words, shown_from, shown_until }: Row, mine: boolean): BranchNotice => ({
  id,
  title,
  words,
  shownFrom: shown_from,
  shownUntil: shown_until,
  may: mine ? ['takeDown'] : [],
})
