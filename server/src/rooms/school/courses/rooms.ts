import type { addRoom, changeRoom, readRoomPlan } from '@ronghe/contract/school/course-desk.ts'
import type { RoomCard } from '@ronghe/contract/school/courses.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Selectable } from 'kysely'
import { addDays, endOfDay, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { today } from '../../programme/posts.ts'

type RoomRow = Selectable<Tables['school_room']>
type Plan = BodyOf<typeof addRoom>

export const toRoomCard = ({ id, name, capacity, step_free }: RoomRow): RoomCard => ({ id, name, capacity, stepFree: step_free })

export async function createRoom(deed: Deed, { name, capacity, stepFree }: Plan): Promise<RoomCard> {
  const id = deed.id()
  await deed.tx
    .insertInto('school_room')
    .values({ street_id: deed.street.id, id, name: JSON.stringify(name), capacity, step_free: stepFree })
    .execute()
  await record(deed, { kind: 'school.room.added', plain: { room: id } })
  return { id, name, capacity, stepFree }
}

export async function editRoom(deed: Deed, id: string, room: BodyOf<typeof changeRoom>): Promise<RoomCard> {
  const { name, capacity, stepFree, closed } = room
  const before = await lockRoom(deed, id)
  if (closed && (await usesOf(deed, id, deed.now, new Date(8.64e15))).length > 0) throw refused('room-still-used')
  await deed.tx
    .updateTable('school_room')
    .set({ name: JSON.stringify(name), capacity, step_free: stepFree, closed_on: closed ? (before.closed_on ?? today(deed)) : null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'school.room.changed', plain: { room: id, closed } })
  return { id, name, capacity, stepFree }
}

export const allRooms = (deed: Deed): Promise<RoomRow[]> =>
  deed.tx.selectFrom('school_room').selectAll().where('street_id', '=', deed.street.id).orderBy('id').execute()

export interface RoomUse {
  readonly roomId: string
  readonly kind: 'session' | 'studyGroup'
  readonly thingId: string
  readonly from: Date
  readonly until: Date
}

/**
 * Keeps a room for a session or a study group; said again it moves. Whoever books the same room waits for the row's lock and then sees this one,
 * so no room is promised twice.
 */
export async function bookRoom(deed: Deed, { roomId, kind, thingId, from, until }: RoomUse): Promise<void> {
  const room = await lockRoom(deed, roomId)
  if (room.closed_on !== null && room.closed_on <= today(deed)) throw refused('room-closed')
  const taken = (await usesOf(deed, roomId, from, until)).filter((use) => use.kind !== kind || use.thing_id !== thingId)
  if (taken.length > 0)
    throw refused('room-taken', { params: { from: clock(deed, taken[0]!.starts_at), until: clock(deed, taken[0]!.ends_at) } })
  await deed.tx
    .insertInto('room_use')
    .values({ street_id: deed.street.id, id: deed.id(), room_id: roomId, kind, thing_id: thingId, starts_at: from, ends_at: until })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'kind', 'thing_id']).doUpdateSet((row) => ({
        room_id: row.ref('excluded.room_id'),
        starts_at: row.ref('excluded.starts_at'),
        ends_at: row.ref('excluded.ends_at'),
      })),
    )
    .execute()
}

export async function freeRoom(deed: Deed, kind: RoomUse['kind'], thingId: string): Promise<void> {
  await deed.tx
    .deleteFrom('room_use')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .execute()
}

/** Rooms of these sessions or groups, by thing. */
export async function roomsOf(deed: Deed, kind: RoomUse['kind'], thingIds: readonly string[]): Promise<ReadonlyMap<string, RoomCard>> {
  if (thingIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('room_use')
    .innerJoin('school_room', (join) =>
      join.onRef('school_room.street_id', '=', 'room_use.street_id').onRef('school_room.id', '=', 'room_use.room_id'),
    )
    .select(['room_use.thing_id', 'school_room.id', 'school_room.name', 'school_room.capacity', 'school_room.step_free'])
    .where('room_use.street_id', '=', deed.street.id)
    .where('room_use.kind', '=', kind)
    .where('room_use.thing_id', 'in', [...thingIds])
    .execute()
  return new Map(rows.map(({ thing_id, id, name, capacity, step_free }) => [thing_id, { id, name, capacity, stepFree: step_free }]))
}

/** A week of all rooms; sessions without a room stand apart. */
export async function roomPlan(deed: Deed, from = today(deed)): Promise<ReplyOf<typeof readRoomPlan>> {
  const until = addDays(from, 6)
  const between = [startOfDay(deed.street.zone, from), endOfDay(deed.street.zone, until)] as const
  const uses = await deed.tx
    .selectFrom('room_use')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('starts_at', '>=', between[0])
    .where('starts_at', '<', between[1])
    .orderBy('starts_at')
    .execute()
  const sessions = await deed.tx
    .selectFrom('course_session as session')
    .innerJoin('course', (join) => join.onRef('course.street_id', '=', 'session.street_id').onRef('course.id', '=', 'session.course_id'))
    .select(['session.id', 'session.course_id', 'session.starts_at', 'session.ends_at', 'course.title'])
    .where('session.street_id', '=', deed.street.id)
    .where('session.cancelled_because', 'is', null)
    .where('course.state', '<>', 'cancelled')
    .where('session.starts_at', '>=', between[0])
    .where('session.starts_at', '<', between[1])
    .orderBy('session.starts_at')
    .execute()
  const inRoom = new Map(uses.filter(({ kind }) => kind === 'session').map((use) => [use.thing_id, use.room_id]))
  return {
    from,
    until,
    rooms: (await allRooms(deed)).map((room) => ({ ...toRoomCard(room), closedOn: room.closed_on })),
    uses: [
      ...sessions.map(({ id, course_id, starts_at, ends_at, title }) => ({
        roomId: inRoom.get(id) ?? null,
        kind: 'session' as const,
        thingId: id,
        courseId: course_id,
        title,
        startsAt: starts_at.toISOString(),
        endsAt: ends_at.toISOString(),
      })),
      ...uses
        .filter(({ kind }) => kind === 'studyGroup')
        .map(({ room_id, thing_id, starts_at, ends_at }) => ({
          roomId: room_id,
          kind: 'studyGroup' as const,
          thingId: thing_id,
          courseId: null,
          title: null,
          startsAt: starts_at.toISOString(),
          endsAt: ends_at.toISOString(),
        })),
    ],
  }
}

async function lockRoom(deed: Deed, id: string): Promise<RoomRow> {
  const room = await deed.tx
    .selectFrom('school_room')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!room) throw notFound('room')
  return room
}

const usesOf = (deed: Deed, roomId: string, from: Date, until: Date) =>
  deed.tx
    .selectFrom('room_use')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('room_id', '=', roomId)
    .where('starts_at', '<', until)
    .where('ends_at', '>', from)
    .orderBy('starts_at')
    .execute()

const clock = (deed: Deed, at: Date): string =>
  new Intl.DateTimeFormat(deed.language, {
    timeZone: deed.street.zone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
