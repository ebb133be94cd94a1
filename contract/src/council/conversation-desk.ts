import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Group, Id, maybeWords, Moment, Page, pageOf, words } from '../values.ts'
import {
  ConversationDraft,
  longestStatement,
  PersonalTrace,
  ReturnReason,
  Stance,
  StatementState,
  StatementWords,
} from './conversations.ts'

const council = z.object({ councilId: Id })
const one = z.object({ councilId: Id, conversationId: Id })
const onStatement = z.object({ councilId: Id, conversationId: Id, statementId: Id })
const at = '/api/v1/desk/councils/:councilId/conversations' as const

export const createConversation = operation({
  id: 'council.conversations.create',
  method: 'POST',
  path: at,
  post: 'council.clerk',
  summary: 'Prepare a conversation: what it is about and where',
  params: council,
  body: ConversationDraft,
  status: 201,
  reply: z.object({ id: Id }),
})

export const editConversation = operation({
  id: 'council.conversations.edit',
  method: 'PUT',
  path: `${at}/:conversationId`,
  post: 'council.clerk',
  summary: 'Change a conversation that has not been opened',
  params: one,
  body: ConversationDraft,
  reply: z.object({ id: Id }),
})

export const addSeeds = operation({
  id: 'council.conversations.seed',
  method: 'POST',
  path: `${at}/:conversationId/seeds`,
  post: 'council.clerk',
  summary: 'First statements, in the words of concerns that were merged; an opened conversation takes statements of residents only',
  params: one,
  body: z.object({
    seeds: z
      .array(
        z.object({
          words: words(longestStatement),
          translation: z.optional(maybeWords(longestStatement * 3)),
          mergedConcernId: z.optional(z.nullable(Id)),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
  }),
  status: 201,
  reply: z.object({ ids: z.array(Id) }),
})

export const openConversation = operation({
  id: 'council.conversations.open',
  method: 'POST',
  path: `${at}/:conversationId/open`,
  post: 'council.clerk',
  summary: 'Ask the residents; from now on their groups count as declared today',
  params: one,
  reply: z.object({ id: Id }),
})

export const closeConversation = operation({
  id: 'council.conversations.close',
  method: 'POST',
  path: `${at}/:conversationId/close`,
  post: 'council.clerk',
  summary: 'End the vote; the result stays',
  params: one,
  reply: z.object({ id: Id }),
})

export const WaitingStatement = z.object({
  id: Id,
  state: StatementState,
  number: z.nullable(z.int()),
  words: z.string(),
  translation: z.nullable(z.string()),
  writtenOn: Day,
  dueOn: z.nullable(Day),
  reason: z.nullable(ReturnReason),
  reasonWords: z.string(),
  /** Published ones that say nearly the same. */
  alike: z.array(StatementWords),
  traces: z.array(PersonalTrace),
  may: z.array(z.enum(['decide', 'takeDown', 'translate'])),
})
export type WaitingStatement = z.infer<typeof WaitingStatement>

export const listStatements = operation({
  id: 'council.statements.list',
  method: 'GET',
  path: `${at}/:conversationId/statements`,
  post: 'council.moderate',
  summary: 'Statements to look at, the oldest first; never who wrote them',
  params: one,
  query: z.object({ ...Page, state: z._default(StatementState, 'waiting') }),
  reply: pageOf(WaitingStatement),
})

export const decideStatement = operation({
  id: 'council.statements.decide',
  method: 'POST',
  path: `${at}/:conversationId/statements/:statementId/decision`,
  post: 'council.moderate',
  summary: 'Publish a statement, or return it with a reason that is published',
  params: onStatement,
  body: z.discriminatedUnion('what', [
    z.object({ what: z.literal('admit'), translation: z.optional(maybeWords(longestStatement * 3)) }),
    z.object({ what: z.literal('return'), reason: ReturnReason, words: maybeWords(200) }),
    z.object({ what: z.literal('duplicate'), sameAs: Id }),
    /** After it was published: it is shown and counted no more. */
    z.object({ what: z.literal('takeDown'), reason: ReturnReason, words: words(200) }),
    z.object({ what: z.literal('translate'), translation: words(longestStatement * 3) }),
  ]),
  reply: z.object({ id: Id }),
})

export const Burst = z.object({ id: Id, beganAt: Moment, votes: z.int(), lookedAt: z.nullable(Moment) })
export const listBursts = operation({
  id: 'council.opinions.bursts',
  method: 'GET',
  path: `${at}/:conversationId/bursts`,
  post: 'council.moderate',
  summary: 'Minutes with unusually many votes: how many, never whose',
  params: one,
  reply: z.object({ items: z.array(Burst) }),
})
export const markBurst = operation({
  id: 'council.opinions.mark-burst',
  method: 'POST',
  path: `${at}/:conversationId/bursts/:burstId/looked-at`,
  post: 'council.moderate',
  summary: 'Somebody has looked at it',
  params: z.object({ councilId: Id, conversationId: Id, burstId: Id }),
  reply: z.object({ id: Id }),
})

export const PaperPrint = z.object({
  id: Id,
  number: z.int(),
  cards: z.int(),
  statements: z.array(StatementWords),
  printedOn: Day,
})
export type PaperPrint = z.infer<typeof PaperPrint>

export const printCards = operation({
  id: 'council.paper.print',
  method: 'POST',
  path: `${at}/:conversationId/prints`,
  post: 'council.clerk',
  summary: 'Cards for those who vote on paper, each with a number of its own',
  params: one,
  body: z.object({ cards: z.int().check(z.gte(1), z.lte(200)), statementIds: z.array(Id).check(z.minLength(1), z.maxLength(12)) }),
  status: 201,
  reply: z.object({ ...PaperPrint.shape, codes: z.array(z.string()) }),
})

export const listPrints = operation({
  id: 'council.paper.list',
  method: 'GET',
  path: `${at}/:conversationId/prints`,
  post: 'council.clerk',
  summary: 'What was printed',
  params: one,
  reply: z.object({ items: z.array(PaperPrint) }),
})

export const enterCards = operation({
  id: 'council.paper.enter',
  method: 'POST',
  path: `${at}/:conversationId/cards`,
  post: 'council.clerk',
  summary: 'Enter cards that were filled in; each counts once, like a vote on the phone. All of them or none',
  params: one,
  body: z.object({
    cards: z
      .array(
        z.object({
          code: z.string().check(z.trim(), z.minLength(6), z.maxLength(20)),
          /** As ticked on the card. */
          group: Group,
          /** In the order of the card; null where nothing was ticked. */
          stances: z.array(z.nullable(Stance)).check(z.maxLength(12)),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
  }),
  status: 201,
  reply: z.object({ cards: z.int(), votes: z.int() }),
})

export const exportVotes = operation({
  id: 'council.conversations.export-votes',
  method: 'POST',
  path: `${at}/:conversationId/votes.csv`,
  post: 'council.clerk',
  summary: 'votes.csv of Polis, with numbers for voters that are drawn anew for every export; only after the close',
  params: one,
  media: { reply: 'text/csv' },
})
export const exportStatements = operation({
  id: 'council.conversations.export-statements',
  method: 'POST',
  path: `${at}/:conversationId/comments.csv`,
  post: 'council.clerk',
  summary: 'comments.csv of Polis, without authors',
  params: one,
  media: { reply: 'text/csv' },
})

export const importStatements = operation({
  id: 'council.conversations.import',
  method: 'POST',
  path: `${at}/:conversationId/import`,
  post: 'council.clerk',
  summary: 'First statements out of a comments.csv of Polis, before the conversation opens',
  params: one,
  body: z.object({ comments: z.string().check(z.minLength(1), z.maxLength(200_000)) }),
  status: 201,
  reply: z.object({ taken: z.int(), tooLong: z.int(), rejected: z.int() }),
})
