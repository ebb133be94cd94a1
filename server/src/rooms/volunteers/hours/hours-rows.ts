import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import type { HoursState, Span } from './hours-law.ts'

/** An entry with what became of it. Reversals are rows of their own and do not show up here. */
export const hoursRows = ({ tx, street }: Deed) =>
  tx
    .selectFrom('hours_entry as entry')
    .leftJoin('hours_confirmation as confirmation', (join) =>
      join.onRef('confirmation.street_id', '=', 'entry.street_id').onRef('confirmation.entry_id', '=', 'entry.id'),
    )
    .leftJoin('hours_entry as reversal', (join) =>
      join.onRef('reversal.street_id', '=', 'entry.street_id').onRef('reversal.reverses', '=', 'entry.id'),
    )
    .select([
      'entry.id',
      'entry.person_id',
      'entry.shift_id',
      'entry.presence_id',
      'entry.starts_at',
      'entry.ends_at',
      'entry.minutes',
      'entry.evidence',
      'entry.made_at',
      'confirmation.confirmed_by',
      'confirmation.confirmed_at',
      'reversal.reason',
    ])
    .select(
      sql<HoursState>`case when reversal.id is not null then 'reversed' when confirmation.entry_id is not null then 'confirmed' else 'claimed' end`.as(
        'state',
      ),
    )
    .where('entry.street_id', '=', street.id)
    .where('entry.reverses', 'is', null)
export type HoursRow = Awaited<ReturnType<ReturnType<typeof hoursRows>['executeTakeFirstOrThrow']>>

export const spanOfRow = (row: { readonly starts_at: Date; readonly ends_at: Date }): Span => ({ from: row.starts_at, until: row.ends_at })

export async function getHours(deed: Deed, id: string): Promise<HoursRow> {
  const row = await hoursRows(deed).where('entry.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('hours-entry')
  return row
}

/** A shift as these pages name it. */
export interface ShiftLine extends Span {
  readonly id: string
  readonly title: Text
  readonly place: Text
  readonly organ: Text
  readonly organId: string
  readonly cancelled: boolean
}

export async function shiftLines(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, ShiftLine>> {
  if (ids.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'activity.street_id').onRef('organ.id', '=', 'activity.organ_id'))
    .select([
      'shift.id',
      'shift.starts_at',
      'shift.ends_at',
      'shift.cancelled_at',
      'shift.place as own_place',
      'activity.title',
      'activity.place',
      'activity.organ_id',
      'organ.name as organ',
    ])
    .where('shift.street_id', '=', deed.street.id)
    .where('shift.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        ...spanOfRow(row),
        title: row.title as Text,
        place: (row.own_place ?? row.place) as Text,
        organ: row.organ as Text,
        organId: row.organ_id,
        cancelled: row.cancelled_at !== null,
      },
    ]),
  )
}

export async function getShiftLine(deed: Deed, id: string): Promise<ShiftLine> {
  const shift = (await shiftLines(deed, [id])).get(id)
  if (!shift) throw notFound('shift')
  return shift
}

export const toShiftRef = ({ id, title, place, organ, from, until }: ShiftLine) => ({
  id,
  title,
  place,
  organ,
  startsAt: from.toISOString(),
  endsAt: until.toISOString(),
})
export const toTime = ({ from, until }: Span) => ({ from: from.toISOString(), until: until.toISOString() })

/** Between being seen coming and leaving, in whole minutes, within the shift; whoever was not seen leaving stayed to its end. */
export function timeThere(presence: { readonly in_at: Date; readonly out_at: Date | null }, shift: Span): Span {
  const came = Math.floor(presence.in_at.getTime() / minuteMs) * minuteMs
  const left = presence.out_at ? Math.ceil(presence.out_at.getTime() / minuteMs) * minuteMs : Infinity
  return { from: new Date(Math.max(came, shift.from.getTime())), until: new Date(Math.min(left, shift.until.getTime())) }
}
const minuteMs = 60_000

/** The month of service: two people confirm each other one way only within it, whenever they do it. */
export const serviceMonth = ({ street }: Deed, { from }: Span): string => `${dayIn(street.zone, from).slice(0, 7)}-01`
