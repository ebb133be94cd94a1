import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Deed } from '../../platform/deed.ts'
import { notify } from '../../platform/notify/notify.ts'
import { today } from '../programme/posts.ts'
import { parametersOf } from './charter.ts'
import { delegatesInOffice } from './delegates.ts'
import { watchAttendance } from './parity.ts'
import { offerFreeSeats } from './seat-offers.ts'
import { endTerm } from './seats.ts'

export interface Absence {
  readonly personId: string
  readonly excused: boolean
}

/**
 * Who was not there, entered when a meeting closes; entering it again corrects it. A seat that has reached the charter's number of unexcused
 * absences lapses, and the next substitute of the bench is asked. The chair's seat does not lapse: its source fills it.
 * @returns the delegates whose seats lapsed
 */
export async function noteAbsences(
  deed: Deed,
  councilId: string,
  meetingId: string,
  absent: readonly Absence[],
): Promise<readonly string[]> {
  const delegates = (await delegatesInOffice(deed, councilId)).filter(({ bench }) => bench !== null)
  const rows = absent.flatMap(({ personId, excused }) => {
    const delegate = delegates.find((one) => one.personId === personId)
    return delegate ? [{ street_id: deed.street.id, term_id: delegate.termId, meeting_id: meetingId, excused, day: today(deed) }] : []
  })
  await deed.tx.deleteFrom('seat_absence').where('street_id', '=', deed.street.id).where('meeting_id', '=', meetingId).execute()
  if (rows.length > 0) await deed.tx.insertInto('seat_absence').values(rows).execute()
  await watchAttendance(deed, councilId, meetingId)
  return lapseSeats(deed, councilId)
}

/** Unexcused absences in a term. */
export async function countAbsences(deed: Deed, termId: string): Promise<number> {
  const { count } = await deed.tx
    .selectFrom('seat_absence')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('term_id', '=', termId)
    .where('excused', '=', false)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Ends every term that has reached the charter's number, tells its holder, and asks the substitutes. */
export async function lapseSeats(deed: Deed, councilId: string): Promise<readonly string[]> {
  const { absence } = await parametersOf(deed, councilId)
  const lapsed: string[] = []
  for (const { personId, termId, bench } of await delegatesInOffice(deed, councilId)) {
    if (bench === null || (await countAbsences(deed, termId)) < absence.unexcused) continue
    const term = await deed.tx
      .selectFrom('seat_term')
      .select('ended_because')
      .where('street_id', '=', deed.street.id)
      .where('id', '=', termId)
      .executeTakeFirstOrThrow()
    if (term.ended_because !== null) continue
    await endTerm(deed, termId, 'lapsed')
    await notify(deed, personId, { template: 'council-seat-lapsed', link: `/council/${councilId}/charter#absence` })
    await offerFreeSeats(deed, councilId, bench as Bench, true)
    lapsed.push(personId)
  }
  return lapsed
}
