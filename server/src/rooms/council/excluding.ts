import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Deed } from '../../platform/deed.ts'
import { notify } from '../../platform/notify/notify.ts'
import { delegatesInOffice } from './delegates.ts'
import { offerFreeSeats } from './seat-offers.ts'
import { endTerm } from './seats.ts'

/** A carried exclusion ends the term that day, and the next substitute of the bench is asked. Whoever has left meanwhile is not excluded again. */
export async function excludeDelegate(deed: Deed, councilId: string, termId: string): Promise<void> {
  const seated = (await delegatesInOffice(deed, councilId)).find((one) => one.termId === termId)
  if (!seated || (await hasEnded(deed, termId))) return
  await endTerm(deed, termId, 'excluded')
  await notify(deed, seated.personId, { template: 'council-seat-excluded', link: `/council/${councilId}/charter#majority` })
  await offerFreeSeats(deed, councilId, seated.bench as Bench, true)
}

async function hasEnded(deed: Deed, termId: string): Promise<boolean> {
  const { ended_because } = await deed.tx
    .selectFrom('seat_term')
    .select('ended_because')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', termId)
    .executeTakeFirstOrThrow()
  return ended_because !== null
}
