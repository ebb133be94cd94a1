import * as polls from '@ronghe/contract/council/meeting-polls.ts'
import * as meetings from '@ronghe/contract/council/meetings.ts'
import * as minutes from '@ronghe/contract/council/minutes.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { listAttendance } from './attendance-record.ts'
import { meetingCalendar } from './meeting-calendar.ts'
import { employerLetter } from './employer-letter.ts'
import { finishInductionPage, myInduction } from './induction.ts'
import { answerInvitation, enterAnswer, listInvitations } from './invitations.ts'
import { cancelMeeting, changeMeeting, planMeeting, sendInvitations } from './meeting-planning.ts'
import { answerPoll, chooseSlot, dropPoll, listPolls, offerSlots, openPoll } from './meeting-polls.ts'
import { backMeetingRequest, listMeetingRequests, requestMeeting } from './meeting-requests.ts'
import { listMeetings, readMeeting } from './meetings.ts'
import { minutesDocument, readMinutes } from './minutes.ts'
import { approveMinutes, confirmMinutes, editMinutes, publishMinutes, writeMinutes } from './minutes-steps.ts'
import { openSignInScreen, readSignIn, signInByCode, signInByList } from './presence.ts'
import { myUnavailableTimes, writeUnavailableTimes } from './unavailable-times.ts'

/** Planning, inviting, signing in; what is said in a meeting is the floor's. */
export function meetingRoutes(app: App): void {
  implement(app, meetings.listMeetings, ({ deed, params, query }) => listMeetings(deed, params.councilId, query))
  implement(app, meetings.readMeeting, ({ deed, params }) => readMeeting(deed, params.meetingId))
  implement(app, meetings.planMeeting, ({ deed, params, body: { requestId, ...plan } }) =>
    planMeeting(deed, params.councilId, plan, { requestId }),
  )
  implement(app, meetings.notifyMeeting, ({ deed, params }) => sendInvitations(deed, params.meetingId))
  implement(app, meetings.changeMeeting, ({ deed, params, body }) => changeMeeting(deed, params.meetingId, body))
  implement(app, meetings.cancelMeeting, ({ deed, params, body }) => cancelMeeting(deed, params.meetingId, body.because))
  implement(app, meetings.answerInvitation, ({ deed, params, body }) => answerInvitation(deed, params.meetingId, body))
  implement(app, meetings.enterAnswer, async ({ deed, params, body }) => {
    await enterAnswer(deed, params.meetingId, params.personId, body)
    return {}
  })
  implement(app, meetings.listInvitations, ({ deed, params }) => listInvitations(deed, params.meetingId))
  implement(app, meetings.readEmployerLetter, ({ deed, params }) => employerLetter(deed, params.meetingId))
  implement(app, meetings.openSignInScreen, ({ deed, params }) => openSignInScreen(deed, params.meetingId))
  implement(app, meetings.readSignInCode, ({ deed, params, query }) => readSignIn(deed, params.meetingId, query.key))
  implement(app, meetings.signInByCode, ({ deed, params, body }) => signInByCode(deed, params.meetingId, body.code))
  implement(app, meetings.signIn, async ({ deed, params, body }) => {
    await signInByList(deed, params.meetingId, params.personId, body.here)
    return {}
  })
  implement(app, meetings.listAttendance, ({ deed, params }) => listAttendance(deed, params.councilId))
  implement(app, meetings.readMeetingCalendar, async ({ deed, params, response }) => {
    const file = await meetingCalendar(deed, params.meetingId)
    await response
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="meeting.ics"')
      .send(file)
    return sent
  })
  pollRoutes(app)
  minutesRoutes(app)
}

function pollRoutes(app: App): void {
  implement(app, polls.readUnavailableTimes, ({ deed, params }) => myUnavailableTimes(deed, params.councilId))
  implement(app, polls.writeUnavailableTimes, ({ deed, params, body }) => writeUnavailableTimes(deed, params.councilId, body.times))
  implement(app, polls.offerSlots, ({ deed, params, query }) => offerSlots(deed, params.councilId, query.minutes))
  implement(app, polls.listPolls, ({ deed, params }) => listPolls(deed, params.councilId))
  implement(app, polls.openPoll, ({ deed, params, body }) => openPoll(deed, params.councilId, body))
  implement(app, polls.answerPoll, ({ deed, params, body }) => answerPoll(deed, params.pollId, body.answers))
  implement(app, polls.chooseSlot, ({ deed, params, body }) => chooseSlot(deed, params.pollId, body.number))
  implement(app, polls.dropPoll, ({ deed, params }) => dropPoll(deed, params.pollId))
  implement(app, polls.listMeetingRequests, ({ deed, params }) => listMeetingRequests(deed, params.councilId))
  implement(app, polls.requestMeeting, ({ deed, params, body }) => requestMeeting(deed, params.councilId, body.reason))
  implement(app, polls.backMeetingRequest, ({ deed, params }) => backMeetingRequest(deed, params.requestId))
  implement(app, polls.readInduction, ({ deed }) => myInduction(deed))
  implement(app, polls.finishInductionPage, ({ deed, params }) => finishInductionPage(deed, params.page))
}

function minutesRoutes(app: App): void {
  implement(app, minutes.readMinutes, ({ deed, params }) => readMinutes(deed, params.meetingId))
  implement(app, minutes.writeMinutes, ({ deed, params }) => writeMinutes(deed, params.meetingId))
  implement(app, minutes.editMinutes, ({ deed, params, body }) => editMinutes(deed, params.meetingId, body))
  implement(app, minutes.confirmMinutes, ({ deed, params }) => confirmMinutes(deed, params.meetingId))
  implement(app, minutes.approveMinutes, ({ deed, params, body }) => approveMinutes(deed, params.meetingId, body.approvedIn))
  implement(app, minutes.publishMinutes, ({ deed, params }) => publishMinutes(deed, params.meetingId))
  implement(app, minutes.readMinutesDocument, async ({ deed, params, response }) => {
    const { bytes, type } = await minutesDocument(deed, params.meetingId)
    await response
      .type(type)
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="minutes.docx"')
      .send(bytes)
    return sent
  })
}
