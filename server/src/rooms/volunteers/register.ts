import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { enterVolunteer, listVolunteers, noteGuardian, verifySkill, VolunteerLine } from '@ronghe/contract/volunteers/profile.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { createPerson, findByPhone, findPersons } from '../people/persons.ts'
import { actingPost } from '../programme/acting-post.ts'
import { today } from '../programme/posts.ts'
import { getCorps, leads, mustCoordinate } from './corps.ts'
import { skillsSeen } from './skills-seen.ts'
import { teamNames } from './team-rows.ts'

async function mustCoordinateHere(deed: Deed): Promise<void> {
  mustCoordinate(deed, (await getCorps(deed)).id)
}

export async function volunteersOf(deed: Deed, { limit, after }: QueryOf<typeof listVolunteers>): Promise<ReplyOf<typeof listVolunteers>> {
  await mustCoordinateHere(deed)
  const cursor = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('volunteer')
    .innerJoin('person', (join) =>
      join.onRef('person.street_id', '=', 'volunteer.street_id').onRef('person.id', '=', 'volunteer.person_id'),
    )
    .select(['volunteer.person_id', 'volunteer.minor', 'volunteer.guardian_seen_on', 'volunteer.entered_by_post', 'person.created_at'])
    .where('volunteer.street_id', '=', deed.street.id)
    .where('person.state', '<>', 'closed')
    .$if(cursor !== undefined, (query) =>
      query.where(sql<boolean>`(person.created_at, volunteer.person_id) > (${cursor![0]}::timestamptz, ${cursor![1]}::uuid)`),
    )
    .orderBy('person.created_at')
    .orderBy('volunteer.person_id')
    .limit(limit + 1)
    .execute()
  const lines = await linesOf(deed, rows.slice(0, limit))
  await looked(
    deed,
    lines.map(({ personId }) => personId),
  )
  return pageFrom(
    rows,
    limit,
    (row) => toCursor(row.created_at.toISOString(), row.person_id),
    (row) => lines.find(({ personId }) => personId === row.person_id)!,
  )
}

interface Row {
  readonly person_id: string
  readonly minor: boolean
  readonly guardian_seen_on: string | null
  readonly entered_by_post: string | null
}

export async function linesOf(deed: Deed, rows: readonly Row[]): Promise<VolunteerLine[]> {
  const ids = rows.map(({ person_id }) => person_id)
  const people = new Map((await findPersons(deed, ids)).map((person) => [person.id, person]))
  const names = await teamNames(deed)
  const members =
    ids.length === 0
      ? []
      : await deed.tx
          .selectFrom('team_member')
          .select(['person_id', 'team_id'])
          .where('street_id', '=', deed.street.id)
          .where('person_id', 'in', ids)
          .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: people.get(row.person_id)?.name ?? '',
    phone: people.get(row.person_id)?.phone ?? null,
    minor: row.minor,
    guardianSeenOn: row.guardian_seen_on,
    teams: members
      .filter(({ person_id }) => person_id === row.person_id)
      .flatMap(({ team_id }) => (names.has(team_id) ? [inLanguage(names.get(team_id)!, deed.language)] : [])),
    fromPaper: row.entered_by_post !== null,
  }))
}

export const looked = (deed: Deed, personIds: readonly string[]): Promise<void> =>
  recordAccess(
    deed,
    personIds.map((personId) => ({ personId, purpose: 'volunteerRegister', permission: 'volunteers.coordinate' as const })),
  )

/** A paper form: one entry, many uses; who is known already is not entered twice. */
export async function enterVolunteerOf(
  deed: Deed,
  { name, phone, minor, available }: BodyOf<typeof enterVolunteer>,
): Promise<{ personId: string; known: boolean }> {
  await mustCoordinateHere(deed)
  const post = actingPost(deed, 'volunteers.coordinate')?.id ?? null
  const before = (await findByPhone(deed, phone)).find((person) => person.name === name)
  const personId = before?.id ?? (await createPerson(deed, { name, phone, origin: 'paper' }))
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('volunteer')
    .values({ street_id: deed.street.id, person_id: personId, minor, available, entered_by_post: post, changed_at: deed.now })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doNothing())
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'volunteers.profile.entered', about: personId, plain: { paper: true } })
  return { personId, known: numInsertedOrUpdatedRows === 0n }
}

export async function noteGuardianOf(deed: Deed, personId: string, { seenOn }: BodyOf<typeof noteGuardian>) {
  await mustCoordinateHere(deed)
  if (seenOn > today(deed)) throw unfit([{ path: 'seenOn', code: 'volunteers-day-ahead' }])
  const { numUpdatedRows } = await deed.tx
    .updateTable('volunteer')
    .set({ guardian_seen_on: seenOn, guardian_seen_by: actingPost(deed, 'volunteers.coordinate')?.id ?? null, changed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('minor', '=', true)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('volunteer')
  await record(deed, { kind: 'volunteers.guardian.seen', about: personId })
  return { guardianSeenOn: seenOn }
}

/** By a leader of a team the person is in, and only while the person lets leaders see skills. */
export async function verifySkillOf(deed: Deed, personId: string, { skill, until }: BodyOf<typeof verifySkill>) {
  const { actor } = deed
  if (actor.kind !== 'person') throw forbidden()
  if (actor.personId === personId) throw forbidden('not-yourself')
  if (until <= today(deed)) throw unfit([{ path: 'until', code: 'volunteers-day-past' }])
  const teams = await deed.tx
    .selectFrom('team_member')
    .innerJoin('team', (join) => join.onRef('team.street_id', '=', 'team_member.street_id').onRef('team.id', '=', 'team_member.team_id'))
    .select(['team.organ_id', 'team.leader_post'])
    .where('team_member.street_id', '=', deed.street.id)
    .where('team_member.person_id', '=', personId)
    .execute()
  if (!teams.some((team) => leads(deed, team))) throw forbidden('volunteers-not-your-team')
  const seen = (await skillsSeen(deed, [personId])).get(personId)
  if (!seen) throw refused('volunteers-skills-not-shown')
  if (!seen.skills.some((one) => one.skill === skill)) throw refused('volunteers-skill-not-stated')
  await deed.tx
    .updateTable('volunteer_skill')
    .set({ verified_by: actingPost(deed, 'volunteers.lead')?.id ?? null, verified_until: until })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('skill', '=', skill)
    .execute()
  await record(deed, { kind: 'volunteers.skill.verified', about: personId, plain: { skill, until } })
  return { verifiedUntil: until }
}
