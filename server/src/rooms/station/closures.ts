import type { addClosure } from '@ronghe/contract/station/counter-plan.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { endOfDay, startOfDay } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notify } from '../../platform/notify/notify.ts'
import { cancelBetween } from './appointments.ts'
import { insertClosure } from './counter-plan.ts'

/** Closing days takes the appointments of those days along, and nobody finds a closed door: each is told. */
export async function close(deed: Deed, body: BodyOf<typeof addClosure>): Promise<ReplyOf<typeof addClosure>> {
  const closure = await insertClosure(deed, body)
  const { zone } = deed.street
  const cancelled = await cancelBetween(deed, startOfDay(zone, body.from), endOfDay(zone, body.to))
  for (const { person_id } of cancelled) await notify(deed, person_id, { template: 'appointment-closed', link: '/appointments' })
  return { closure, cancelled: cancelled.length }
}
