import * as groups from '@ronghe/contract/school/study-groups.ts'
import { type App, implement } from '../../../platform/http/implement.ts'
import { closeByDesk, step } from './group-steps.ts'
import { answerRoom, roomWishes } from './room-wishes.ts'
import { enterMember, join, leave, listGroups, readGroup, startGroup } from './study-groups.ts'

export function studyGroupRoutes(app: App): void {
  implement(app, groups.listStudyGroups, ({ deed }) => listGroups(deed))
  implement(app, groups.readStudyGroup, ({ deed, params }) => readGroup(deed, params.groupId))
  implement(app, groups.startStudyGroup, ({ deed, person, body }) => startGroup(deed, person().personId, body))
  implement(app, groups.joinStudyGroup, ({ deed, person, params, body }) => join(deed, params.groupId, person().personId, body.called))
  implement(app, groups.leaveStudyGroup, ({ deed, person, params }) => leave(deed, params.groupId, person().personId))
  implement(app, groups.stepStudyGroup, ({ deed, person, params, body }) => step(deed, params.groupId, person().personId, body))
  implement(app, groups.listRoomWishes, ({ deed }) => roomWishes(deed))
  implement(app, groups.answerRoomWish, ({ deed, params, body }) => answerRoom(deed, params.meetingId, body))
  implement(app, groups.enterGroupMember, ({ deed, params, body }) => enterMember(deed, params.groupId, body))
  implement(app, groups.closeStudyGroup, ({ deed, params, body }) => closeByDesk(deed, params.groupId, body.because))
}
