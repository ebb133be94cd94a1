import type { BodyOf } from '@ronghe/contract/operation.ts'
import type * as asked from '@ronghe/contract/volunteers/teams.ts'
import type { Team, TeamMember } from '@ronghe/contract/volunteers/teams.ts'
import type { Skill } from '@ronghe/contract/volunteers/skills.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { findByPhone, findPersons } from '../people/persons.ts'
import { actingPost } from '../programme/acting-post.ts'
import { getPost, today } from '../programme/posts.ts'
import { getCorps, mustCoordinate, mustLead } from './corps.ts'
import { describeTeam, describeTeams, findTeams, getTeam, type TeamRow } from './team-rows.ts'
import { skillsSeen } from './skills-seen.ts'

export const listTeams = async (deed: Deed, closed: boolean): Promise<{ items: Team[] }> => ({
  items: await describeTeams(deed, await findTeams(deed, { closed })),
})

export const readTeam = async (deed: Deed, id: string): Promise<Team> => describeTeam(deed, await getTeam(deed, id))

export async function joinTeam(deed: Deed, teamId: string, personId: string): Promise<Team> {
  const team = await getOpenTeam(deed, teamId)
  await insertMember(deed, team, personId, null)
  return describeTeam(deed, team)
}

/** Deletes the row; leaving twice is leaving once. */
export async function leaveTeam(deed: Deed, teamId: string, personId: string): Promise<Team> {
  const team = await getTeam(deed, teamId)
  await deed.tx
    .deleteFrom('team_member')
    .where('street_id', '=', deed.street.id)
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .execute()
  await record(deed, { kind: 'volunteers.team.left', about: personId, plain: { team: teamId } })
  return describeTeam(deed, team)
}

/** From the paper form; the person must be registered, because a team keeps no names of its own. */
export async function enterMember(
  deed: Deed,
  teamId: string,
  { name, phone }: { name: string; phone: string },
): Promise<{ personId: string }> {
  const team = await getOpenTeam(deed, teamId)
  mustLead(deed, team)
  const person = await namedByPhone(deed, name, phone)
  await insertMember(deed, team, person, actingPost(deed, 'volunteers.lead')?.id ?? null)
  return { personId: person }
}

/** Whoever both the name and the number fit. */
export async function namedByPhone(deed: Deed, name: string, phone: string): Promise<string> {
  const person = (await findByPhone(deed, phone)).find((one) => one.name === name && one.state === 'active')
  if (!person) throw unfit([{ path: 'name', code: 'volunteers-nobody-found' }])
  return person.id
}

async function insertMember(deed: Deed, team: TeamRow, personId: string, post: string | null): Promise<void> {
  await deed.tx
    .insertInto('team_member')
    .values({ street_id: deed.street.id, team_id: team.id, person_id: personId, joined_at: deed.now, entered_by_post: post })
    .onConflict((conflict) => conflict.columns(['street_id', 'team_id', 'person_id']).doNothing())
    .execute()
  await record(deed, { kind: 'volunteers.team.joined', about: personId, plain: { team: team.id, paper: post !== null } })
}

async function getOpenTeam(deed: Deed, id: string): Promise<TeamRow> {
  const team = await getTeam(deed, id)
  if (team.closed_on !== null) throw refused('volunteers-team-closed')
  return team
}

export async function foundTeam(deed: Deed, body: BodyOf<typeof asked.foundTeam>): Promise<Team> {
  const corps = await getCorps(deed)
  mustCoordinate(deed, corps.id)
  const post = await getPost(deed, body.leaderPost)
  if (post.organId !== corps.id) throw unfit([{ path: 'leaderPost', code: 'field-choice' }])
  checkEnd(deed, body.kind, body.endsOn)
  const id = deed.id()
  await deed.tx
    .insertInto('team')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: corps.id,
      kind: body.kind,
      name: JSON.stringify(body.name),
      purpose: JSON.stringify(body.about),
      dialects: body.dialects,
      leader_post: post.id,
      ends_on: body.endsOn,
      created_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'volunteers.team.founded', plain: { team: id, of: body.kind } })
  return readTeam(deed, id)
}

export async function changeTeam(deed: Deed, teamId: string, body: BodyOf<typeof asked.changeTeam>): Promise<Team> {
  const team = await getTeam(deed, teamId, 'lock')
  mustLead(deed, team)
  checkEnd(deed, team.kind, body.endsOn)
  await deed.tx
    .updateTable('team')
    .set({ name: JSON.stringify(body.name), purpose: JSON.stringify(body.about), dialects: body.dialects, ends_on: body.endsOn })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', teamId)
    .execute()
  await record(deed, { kind: 'volunteers.team.changed', plain: { team: teamId } })
  return readTeam(deed, teamId)
}

/** A task team is for a task: it has a last day, the others have none. */
function checkEnd(deed: Deed, kind: TeamRow['kind'], endsOn: string | null): void {
  if ((kind === 'taskTeam') !== (endsOn !== null)) throw unfit([{ path: 'endsOn', code: 'volunteers-task-team-ends' }])
  if (endsOn !== null && endsOn < today(deed)) throw unfit([{ path: 'endsOn', code: 'volunteers-day-past' }])
}

export async function closeTeam(deed: Deed, teamId: string): Promise<Team> {
  const team = await getTeam(deed, teamId, 'lock')
  mustCoordinate(deed, team.organ_id)
  if (await hasShiftsAhead(deed, teamId)) throw refused('volunteers-team-has-shifts')
  await endTeam(deed, teamId)
  return readTeam(deed, teamId)
}

/** A team that is over knows nobody any more. */
export async function endTeam(deed: Deed, teamId: string): Promise<void> {
  await deed.tx.deleteFrom('team_member').where('street_id', '=', deed.street.id).where('team_id', '=', teamId).execute()
  await deed.tx
    .updateTable('team')
    .set({ closed_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', teamId)
    .execute()
  await record(deed, { kind: 'volunteers.team.closed', plain: { team: teamId } })
}

export const hasShiftsAhead = async (deed: Deed, teamId: string): Promise<boolean> =>
  (await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select('shift.id')
    .where('shift.street_id', '=', deed.street.id)
    .where('activity.team_id', '=', teamId)
    .where('activity.state', 'in', ['open', 'full', 'running'])
    .where('shift.cancelled_at', 'is', null)
    .where('shift.ends_at', '>', deed.now)
    .executeTakeFirst()) !== undefined

export async function listMembers(deed: Deed, teamId: string): Promise<{ items: TeamMember[] }> {
  const team = await getTeam(deed, teamId)
  mustLead(deed, team)
  const rows = await deed.tx
    .selectFrom('team_member')
    .leftJoin('volunteer', (join) =>
      join.onRef('volunteer.street_id', '=', 'team_member.street_id').onRef('volunteer.person_id', '=', 'team_member.person_id'),
    )
    .select(['team_member.person_id', 'volunteer.minor', 'volunteer.guardian_seen_on'])
    .where('team_member.street_id', '=', deed.street.id)
    .where('team_member.team_id', '=', teamId)
    .orderBy('team_member.joined_at')
    .orderBy('team_member.person_id')
    .execute()
  const ids = rows.map(({ person_id }) => person_id)
  await recordAccess(
    deed,
    ids.map((personId) => ({
      personId,
      purpose: 'volunteerTeam',
      subject: { kind: 'team', id: teamId },
      permission: 'volunteers.lead' as const,
    })),
  )
  const people = new Map((await findPersons(deed, ids)).map((person) => [person.id, person]))
  const seen = await skillsSeen(deed, ids)
  return {
    items: rows.flatMap(({ person_id, minor, guardian_seen_on }) => {
      const person = people.get(person_id)
      if (!person) return []
      const { dialects = [], skills = [] } = seen.get(person_id) ?? {}
      return {
        personId: person_id,
        name: person.name,
        phone: person.phone,
        minor: minor ?? false,
        guardianSeenOn: guardian_seen_on ?? null,
        dialects: [...dialects],
        skills: skills.map(({ skill, verifiedUntil }) => ({ skill: skill as Skill, verifiedUntil })),
      }
    }),
  }
}

export async function leaderPosts(deed: Deed) {
  const corps = await getCorps(deed)
  if (deed.actor.kind !== 'person') throw forbidden()
  const rows = await deed.tx
    .selectFrom('post')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('organ_id', '=', corps.id)
    .where('kind', '=', 'teamLeader')
    .where((post) => post.or([post('ended_on', 'is', null), post('ended_on', '>=', today(deed))]))
    .orderBy('id')
    .execute()
  return { items: rows.map(({ id, name }) => ({ id, name })) }
}
