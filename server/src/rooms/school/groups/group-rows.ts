import type { GroupMeeting, StudyGroup, StudyGroupLine } from '@ronghe/contract/school/study-groups.ts'
import type { MentoringLanguage } from '@ronghe/contract/school/mentoring-choices.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import { personOf } from '../../../platform/auth/actor.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { may } from '../../programme/acting-post.ts'
import { roomsOf } from '../courses/rooms.ts'

export type GroupRow = Selectable<Tables['study_group']>
export type MemberRow = Selectable<Tables['study_group_member']>
export type MeetingRow = Selectable<Tables['study_group_meeting']>

export const groupLink = (id: string): string => `/school/groups/${id}`

export async function findGroup(deed: Deed, id: string): Promise<GroupRow> {
  const row = await deed.tx
    .selectFrom('study_group')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('study-group')
  return row
}

/** For a change: the last place is given to one. */
export async function lockGroup(deed: Deed, id: string): Promise<GroupRow> {
  const row = await deed.tx
    .selectFrom('study_group')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('study-group')
  return row
}

/** In the order in which they came. */
export const membersOf = async (deed: Deed, groupIds: readonly string[]): Promise<MemberRow[]> =>
  groupIds.length === 0
    ? []
    : deed.tx
        .selectFrom('study_group_member')
        .selectAll()
        .where('street_id', '=', deed.street.id)
        .where('group_id', 'in', [...groupIds])
        .orderBy('joined_at')
        .orderBy('person_id')
        .execute()

export const meetingsOf = async (deed: Deed, groupIds: readonly string[]): Promise<MeetingRow[]> =>
  groupIds.length === 0
    ? []
    : deed.tx
        .selectFrom('study_group_meeting')
        .selectAll()
        .where('street_id', '=', deed.street.id)
        .where('group_id', 'in', [...groupIds])
        .orderBy('starts_at')
        .orderBy('id')
        .execute()

export const calledPlace = (deed: Deed, groupId: string, personId: string) => ({
  street: deed.street.id,
  table: 'study_group_member',
  column: 'called_sealed',
  row: `${groupId} ${personId}`,
})
export const calledOf = (deed: Deed, { group_id, person_id, called_sealed }: MemberRow): string =>
  deed.platform.sealer.open(calledPlace(deed, group_id, person_id), called_sealed)

export async function toLines(deed: Deed, rows: readonly GroupRow[]): Promise<StudyGroupLine[]> {
  const ids = rows.map(({ id }) => id)
  const [members, meetings] = [await membersOf(deed, ids), await meetingsOf(deed, ids)]
  const me = personOf(deed.actor)
  return rows.map((row) => {
    const inside = members.filter(({ group_id }) => group_id === row.id)
    const next = meetings.find((one) => one.group_id === row.id && !one.called_off && one.ends_at > deed.now)
    return {
      id: row.id,
      name: row.name,
      about: row.summary,
      language: row.language as MentoringLanguage,
      places: row.places,
      placesLeft: Math.max(0, row.places - inside.length),
      open: row.open,
      state: row.state as StudyGroupLine['state'],
      nextMeeting: next ? next.starts_at.toISOString() : null,
      mine: inside.some(({ person_id }) => person_id === me),
    }
  })
}

/** One group as this reader may see it: who is in it only from inside. */
export async function toGroup(deed: Deed, row: GroupRow): Promise<StudyGroup> {
  const [line] = await toLines(deed, [row])
  const members = await membersOf(deed, [row.id])
  const me = members.find(({ person_id }) => person_id === personOf(deed.actor))
  const meetings = await meetingsOf(deed, [row.id])
  return {
    ...line!,
    because: row.closed_because,
    meetings: await toMeetings(
      deed,
      meetings.filter(({ ends_at }) => ends_at > deed.now),
    ),
    members: me
      ? members.map((member) => ({ called: calledOf(deed, member), leads: member.leads, me: member.person_id === me.person_id }))
      : null,
    may: row.state === 'closed' ? [] : mayOf(deed, line!, me),
  }
}

function mayOf(deed: Deed, { open, placesLeft }: StudyGroupLine, me: MemberRow | undefined): StudyGroup['may'] {
  return [
    ...(!me && open && placesLeft > 0 && deed.actor.kind === 'person' ? (['join'] as const) : []),
    ...(me ? (['leave'] as const) : []),
    ...(me?.leads ? ([open ? 'shut' : 'open', 'meet', 'close'] as const) : []),
    ...(may(deed, 'school.manage') ? (['closeWithReason'] as const) : []),
  ]
}

async function toMeetings(deed: Deed, rows: readonly MeetingRow[]): Promise<GroupMeeting[]> {
  const rooms = await roomsOf(
    deed,
    'studyGroup',
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    from: row.starts_at.toISOString(),
    until: row.ends_at.toISOString(),
    place: row.place,
    room: row.room as GroupMeeting['room'],
    roomName: rooms.get(row.id)?.name ?? null,
    because: row.room_because,
    calledOff: row.called_off,
  }))
}
