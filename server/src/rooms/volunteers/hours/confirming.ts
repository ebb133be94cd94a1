import type { Deed } from '../../../platform/deed.ts'
import { refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { housemates } from '../../people/households.ts'
import { lockEntry, reverse } from './claiming.ts'
import { faultOfConfirming, type ConfirmFault } from './hours-law.ts'
import { getHours, getShiftLine, serviceMonth, spanOfRow, timeThere, type HoursRow } from './hours-rows.ts'

/** The second person says yes, or no. A no reverses the entry; who claimed may enter other times, and is never told who said it. */
export async function confirmHours(
  deed: Deed,
  confirmer: string,
  entryId: string,
  right: boolean,
  paper?: { readonly postId: string },
): Promise<void> {
  await lockEntry(deed, entryId)
  const row = await getHours(deed, entryId)
  const asked = await askConfirming(deed, confirmer, row)
  if (asked.fault) throw refused(asked.fault, { params: { days: asked.confirmDays } })
  if (!right) {
    await reverse(deed, row, 'declined')
    await notify(deed, row.person_id, { template: 'hours-declined', link: '/volunteers/hours' })
    return
  }
  await takePair(deed, confirmer, row)
  await deed.tx
    .insertInto('hours_confirmation')
    .values({
      street_id: deed.street.id,
      entry_id: entryId,
      confirmed_by: confirmer,
      role: asked.served ? 'served' : 'sameShift',
      channel: paper ? 'paper' : 'phone',
      entered_by_post: paper?.postId ?? null,
      confirmed_at: deed.now,
    })
    .execute()
  await record(deed, {
    kind: 'volunteers.hours.confirmed',
    about: row.person_id,
    plain: { entry: entryId, role: asked.served ? 'served' : 'sameShift', channel: paper ? 'paper' : 'phone' },
    sealed: { confirmer },
  })
  await notify(deed, row.person_id, { template: 'hours-confirmed', link: '/volunteers/hours' })
}

/** Whether somebody could be the second person now; the pages ask before they offer it. */
export async function askConfirming(
  deed: Deed,
  confirmer: string,
  row: HoursRow,
): Promise<{ readonly fault: ConfirmFault | undefined; readonly served: boolean; readonly confirmDays: number }> {
  const here = deed.street.id
  const presence = await deed.tx
    .selectFrom('shift_presence')
    .select(['in_at', 'out_at'])
    .where('street_id', '=', here)
    .where('shift_id', '=', row.shift_id)
    .where('person_id', '=', confirmer)
    .executeTakeFirst()
  const served = await deed.tx
    .selectFrom('shift_served')
    .select('person_id')
    .where('street_id', '=', here)
    .where('shift_id', '=', row.shift_id)
    .where('person_id', '=', confirmer)
    .executeTakeFirst()
  const { confirmDays } = await setting(deed, 'volunteers')
  const fault = faultOfConfirming({
    claim: { ...spanOfRow(row), personId: row.person_id, state: row.state },
    confirmer,
    housemates: await housemates(deed, row.person_id),
    presence: presence && timeThere(presence, await getShiftLine(deed, row.shift_id)),
    served: served !== undefined,
    confirmedBack: (await pairOf(deed, confirmer, row)) === row.person_id,
    now: deed.now,
    confirmDays,
    claimedAt: row.made_at,
  })
  return { fault, served: served !== undefined, confirmDays }
}

/** Which of the two confirms the other in this month of service, if it is settled. */
async function pairOf(deed: Deed, confirmer: string, row: HoursRow): Promise<string | undefined> {
  const [low, high] = [confirmer, row.person_id].toSorted() as [string, string]
  const found = await deed.tx
    .selectFrom('hours_pair')
    .select('confirmer_id')
    .where('street_id', '=', deed.street.id)
    .where('month', '=', serviceMonth(deed, spanOfRow(row)))
    .where('low_id', '=', low)
    .where('high_id', '=', high)
    .executeTakeFirst()
  return found?.confirmer_id
}

/** Of two who confirm each other at the same moment, the second waits for the first one's row and finds it taken. */
async function takePair(deed: Deed, confirmer: string, row: HoursRow): Promise<void> {
  const [low_id, high_id] = [confirmer, row.person_id].toSorted() as [string, string]
  await deed.tx
    .insertInto('hours_pair')
    .values({ street_id: deed.street.id, month: serviceMonth(deed, spanOfRow(row)), low_id, high_id, confirmer_id: confirmer })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if ((await pairOf(deed, confirmer, row)) !== confirmer) throw refused('hours-mutual')
}
