import * as desk from '@ronghe/contract/school/course-desk.ts'
import * as courses from '@ronghe/contract/school/courses.ts'
import { implement, sent, type App } from '../../../platform/http/implement.ts'
import * as planning from './course-desk.ts'
import { courseList, myCourses, readCourse } from './course-page.ts'
import { courseSheet, takeCourseSheet } from './course-sheet.ts'
import { deskCourse, deskCourses } from './desk-page.ts'
import { endLecturer, lecturerList, putLecturer } from './lecturers.ts'
import { createRoom, editRoom, roomPlan } from './rooms.ts'
import { schoolCalendar, schoolPage } from './school-page.ts'
import * as sessions from './sessions.ts'

export function courseRoutes(app: App): void {
  implement(app, courses.readSchool, ({ deed }) => schoolPage(deed))
  implement(app, courses.listCourses, ({ deed, query }) => courseList(deed, query))
  implement(app, courses.readCourse, ({ deed, params }) => readCourse(deed, params.courseId))
  implement(app, courses.listMyCourses, ({ deed }) => myCourses(deed))
  implement(app, courses.fetchSchoolCalendar, async ({ deed, query, response }) => {
    const file = await schoolCalendar(deed, query.language ?? deed.language)
    await response.type('text/calendar; charset=utf-8').header('cache-control', 'public, max-age=300').send(file)
    return sent
  })
  deskRoutes(app)
}

function deskRoutes(app: App): void {
  implement(app, desk.listDeskCourses, ({ deed, query }) => deskCourses(deed, query))
  implement(app, desk.readDeskCourse, ({ deed, params }) => deskCourse(deed, params.courseId))
  implement(app, desk.planCourse, ({ deed, body }) => planning.plan(deed, body))
  implement(app, desk.changeCourse, ({ deed, params, body }) => planning.change(deed, params.courseId, body))
  implement(app, desk.stepCourse, ({ deed, params, body }) => planning.step(deed, params.courseId, body))
  implement(app, desk.postponeCourse, ({ deed, params, body }) => planning.postpone(deed, params.courseId, body))
  implement(app, desk.addSessions, ({ deed, params, body }) => sessions.add(deed, params.courseId, body))
  implement(app, desk.changeSession, ({ deed, params, body }) => sessions.change(deed, params.sessionId, body))
  implement(app, desk.cancelSession, ({ deed, params, body }) => sessions.cancel(deed, params.sessionId, body))
  implement(app, desk.readRoomPlan, ({ deed, query }) => roomPlan(deed, query.from))
  implement(app, desk.addRoom, ({ deed, body }) => createRoom(deed, body))
  implement(app, desk.changeRoom, ({ deed, params, body }) => editRoom(deed, params.roomId, body))
  implement(app, desk.listLecturers, ({ deed }) => lecturerList(deed))
  implement(app, desk.addLecturer, ({ deed, body }) => putLecturer(deed, body))
  implement(app, desk.endLecturer, ({ deed, params }) => endLecturer(deed, params.lecturerId))
  implement(app, desk.exportCourses, async ({ deed, response }) => {
    const bytes = await courseSheet(deed)
    await response
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="courses.xlsx"')
      .send(bytes)
    return sent
  })
  implement(app, desk.importCourses, ({ deed, upload }) => takeCourseSheet(deed, upload().bytes))
}
