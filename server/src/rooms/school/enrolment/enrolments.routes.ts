import * as enrolments from '@ronghe/contract/school/enrolments.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { enrolmentList } from './enrolment-list.ts'
import { answerOffer, decide, enrol, enter, leave, moveFor } from './enrolments.ts'

export function enrolmentRoutes(app: App): void {
  implement(app, enrolments.enrol, ({ deed, params, body }) => enrol(deed, params.courseId, body))
  implement(app, enrolments.leaveCourse, ({ deed, params }) => leave(deed, params.courseId))
  implement(app, enrolments.answerCourseOffer, ({ deed, params, body }) => answerOffer(deed, params.courseId, body.accept))
  implement(app, enrolments.listEnrolments, ({ deed, params }) => enrolmentList(deed, params.courseId))
  implement(app, enrolments.enterEnrolment, ({ deed, params, body }) => enter(deed, params.courseId, body))
  implement(app, enrolments.decideEnrolment, ({ deed, params, body }) => decide(deed, params.enrolmentId, body))
  implement(app, enrolments.moveEnrolment, ({ deed, params, body }) => moveFor(deed, params.enrolmentId, body))
}
