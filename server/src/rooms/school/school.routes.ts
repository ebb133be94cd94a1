import { askingRoutes } from './asking/asking.routes.ts'
import { awardRoutes } from './awards/awards.routes.ts'
import { classRoutes } from './class/class.routes.ts'
import { attendanceRoutes } from './attendance/attendance.routes.ts'
import { courseRoutes } from './courses/courses.routes.ts'
import { enrolmentRoutes } from './enrolment/enrolments.routes.ts'
import { studyGroupRoutes } from './groups/study-groups.routes.ts'
import { mentoringRoutes } from './mentoring/mentoring.routes.ts'
import type { App } from '../../platform/http/implement.ts'

/** Everything the school can be asked. */
export function schoolRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = [
    courseRoutes,
    enrolmentRoutes,
    attendanceRoutes,
    mentoringRoutes,
    studyGroupRoutes,
    askingRoutes,
    classRoutes,
    awardRoutes,
  ]
  for (const routes of nouns) routes(app)
}
