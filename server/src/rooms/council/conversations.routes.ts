import * as desk from '@ronghe/contract/council/conversation-desk.ts'
import * as conversations from '@ronghe/contract/council/conversations.ts'
import type { FastifyReply } from 'fastify'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { exportStatements, exportVotes, importStatements } from './conversation-exports.ts'
import {
  addSeeds,
  closeAsClerk,
  createConversation,
  editConversation,
  listConversations,
  openConversation,
  readConversation,
  readResult,
} from './conversations.ts'
import { castVote, myVotes, nextCard, takeVoteBack } from './opinions.ts'
import { enterCards, listPrints, printCards } from './paper-cards.ts'
import { decideStatement, listBursts, listStatements, markBurst } from './statement-desk.ts'
import { editMine, findAlike, listMine, withdrawMine, writeStatement } from './statements.ts'

export function conversationRoutes(app: App): void {
  implement(app, conversations.listConversations, ({ deed, params, query }) => listConversations(deed, params.councilId, query))
  implement(app, conversations.readConversation, ({ deed, params }) => readConversation(deed, params.councilId, params.conversationId))
  implement(app, conversations.readResult, ({ deed, params }) => readResult(deed, params.councilId, params.conversationId))
  implement(app, conversations.readCard, ({ deed, params, person }) => nextCard(deed, person(), params.councilId, params.conversationId))
  implement(app, conversations.castVote, ({ deed, params, body, person }) => castVote(deed, person(), params, body))
  implement(app, conversations.takeVoteBack, ({ deed, params, person }) => takeVoteBack(deed, person(), params))
  implement(app, conversations.readMyVotes, ({ deed, params, person }) => myVotes(deed, person(), params.councilId, params.conversationId))
  implement(app, conversations.findAlike, ({ deed, params, body }) => findAlike(deed, params.councilId, params.conversationId, body))
  implement(app, conversations.writeStatement, ({ deed, params, body, person }) =>
    writeStatement(deed, person().personId, params.councilId, params.conversationId, body),
  )
  implement(app, conversations.editMyStatement, ({ deed, params, body, person }) =>
    editMine(deed, person().personId, params.statementId, body),
  )
  implement(app, conversations.withdrawMyStatement, ({ deed, params, person }) => withdrawMine(deed, person().personId, params.statementId))
  implement(app, conversations.listMyStatements, ({ deed, query, person }) => listMine(deed, person().personId, query))

  implement(app, desk.createConversation, ({ deed, params, body }) => createConversation(deed, params.councilId, body))
  implement(app, desk.editConversation, ({ deed, params, body }) => editConversation(deed, params.councilId, params.conversationId, body))
  implement(app, desk.addSeeds, ({ deed, params, body }) => addSeeds(deed, params.councilId, params.conversationId, body))
  implement(app, desk.openConversation, ({ deed, params }) => openConversation(deed, params.councilId, params.conversationId))
  implement(app, desk.closeConversation, ({ deed, params }) => closeAsClerk(deed, params.councilId, params.conversationId))
  implement(app, desk.listStatements, ({ deed, params, query }) => listStatements(deed, params.councilId, params.conversationId, query))
  implement(app, desk.decideStatement, ({ deed, params, body }) => decideStatement(deed, params, body))
  implement(app, desk.listBursts, ({ deed, params }) => listBursts(deed, params.councilId, params.conversationId))
  implement(app, desk.markBurst, ({ deed, params }) => markBurst(deed, params.councilId, params.conversationId, params.burstId))
  implement(app, desk.printCards, ({ deed, params, body }) => printCards(deed, params.councilId, params.conversationId, body))
  implement(app, desk.listPrints, ({ deed, params }) => listPrints(deed, params.councilId, params.conversationId))
  implement(app, desk.enterCards, ({ deed, params, body }) => enterCards(deed, params.councilId, params.conversationId, body))
  implement(app, desk.importStatements, ({ deed, params, body }) => importStatements(deed, params.councilId, params.conversationId, body))
  implement(app, desk.exportVotes, async ({ deed, params, response }) =>
    sendCsv(response, await exportVotes(deed, params.councilId, params.conversationId), 'votes.csv'),
  )
  implement(app, desk.exportStatements, async ({ deed, params, response }) =>
    sendCsv(response, await exportStatements(deed, params.councilId, params.conversationId), 'comments.csv'),
  )
}

function sendCsv(response: FastifyReply, text: string, name: string): typeof sent {
  void response
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .type('text/csv; charset=utf-8')
    .send(text)
  return sent
}
