import type { CourseShares } from '@ronghe/contract/school/enrolments.ts'
import type { Deed } from '../../../platform/deed.ts'
import { showParts } from '../../../platform/privacy/suppression.ts'
import { groupsOf } from '../../people/group.ts'
import { today } from '../../programme/posts.ts'
import type { ClassGroups } from '../courses/class-rules.ts'
import type { CourseRow } from '../courses/course-rows.ts'
import { placedIn } from './class-times.ts'

/** From so many people on the groups of a class are counted. */
const counted = 10

type Counted = ClassGroups & { readonly countedOn: string }

/**
 * Counts the groups of those with a place, once, when there are ten: a second count, a learner later, would tell which group that learner is of
 * (D7). It orders nothing and decides about nobody (D3).
 */
export async function countShares(deed: Deed, courseId: string): Promise<void> {
  const people = await placedIn(deed, courseId)
  if (people.length < counted) return
  await deed.tx
    .updateTable('course')
    .set({ shares: JSON.stringify({ ...(await groupsIn(deed, people)), countedOn: today(deed) } satisfies Counted) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', courseId)
    .where('shares', 'is', null)
    .execute()
}

/** The class that begins, for the share of mixed classes over a year; never shown for one class. */
export async function countBegun(deed: Deed, courseId: string): Promise<void> {
  await deed.tx
    .updateTable('course')
    .set({ began: JSON.stringify(await groupsIn(deed, await placedIn(deed, courseId))) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', courseId)
    .execute()
}

export function shownShares({ shares }: CourseRow): CourseShares | null {
  if (!shares) return null
  const { countedOn, newcomer, local, unstated } = shares as unknown as Counted // written above
  const { parts } = showParts([newcomer, local, unstated])
  return { countedOn, newcomer: parts[0]!, local: parts[1]!, unstated: parts[2]! }
}

async function groupsIn(deed: Deed, people: readonly string[]): Promise<ClassGroups> {
  const groups = await groupsOf(deed, people)
  const of = (group: 'newcomer' | 'local') => people.filter((person) => groups.get(person) === group).length
  const [newcomer, local] = [of('newcomer'), of('local')]
  return { newcomer, local, unstated: people.length - newcomer - local }
}
