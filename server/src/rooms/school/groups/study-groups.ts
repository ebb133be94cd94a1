import type { startStudyGroup, StudyGroup, StudyGroupLine } from '@ronghe/contract/school/study-groups.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { personOf } from '../../../platform/auth/actor.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { getPerson } from '../../people/persons.ts'
import { today } from '../../programme/posts.ts'
import { calledPlace, findGroup, groupLink, type GroupRow, lockGroup, membersOf, toGroup, toLines } from './group-rows.ts'
import { callOffAll, joinMeetings, leaveMeetings } from './group-meetings.ts'

/** Those that run, newest first, and the reader's own that have ended within the month they are kept. */
export async function listGroups(deed: Deed): Promise<{ items: StudyGroupLine[] }> {
  const rows = await deed.tx
    .selectFrom('study_group')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
  return { items: (await toLines(deed, rows)).filter(({ state, mine }) => state === 'running' || mine) }
}

export const readGroup = async (deed: Deed, id: string): Promise<StudyGroup> => toGroup(deed, await findGroup(deed, id))

const mostGroups = 3

/** Any resident starts one and leads it; nobody has to approve what neighbours learn. */
export async function startGroup(deed: Deed, personId: string, body: BodyOf<typeof startStudyGroup>): Promise<StudyGroup> {
  const led = await deed.tx
    .selectFrom('study_group_member as member')
    .innerJoin('study_group as one', (join) => join.onRef('one.street_id', '=', 'member.street_id').onRef('one.id', '=', 'member.group_id'))
    .select('member.group_id')
    .where('member.street_id', '=', deed.street.id)
    .where('member.person_id', '=', personId)
    .where('member.leads', '=', true)
    .where('one.state', '=', 'running')
    .execute()
  if (led.length >= mostGroups) throw refused('group-lead-enough', { params: { most: mostGroups } })
  const id = deed.id()
  await deed.tx
    .insertInto('study_group')
    .values({
      street_id: deed.street.id,
      id,
      name: body.name,
      summary: body.about,
      language: body.language,
      places: body.places,
      state: 'running',
      started_at: deed.now,
    })
    .execute()
  await addMember(deed, id, personId, { called: body.called, leads: true, channel: 'phone' })
  await record(deed, { kind: 'school.group.started', about: personId, plain: { group: id } })
  return readGroup(deed, id)
}

export async function join(
  deed: Deed,
  groupId: string,
  personId: string,
  called: string,
  channel: 'phone' | 'paper' = 'phone',
): Promise<StudyGroup> {
  const row = await lockGroup(deed, groupId)
  if (row.state === 'closed') throw refused('group-over')
  const members = await membersOf(deed, [groupId])
  if (members.some(({ person_id }) => person_id === personId)) return toGroup(deed, row)
  if (!row.open) throw refused('group-shut', { instead: 'group-start-another' })
  if (members.length >= row.places) throw refused('group-full', { instead: 'group-start-another' })
  await addMember(deed, groupId, personId, { called, leads: false, channel })
  await joinMeetings(deed, row, personId)
  await record(deed, { kind: 'school.group.joined', about: personId, plain: { group: groupId } })
  return toGroup(deed, row)
}

/** Out in one tap. The one who has been there longest takes over what somebody led; a group without anybody ends. */
export async function leave(deed: Deed, groupId: string, personId: string): Promise<StudyGroup> {
  const row = await lockGroup(deed, groupId)
  await takeOut(deed, row, personId)
  await record(deed, { kind: 'school.group.left', about: personId, plain: { group: groupId } })
  return readGroup(deed, groupId)
}

export async function takeOut(deed: Deed, row: GroupRow, personId: string): Promise<void> {
  const members = await membersOf(deed, [row.id])
  const gone = members.find(({ person_id }) => person_id === personId)
  if (!gone) return
  await deed.tx
    .deleteFrom('study_group_member')
    .where('street_id', '=', deed.street.id)
    .where('group_id', '=', row.id)
    .where('person_id', '=', personId)
    .execute()
  await leaveMeetings(deed, row.id, personId)
  const [next] = members.filter((one) => one !== gone)
  if (!next) await end(deed, row, { because: null, post: null })
  else if (gone.leads)
    await deed.tx
      .updateTable('study_group_member')
      .set({ leads: true })
      .where('street_id', '=', deed.street.id)
      .where('group_id', '=', row.id)
      .where('person_id', '=', next.person_id)
      .execute()
}

export async function setOpen(deed: Deed, row: GroupRow, open: boolean): Promise<void> {
  await deed.tx.updateTable('study_group').set({ open }).where('street_id', '=', deed.street.id).where('id', '=', row.id).execute()
}

/** Meetings to come are called off, rooms are free again, everybody in it is told. */
export async function end(
  deed: Deed,
  row: GroupRow,
  { because, post }: { readonly because: string | null; readonly post: string | null },
): Promise<void> {
  if (row.state === 'closed') return
  await callOffAll(deed, row.id)
  await deed.tx
    .updateTable('study_group')
    .set({ state: 'closed', open: false, closed_because: because, closed_by_post: post, closed_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
}

export async function tellMembers(deed: Deed, groupId: string): Promise<void> {
  const me = personOf(deed.actor)
  for (const { person_id } of await membersOf(deed, [groupId]))
    if (person_id !== me) await notify(deed, person_id, { template: 'group-news', link: groupLink(groupId) })
}

/** Somebody who joins or leaves on paper; what they want to be called stands on the form. */
export async function enterMember(
  deed: Deed,
  groupId: string,
  { personId, joins, called }: { readonly personId: string; readonly joins: boolean; readonly called: string },
): Promise<StudyGroupLine> {
  await getPerson(deed, personId)
  if (joins) await join(deed, groupId, personId, called, 'paper')
  else await leave(deed, groupId, personId)
  return (await toLines(deed, [await findGroup(deed, groupId)]))[0]!
}

async function addMember(
  deed: Deed,
  groupId: string,
  personId: string,
  { called, leads, channel }: { readonly called: string; readonly leads: boolean; readonly channel: 'phone' | 'paper' },
): Promise<void> {
  await deed.tx
    .insertInto('study_group_member')
    .values({
      street_id: deed.street.id,
      group_id: groupId,
      person_id: personId,
      called_sealed: deed.platform.sealer.seal(calledPlace(deed, groupId, personId), called),
      leads,
      channel,
      joined_at: deed.now,
    })
    .execute()
}
