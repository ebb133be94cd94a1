import type { AbilityResult, readAbilityResults, readEvaluation, readModuleResults } from '@ronghe/contract/school/ability.ts'
import { abilityQuestions } from '@ronghe/contract/school/ability-questions.ts'
import { courseModules, type CourseModule } from '@ronghe/contract/school/courses.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { record } from '../../../platform/journal/record.ts'
import { today } from '../../programme/posts.ts'
import { type CourseRow, getCourse } from '../courses/course-rows.ts'
import { isOver } from './asking-windows.ts'
import { evaluationPlace, mustTeach, questionsOf, windowsOf } from './answers.ts'
import { type PairedSums, pool, shownCount, smallestClass, sumPairs, toResult } from './paired-change.ts'

type Kind = 'after' | 'later' | 'evaluation'
interface EvaluationSums {
  readonly answers: number
  readonly content: number
  readonly usefulness: number
  readonly place: number
}

const resultsOf = (deed: Deed, kinds: readonly Kind[]) =>
  deed.tx
    .selectFrom('course_result')
    .selectAll('course_result')
    .where('course_result.street_id', '=', deed.street.id)
    .where('kind', 'in', kinds)

/** Counts every class whose window is over, once and for good; after the last one the answers themselves go. */
export async function makeResults(deed: Deed): Promise<void> {
  const day = today(deed)
  const courses = await deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['running', 'closed'])
    .where('id', 'in', (query) =>
      query
        .selectFrom('ability_answer')
        .select('course_id')
        .where('street_id', '=', deed.street.id)
        .union(query.selectFrom('course_evaluation').select('course_id').where('street_id', '=', deed.street.id)),
    )
    .orderBy('id')
    .execute()
  for (const course of courses) {
    const windows = await windowsOf(deed, course)
    if (!windows) continue
    const made = new Set(
      (await resultsOf(deed, ['after', 'later', 'evaluation']).where('course_id', '=', course.id).execute()).map(({ kind }) => kind),
    )
    if (isOver(windows.after, day) && !made.has('evaluation'))
      await keep(deed, course.id, 'evaluation', await countEvaluations(deed, course.id))
    for (const moment of ['after', 'later'] as const)
      if (isOver(windows[moment], day) && !made.has(moment)) await keep(deed, course.id, moment, await countPairs(deed, course, moment))
    if (isOver(windows.later, day))
      await deed.tx.deleteFrom('ability_answer').where('street_id', '=', deed.street.id).where('course_id', '=', course.id).execute()
  }
}

async function keep(deed: Deed, courseId: string, kind: Kind, sums: object): Promise<void> {
  await deed.tx
    .insertInto('course_result')
    .values({ street_id: deed.street.id, course_id: courseId, kind, sums: JSON.stringify(sums), made_on: today(deed) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(deed, { kind: 'school.result.counted', plain: { course: courseId, result: kind } })
}

async function countPairs(deed: Deed, course: CourseRow, moment: 'after' | 'later'): Promise<PairedSums> {
  const rows = await deed.tx
    .selectFrom('ability_answer as then')
    .innerJoin('ability_answer as before', (join) =>
      join
        .onRef('before.street_id', '=', 'then.street_id')
        .onRef('before.course_id', '=', 'then.course_id')
        .onRef('before.claim_hash', '=', 'then.claim_hash')
        .on('before.moment', '=', 'before'),
    )
    .select(['before.answers as first', 'then.answers as second'])
    .where('then.street_id', '=', deed.street.id)
    .where('then.course_id', '=', course.id)
    .where('then.moment', '=', moment)
    .execute()
  return sumPairs(
    questionsOf(course).length,
    rows.map(({ first, second }) => [first, second] as const),
  )
}

async function countEvaluations(deed: Deed, courseId: string): Promise<EvaluationSums> {
  const rows = await evaluationRows(deed, courseId)
  const sum = (item: 'content' | 'usefulness' | 'place') => rows.reduce((total, row) => total + row[item], 0)
  return { answers: rows.length, content: sum('content'), usefulness: sum('usefulness'), place: sum('place') }
}

const evaluationRows = (deed: Deed, courseId: string) =>
  deed.tx
    .selectFrom('course_evaluation')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    // By hash, not by when it came: the order tells nothing.
    .orderBy('claim_hash')
    .execute()

export async function readResults(deed: Deed, courseId: string): Promise<ReplyOf<typeof readAbilityResults>> {
  const course = await getCourse(deed, courseId)
  const windows = await windowsOf(deed, course)
  const rows = await resultsOf(deed, ['after', 'later']).where('course_id', '=', courseId).execute()
  const of = (kind: Kind): AbilityResult | null => {
    const row = rows.find((one) => one.kind === kind)
    return row ? toResult(questionsOf(course), row.sums as PairedSums) : null
  }
  return {
    title: course.title,
    module: course.module as CourseModule,
    after: of('after'),
    later: of('later'),
    afterFrom: windows ? addDays(windows.after.until, 1) : null,
    laterFrom: windows ? addDays(windows.later.until, 1) : null,
  }
}

/** By module over all classes counted so far, put together so that no class that is not shown can be worked out. */
export async function readModules(deed: Deed): Promise<ReplyOf<typeof readModuleResults>> {
  const rows = await resultsOf(deed, ['after', 'later'])
    .innerJoin('course', (join) =>
      join.onRef('course.street_id', '=', 'course_result.street_id').onRef('course.id', '=', 'course_result.course_id'),
    )
    .select('course.module')
    .execute()
  return {
    modules: courseModules.map((module) => {
      const of = (kind: Kind): AbilityResult => {
        const classes = rows.filter((row) => row.module === module && row.kind === kind).map(({ sums }) => sums as PairedSums)
        return toResult(abilityQuestions[module], pool(abilityQuestions[module].length, classes))
      }
      return { module, after: of('after'), later: of('later') }
    }),
  }
}

/** For whoever taught the course, also somebody from outside who holds the lecturer's post: their own course, and no other. */
export async function readOwnEvaluation(deed: Deed, courseId: string): Promise<ReplyOf<typeof readEvaluation>> {
  const course = await mustTeach(deed, courseId)
  const windows = await windowsOf(deed, course)
  const row = await resultsOf(deed, ['evaluation']).where('course_id', '=', courseId).executeTakeFirst()
  const sums = row?.sums as EvaluationSums | undefined
  const mean = (total: number) =>
    sums && sums.answers >= smallestClass ? ({ kind: 'shown', value: total / sums.answers } as const) : ({ kind: 'few' } as const)
  const said = sums && sums.answers >= smallestClass ? await evaluationRows(deed, courseId) : []
  return {
    title: course.title,
    result: sums
      ? {
          answers: shownCount(sums.answers),
          content: mean(sums.content),
          usefulness: mean(sums.usefulness),
          place: mean(sums.place),
          words: said.flatMap(({ words_sealed, claim_hash }) =>
            words_sealed ? [deed.platform.sealer.open(evaluationPlace(deed, courseId, claim_hash), words_sealed)] : [],
          ),
        }
      : null,
    from: windows ? addDays(windows.after.until, 1) : null,
  }
}
