import type { readSchool } from '@ronghe/contract/school/courses.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { sql } from 'kysely'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { frozen, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { isMixed, type ClassGroups } from './class-rules.ts'

interface ClassCounts {
  readonly classes: number
  readonly mixed: number
}

/** Fewer classes would say something about each of them. */
export const leastClasses = 5

/** Classes that began, by the day of their first session. */
const begunClasses = (deed: Deed) =>
  deed.tx
    .selectFrom('course')
    .innerJoin('course_session as session', (join) =>
      join.onRef('session.street_id', '=', 'course.street_id').onRef('session.course_id', '=', 'course.id'),
    )
    .select(['course.id', 'course.began', ({ fn }) => fn.min('session.starts_at').as('first')])
    .where('course.street_id', '=', deed.street.id)
    .where('course.began', 'is not', null)
    .where('session.cancelled_because', 'is', null)
    .groupBy(['course.street_id', 'course.id', 'course.began'])

/** How many classes of a quarter were mixed: classes are counted here, never people (02 §7, 9). */
export const mixedClasses: FrozenFigure<ClassCounts> = {
  figure: 'school.mixedClasses',
  every: 'quarter',
  waits: 7,
  async since(deed) {
    const row = await deed.tx
      .selectFrom(begunClasses(deed).as('begun'))
      .select(sql<Date | null>`min(begun.first)`.as('first'))
      .executeTakeFirst()
    return row?.first ? dayIn(deed.street.zone, row.first) : undefined
  },
  async count(deed, { first, last }) {
    const { mixedPercent } = await setting(deed, 'school')
    const inQuarter = (await begunClasses(deed).execute()).filter((row) => {
      const day = dayIn(deed.street.zone, row.first)
      return day >= first && day <= last
    })
    // Written as such by countBegun.
    const mixed = inQuarter.filter(({ began }) => isMixed(began as unknown as ClassGroups, mixedPercent))
    return { classes: inQuarter.length, mixed: mixed.length }
  },
}

/** Of the last four quarters that are over; none where there were too few classes. */
export async function lastMixed(deed: Deed): Promise<ReplyOf<typeof readSchool>['mixed']> {
  const quarters = [...(await frozen(deed, mixedClasses))].slice(-4)
  const sum = (of: keyof ClassCounts): number => quarters.reduce((total, [, { counts }]) => total + counts[of], 0)
  if (sum('classes') < leastClasses) return null
  return { from: quarters[0]![0], until: quarters.at(-1)![0], classes: sum('classes'), mixed: sum('mixed') }
}
