import type { MentoringOffer } from '@ronghe/contract/school/mentoring.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { anonymous } from '@ronghe/server/platform/auth/actor.ts'
import { claimCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import { agreeTo } from '@ronghe/server/rooms/people/consenting.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { keepAbility, keepEvaluation, questionsOf } from '@ronghe/server/rooms/school/asking/answers.ts'
import { classWord } from '@ronghe/server/rooms/school/asking/class-word.ts'
import { makeResults } from '@ronghe/server/rooms/school/asking/results.ts'
import { answer, offer } from '@ronghe/server/rooms/school/awards/awards.ts'
import { add } from '@ronghe/server/rooms/school/class/materials.ts'
import { save } from '@ronghe/server/rooms/school/class/session-minutes.ts'
import { open, say } from '@ronghe/server/rooms/school/class/talk.ts'
import { completionsOf } from '@ronghe/server/rooms/school/courses/closing.ts'
import { type CourseRow, isHeld, sessionsOf } from '@ronghe/server/rooms/school/courses/course-rows.ts'
import { placedIn } from '@ronghe/server/rooms/school/enrolment/class-times.ts'
import { step as stepGroup } from '@ronghe/server/rooms/school/groups/group-steps.ts'
import { join, startGroup } from '@ronghe/server/rooms/school/groups/study-groups.ts'
import { answerAs, readMine, step } from '@ronghe/server/rooms/school/mentoring/pairs.ts'
import { keepProfile } from '@ronghe/server/rooms/school/mentoring/profiles.ts'
import { propose } from '@ronghe/server/rooms/school/mentoring/proposals.ts'
import type { CastKey } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import { acting, actingAt } from './council-acting.ts'
import { castId, organId } from './load-cast.ts'
import { groupPlans, handouts, lessons, type PlannedOffer, offersLately, offersOfSpring, talks } from './school-learning-plans.ts'

const day = 86_400_000

/** A year of learning together: what classes handed out, said and rated, pairs that met, groups that meet. */
export async function loadLearning(deed: Deed): Promise<void> {
  const chance = chanceOf('learning')
  const courses = await deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['running', 'closed'])
    .orderBy('opened_at')
    .execute()
  for (const course of courses) await teach(deed, course, chance)
  for (const course of courses.slice(0, 3)) await rate(deed, course, chance)
  await makeResults(deed)
  await award(deed, courses.filter(({ state }) => state === 'closed').slice(-2), chance)
  await pairUp(deed, chance)
  for (const plan of groupPlans) {
    const lead = acting(deed, plan.lead, plan.daysAgo, chance)
    const { id } = await startGroup(lead, castId(deed.street.id, plan.lead), { ...plan.group, called: plan.called })
    for (const [who, called] of plan.members)
      await join(acting(deed, who, plan.daysAgo - 3, chance), id, castId(deed.street.id, who), called)
    const evening = new Date(deed.now.getTime() + plan.inDays * day)
    const on = evening.toISOString().slice(0, 10)
    await stepGroup(acting(deed, plan.lead, 1, chance), id, castId(deed.street.id, plan.lead), {
      step: 'meet',
      from: `${on}T19:30:00+08:00`,
      until: `${on}T21:00:00+08:00`,
      place: plan.place,
      weeks: 4,
    })
  }
}

/** Somebody nobody plays, as the one who does this. */
function learner(deed: Deed, personId: string, now: Date, chance: Chance): Deed {
  const at = actingAt(deed, 'chen', now, chance)
  return at.actor.kind === 'person' ? { ...at, actor: { ...at.actor, personId, posts: [], permissions: new Set() } } : at
}

/** Handouts, what was taught, and a talk of two. */
async function teach(deed: Deed, course: CourseRow, chance: Chance): Promise<void> {
  const sessions = (await sessionsOf(deed, [course.id])).filter((session) => isHeld(session) && session.ends_at < deed.now)
  const [first] = sessions
  if (!first) return
  const at = (moment: Date) => actingAt(deed, 'suMin', moment, chance)
  for (const [place, handout] of handouts.entries())
    await add(at(first.starts_at), course.id, { ...handout, sessionId: place === 0 ? null : first.id, public: place === 0 })
  for (const [place, session] of sessions.slice(-2).entries())
    await save(at(new Date(session.ends_at.getTime() + 3_600_000)), session.id, lessons[place % lessons.length]!)
  const people = await placedIn(deed, course.id)
  const talk = chance.pick(talks)
  // A talk goes half a year after its last word; older ones would be gone.
  if (people.length < 2 || deed.now.getTime() - first.starts_at.getTime() > 150 * day || course.state !== 'running') return
  const [asks, replies] = [chance.pick(people), chance.pick(people)]
  const opened = await open(learner(deed, asks, first.ends_at, chance), course.id, asks, {
    title: talk.title,
    words: talk.asks,
    called: talk.asksAs,
  })
  await say(learner(deed, replies, new Date(first.ends_at.getTime() + day), chance), opened.id, replies, talk.replies, talk.repliesAs)
}

/** Most of a class before and after, some three months on; a few answers came on paper like everything else. */
async function rate(deed: Deed, course: CourseRow, chance: Chance): Promise<void> {
  const sessions = (await sessionsOf(deed, [course.id])).filter(isHeld)
  const [first, last] = [sessions[0]!, sessions.at(-1)!]
  const word = classWord(deed, course.id)
  const questions = questionsOf(course).length
  const nobody = (now: Date): Deed => ({ ...deed, now, actor: anonymous, id: () => uuid7(now.getTime(), chance.bytes) })
  const after = new Date(last.ends_at.getTime() + 2 * day)
  const later = new Date(last.ends_at.getTime() + 100 * day)
  for (const _ of await placedIn(deed, course.id)) {
    const code = claimCode(chance.bytes)
    const start = Array.from({ length: questions }, () => 1 + chance.below(3))
    const moved = (share: number) => start.map((value) => Math.min(5, value + (chance.in(share) ? 1 : 0) + (chance.in(share / 2) ? 1 : 0)))
    const say = (now: Date, moment: 'before' | 'after' | 'later', answers: readonly number[]) =>
      keepAbility(nobody(now), course.id, { code, moment, answers }, { channel: 'phone', word })
    await say(first.starts_at, 'before', start)
    if (after > deed.now || !chance.in(0.9)) continue
    await say(after, 'after', moved(0.7))
    await keepEvaluation(
      nobody(after),
      course.id,
      {
        code,
        content: 3 + chance.below(3),
        usefulness: 3 + chance.below(3),
        place: 2 + chance.below(4),
        words: chance.in(0.2) ? '晚上的课赶得上，谢谢。' : '',
      },
      { channel: 'phone', word },
    )
    if (later < deed.now && chance.in(0.8)) await say(later, 'later', moved(0.6))
  }
}

/** Confirmed by the school; some took the certificate, some are still to say. */
async function award(deed: Deed, courses: readonly CourseRow[], chance: Chance): Promise<void> {
  const head = acting(deed, 'suMin', 20, chance)
  for (const course of courses) {
    const completed = (await completionsOf(deed, course.id)).filter((one) => one.completed).map(({ personId }) => personId)
    if (completed.length === 0) continue
    await offer(head, course.id, completed)
    for (const personId of completed.slice(0, 3))
      await answer(learner(deed, personId, head.now, chance), course.id, personId, true, 'phone')
  }
}

/** Two pairs of spring, one of which has reached its goal; a proposal and wishes of these days. */
async function pairUp(deed: Deed, chance: Chance): Promise<void> {
  await register(deed, offersOfSpring, 190, chance)
  await propose(acting(deed, 'suMin', 185, chance))
  for (const [who] of offersOfSpring) await agree(deed, who, 183, chance)
  const take = async (who: CastKey, daysAgo: number, body: Parameters<typeof step>[3]) => {
    const at = acting(deed, who, daysAgo, chance)
    const me = castId(deed.street.id, who)
    const pair = (await readMine(at, me)).pairs.find(({ state }) => state === 'agreed')!
    return step(at, pair.id, me, body)
  }
  await take('chen', 180, { step: 'goal', words: '自己换一次版，不出错。' })
  const met = new Date(deed.now.getTime() - 170 * day)
  met.setUTCHours(11, 30, 0, 0)
  const planned = await take('chen', 175, {
    step: 'meet',
    from: met.toISOString(),
    until: new Date(met.getTime() + 3_600_000).toISOString(),
    place: '印刷厂门口',
  })
  await take('chen', 169, { step: 'held', meeting: planned.meetings[0]!.id })
  await take('chen', 90, { step: 'goalReached', goal: planned.goals[0]!.id, reached: true })
  await take('chen', 90, { step: 'close', because: 'reached' })
  await take('maoXia', 150, { step: 'goal', words: '在菜市场能用粤语问价。' })
  await register(deed, offersLately, 6, chance)
  await propose(acting(deed, 'suMin', 2, chance))
}

async function register(deed: Deed, offers: readonly PlannedOffer[], daysAgo: number, chance: Chance): Promise<void> {
  for (const [who, { organ, ...said }] of offers) {
    const at = acting(deed, who, daysAgo, chance)
    const me = castId(deed.street.id, who)
    await agreeTo(at, me, 'mentoring', consentTexts.mentoring.version)
    const offered: MentoringOffer = { ...said, organId: organ ? organId(deed.street.id, organ) : null }
    await keepProfile(at, me, offered, { channel: 'phone', post: null })
  }
}

async function agree(deed: Deed, who: CastKey, daysAgo: number, chance: Chance): Promise<void> {
  const at = acting(deed, who, daysAgo, chance)
  const me = castId(deed.street.id, who)
  for (const { id, may } of (await readMine(at, me)).pairs) if (may.includes('answer')) await answerAs(at, id, me, true)
}
