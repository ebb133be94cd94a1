import { inHouse, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import { sealDay } from '../../platform/branch/branch-journal.ts'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { tellOfMessage } from '../../platform/notify/deliver.ts'
import { branchRules, forgetRows } from '../../platform/privacy/forget-old.ts'
import { spanGroups } from '../../platform/privacy/retention-rule.ts'
import { settingsOf } from '../../platform/settings/settings.ts'
import { move, overdue } from './members.ts'
import { branchOrgans } from './organs.ts'

/** What the branch did not answer in time is declined by itself, and another branch is offered where there is one (08, Default clocks). */
export const declineOverdue = ({ platform, street }: Deed): Promise<void> =>
  inHouse(platform, street, async (deed) => {
    const late = await overdue(deed)
    const open = late.length > 0 ? await openBranches(deed) : []
    for (const member of late)
      await move(deed, member, {
        state: 'declined',
        reason: 'no-answer',
        otherBranchId: open.find((id) => id !== member.branch_id) ?? null,
      })
  })

async function openBranches(deed: BranchDeed): Promise<readonly string[]> {
  const organs = new Set((await branchOrgans(deed)).map(({ id }) => id))
  const rows = await deed.tx
    .selectFrom('branch')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('takes_check_ins', '=', true)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id).filter((id) => organs.has(id))
}

/** The room's own retention, under its own role; how many rows went is not logged. */
export async function forgetOldHere(shared: Deed): Promise<void> {
  const set = await settingsOf(shared, spanGroups)
  const { platform, street, now } = shared
  for (let more = true; more;)
    more = await inHouse(
      platform,
      street,
      async (deed) => (await forgetRows({ tx: deed.tx as unknown as Deed['tx'], street, now }, branchRules, set)).more, // rules of this schema only
    )
}

/** The kind under which the street's journal holds the branch's days. */
export const sealedKind = 'journal.sealed'
const lookBackDays = 40

/**
 * Every day that is over goes into the street's journal as one salted hash, also a day without a single leaf: who reads the public log learns
 * that there is a branch, and nothing else.
 */
export async function sealJournal(shared: Deed): Promise<void> {
  const { platform, street, now, tx } = shared
  const yesterday = addDays(dayIn(street.zone, now), -1)
  const days = await inHouse(platform, street, async (deed) => {
    const newest = await deed.tx
      .selectFrom('journal_day')
      .select('day')
      .where('street_id', '=', street.id)
      .orderBy('day', 'desc')
      .executeTakeFirst()
    for (let day = newest ? addDays(newest.day, 1) : yesterday; day <= yesterday; day = addDays(day, 1)) await sealDay(deed, day)
    return deed.tx
      .selectFrom('journal_day')
      .select(['day', 'root'])
      .where('street_id', '=', street.id)
      .where('day', '>', addDays(yesterday, -lookBackDays))
      .orderBy('day')
      .execute()
  })
  // A process may die between the two commits: what the street's journal lacks is added the night after.
  const there = await tx
    .selectFrom('journal_leaf')
    .select('commitments')
    .where('street_id', '=', street.id)
    .where('kind', '=', sealedKind)
    .where('at', '>', new Date(now.getTime() - (lookBackDays + 2) * 86_400_000))
    .execute()
  const known = new Set(there.map(({ commitments }) => (commitments as Record<string, string>)['day']))
  for (const { day, root } of days)
    if (!known.has(`plain:${day}`)) await record(shared, { kind: sealedKind, plain: { day, root: root.toString('hex') } })
}

/** In the morning, whatever the hour it was written: "you have a message", as every room's messages read outside. No table but the branch's own knows. */
export async function sayWaiting(shared: Deed): Promise<void> {
  const { platform, street } = shared
  const waiting = await inHouse(platform, street, async (deed) => {
    const rows = await deed.tx
      .updateTable('message')
      .set({ passed_on: dayIn(street.zone, deed.now) })
      .where('street_id', '=', street.id)
      .where('passed_on', 'is', null)
      .returning(['id', 'person_sealed', 'read_on'])
      .execute()
    const unread = rows.filter(({ read_on }) => read_on === null)
    return new Map(
      unread.map(({ id, person_sealed }) => [
        deed.sealer.open({ street: street.id, table: 'branch.message', column: 'person_sealed', row: id }, person_sealed),
        id,
      ]),
    )
  })
  for (const [personId, id] of waiting) await tellOfMessage(shared, personId, id)
}
