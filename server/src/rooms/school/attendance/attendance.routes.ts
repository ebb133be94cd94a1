import * as attendance from '@ronghe/contract/school/attendance.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { absent, make, makeUps, takeBack } from './absences.ts'
import { checkIn, classCode } from './class-code.ts'
import { classList, enterNote, myTeaching } from './class-list.ts'

export function attendanceRoutes(app: App): void {
  implement(app, attendance.readClassCode, ({ deed, params }) => classCode(deed, params.sessionId))
  implement(app, attendance.checkInToClass, ({ deed, params, body }) => checkIn(deed, params.sessionId, body.code))
  implement(app, attendance.sayAbsent, ({ deed, params, body }) => absent(deed, params.sessionId, body))
  implement(app, attendance.takeBackAbsence, ({ deed, params }) => takeBack(deed, params.sessionId))
  implement(app, attendance.listMakeUps, ({ deed, params }) => makeUps(deed, params.sessionId))
  implement(app, attendance.makeUp, ({ deed, params, body }) => make(deed, params.sessionId, body))
  implement(app, attendance.readClassList, ({ deed, params }) => classList(deed, params.sessionId))
  implement(app, attendance.noteAttendance, ({ deed, params, body }) => enterNote(deed, params.sessionId, params.personId, body))
  implement(app, attendance.listMyTeaching, ({ deed }) => myTeaching(deed))
}
