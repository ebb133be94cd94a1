import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { disengage, engage } from '../../programme/engagements.ts'
import { freeRoom, roomsOf } from '../courses/rooms.ts'
import { groupLink, type GroupRow, type MeetingRow, meetingsOf, membersOf } from './group-rows.ts'

export interface MeetingPlan {
  readonly from: string
  readonly until: string
  /** A public place; null asks the school for a room. */
  readonly place: string | null
  readonly weeks: number
}

const [hour, week] = [3_600_000, 7 * 86_400_000]
const longestMeeting = 8 * hour

/** A meeting, or one every week; it stands in the calendar of everybody in the group. */
export async function plan(deed: Deed, row: GroupRow, { from, until, place, weeks }: MeetingPlan): Promise<void> {
  const [first, last] = [new Date(from).getTime(), new Date(until).getTime()]
  if (first <= deed.now.getTime()) throw unfit([{ path: 'from', code: 'day-gone' }])
  if (last <= first || last - first > longestMeeting) throw unfit([{ path: 'until', code: 'field-format' }])
  const members = await membersOf(deed, [row.id])
  for (let turn = 0; turn < weeks; turn += 1) {
    const meeting = {
      street_id: deed.street.id,
      id: deed.id(),
      group_id: row.id,
      // China keeps no summer time: a week later is the same hour.
      starts_at: new Date(first + turn * week),
      ends_at: new Date(last + turn * week),
      place,
      room: place === null ? ('asked' as const) : ('none' as const),
    }
    await deed.tx.insertInto('study_group_meeting').values(meeting).execute()
    for (const { person_id } of members) await attend(deed, row, meeting, person_id)
  }
}

type When = Pick<MeetingRow, 'id' | 'starts_at' | 'ends_at' | 'place'>

export const attend = async (deed: Deed, row: GroupRow, meeting: When, personId: string): Promise<void> => {
  const room = (await roomsOf(deed, 'studyGroup', [meeting.id])).get(meeting.id)
  await engage(deed, {
    personId,
    kind: 'class',
    thingId: meeting.id,
    from: meeting.starts_at,
    until: meeting.ends_at,
    title: { 'zh-CN': `学习小组：${row.name}`, en: `Study group: ${row.name}` },
    place: room?.name ?? (meeting.place ? { 'zh-CN': meeting.place } : null),
    link: groupLink(row.id),
  })
}

const coming = async (deed: Deed, groupId: string): Promise<MeetingRow[]> =>
  (await meetingsOf(deed, [groupId])).filter(({ called_off, ends_at }) => !called_off && ends_at > deed.now)

export async function joinMeetings(deed: Deed, row: GroupRow, personId: string): Promise<void> {
  for (const meeting of await coming(deed, row.id)) await attend(deed, row, meeting, personId)
}

export async function leaveMeetings(deed: Deed, groupId: string, personId: string): Promise<void> {
  for (const { id } of await coming(deed, groupId)) await disengage(deed, { kind: 'class', thingId: id, personId })
}

export async function callOffAll(deed: Deed, groupId: string): Promise<void> {
  for (const meeting of await coming(deed, groupId)) await callOff(deed, meeting)
}

export async function callOff(deed: Deed, { id, room }: Pick<MeetingRow, 'id' | 'room'>): Promise<void> {
  await freeRoom(deed, 'studyGroup', id)
  await changeMeeting(deed, id, { called_off: true, room_id: null, ...(room === 'none' ? {} : { room: 'refused' }) })
  await disengage(deed, { kind: 'class', thingId: id })
}

export const changeMeeting = async (
  deed: Deed,
  id: string,
  change: Partial<Pick<MeetingRow, 'called_off' | 'room' | 'room_id' | 'room_because' | 'room_by_post' | 'place'>>,
): Promise<void> => {
  await deed.tx.updateTable('study_group_meeting').set(change).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

export async function getMeeting(deed: Deed, id: string, groupId?: string): Promise<MeetingRow> {
  const row = await deed.tx
    .selectFrom('study_group_meeting')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row || (groupId !== undefined && row.group_id !== groupId)) throw notFound('group-meeting')
  if (row.called_off) throw refused('group-meeting-off')
  return row
}
