import * as checkIn from '@ronghe/contract/volunteers/check-in.ts'
import * as signUps from '@ronghe/contract/volunteers/sign-ups.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { attendees, checkInSelf, codeOfShift, enterPaper } from './check-in.ts'
import { answerOffer, enterSignUpOf, leaveShift, myShifts, readShift, signUpSelf } from './sign-ups.ts'

export function shiftRoutes(app: App): void {
  implement(app, signUps.readShift, ({ deed, params }) => readShift(deed, params.shiftId))
  implement(app, signUps.signUp, ({ deed, params, body, person }) => signUpSelf(deed, params.shiftId, person().personId, body))
  implement(app, signUps.leaveShift, ({ deed, params, person }) => leaveShift(deed, params.shiftId, person().personId))
  implement(app, signUps.answerOffer, ({ deed, params, body, person }) => answerOffer(deed, params.shiftId, person().personId, body.answer))
  implement(app, signUps.listMyShifts, ({ deed, person }) => myShifts(deed, person().personId))
  implement(app, signUps.listAttendees, ({ deed, params }) => attendees(deed, params.shiftId))
  implement(app, signUps.enterSignUp, ({ deed, params, body }) => enterSignUpOf(deed, params.shiftId, body))
  implement(app, checkIn.showCode, ({ deed, params }) => codeOfShift(deed, params.shiftId))
  implement(app, checkIn.checkIn, ({ deed, params, body, person }) => checkInSelf(deed, params.shiftId, person().personId, body))
  implement(app, checkIn.enterPaperList, ({ deed, params, body }) => enterPaper(deed, params.shiftId, body))
}
