import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'

export interface SkillsSeen {
  readonly dialects: readonly string[]
  readonly skills: readonly { readonly skill: string; readonly verifiedUntil: string | null }[]
}

/** Skills and dialects of whoever agreed that leaders may see them (consent `volunteerSkills`, asked anew at every look). */
export async function skillsSeen(deed: Deed, personIds: readonly string[]): Promise<ReadonlyMap<string, SkillsSeen>> {
  if (personIds.length === 0) return new Map()
  const agreed = await deed.tx
    .selectFrom('consent')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', 'in', [...personIds])
    .where('purpose', '=', 'volunteerSkills')
    .where('withdrawn_at', 'is', null)
    .execute()
  return ownSkills(
    deed,
    agreed.map(({ person_id }) => person_id),
  )
}

/** The same of oneself, or where a rule asks what somebody can do and shows it to nobody. */
export async function ownSkills(deed: Deed, personIds: readonly string[]): Promise<ReadonlyMap<string, SkillsSeen>> {
  if (personIds.length === 0) return new Map()
  const dialects = await deed.tx
    .selectFrom('profile')
    .select(['person_id', 'dialects'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', 'in', [...personIds])
    .execute()
  const skills = await deed.tx
    .selectFrom('volunteer_skill')
    .select(['person_id', 'skill', sql<string | null>`verified_until`.as('verified_until')])
    .where('street_id', '=', deed.street.id)
    .where('person_id', 'in', [...personIds])
    .orderBy('skill')
    .execute()
  return new Map(
    personIds.map((id) => [
      id,
      {
        dialects: dialects.find(({ person_id }) => person_id === id)?.dialects ?? [],
        skills: skills
          .filter(({ person_id }) => person_id === id)
          .map(({ skill, verified_until }) => ({ skill, verifiedUntil: verified_until })),
      },
    ]),
  )
}
