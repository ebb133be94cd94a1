import type { Bench, CharterParameters } from '@ronghe/contract/council/charter.ts'
import type { Parity } from '@ronghe/contract/council/council.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { tellUp } from '../programme/going-up.ts'
import { today } from '../programme/posts.ts'
import { notify } from '../../platform/notify/notify.ts'
import { parametersOf } from './charter.ts'
import { delegatesInOffice } from './delegates.ts'

export interface Attendance {
  readonly newcomersPercent: number
  readonly localsPercent: number
  readonly gapPercent: number
}

/** Shares of each bench that were there, in whole per cent; a bench of nobody was nowhere missing. */
export function attendanceOf(inOffice: Readonly<Record<Bench, number>>, absent: Readonly<Record<Bench, number>>): Attendance {
  const percent = (bench: Bench): number =>
    inOffice[bench] === 0 ? 100 : Math.round((100 * (inOffice[bench] - absent[bench])) / inOffice[bench])
  const [newcomersPercent, localsPercent] = [percent('newcomers'), percent('locals')]
  return { newcomersPercent, localsPercent, gapPercent: Math.abs(newcomersPercent - localsPercent) }
}

export const rosterHolds = (newcomers: number, locals: number, { seatsDifferBy }: CharterParameters['parity']): boolean =>
  Math.abs(newcomers - locals) <= seatsDifferBy

/** Parity of the roster today and of the last meeting that noted who was not there. */
export async function parityOf(deed: Deed, councilId: string): Promise<Parity> {
  const { parity } = await parametersOf(deed, councilId)
  const { newcomers, locals } = await inOffice(deed, councilId, today(deed))
  return {
    newcomers,
    locals,
    most: parity.seatsDifferBy,
    holds: rosterHolds(newcomers, locals, parity),
    attendance: await lastAttendance(deed, councilId, parity),
  }
}

async function inOffice(deed: Deed, councilId: string, day: string): Promise<Record<Bench, number>> {
  const delegates = await delegatesInOffice(deed, councilId, day)
  const count = (bench: Bench): number => delegates.filter((delegate) => delegate.bench === bench).length
  return { newcomers: count('newcomers'), locals: count('locals') }
}

async function lastAttendance(deed: Deed, councilId: string, parity: CharterParameters['parity']): Promise<Parity['attendance']> {
  const meeting = await deed.tx
    .selectFrom('meeting')
    .select(['id', 'starts_at'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('kind', '<>', 'practice')
    .where('state', 'in', ['closed', 'minutesDraft', 'minutesApproved', 'published'])
    .orderBy('starts_at', 'desc')
    .executeTakeFirst()
  if (!meeting) return null
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: deed.street.zone }).format(meeting.starts_at)
  const attendance = attendanceOf(await inOffice(deed, councilId, day), await absentFrom(deed, meeting.id))
  return { day, ...attendance, mostGapPercent: parity.attendanceGapPercent, holds: attendance.gapPercent <= parity.attendanceGapPercent }
}

/** Excused or not: parity asks who was heard, not whose fault it was. */
async function absentFrom(deed: Deed, meetingId: string): Promise<Record<Bench, number>> {
  const rows = await deed.tx
    .selectFrom('seat_absence')
    .innerJoin('seat_term', (join) =>
      join.onRef('seat_term.street_id', '=', 'seat_absence.street_id').onRef('seat_term.id', '=', 'seat_absence.term_id'),
    )
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select('seat.bench')
    .where('seat_absence.street_id', '=', deed.street.id)
    .where('seat_absence.meeting_id', '=', meetingId)
    .execute()
  const count = (bench: Bench): number => rows.filter((row) => row.bench === bench).length
  return { newcomers: count('newcomers'), locals: count('locals') }
}

/** Warns chair and street once when the benches in office differ by more than the charter allows; the warning ends when they do not. */
export async function watchRoster(deed: Deed, councilId: string): Promise<void> {
  const { parity } = await parametersOf(deed, councilId)
  // A term that ends today is over tomorrow: the warning does not wait for it.
  const { newcomers, locals } = await inOffice(deed, councilId, addDays(today(deed), 1))
  await alarm(deed, councilId, { kind: 'roster', about: councilId, rings: !rosterHolds(newcomers, locals, parity) })
}

/** The same for who came to a meeting. */
export async function watchAttendance(deed: Deed, councilId: string, meetingId: string): Promise<void> {
  const { parity } = await parametersOf(deed, councilId)
  const { gapPercent } = attendanceOf(await inOffice(deed, councilId, today(deed)), await absentFrom(deed, meetingId))
  await alarm(deed, councilId, { kind: 'attendance', about: meetingId, rings: gapPercent > parity.attendanceGapPercent })
}

async function alarm(
  deed: Deed,
  councilId: string,
  { kind, about, rings }: { readonly kind: 'roster' | 'attendance'; readonly about: string; readonly rings: boolean },
): Promise<void> {
  const open = await deed.tx
    .selectFrom('parity_alarm')
    .select('raised_on')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('matter_id', '=', about)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (rings === (open !== undefined)) return
  if (!rings) {
    await deed.tx
      .updateTable('parity_alarm')
      .set({ ended_on: today(deed) })
      .where('street_id', '=', deed.street.id)
      .where('council_id', '=', councilId)
      .where('kind', '=', kind)
      .where('matter_id', '=', about)
      .where('ended_on', 'is', null)
      .execute()
    return
  }
  await deed.tx
    .insertInto('parity_alarm')
    .values({ street_id: deed.street.id, council_id: councilId, kind, matter_id: about, raised_on: today(deed) })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'council_id', 'kind', 'matter_id', 'raised_on']).doUpdateSet({ ended_on: null }),
    )
    .execute()
  await record(deed, { kind: 'council.parity.alarm', plain: { council: councilId, about, of: kind } })
  const message = { template: `council-parity-${kind}`, link: `/council/${councilId}` }
  const chair = (await delegatesInOffice(deed, councilId)).find(({ bench }) => bench === null)
  if (chair) await notify(deed, chair.personId, message)
  await tellUp(deed, 'streetLead', { nobodyBut: 'streetLead' }, message)
}
