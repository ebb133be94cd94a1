import type { addModelShift, listModelRoster, listModelShifts } from '@ronghe/contract/station/counter-plan.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Selectable } from 'kysely'
import { startOfDay } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import type { OpenShift } from '../../platform/open-shifts.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { findPersons, getPerson } from '../people/persons.ts'
import { disengage, engage } from '../programme/engagements.ts'
import { today } from '../programme/posts.ts'

type ShiftRow = Selectable<Tables['model_shift']>
type Shift = ReplyOf<typeof listModelShifts>['items'][number]

/**
 * The model window's roster (M9): a person and a time. Nothing here says or asks whether somebody is a member of anything; anybody may
 * serve, so being on it proves nothing (08, Branch).
 */
export async function listShifts(deed: Deed, personId: string): Promise<{ items: Shift[] }> {
  return { items: (await shiftsFrom(deed, today(deed))).map((row) => toShift(row, personId)) }
}

/** When somebody may serve, and nothing about who does: also for rooms that app.ts tells of it (platform/open-shifts.ts). */
export async function shiftTimes(deed: Deed, from: string, to: string): Promise<readonly OpenShift[]> {
  const rows = await deed.tx
    .selectFrom('model_shift')
    .select(['id', 'day', 'from_minute', 'to_minute'])
    .where('street_id', '=', deed.street.id)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('from_minute')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(({ id, day, from_minute, to_minute }) => ({ id, day, from: from_minute, to: to_minute }))
}

export async function listRoster(deed: Deed, personId: string, from = today(deed)): Promise<ReplyOf<typeof listModelRoster>> {
  const rows = await shiftsFrom(deed, from)
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.flatMap(({ person_id }) => person_id ?? []),
      )
    ).map((person) => [person.id, person.name]),
  )
  await recordAccess(
    deed,
    [...people.keys()].map((id) => ({ personId: id, purpose: 'roster', permission: 'station.counter.manage' as const })),
  )
  return {
    items: rows.map((row) => ({
      ...toShift(row, personId),
      person: row.person_id ? (people.get(row.person_id) ?? null) : null,
      personId: row.person_id,
    })),
  }
}

export async function addShift(deed: Deed, actorId: string, { day, from, to, person }: BodyOf<typeof addModelShift>): Promise<Shift> {
  if (to <= from) throw unfit([{ path: 'to', code: 'hours-backwards' }])
  if (day < today(deed)) throw unfit([{ path: 'day', code: 'day-past' }])
  if (person) await getPerson(deed, person)
  const row = await deed.tx
    .insertInto('model_shift')
    .values({ street_id: deed.street.id, id: deed.id(), day, from_minute: from, to_minute: to, person_id: person ?? null })
    .returningAll()
    .executeTakeFirstOrThrow()
  await onDuty(deed, row, null)
  await record(deed, { kind: 'station.shift.added', about: person ?? null, plain: { shift: row.id, day } })
  return toShift(row, actorId)
}

export async function takeShift(deed: Deed, id: string, personId: string): Promise<Shift> {
  const row = await getShift(deed, id)
  if (row.person_id === personId) return toShift(row, personId)
  if (row.person_id) throw refused('shift-taken')
  const clash = (await shiftsFrom(deed, row.day)).some(
    (other) =>
      other.person_id === personId && other.day === row.day && other.from_minute < row.to_minute && row.from_minute < other.to_minute,
  )
  if (clash) throw refused('shift-clash')
  return give(deed, row, personId, personId, 'taken')
}

export async function dropShift(deed: Deed, id: string, personId: string): Promise<Shift> {
  const row = await getShift(deed, id)
  if (row.person_id !== personId) throw notFound('shift')
  return give(deed, row, null, personId, 'dropped')
}

async function give(deed: Deed, row: ShiftRow, to: string | null, personId: string, kind: string): Promise<Shift> {
  const next = await deed.tx
    .updateTable('model_shift')
    .set({ person_id: to })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await onDuty(deed, next, row.person_id)
  await record(deed, { kind: `station.shift.${kind}`, about: personId, plain: { shift: row.id } })
  return toShift(next, personId)
}

/** Whoever serves at the window is nowhere else meanwhile, and it stands in their calendar like any shift. */
async function onDuty(deed: Deed, { id, day, from_minute, to_minute, person_id }: ShiftRow, before: string | null): Promise<void> {
  if (before && before !== person_id) await disengage(deed, { kind: 'duty', thingId: id, personId: before })
  if (!person_id) return
  const midnight = startOfDay(deed.street.zone, day).getTime()
  await engage(deed, {
    personId: person_id,
    kind: 'duty',
    thingId: id,
    from: new Date(midnight + from_minute * 60_000),
    until: new Date(midnight + to_minute * 60_000),
    title: { 'zh-CN': '服务窗口值班', en: 'Serving at the window' },
    place: null,
    link: '/model-window',
  })
}

async function getShift(deed: Deed, id: string): Promise<ShiftRow> {
  const row = await deed.tx
    .selectFrom('model_shift')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('day', '>=', today(deed))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('shift')
  return row
}

const shiftsFrom = (deed: Deed, day: string): Promise<ShiftRow[]> =>
  deed.tx
    .selectFrom('model_shift')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('day', '>=', day)
    .orderBy('day')
    .orderBy('from_minute')
    .orderBy('id')
    .limit(200)
    .execute()

const toShift = (row: ShiftRow, personId: string): Shift => {
  const mine = row.person_id === personId
  return {
    id: row.id,
    day: row.day,
    from: row.from_minute,
    to: row.to_minute,
    taken: row.person_id !== null,
    mine,
    may: mine ? ['drop'] : row.person_id ? [] : ['take'],
  }
}
