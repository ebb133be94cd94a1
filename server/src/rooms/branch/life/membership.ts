import type { OfficeRow } from '../offices-held.ts'
import { dayOf, personHash, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { forbidden } from '../../../platform/http/problems.ts'
import { toCheckIn, type CheckIn } from '../check-in-rows.ts'
import { officeIn } from '../offices-held.ts'

/** The check-in by which the person who asks belongs to a branch today. */
export async function findMembership(deed: BranchDeed): Promise<CheckIn | undefined> {
  if (deed.personId === null) return undefined
  const row = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', personHash(deed, deed.personId))
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
  return row && toCheckIn(deed, row)
}

export async function requireMembership(deed: BranchDeed): Promise<CheckIn> {
  const member = await findMembership(deed)
  if (!member) throw forbidden('branch-members-only')
  return member
}

/** Office-holders and members of this branch; everybody else is answered alike. */
export async function requireReader(deed: BranchDeed, branchId: string): Promise<{ readonly office: OfficeRow | undefined }> {
  const office = await officeIn(deed, branchId)
  if (!office && (await findMembership(deed))?.branch_id !== branchId) throw forbidden('branch-members-only')
  return { office }
}

export async function confirmedMembers(deed: BranchDeed, branchId: string): Promise<readonly CheckIn[]> {
  const rows = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('state', '=', 'confirmed')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => toCheckIn(deed, row))
}

/** A list with names was opened: every one of them can see that it was, and by which office. */
export async function lookAtAll(deed: BranchDeed, office: OfficeRow, members: readonly CheckIn[], purpose: 'list'): Promise<void> {
  const seen = members.filter(({ person_hash, personId }) => person_hash !== null && personId !== deed.personId)
  if (seen.length > 0)
    await deed.tx
      .insertInto('access_log')
      .values(
        seen.map(({ person_hash, branch_id }) => ({
          street_id: deed.street.id,
          id: deed.id(),
          branch_id,
          person_hash: person_hash!,
          office: office.kind,
          purpose,
          day: dayOf(deed),
        })),
      )
      .execute()
  await recordInBranch(deed, { kind: 'branch.list.read', plain: { branch: office.branch_id, purpose } })
}
