import type { DeskPair, enterMentoring, MentoringProfile, Proposal, readMentoringDesk } from '@ronghe/contract/school/mentoring.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { MentoringLanguage, MentoringSkill, MentoringTime } from '@ronghe/contract/school/mentoring-choices.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { PersonActor } from '../../../platform/auth/actor.ts'
import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { enterPaper } from '../../people/consents.ts'
import { findPersons, getPerson } from '../../people/persons.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { organNames } from '../../programme/organ-rows.ts'
import { today } from '../../programme/posts.ts'
import { matchMentors, pastKey, type Side } from './match-mentors.ts'
import { getPair, type PairRow, personAt, setPair, stateOf, whyOf } from './pair-rows.ts'
import { answer } from './pairs.ts'
import { keepProfile, nameableOrgans, placesLeft, profileRows, type ProfileRow, takenPlaces, toProfile } from './profiles.ts'

/** What would be proposed now: everybody who waits, matched by what they share. */
export async function proposal(deed: Deed): Promise<Proposal> {
  const { pairs, without } = await match(deed)
  return {
    pairs: pairs.map(({ mentor, learner, skill, languages, times }) => ({
      mentor,
      learner,
      why: { skill, languages: [...languages], times: [...times] },
    })),
    without: [...without],
  }
}

/** Puts the proposed pairs to both of each. Who wrote on paper is asked by the school, the others on their phones. */
export async function propose(deed: Deed): Promise<Proposal> {
  // One proposal at a time: two at once would ask the same people twice.
  const profiles = await profileRows(deed).orderBy('id').forUpdate().execute()
  const { pairs } = await match(deed)
  if (pairs.length === 0) throw refused('mentoring-nobody-fits')
  const proposed = await proposal(deed)
  const byId = new Map(profiles.map((row) => [row.id, row]))
  const { mentoringAnswerDays } = await setting(deed, 'school')
  for (const { mentor, learner, skill, languages, times } of pairs) {
    const [shows, learns] = [byId.get(mentor)!, byId.get(learner)!]
    const id = deed.id()
    await deed.tx
      .insertInto('mentoring_pair')
      .values({
        street_id: deed.street.id,
        id,
        mentor_person_id: shows.person_id,
        learner_person_id: learns.person_id,
        skill,
        languages: [...languages],
        times: [...times],
        organ_id: shows.organ_id,
        state: 'proposed',
        proposed_at: deed.now,
        answer_by: addDays(today(deed), mentoringAnswerDays),
      })
      .execute()
    for (const { person_id } of [shows, learns])
      await notify(deed, person_id, { template: 'mentoring-proposed', link: '/school/mentoring' })
  }
  await record(deed, { kind: 'school.mentoring.proposed', plain: { pairs: pairs.length } })
  return proposed
}

async function match(deed: Deed) {
  const [rows, taken] = [await profileRows(deed).orderBy('id').execute(), await takenPlaces(deed)]
  const past = await deed.tx
    .selectFrom('mentoring_pair')
    .select(['mentor_person_id', 'learner_person_id'])
    .where('street_id', '=', deed.street.id)
    .execute()
  const waiting = rows.filter((row) => placesLeft(row, taken) > 0)
  return matchMentors(
    waiting.filter(({ side }) => side === 'mentor').map((row) => ({ ...toSide(row), places: placesLeft(row, taken) })),
    waiting.filter(({ side }) => side === 'learner').map(toSide),
    new Set(past.map((row) => pastKey(row.mentor_person_id, row.learner_person_id))),
  )
}

const toSide = (row: ProfileRow): Side => ({
  id: row.id,
  personId: row.person_id,
  skills: row.skills as MentoringSkill[],
  languages: row.languages as MentoringLanguage[],
  times: row.times as MentoringTime[],
  since: row.since.getTime(),
})

/** The desk sees what waits by skill; a name stands only where the school has to carry the question on paper. */
export async function readDesk(deed: Deed): Promise<ReplyOf<typeof readMentoringDesk>> {
  const taken = await takenPlaces(deed)
  const rows = await profileRows(deed).orderBy('since').orderBy('id').execute()
  const pairs = await deed.tx
    .selectFrom('mentoring_pair')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['proposed', 'agreed'])
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .execute()
  const onPaper = rows.filter(({ channel }) => channel === 'paper')
  await recordAccess(
    deed,
    onPaper.map(({ person_id }) => ({ personId: person_id, purpose: 'mentoringDesk', permission: 'school.manage' as const })),
  )
  const people = new Map(
    (
      await findPersons(
        deed,
        onPaper.map(({ person_id }) => person_id),
      )
    ).map((person) => [person.id, person]),
  )
  const names = await organNames(
    deed,
    rows.flatMap(({ organ_id }) => organ_id ?? []),
  )
  const paperSide = (row: PairRow, side: 'mentor' | 'learner'): DeskPair['onPaper'] => {
    const person = people.get(personAt(row, side))
    const cameOnPaper = onPaper.some((one) => one.person_id === person?.id && one.side === side)
    return person && cameOnPaper
      ? [{ side, name: person.name, phone: person.phone, saidYes: side === 'mentor' ? row.mentor_yes : row.learner_yes }]
      : []
  }
  return {
    consent: { version: consentTexts.mentoring.version, title: consentTexts.mentoring.title, text: consentTexts.mentoring.text },
    waiting: rows
      .map((row) => ({
        ...toProfile(deed, row, taken),
        organ: row.organ_id ? (names.get(row.organ_id) ?? null) : null,
        paperName: people.get(row.person_id)?.name ?? null,
      }))
      .filter(({ waiting }) => waiting),
    pairs: pairs.map((row) => ({
      id: row.id,
      state: stateOf(row),
      why: whyOf(row),
      answerBy: row.answer_by,
      onPaper: [...paperSide(row, 'mentor'), ...paperSide(row, 'learner')],
    })),
    organs: await nameableOrgans(deed),
  }
}

/** A form signed at the school: the consent and the offer in one. */
export async function enterOnPaper(
  deed: Deed,
  actor: PersonActor,
  { personId, consentVersion, ...offer }: BodyOf<typeof enterMentoring>,
): Promise<MentoringProfile> {
  await getPerson(deed, personId)
  await enterPaper(deed, actor, personId, 'mentoring', { given: true, version: consentVersion, channel: 'desk-paper', signed: true })
  return keepProfile(deed, personId, offer, { channel: 'paper', post: actingPost(deed, 'school.manage')?.id ?? null })
}

/** Only for a side that takes part on paper: nobody answers for somebody who has the question on the phone. */
export async function answerOnPaper(deed: Deed, pairId: string, side: 'mentor' | 'learner', yes: boolean) {
  const row = await getPair(deed, pairId)
  const profile = await profileRows(deed).where('person_id', '=', personAt(row, side)).where('side', '=', side).executeTakeFirst()
  if (profile?.channel !== 'paper') throw forbidden('mentoring-answers-oneself')
  await answer(deed, row, side, yes)
  return { state: stateOf(await getPair(deed, pairId)) }
}

/** A question that nobody answered in time is taken back, and both wait again. */
export async function expireProposals(deed: Deed): Promise<void> {
  const late = await deed.tx
    .selectFrom('mentoring_pair')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'proposed')
    .where('answer_by', '<', today(deed))
    .forUpdate()
    .execute()
  for (const row of late) {
    await setPair(deed, row.id, { state: 'expired', closed_on: today(deed) })
    for (const side of ['mentor', 'learner'] as const)
      if (side === 'mentor' ? row.mentor_yes : row.learner_yes)
        await notify(deed, personAt(row, side), { template: 'mentoring-news', link: '/school/mentoring' })
  }
}
