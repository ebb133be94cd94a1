import type { MentoringLanguage, MentoringSkill, MentoringTime } from '@ronghe/contract/school/mentoring-choices.ts'
import type { MentoringOffer, MentoringProfile, MentoringSide, readMentoring } from '@ronghe/contract/school/mentoring.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { requireConsent } from '../../../platform/privacy/consent.ts'
import { organNames } from '../../programme/organ-rows.ts'
import { today } from '../../programme/posts.ts'
import { setPair } from './pair-rows.ts'

export type ProfileRow = Selectable<Tables['mentoring_profile']>

export const profileRows = (deed: Deed) => deed.tx.selectFrom('mentoring_profile').selectAll().where('street_id', '=', deed.street.id)

/** What somebody offers or wishes; said again it replaces what was said, and the place in line stays. Without the consent nothing is kept. */
export async function keepProfile(
  deed: Deed,
  personId: string,
  { side, skills, languages, times, places, organId }: MentoringOffer,
  { channel, post }: { readonly channel: 'phone' | 'paper'; readonly post: string | null },
): Promise<MentoringProfile> {
  await requireConsent(deed, personId, 'mentoring')
  if (organId && !(await nameableOrgans(deed)).some(({ id }) => id === organId)) throw unfit([{ path: 'organId', code: 'field-choice' }])
  const said = {
    skills: [...new Set(skills)],
    languages: [...new Set(languages)],
    times: [...new Set(times)],
    places: side === 'mentor' ? places : 1,
    organ_id: side === 'mentor' ? organId : null,
    channel,
    entered_by_post: post,
    saved_at: deed.now,
  }
  await deed.tx
    .insertInto('mentoring_profile')
    .values({ street_id: deed.street.id, id: deed.id(), person_id: personId, side, since: deed.now, ...said })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id', 'side']).doUpdateSet(said))
    .execute()
  await record(deed, { kind: 'school.mentoring.offered', about: personId, plain: { side, channel } })
  const row = (await ownProfiles(deed, personId)).find((profile) => profile.side === side)!
  return toProfile(deed, row, await takenPlaces(deed))
}

export const ownProfiles = (deed: Deed, personId: string): Promise<ProfileRow[]> =>
  profileRows(deed).where('person_id', '=', personId).orderBy('side', 'desc').execute()

/** Gone, with the proposals nobody has answered yet; an agreed pair goes on until it is closed. */
export async function withdrawProfile(deed: Deed, personId: string, side: MentoringSide): Promise<void> {
  const row = (await ownProfiles(deed, personId)).find((profile) => profile.side === side)
  if (!row) throw notFound('mentoring-profile')
  await deed.tx.deleteFrom('mentoring_profile').where('street_id', '=', deed.street.id).where('id', '=', row.id).execute()
  const open = await deed.tx
    .selectFrom('mentoring_pair')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where(side === 'mentor' ? 'mentor_person_id' : 'learner_person_id', '=', personId)
    .where('state', '=', 'proposed')
    .forUpdate()
    .execute()
  for (const { id } of open) await setPair(deed, id, { state: 'declined', closed_on: today(deed) })
  await record(deed, { kind: 'school.mentoring.withdrawn', about: personId, plain: { side } })
}

/** Somebody has learned this; a wish for nothing else ends with it. */
export async function dropWish(deed: Deed, personId: string, skill: string): Promise<void> {
  const row = (await ownProfiles(deed, personId)).find(({ side }) => side === 'learner')
  if (!row) return
  const skills = row.skills.filter((one) => one !== skill)
  if (skills.length === 0)
    await deed.tx.deleteFrom('mentoring_profile').where('street_id', '=', deed.street.id).where('id', '=', row.id).execute()
  else
    await deed.tx
      .updateTable('mentoring_profile')
      .set({ skills })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', row.id)
      .execute()
}

/** How many places of a mentor, and which wishes, are taken by pairs that are proposed or agreed: by person and side. */
export async function takenPlaces(deed: Deed): Promise<ReadonlyMap<string, number>> {
  const rows = await deed.tx
    .selectFrom('mentoring_pair')
    .select(['mentor_person_id', 'learner_person_id'])
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['proposed', 'agreed'])
    .execute()
  const taken = new Map<string, number>()
  for (const row of rows)
    for (const key of [`mentor ${row.mentor_person_id}`, `learner ${row.learner_person_id}`]) taken.set(key, (taken.get(key) ?? 0) + 1)
  return taken
}

export const placesLeft = ({ side, person_id, places }: ProfileRow, taken: ReadonlyMap<string, number>): number =>
  Math.max(0, places - (taken.get(`${side} ${person_id}`) ?? 0))

export const toProfile = (deed: Deed, row: ProfileRow, taken: ReadonlyMap<string, number>): MentoringProfile => ({
  id: row.id,
  side: row.side as MentoringSide,
  skills: row.skills as MentoringSkill[],
  languages: row.languages as MentoringLanguage[],
  times: row.times as MentoringTime[],
  places: row.places,
  organId: row.organ_id,
  channel: row.channel as 'phone' | 'paper',
  waiting: placesLeft(row, taken) > 0,
  since: dayIn(deed.street.zone, row.since),
})

/** By skill and organ, never by person and never how many (08, School; D7). */
export async function readOffered(deed: Deed): Promise<ReplyOf<typeof readMentoring>> {
  const rows = await profileRows(deed).where('side', '=', 'mentor').execute()
  const names = await organNames(
    deed,
    rows.flatMap(({ organ_id }) => organ_id ?? []),
  )
  const bySkill = Map.groupBy(
    rows.flatMap((row) => row.skills.map((skill) => ({ skill, row }))),
    ({ skill }) => skill,
  )
  return {
    offered: Array.from(bySkill, ([skill, offers]) => ({
      skill: skill as MentoringSkill,
      languages: [...new Set(offers.flatMap(({ row }) => row.languages))].toSorted() as MentoringLanguage[],
      organs: [...new Set(offers.flatMap(({ row }) => row.organ_id ?? []))].toSorted().flatMap((id): Text[] => {
        const name = names.get(id)
        return name ? [name] : []
      }),
    })).toSorted((a, b) => (a.skill < b.skill ? -1 : 1)),
    organs: await nameableOrgans(deed),
  }
}

/** Organs a mentor may name: companies, schools, providers, statutory bodies. Never a Party branch: nothing may point at one (D1). */
export const nameableOrgans = (deed: Deed): Promise<{ id: string; name: Text }[]> =>
  deed.tx
    .selectFrom('organ')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('kind', '<>', 'branch')
    .orderBy('id')
    .execute()
