import { listMyCourses, listCourses, readCourse } from '@ronghe/contract/school/courses.ts'
import { listMyEngagements } from '@ronghe/contract/programme/engagements.ts'

/** Read again after anything that changes one's own courses. */
export const ownCourses = [readCourse, listMyCourses, listCourses, listMyEngagements]
