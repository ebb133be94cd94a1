import { loadCourses } from './school-courses.ts'
import { loadLearning } from './school-learning.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'

/** The year of the school, part by part. */
export async function loadSchoolYear(deed: Deed): Promise<void> {
  await loadCourses(deed)
  await loadLearning(deed)
}
