import { declareCheckIn, readMyCheckIn, withdrawCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { editBranch, listBranches, readBranch } from '@ronghe/contract/branch/branches.ts'
import { answerCheckIn, deletePaperCheckIn, enterPaperCheckIn, listMembers, revealMember } from '@ronghe/contract/branch/members.ts'
import { listBranchMessages, markBranchMessages } from '@ronghe/contract/branch/messages.ts'
import {
  appointOffice,
  endOffice,
  issueOfficeCode,
  listMyOffices,
  listOffices,
  stepMyOffice,
  takeUpOffice,
} from '@ronghe/contract/branch/offices.ts'
import { implementBranch } from '../../platform/branch/implement-branch.ts'
import type { App } from '../../platform/http/implement.ts'
import * as branches from './branches.ts'
import * as checkIns from './check-ins.ts'
import * as members from './members.ts'
import { markRead, messagesOf } from './messages.ts'
import * as offices from './offices.ts'

export function houseRoutes(app: App): void {
  implementBranch(app, listBranches, ({ deed }) => branches.listBranches(deed))
  implementBranch(app, readBranch, ({ deed, params }) => branches.readBranch(deed, params.branchId))
  implementBranch(app, editBranch, ({ deed, params, body }) => branches.edit(deed, params.branchId, body))

  implementBranch(app, issueOfficeCode, ({ deed, body }) => offices.issueCode(deed, body))
  implementBranch(app, takeUpOffice, ({ deed, body }) => offices.takeUp(deed, body))
  implementBranch(app, listMyOffices, ({ deed }) => offices.mine(deed))
  implementBranch(app, stepMyOffice, ({ deed, params, body }) => offices.step(deed, params.officeId, body))
  implementBranch(app, listOffices, ({ deed, params }) => offices.listOffices(deed, params.branchId))
  implementBranch(app, appointOffice, ({ deed, params, body }) => offices.appoint(deed, params.branchId, body))
  implementBranch(app, endOffice, ({ deed, params }) => offices.endOffice(deed, params.branchId, params.officeId))

  implementBranch(app, declareCheckIn, ({ deed, body }) => checkIns.declare(deed, body))
  implementBranch(app, readMyCheckIn, ({ deed }) => checkIns.myCheckIn(deed))
  implementBranch(app, withdrawCheckIn, ({ deed }) => checkIns.withdraw(deed))

  implementBranch(app, listMembers, ({ deed, params }) => members.listMembers(deed, params.branchId))
  implementBranch(app, revealMember, ({ deed, params }) => members.reveal(deed, params.branchId, params.checkInId))
  implementBranch(app, answerCheckIn, ({ deed, params, body }) => members.answer(deed, params.branchId, params.checkInId, body))
  implementBranch(app, enterPaperCheckIn, ({ deed, params, body }) => members.enterPaper(deed, params.branchId, body))
  implementBranch(app, deletePaperCheckIn, ({ deed, params }) => members.deletePaper(deed, params.branchId, params.checkInId))

  implementBranch(app, listBranchMessages, ({ deed }) => messagesOf(deed))
  implementBranch(app, markBranchMessages, ({ deed }) => markRead(deed))
}
