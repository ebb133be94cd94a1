import type { RoomWish } from '@ronghe/contract/school/study-groups.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { ownSchool } from '../courses/course-rows.ts'
import { allRooms, bookRoom, toRoomCard } from '../courses/rooms.ts'
import { attend, changeMeeting, getMeeting } from './group-meetings.ts'
import { findGroup, membersOf } from './group-rows.ts'
import { tellMembers } from './study-groups.ts'

/** Rooms the groups ask for, soonest first, each with the rooms that are free then. */
export async function roomWishes(deed: Deed): Promise<{ items: RoomWish[] }> {
  ownSchool(deed)
  const rows = await deed.tx
    .selectFrom('study_group_meeting as meeting')
    .innerJoin('study_group as one', (join) =>
      join.onRef('one.street_id', '=', 'meeting.street_id').onRef('one.id', '=', 'meeting.group_id'),
    )
    .select(['meeting.id', 'meeting.starts_at', 'meeting.ends_at', 'one.id as group_id', 'one.name', 'one.places'])
    .where('meeting.street_id', '=', deed.street.id)
    .where('meeting.room', '=', 'asked')
    .where('meeting.called_off', '=', false)
    .where('meeting.ends_at', '>', deed.now)
    .orderBy('meeting.starts_at')
    .limit(50)
    .execute()
  const rooms = (await allRooms(deed)).filter(({ closed_on }) => closed_on === null)
  const uses = await deed.tx
    .selectFrom('room_use')
    .select(['room_id', 'starts_at', 'ends_at'])
    .where('street_id', '=', deed.street.id)
    .where('ends_at', '>', deed.now)
    .execute()
  return {
    items: rows.map(({ id, starts_at, ends_at, group_id, name, places }) => ({
      meeting: id,
      group: { id: group_id, name, places },
      from: starts_at.toISOString(),
      until: ends_at.toISOString(),
      rooms: rooms
        .filter((room) => !uses.some((use) => use.room_id === room.id && use.starts_at < ends_at && use.ends_at > starts_at))
        .map(toRoomCard),
    })),
  }
}

export async function answerRoom(
  deed: Deed,
  meetingId: string,
  answer: { readonly answer: 'give'; readonly roomId: string } | { readonly answer: 'refuse'; readonly because: string },
): Promise<{ room: 'given' | 'refused' }> {
  const { id: post } = ownSchool(deed)
  const meeting = await getMeeting(deed, meetingId)
  if (meeting.room !== 'asked') throw refused('group-room-answered')
  const row = await findGroup(deed, meeting.group_id)
  if (answer.answer === 'give') {
    await bookRoom(deed, { roomId: answer.roomId, kind: 'studyGroup', thingId: meetingId, from: meeting.starts_at, until: meeting.ends_at })
    await changeMeeting(deed, meetingId, { room: 'given', room_id: answer.roomId, room_by_post: post })
    for (const { person_id } of await membersOf(deed, [row.id])) await attend(deed, row, meeting, person_id)
  } else await changeMeeting(deed, meetingId, { room: 'refused', room_because: answer.because, room_by_post: post })
  await tellMembers(deed, row.id)
  const room = answer.answer === 'give' ? 'given' : 'refused'
  await record(deed, { kind: 'school.group.room-answered', plain: { group: row.id, meeting: meetingId, room } })
  return { room }
}
