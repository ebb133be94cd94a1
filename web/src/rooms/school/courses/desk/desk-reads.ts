import { listDeskCourses, readDeskCourse } from '@ronghe/contract/school/course-desk.ts'
import { readCourse } from '@ronghe/contract/school/courses.ts'
import { listEnrolments } from '@ronghe/contract/school/enrolments.ts'

/** Read again after anything that changes a course at the desk. */
export const deskCourseReads = [readDeskCourse, listDeskCourses, readCourse, listEnrolments]
