import { freeze } from '../../../platform/privacy/frozen-figures.ts'
import { mixedClasses } from './mixed-classes.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { tellPosts } from '../school-posts.ts'
import { dropUnagreed } from '../enrolment/children.ts'
import { command, firstClass, placedCount } from '../enrolment/line.ts'
import { tellClass } from '../enrolment/telling.ts'
import { takeStep } from './course-desk.ts'
import { courseLink, isHeld, lockCourse, sessionsOf, type CourseRow } from './course-rows.ts'

/** Time has passed on one course's line: offers run out, the next one is asked. */
async function moveLine(deed: Deed, { course: id }: Readonly<Record<string, string>>): Promise<void> {
  const course = await lockCourse(deed, id!)
  if (course.state !== 'open' && course.state !== 'running') return
  await command(deed, course, { kind: 'tick' })
}

/** Courses whose first class began are running; those whose last class is a week over are closed, so that the paper list can still be entered. */
export async function moveCourses(deed: Deed): Promise<void> {
  for (const course of await inState(deed, 'open')) {
    const first = await firstClass(deed, course.id)
    if (first && first <= deed.now) await takeStep(deed, course, 'start')
    else {
      // Somebody who left the street left a place; the next in line is asked.
      if (first) await command(deed, course, { kind: 'tick' })
      await tellBelow(deed, course, first)
    }
  }
  const week = deed.now.getTime() - 7 * 86_400_000
  for (const course of await inState(deed, 'running')) {
    const held = (await sessionsOf(deed, [course.id])).filter(isHeld)
    if (held.every(({ ends_at }) => ends_at.getTime() < week)) await takeStep(deed, course, 'close')
  }
}

/** Too few a little before the start: everybody is told once, and whoever plans moves it or calls it off. */
async function tellBelow(deed: Deed, course: CourseRow, first: Date | undefined): Promise<void> {
  const { belowMinimumHours } = await setting(deed, 'school')
  if (!first || course.told_below_at || first.getTime() - deed.now.getTime() > belowMinimumHours * 3_600_000) return
  if ((await placedCount(deed, course.id)) >= course.minimum) return
  await deed.tx
    .updateTable('course')
    .set({ told_below_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', course.id)
    .execute()
  await tellClass(deed, course, 'course-below')
  await tellPosts(deed, course.organ_id, ['schoolLead'], { template: 'course-below-lead', link: `/desk${courseLink(course.id)}` })
}

const inState = (deed: Deed, state: 'open' | 'running'): Promise<CourseRow[]> =>
  deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', state)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

/** Counts the quarters that are over and were not counted yet. */
export const freezeMixed = async (deed: Deed): Promise<void> => void (await freeze(deed, mixedClasses))

export const courseJobs: readonly Job[] = [
  { name: 'school.line', run: moveLine },
  { name: 'school.courses', every: '*/15 * * * *', run: moveCourses },
  { name: 'school.children', every: '20 2 * * *', run: dropUnagreed },
  { name: 'school.mixed.freeze', every: '45 2 * * *', run: freezeMixed },
]
