import {
  askStatusByCode,
  confirmCase,
  fileCase,
  fileCaseAtDesk,
  listMyCases,
  readMyCase,
  readReceipt,
  reopenCase,
  supplementCase,
  withdrawCase,
} from '@ronghe/contract/station/cases.ts'
import { listQueue, readCase, revealField } from '@ronghe/contract/station/cases-desk.ts'
import {
  acceptAsDepartment,
  acceptCase,
  askExternalAgain,
  askForMissing,
  bulkCases,
  closeCase,
  decideCase,
  declineAsDepartment,
  handOverCase,
  mergeCase,
  noteOnCase,
  receiveDocuments,
  recordExternalReply,
  reopenCaseAtDesk,
  returnAsDepartment,
  routeCase,
  setDepartmentNumber,
  startExternalStep,
  takeCase,
  undoBulk,
  unmergeCase,
  waiveDocument,
  withdrawCaseAtDesk,
} from '@ronghe/contract/station/cases-steps.ts'
import type { Deed } from '../../platform/deed.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { takeBulk, undoBulkOf } from './case-bulk.ts'
import { mergeCases, unmergeCases } from './case-duplicates.ts'
import { askAgain, startExternal, takeReply } from './case-external.ts'
import { fileAtDesk, fileByResident } from './case-filing.ts'
import { mayAtDesk, readCaseOnPage, revealOnPage } from './case-page.ts'
import { listDeskQueue } from './case-queue.ts'
import { deskReader } from './case-readers.ts'
import { definitionOf, type CaseRow } from './case-records.ts'
import {
  accept,
  ask,
  close,
  decide,
  departmentAccept,
  handOver,
  note,
  numberAtDepartment,
  receive,
  reopenAtDesk,
  route,
  sendBack,
  take,
  waive,
  withdrawAtDesk,
} from './case-steps.ts'
import { confirmSettled, findStatus, listOwnCases, readCaseReceipt, readOwnCase, reopen, supplement, withdraw } from './cases.ts'

export function casesRoutes(app: App): void {
  implement(app, fileCase, ({ deed, body }) => fileByResident(deed, body))
  implement(app, fileCaseAtDesk, ({ deed, body }) => fileAtDesk(deed, body))
  implement(app, listMyCases, ({ deed, query }) => listOwnCases(deed, query))
  implement(app, readMyCase, ({ deed, params }) => readOwnCase(deed, params.caseId))
  implement(app, supplementCase, async ({ deed, params, body }) => mine(await supplement(deed, params.caseId, body)))
  implement(app, withdrawCase, async ({ deed, params, body }) => mine(await withdraw(deed, params.caseId, body.words)))
  implement(app, reopenCase, async ({ deed, params, body }) => mine(await reopen(deed, params.caseId, body.words)))
  implement(app, confirmCase, async ({ deed, params }) => mine(await confirmSettled(deed, params.caseId)))
  implement(app, readReceipt, ({ deed, params }) => readCaseReceipt(deed, params.caseId))
  implement(app, askStatusByCode, ({ deed, body }) => findStatus(deed, body))
  implement(app, listQueue, ({ deed, query }) => listDeskQueue(deed, query))
  implement(app, readCase, ({ deed, params }) => readCaseOnPage(deed, params.caseId))
  implement(app, revealField, ({ deed, params, body }) => revealOnPage(deed, params.caseId, body.field))
}

export function caseStepsRoutes(app: App): void {
  implement(app, takeCase, async ({ deed, params, body }) => at(deed, await take(deed, params.caseId, body)))
  implement(app, acceptCase, async ({ deed, params, body }) => at(deed, await accept(deed, params.caseId, body)))
  implement(app, askForMissing, async ({ deed, params, body }) => at(deed, await ask(deed, params.caseId, body)))
  implement(app, receiveDocuments, async ({ deed, params, body }) => at(deed, await receive(deed, params.caseId, body)))
  implement(app, waiveDocument, async ({ deed, params, body }) => at(deed, await waive(deed, params.caseId, body)))
  implement(app, routeCase, async ({ deed, params, body }) => at(deed, await route(deed, params.caseId, body)))
  implement(app, acceptAsDepartment, async ({ deed, params, body }) => at(deed, await departmentAccept(deed, params.caseId, body)))
  implement(app, declineAsDepartment, async ({ deed, params, body }) =>
    at(deed, await sendBack(deed, params.caseId, body, 'departmentDeclined')),
  )
  implement(app, returnAsDepartment, async ({ deed, params, body }) => at(deed, await sendBack(deed, params.caseId, body, 'returned')))
  implement(app, setDepartmentNumber, async ({ deed, params, body }) => at(deed, await numberAtDepartment(deed, params.caseId, body)))
  implement(app, decideCase, async ({ deed, params, body }) => at(deed, await decide(deed, params.caseId, body)))
  implement(app, closeCase, async ({ deed, params, body }) => at(deed, await close(deed, params.caseId, body)))
  implement(app, reopenCaseAtDesk, async ({ deed, params, body }) => at(deed, await reopenAtDesk(deed, params.caseId, body)))
  implement(app, withdrawCaseAtDesk, async ({ deed, params, body }) => at(deed, await withdrawAtDesk(deed, params.caseId, body)))
  implement(app, noteOnCase, async ({ deed, params, body }) => at(deed, await note(deed, params.caseId, body.words)))
  implement(app, handOverCase, async ({ deed, params, body }) => at(deed, await handOver(deed, params.caseId, body)))
  implement(app, mergeCase, async ({ deed, params, body }) => at(deed, await mergeCases(deed, params.caseId, body)))
  implement(app, unmergeCase, async ({ deed, params, body }) => at(deed, await unmergeCases(deed, params.caseId, body)))
  implement(app, startExternalStep, async ({ deed, params, body }) => at(deed, await startExternal(deed, params.caseId, body)))
  implement(app, askExternalAgain, async ({ deed, params, body }) => at(deed, await askAgain(deed, params.caseId, body)))
  implement(app, recordExternalReply, async ({ deed, params, body }) => at(deed, await takeReply(deed, params.caseId, body)))
  implement(app, bulkCases, ({ deed, body }) => takeBulk(deed, body))
  implement(app, undoBulk, ({ deed, params }) => undoBulkOf(deed, params.bulkId))
}

const mine = (row: CaseRow) => ({ state: row.state, number: row.events })

/** The case as the step left it; a department that sent it back may do nothing more with it. */
async function at(deed: Deed, row: CaseRow) {
  const reader = deskReader(deed, row)
  return { id: row.id, state: row.state, events: row.events, may: reader ? mayAtDesk(row, reader, await definitionOf(deed, row)) : [] }
}
