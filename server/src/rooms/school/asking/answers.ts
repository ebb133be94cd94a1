import { abilityQuestions } from '@ronghe/contract/school/ability-questions.ts'
import type { AbilityMoment, answerEvaluation, readAbilityForm } from '@ronghe/contract/school/ability.ts'
import type { CourseModule } from '@ronghe/contract/school/courses.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import { claimCode, readCode } from '../../../platform/codes.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { personOf } from '../../../platform/auth/actor.ts'
import { today } from '../../programme/posts.ts'
import { type CourseRow, getCourse, isHeld, sessionsOf, teaches } from '../courses/course-rows.ts'
import { placedIn } from '../enrolment/class-times.ts'
import { askingWindows, isOpen, type Window } from './asking-windows.ts'
import { classWord, isClassWord } from './class-word.ts'

export const questionsOf = ({ module }: Pick<CourseRow, 'module'>) => abilityQuestions[module as CourseModule]

/** Undefined while no session is planned. */
export async function windowsOf(deed: Deed, course: CourseRow): Promise<Readonly<Record<AbilityMoment, Window>> | undefined> {
  const days = (await sessionsOf(deed, [course.id])).filter(isHeld).map(({ starts_at }) => dayIn(deed.street.zone, starts_at))
  return days.length === 0 || course.state === 'cancelled' ? undefined : askingWindows(days[0]!, days.at(-1)!)
}

export async function readForm(deed: Deed, courseId: string): Promise<ReplyOf<typeof readAbilityForm>> {
  const course = await getCourse(deed, courseId)
  const windows = await windowsOf(deed, course)
  const day = today(deed)
  const told = (window: Window) => ({ ...window, open: isOpen(window, day) })
  return {
    title: course.title,
    module: course.module as CourseModule,
    questions: [...questionsOf(course)],
    windows: windows ? { before: told(windows.before), after: told(windows.after), later: told(windows.later) } : null,
  }
}

/** For those who are in the class, and for whoever teaches it and says it aloud. */
export async function readWord(deed: Deed, courseId: string): Promise<{ word: string }> {
  const course = await getCourse(deed, courseId)
  const me = personOf(deed.actor)
  if (!(await teaches(deed, course)) && !(await placedIn(deed, courseId)).some((person) => person === me))
    throw forbidden('class-not-yours')
  return { word: classWord(deed, courseId) }
}

/** Codes for paper forms; nothing of them is kept before somebody answers. */
export async function freshForms(deed: Deed, courseId: string, forms: number): Promise<{ codes: string[]; word: string }> {
  await mustTeach(deed, courseId)
  return { codes: Array.from({ length: forms }, () => claimCode()), word: classWord(deed, courseId) }
}

export async function mustTeach(deed: Deed, courseId: string): Promise<CourseRow> {
  const course = await getCourse(deed, courseId)
  if (!(await teaches(deed, course))) throw forbidden('class-not-taught')
  return course
}

export type Way = { readonly channel: 'phone'; readonly word: string } | { readonly channel: 'paper' }

/** A self-rating under a code. The journal knows the day and no actor; a second answer for the same moment is refused, not counted twice. */
export async function keepAbility(
  deed: Deed,
  courseId: string,
  { code, moment, answers }: { readonly code: string; readonly moment: AbilityMoment; readonly answers: readonly number[] },
  way: Way,
): Promise<{ kept: true }> {
  const course = await askedOf(deed, courseId, moment, way)
  if (answers.length !== questionsOf(course).length) throw unfit([{ path: 'answers', code: 'field-missing' }])
  const row = {
    street_id: deed.street.id,
    course_id: courseId,
    claim_hash: hashOf(deed, `ability ${courseId}`, code),
    moment,
    answers: [...answers],
    channel: way.channel,
    on_day: today(deed),
  }
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('ability_answer')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw refused('asking-answered')
  const { count } = await deed.tx
    .selectFrom('ability_answer')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .where('moment', '=', moment)
    .executeTakeFirstOrThrow()
  await noMoreThanClass(deed, course, Number(count))
  await record(deed, {
    kind: 'school.ability.answered',
    plain: { course: courseId, moment, channel: way.channel },
    withoutActor: way.channel === 'phone',
  })
  return { kept: true }
}

export async function keepEvaluation(
  deed: Deed,
  courseId: string,
  said: Omit<BodyOf<typeof answerEvaluation>, 'word'>,
  way: Way,
): Promise<{ kept: true }> {
  const course = await askedOf(deed, courseId, 'after', way)
  // Under another hash than the self-rating: what somebody thinks of a course is not tied to how they see themselves.
  const hash = hashOf(deed, `evaluation ${courseId}`, said.code)
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('course_evaluation')
    .values({
      street_id: deed.street.id,
      course_id: courseId,
      claim_hash: hash,
      content: said.content,
      usefulness: said.usefulness,
      place: said.place,
      words_sealed: said.words === '' ? null : deed.platform.sealer.seal(evaluationPlace(deed, courseId, hash), said.words),
      channel: way.channel,
      on_day: today(deed),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw refused('asking-answered')
  const { count } = await deed.tx
    .selectFrom('course_evaluation')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .executeTakeFirstOrThrow()
  await noMoreThanClass(deed, course, Number(count))
  await record(deed, {
    kind: 'school.evaluation.answered',
    plain: { course: courseId, channel: way.channel },
    withoutActor: way.channel === 'phone',
  })
  return { kept: true }
}

export const evaluationPlace = (deed: Deed, courseId: string, hash: Buffer) => ({
  street: deed.street.id,
  table: 'course_evaluation',
  column: 'words_sealed',
  row: `${courseId} ${hash.toString('hex')}`,
})

/** The course, where this can be answered today and the class's word was said. */
async function askedOf(deed: Deed, courseId: string, moment: AbilityMoment, way: Way): Promise<CourseRow> {
  const course = way.channel === 'paper' ? await mustTeach(deed, courseId) : await getCourse(deed, courseId)
  if (way.channel === 'phone' && !isClassWord(deed, courseId, way.word)) throw unfit([{ path: 'word', code: 'class-word-wrong' }])
  const window = (await windowsOf(deed, course))?.[moment]
  if (!window || !isOpen(window, today(deed))) throw refused('asking-not-open')
  return course
}

/** As many answers as there are places taken, so that nobody fills a course's result with codes of their own. */
async function noMoreThanClass(deed: Deed, course: CourseRow, count: number): Promise<void> {
  if (count > (await placedIn(deed, course.id)).length) throw refused('asking-full')
}

function hashOf(deed: Deed, thing: string, typed: string): Buffer {
  const code = readCode(typed)
  if (!code) throw unfit([{ path: 'code', code: 'asking-code-wrong' }])
  return deed.platform.sealer.lookup(deed.street.id, 'person', `${thing} ${code}`)
}
