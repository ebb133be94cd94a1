import { sendCodeJob } from '../../platform/auth/codes.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { forgetOld } from '../../platform/privacy/forget-old.ts'
import { dueBefore } from '../../platform/privacy/retention-rule.ts'
import { setting } from '../../platform/settings/settings.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { erasePerson, openItems } from './erasing.ts'

const mostAtOnce = 200

export const peopleJobs = (keepers: readonly Keeper[]): readonly Job[] => [
  sendCodeJob,
  { name: 'people.unused.warn', every: '10 9 * * *', run: (deed) => warnUnused(deed) },
  { name: 'people.unused.find', every: '20 3 * * *', run: (deed) => findUnused(deed) },
  { name: 'people.unused.close', run: (deed, ids) => closeUnused(deed, ids['person'] ?? '', keepers) },
  { name: 'people.old.forget', every: '40 2 * * *', run: (deed) => forgetOldRows(deed) },
]

/** Unused twelve months: a message; sixty days later the account closes, if the street has set nothing else (08, Retention). */
async function warnUnused(deed: Deed): Promise<void> {
  const { tx, street, now } = deed
  const { unusedMonths, closingDays } = await setting(deed, 'keeping')
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', street.id)
    .where('state', '=', 'active')
    .where('warned_at', 'is', null)
    .where('last_used_at', '<', dueBefore({ months: unusedMonths }, now))
    // Whoever holds a post is in use by that alone.
    .where('id', 'not in', holdersToday(deed))
    .orderBy('last_used_at')
    .limit(mostAtOnce)
    .execute()
  for (const { id } of rows) {
    await tx.updateTable('person').set({ warned_at: now }).where('street_id', '=', street.id).where('id', '=', id).execute()
    await notify(deed, id, { template: 'unused', link: '/', params: { days: closingDays } })
    await record(deed, { kind: 'people.person.warned', about: id })
  }
  if (rows.length === mostAtOnce) await deed.platform.jobs.send(deed, 'people.unused.warn', {})
}

/** Each is closed in a deed of its own: one that cannot be does not hold up the others. */
async function findUnused(deed: Deed): Promise<void> {
  const warnedBefore = await closingBefore(deed)
  const rows = await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'active')
    .where('warned_at', '<', warnedBefore)
    .limit(mostAtOnce)
    .execute()
  for (const { id } of rows) await deed.platform.jobs.send(deed, 'people.unused.close', { person: id })
}

/** Not while something is still open that somebody waits for; it is looked at again the next night. */
async function closeUnused(deed: Deed, personId: string, keepers: readonly Keeper[]): Promise<void> {
  const due = await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', personId)
    .where('state', '=', 'active')
    .where('warned_at', '<', await closingBefore(deed))
    .forUpdate()
    .executeTakeFirst()
  if (!due) return
  const open = await openItems(deed, personId, keepers)
  if (open.some(({ becomes }) => becomes !== 'ends')) return
  await erasePerson(deed, personId, keepers)
}

/** Whoever was warned before this moment is closed. */
const closingBefore = async (deed: Deed): Promise<Date> => dueBefore({ days: (await setting(deed, 'keeping')).closingDays }, deed.now)

/** Rows whose time is up, a helping at a time; what is left over goes in another job. */
async function forgetOldRows(deed: Deed): Promise<void> {
  const { deleted, more } = await forgetOld(deed)
  deed.platform.log.info({ street: deed.street.id, ...deleted }, 'old rows forgotten')
  if (more) await deed.platform.jobs.send(deed, 'people.old.forget', {})
}

const holdersToday = ({ tx, street, now }: Deed) =>
  tx
    .selectFrom('appointment')
    .select('person_id')
    .where('street_id', '=', street.id)
    .where('revoked_at', 'is', null)
    .where(({ or, eb }) => or([eb('ends_on', 'is', null), eb('ends_on', '>=', dayIn(street.zone, now))]))
