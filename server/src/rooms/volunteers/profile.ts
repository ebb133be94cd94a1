import { activeOf } from '@ronghe/waitlist'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { VolunteerProfile, writeMyVolunteering } from '@ronghe/contract/volunteers/profile.ts'
import type { FreeTime, Skill } from '@ronghe/contract/volunteers/skills.ts'
import type * as z from 'zod/mini'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { agrees } from '../../platform/privacy/consent.ts'
import { placeNames } from '../programme/places.ts'
import { getShift } from './activity-rows.ts'
import { act, listOf } from './shift-list.ts'
import { ownSkills } from './skills-seen.ts'
import { findVolunteer } from './volunteer-rows.ts'

type Profile = { readonly profile: VolunteerProfile | null }

export async function myVolunteering(deed: Deed, personId: string): Promise<Profile> {
  const row = await findVolunteer(deed, personId)
  if (!row) return { profile: null }
  const { dialects, skills } = (await ownSkills(deed, [personId])).get(personId)!
  return {
    profile: {
      available: row.available as z.infer<typeof FreeTime>[],
      nearLanes: row.near_lanes,
      nights: row.nights,
      minor: row.minor,
      guardianSeenOn: row.guardian_seen_on,
      skills: skills.map(({ skill, verifiedUntil }) => ({ skill: skill as Skill, verifiedUntil })),
      dialects: [...dialects],
      leadersSee: await agrees(deed, personId, 'volunteerSkills'),
    },
  }
}

export async function writeVolunteering(deed: Deed, personId: string, wishes: BodyOf<typeof writeMyVolunteering>): Promise<Profile> {
  const { lanes } = await placeNames(deed)
  if (wishes.nearLanes.some((id) => !lanes.has(id))) throw unfit([{ path: 'nearLanes', code: 'field-choice' }])
  if (wishes.minor && (wishes.nights || wishes.available.some((time) => time.endsWith('night')))) throw refused('volunteers-minor-by-day')
  const columns = {
    available: [...new Set(wishes.available)].toSorted(),
    near_lanes: [...new Set(wishes.nearLanes)],
    nights: wishes.nights,
    minor: wishes.minor,
    ...(wishes.minor ? {} : { guardian_seen_on: null, guardian_seen_by: null }),
    changed_at: deed.now,
  }
  await deed.tx
    .insertInto('volunteer')
    .values({ street_id: deed.street.id, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doUpdateSet(columns))
    .execute()
  await keepSkills(deed, personId, wishes.skills)
  await record(deed, { kind: 'volunteers.profile.written', about: personId })
  return myVolunteering(deed, personId)
}

/** A skill that stays keeps its proof; one that is taken out takes it along. */
async function keepSkills(deed: Deed, personId: string, skills: readonly Skill[]): Promise<void> {
  const { tx, street } = deed
  await tx
    .deleteFrom('volunteer_skill')
    .where('street_id', '=', street.id)
    .where('person_id', '=', personId)
    .$if(skills.length > 0, (query) => query.where('skill', 'not in', [...skills]))
    .execute()
  for (const skill of new Set(skills))
    await tx
      .insertInto('volunteer_skill')
      .values({ street_id: street.id, person_id: personId, skill })
      .onConflict((conflict) => conflict.columns(['street_id', 'person_id', 'skill']).doNothing())
      .execute()
}

export async function stopVolunteering(deed: Deed, personId: string): Promise<Profile> {
  await giveUpShifts(deed, personId)
  const { tx, street } = deed
  await tx.deleteFrom('team_member').where('street_id', '=', street.id).where('person_id', '=', personId).execute()
  await tx.deleteFrom('volunteer').where('street_id', '=', street.id).where('person_id', '=', personId).execute()
  await record(deed, { kind: 'volunteers.profile.ended', about: personId })
  return { profile: null }
}

/** Places, offers and turns of coming shifts go back, and whoever waits is asked. In the order of ids, so that two who leave wait for each other's locks in one order. */
export async function giveUpShifts(deed: Deed, personId: string): Promise<void> {
  const rows = await deed.tx
    .selectFrom('sign_up')
    .innerJoin('shift', (join) => join.onRef('shift.street_id', '=', 'sign_up.street_id').onRef('shift.id', '=', 'sign_up.shift_id'))
    .select('shift.id')
    .where('sign_up.street_id', '=', deed.street.id)
    .where('sign_up.person_id', '=', personId)
    .where('sign_up.state', 'in', ['waiting', 'offered', 'placed'])
    .where('shift.ends_at', '>', deed.now)
    .orderBy('shift.id')
    .execute()
  for (const { id } of rows) {
    const shift = await getShift(deed, id, 'lock')
    const entry = activeOf(await listOf(deed, shift), personId)
    if (entry) await act(deed, shift, { kind: 'leave', entry: entry.id })
  }
}
