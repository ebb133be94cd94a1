import type { addClosure, addCounterHours, CounterHours, readCounterPlan } from '@ronghe/contract/station/counter-plan.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { endOfDay } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { listCalendar } from '../programme/calendar.ts'
import { today } from '../programme/posts.ts'
import type { DayKind, Hours } from './appointment-slots.ts'
import { checkServices } from './service-names.ts'

export async function readPlan(deed: Deed): Promise<ReplyOf<typeof readCounterPlan>> {
  const day = today(deed)
  const closures = await deed.tx
    .selectFrom('counter_closure')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('to_day', '>=', day)
    .orderBy('from_day')
    .execute()
  return {
    hours: (await hoursInForce(deed)).filter(({ until }) => until === null || until >= day).map(toHours),
    closures: closures.map(({ id, from_day, to_day, reason }) => ({ id, from: from_day, to: to_day, reason: reason as Text })),
  }
}

export async function addHours(
  deed: Deed,
  { weekday, from, to, slotMinutes, capacity, services, since }: BodyOf<typeof addCounterHours>,
): Promise<CounterHours> {
  if (to <= from) throw unfit([{ path: 'to', code: 'hours-backwards' }])
  await checkServices(deed, services)
  const id = deed.id()
  const row = await deed.tx
    .insertInto('counter_hours')
    .values({
      street_id: deed.street.id,
      id,
      weekday,
      from_minute: from,
      to_minute: to,
      slot_minutes: slotMinutes,
      capacity,
      services: [...services],
      since: since ?? today(deed),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'station.counter.hours-added', plain: { hours: id } })
  return toHours(hoursOf(row))
}

export async function endHours(deed: Deed, id: string, until: string): Promise<{ hours: CounterHours; affected: string[] }> {
  const row = await deed.tx
    .updateTable('counter_hours')
    .set({ until })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw notFound('hours')
  const later = await deed.tx
    .selectFrom('booking')
    .innerJoin('appointment_slot', (join) =>
      join.onRef('appointment_slot.street_id', '=', 'booking.street_id').onRef('appointment_slot.id', '=', 'booking.slot_id'),
    )
    .select('booking.id')
    .where('booking.street_id', '=', deed.street.id)
    .where('booking.state', '=', 'booked')
    .where('appointment_slot.hours_id', '=', id)
    .where('booking.starts_at', '>=', endOfDay(deed.street.zone, until))
    .execute()
  await record(deed, { kind: 'station.counter.hours-ended', plain: { hours: id, until } })
  return { hours: toHours(hoursOf(row)), affected: later.map((booking) => booking.id) }
}

export async function insertClosure(
  deed: Deed,
  { from, to, reason }: BodyOf<typeof addClosure>,
): Promise<{ id: string; from: string; to: string; reason: Text }> {
  if (to < from) throw unfit([{ path: 'to', code: 'hours-backwards' }])
  if (from < today(deed)) throw unfit([{ path: 'from', code: 'day-past' }])
  const id = deed.id()
  await deed.tx
    .insertInto('counter_closure')
    .values({ street_id: deed.street.id, id, from_day: from, to_day: to, reason: JSON.stringify(reason) })
    .execute()
  await record(deed, { kind: 'station.counter.closed', plain: { closure: id, from, to } })
  return { id, from, to, reason }
}

export async function removeClosure(deed: Deed, id: string): Promise<void> {
  const { numDeletedRows } = await deed.tx
    .deleteFrom('counter_closure')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('closure')
  await record(deed, { kind: 'station.counter.closure-dropped', plain: { closure: id } })
}

export async function hoursInForce(deed: Deed): Promise<readonly Hours[]> {
  const rows = await deed.tx
    .selectFrom('counter_hours')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .orderBy('weekday')
    .orderBy('from_minute')
    .orderBy('id')
    .execute()
  return rows.map(hoursOf)
}

/** What the calendar and the station's own closures say about each of these days. */
export async function findDays(deed: Deed, days: readonly string[]): Promise<ReadonlyMap<string, { kind: DayKind; closed: Text | null }>> {
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))]
  const calendar = new Map<string, { kind: 'holiday' | 'workday'; name: string }>()
  for (const year of years) for (const { day, kind, name } of (await listCalendar(deed, year)).days) calendar.set(day, { kind, name })
  const closures = await deed.tx
    .selectFrom('counter_closure')
    .select(['from_day', 'to_day', 'reason'])
    .where('street_id', '=', deed.street.id)
    .execute()
  return new Map(
    days.map((day) => {
      const known = calendar.get(day)
      const own = closures.find(({ from_day, to_day }) => from_day <= day && day <= to_day)
      const holiday: Text | null = known?.kind === 'holiday' ? { 'zh-CN': known.name || '放假', en: 'Public holiday' } : null
      return [day, { kind: known?.kind, closed: own ? (own.reason as Text) : holiday }]
    }),
  )
}

const hoursOf = (row: Selectable<Tables['counter_hours']>): Hours => ({
  id: row.id,
  weekday: row.weekday,
  from: row.from_minute,
  to: row.to_minute,
  slotMinutes: row.slot_minutes,
  capacity: row.capacity,
  services: row.services,
  since: row.since,
  until: row.until,
})
const toHours = (hours: Hours): CounterHours => ({ ...hours, services: [...hours.services] })
