import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { notify } from '../../platform/notify/notify.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from '../programme/posts.ts'
import { markMissed } from './appointments.ts'
import { soonJob } from './counter-calls.ts'
import { addUpDays } from './counter-figures.ts'

/** Tells the first in line, once each; without locking a ticket, so that nobody is passed over by a window that calls meanwhile. */
export async function tellSoon(deed: Deed): Promise<void> {
  const { toldAhead } = await setting(deed, 'station')
  const rows = await deed.tx
    .selectFrom('ticket')
    .select(['id', 'person_id'])
    .where('street_id', '=', deed.street.id)
    .where('day', '=', today(deed))
    .where('state', '=', 'waiting')
    .orderBy('line_at')
    .orderBy('appointment_at', (order) => order.asc().nullsLast())
    .orderBy('number')
    .limit(toldAhead)
    .execute()
  for (const { id, person_id } of rows) {
    if (!person_id) continue
    const told = await deed.tx
      .insertInto('ticket_told')
      .values({ street_id: deed.street.id, ticket_id: id })
      .onConflict((conflict) => conflict.columns(['street_id', 'ticket_id']).doNothing())
      .executeTakeFirst()
    if (told.numInsertedOrUpdatedRows) await notify(deed, person_id, { template: 'ticket-soon', link: '/tickets' })
  }
}

export const counterJobs: readonly Job[] = [
  { name: soonJob, run: tellSoon },
  {
    name: 'station.counter-night',
    every: '20 0 * * *',
    async run(deed) {
      await markMissed(deed)
      await addUpDays(deed)
      await closeYesterday(deed)
    },
  },
]

/** Windows that were left open and tickets nobody ended: a new day begins with an empty hall. */
async function closeYesterday(deed: Deed): Promise<void> {
  const { tx, street, now } = deed
  await tx
    .updateTable('ticket')
    .set({ state: 'left', ended_at: now })
    .where('street_id', '=', street.id)
    .where('day', '<', today(deed))
    .where('state', 'in', ['waiting', 'called', 'serving', 'held'])
    .execute()
  await tx
    .updateTable('service_window')
    .set({ state: 'closed', clerk_person_id: null, covered_by: null, languages: [], changed_at: now })
    .where('street_id', '=', street.id)
    .where('state', '<>', 'closed')
    .execute()
}
