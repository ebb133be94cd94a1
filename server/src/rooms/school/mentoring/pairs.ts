import type { MentoringPair, MentoringSide, readMyMentoring, stepPair as stepOperation } from '@ronghe/contract/school/mentoring.ts'
import { mentoringSkills } from '@ronghe/contract/school/mentoring-choices.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { consentAsked } from '../../people/consenting.ts'
import { findPerson } from '../../people/persons.ts'
import { disengage, engage, engagementsBetween } from '../../programme/engagements.ts'
import { organNames } from '../../programme/organ-rows.ts'
import { today } from '../../programme/posts.ts'
import { answered, mostGoals, stepPair } from './pair-lifecycle.ts'
import {
  becauseOf,
  callOffMeetings,
  getPair,
  goalsOf,
  meetingsOf,
  otherSide,
  type PairRow,
  pairsOf,
  personAt,
  sealGoal,
  sealPlace,
  setMeeting,
  setPair,
  sideOf,
  stateOf,
  whyOf,
} from './pair-rows.ts'
import { dropWish, ownProfiles, takenPlaces, toProfile } from './profiles.ts'

type Step = BodyOf<typeof stepOperation>
const page = '/school/mentoring'

export async function readMine(deed: Deed, personId: string): Promise<ReplyOf<typeof readMyMentoring>> {
  const profiles = await ownProfiles(deed, personId)
  const taken = await takenPlaces(deed)
  const pairs: MentoringPair[] = []
  for (const row of await pairsOf(deed, personId)) pairs.push(await toPair(deed, row, personId))
  const { version, title, text, given } = await consentAsked(deed, personId, 'mentoring')
  return {
    consent: { version, title, text, given },
    profiles: profiles.map((row) => toProfile(deed, row, taken)),
    pairs,
    may: ['offer', 'wish'],
  }
}

/** A pair as one of the two sees it; the other's name only once both have said yes. */
export async function toPair(deed: Deed, row: PairRow, personId: string): Promise<MentoringPair> {
  const side = sideOf(row, personId)
  if (!side) throw notFound('mentoring-pair')
  const other = personAt(row, otherSide(side))
  const known = row.agreed_on !== null
  if (known) await recordAccess(deed, { personId: other, purpose: 'mentoringPair', subject: { kind: 'mentoringPair', id: row.id } })
  const organ = side === 'learner' && row.organ_id ? ((await organNames(deed, [row.organ_id])).get(row.organ_id) ?? null) : null
  const [own, others] = side === 'mentor' ? [row.mentor_yes, row.learner_yes] : [row.learner_yes, row.mentor_yes]
  const goals = await goalsOf(deed, row.id)
  return {
    id: row.id,
    state: stateOf(row),
    side,
    why: whyOf(row),
    other: { name: known ? ((await findPerson(deed, other))?.name ?? null) : null, organ, saidYes: others },
    saidYes: own,
    answerBy: row.answer_by,
    agreedOn: row.agreed_on,
    closedOn: row.closed_on,
    because: becauseOf(row),
    goals,
    meetings: await meetingsOf(deed, row.id),
    may:
      row.state === 'proposed' && !own
        ? ['answer']
        : row.state === 'agreed'
          ? [...(goals.length < mostGoals ? (['goal'] as const) : []), 'meet', 'close', 'another']
          : [],
  }
}

export async function answerAs(deed: Deed, pairId: string, personId: string, yes: boolean): Promise<MentoringPair> {
  const row = await getPair(deed, pairId)
  const side = sideOf(row, personId)
  if (!side) throw notFound('mentoring-pair')
  await answer(deed, row, side, yes)
  return toPair(deed, await getPair(deed, pairId), personId)
}

/** One side's answer, from the phone or from paper. Neither hears who said no. */
export async function answer(deed: Deed, row: PairRow, side: MentoringSide, yes: boolean): Promise<void> {
  if (row.state !== 'proposed') throw refused('mentoring-answered')
  const { said, act } = answered({ mentor: row.mentor_yes, learner: row.learner_yes }, side, yes)
  const state = act ? stepPair(stateOf(row), act)! : stateOf(row)
  await setPair(deed, row.id, {
    mentor_yes: said.mentor,
    learner_yes: said.learner,
    state,
    ...(state === 'agreed' ? { agreed_on: today(deed) } : state === 'declined' ? { closed_on: today(deed) } : {}),
  })
  await record(deed, {
    kind: 'school.mentoring.answered',
    about: personAt(row, side),
    plain: { pair: row.id, state },
    sealed: { yes: String(yes) },
  })
  if (act) await notify(deed, personAt(row, otherSide(side)), { template: 'mentoring-news', link: page })
}

/** What the two do while they are a pair. */
export async function step(deed: Deed, pairId: string, personId: string, body: Step): Promise<MentoringPair> {
  const row = await getPair(deed, pairId)
  const side = sideOf(row, personId)
  if (!side) throw notFound('mentoring-pair')
  if (row.state !== 'agreed') throw refused('mentoring-not-agreed')
  await take(deed, row, side, body)
  await record(deed, { kind: `school.mentoring.${body.step}`, about: personId, plain: { pair: row.id } })
  return toPair(deed, await getPair(deed, pairId), personId)
}

async function take(deed: Deed, row: PairRow, side: MentoringSide, body: Step): Promise<void> {
  const tell = () => notify(deed, personAt(row, otherSide(side)), { template: 'mentoring-news', link: page })
  switch (body.step) {
    case 'goal':
      return addGoal(deed, row, body.words)
    case 'goalReached':
      return changeGoal(deed, row, body.goal, body.reached)
    case 'dropGoal':
      return changeGoal(deed, row, body.goal, 'drop')
    case 'meet':
      await planMeeting(deed, row, body)
      break
    case 'callOff':
      await endMeeting(deed, row, body.meeting, 'calledOff')
      break
    case 'held':
      return endMeeting(deed, row, body.meeting, 'held')
    case 'close':
      await closePair(deed, row, body.because)
      break
    case 'another':
      await closePair(deed, row, 'another')
      break
  }
  await tell()
}

async function addGoal(deed: Deed, row: PairRow, words: string): Promise<void> {
  if ((await goalsOf(deed, row.id)).length >= mostGoals) throw refused('mentoring-goals-enough', { params: { most: mostGoals } })
  const id = deed.id()
  await deed.tx
    .insertInto('mentoring_goal')
    .values({ street_id: deed.street.id, id, pair_id: row.id, words_sealed: sealGoal(deed, id, words) })
    .execute()
}

async function changeGoal(deed: Deed, row: PairRow, goal: string, to: boolean | 'drop'): Promise<void> {
  if (!(await goalsOf(deed, row.id)).some(({ id }) => id === goal)) throw notFound('mentoring-goal')
  if (to === 'drop') await deed.tx.deleteFrom('mentoring_goal').where('street_id', '=', deed.street.id).where('id', '=', goal).execute()
  else
    await deed.tx
      .updateTable('mentoring_goal')
      .set({ reached: to })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', goal)
      .execute()
}

const longestMeeting = 8 * 3_600_000

/** In both calendars; what stands in the way of either is named to whoever plans only where it is their own. */
async function planMeeting(deed: Deed, row: PairRow, body: Extract<Step, { step: 'meet' }>): Promise<void> {
  const [from, until] = [new Date(body.from), new Date(body.until)]
  if (from <= deed.now) throw unfit([{ path: 'from', code: 'day-gone' }])
  if (until <= from || until.getTime() - from.getTime() > longestMeeting) throw unfit([{ path: 'until', code: 'field-format' }])
  for (const side of ['mentor', 'learner'] as const)
    if ((await engagementsBetween(deed, personAt(row, side), from, until)).length > 0) throw refused('mentoring-busy')
  const id = deed.id()
  await deed.tx
    .insertInto('mentoring_meeting')
    .values({
      street_id: deed.street.id,
      id,
      pair_id: row.id,
      starts_at: from,
      ends_at: until,
      place_sealed: sealPlace(deed, id, body.place),
      state: 'planned',
    })
    .execute()
  for (const side of ['mentor', 'learner'] as const)
    await engage(deed, {
      personId: personAt(row, side),
      kind: 'mentoring',
      thingId: id,
      from,
      until,
      title: mentoringTitle(row),
      // Where two people meet is between them; the page says it.
      place: null,
      link: page,
    })
}

const mentoringTitle = (row: PairRow) => {
  const skill = mentoringSkills[whyOf(row).skill]
  return { 'zh-CN': `传帮带：${skill['zh-CN']}`, en: `Mentoring: ${skill.en}` }
}

async function endMeeting(deed: Deed, row: PairRow, meetingId: string, state: 'held' | 'calledOff'): Promise<void> {
  const meeting = (await meetingsOf(deed, row.id)).find(({ id }) => id === meetingId)
  if (!meeting) throw notFound('mentoring-meeting')
  if (meeting.state !== 'planned') throw refused('mentoring-meeting-over')
  if (state === 'held' && new Date(meeting.from) > deed.now) throw refused('mentoring-meeting-to-come')
  await setMeeting(deed, meetingId, state)
  if (state === 'calledOff') await disengage(deed, { kind: 'mentoring', thingId: meetingId })
}

/** Both are free again where their offer and wish still stand; what was learned is no wish any more. */
export async function closePair(deed: Deed, row: PairRow, because: 'reached' | 'time' | 'moved' | 'other' | 'another'): Promise<void> {
  await callOffMeetings(deed, row.id)
  await setPair(deed, row.id, { state: stepPair('agreed', 'close')!, because, closed_on: today(deed) })
  if (because === 'reached') await dropWish(deed, row.learner_person_id, row.skill)
}
