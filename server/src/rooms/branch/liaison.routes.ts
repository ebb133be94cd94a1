import * as contract from '@ronghe/contract/branch/liaison.ts'
import * as honours from '@ronghe/contract/branch/honours.ts'
import { implementBranch } from '../../platform/branch/implement-branch.ts'
import type { App } from '../../platform/http/implement.ts'
import * as rounds from './honours/honour-rounds.ts'
import * as mine from './honours/my-honours.ts'
import * as notices from './liaison/branch-notices.ts'
import * as carried from './liaison/carried.ts'

/** What goes up and down through the branch, and whom it commends. */
export function liaisonRoutes(app: App): void {
  implementBranch(app, contract.giveConcern, ({ deed, body }) => carried.give(deed, body))
  implementBranch(app, contract.listMyCarried, ({ deed }) => carried.listMine(deed))
  implementBranch(app, contract.takeBackCarried, ({ deed, params }) => carried.takeBack(deed, params.concernId))
  implementBranch(app, contract.listCarried, ({ deed, params }) => carried.listForOffice(deed, params.branchId))
  implementBranch(app, contract.enterPaperConcern, ({ deed, params, body }) => carried.enterPaper(deed, params.branchId, body))
  implementBranch(app, contract.stepCarried, ({ deed, params, body }) => carried.step(deed, params.branchId, params.concernId, body))
  implementBranch(app, contract.deletePaperConcern, ({ deed, params }) => carried.deletePaper(deed, params.branchId, params.concernId))

  implementBranch(app, contract.listMyNotices, ({ deed }) => notices.listMine(deed))
  implementBranch(app, contract.listBranchNotices, ({ deed, params }) => notices.listForOffice(deed, params.branchId))
  implementBranch(app, contract.publishBranchNotice, ({ deed, params, body }) => notices.publish(deed, params.branchId, body))
  implementBranch(app, contract.takeDownBranchNotice, ({ deed, params }) => notices.takeDown(deed, params.branchId, params.noticeId))

  implementBranch(app, honours.listHonourRounds, ({ deed, params }) => rounds.listForOffice(deed, params.branchId))
  implementBranch(app, honours.openHonourRound, ({ deed, params, body }) => rounds.open(deed, params.branchId, body))
  implementBranch(app, honours.openNominations, ({ deed, params }) => rounds.uncover(deed, params.branchId, params.roundId))
  implementBranch(app, honours.linkNominee, ({ deed, params, body }) =>
    rounds.settle(deed, params.branchId, params.roundId, params.nominationId, body),
  )
  implementBranch(app, honours.closeHonourRound, ({ deed, params }) => rounds.close(deed, params.branchId, params.roundId))
  implementBranch(app, honours.listShownHonours, ({ deed, params }) => rounds.listShown(deed, params.branchId))
  implementBranch(app, honours.listMyHonours, ({ deed }) => mine.listMine(deed))
  implementBranch(app, honours.nominate, ({ deed, params, body }) => mine.name(deed, params.roundId, body))
  implementBranch(app, honours.takeBackNomination, ({ deed, params }) => mine.takeBack(deed, params.roundId, params.nominationId))
  implementBranch(app, honours.showHonour, ({ deed, params, body }) => mine.showMine(deed, params.roundId, params.category, body))
  implementBranch(app, honours.hideHonour, ({ deed, params }) => mine.hideMine(deed, params.roundId, params.category))
}
