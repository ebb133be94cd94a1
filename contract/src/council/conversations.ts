import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Page, pageOf, Text, words } from '../values.ts'

/** So long may a statement be: one thought, read aloud in one breath. */
export const longestStatement = 140

export const Stance = z.enum(['agree', 'disagree', 'pass'])
export type Stance = z.infer<typeof Stance>

export const ConversationState = z.enum(['preparing', 'open', 'closed'])
export type ConversationState = z.infer<typeof ConversationState>

export const ConversationLine = z.object({
  id: Id,
  councilId: Id,
  topic: Text,
  title: Text,
  /** Null: the whole street. */
  place: z.nullable(Text),
  state: ConversationState,
  openedOn: z.nullable(Day),
  closesOn: z.nullable(Day),
  closedOn: z.nullable(Day),
  statements: z.int(),
  /** So many took part at least, as last published; null while they are few. */
  people: z.nullable(z.int()),
})
export type ConversationLine = z.infer<typeof ConversationLine>

export const ReturnReason = z.enum(['unclear', 'severalAtOnce', 'aboutAPerson', 'personalData', 'insult', 'offTopic', 'duplicate'])
export type ReturnReason = z.infer<typeof ReturnReason>

export const StatementWords = z.object({ id: Id, number: z.int(), words: z.string(), translation: z.nullable(z.string()) })
export type StatementWords = z.infer<typeof StatementWords>

export const Conversation = z.object({
  ...ConversationLine.shape,
  about: Text,
  laneId: z.nullable(Id),
  /** What many had said before: the merged concern it came from. */
  mergedConcernId: z.nullable(Id),
  /** What was not published, and why; without the words. */
  returned: z.array(z.object({ onDay: Day, reason: ReturnReason, words: z.string() })),
  /** Fewer than half of those who took part are known to live here. */
  underHalfAttested: z.boolean(),
  may: z.array(z.enum(['vote', 'write', 'moderate', 'edit', 'open', 'close', 'print', 'enterPaper', 'export'])),
})
export type Conversation = z.infer<typeof Conversation>

/** `disagree` and `pass` are null where only their sum may be shown, which is `seen` less `agree`. */
export const StanceCounts = z.object({ agree: z.int(), disagree: z.nullable(z.int()), pass: z.nullable(z.int()), seen: z.int() })
export type StanceCounts = z.infer<typeof StanceCounts>
/** Between `low` and `high` the group's agreement lies with four in five probability. */
export const GroupCounts = z.object({ ...StanceCounts.shape, low: z.number(), high: z.number() })
export type GroupCounts = z.infer<typeof GroupCounts>
/** Whether a group surely agrees, by the charter of the day. */
export const GroupVerdict = z.enum(['met', 'notMet', 'tooFew'])
export type GroupVerdict = z.infer<typeof GroupVerdict>

export const StatementResult = z.object({
  ...StatementWords.shape,
  verdict: z.object({ newcomer: GroupVerdict, local: GroupVerdict }),
  /** Both groups or neither; null: too few to show. */
  groups: z.nullable(z.object({ newcomer: GroupCounts, local: GroupCounts })),
  /** Those who prefer not to say. */
  unstated: z.nullable(GroupCounts),
  total: z.nullable(StanceCounts),
})
export type StatementResult = z.infer<typeof StatementResult>

export const OpinionGroupResult = z.object({
  /** A, B, C … */
  name: z.string(),
  atLeast: z.int(),
  says: z.array(z.object({ statementId: Id, direction: z.enum(['agree', 'disagree']) })),
})

/** A cell of the picture in which five people or more lie; `level` 1 from 5, 2 from 10, 3 from 20. */
export const DensityCell = z.object({ column: z.int(), row: z.int(), level: z.int() })
export type DensityCell = z.infer<typeof DensityCell>
export const gridSize = 12

export const ConversationResult = z.object({
  /** Which publication this is, and of which day; null while too few took part. */
  step: z.nullable(z.object({ number: z.int(), onDay: Day })),
  people: z.object({
    atLeast: z.nullable(z.int()),
    newcomer: z.nullable(z.int()),
    local: z.nullable(z.int()),
    unstated: z.nullable(z.int()),
  }),
  underHalfAttested: z.boolean(),
  statements: z.array(StatementResult),
  /** Statements both groups surely agree with, the surest first. */
  common: z.array(Id),
  /** Statements on which the groups differ by more than chance, and by how much. */
  divisive: z.array(z.object({ statementId: Id, more: z.enum(['newcomer', 'local']), difference: z.number() })),
  opinionGroups: z.array(OpinionGroupResult),
  /** Above 0.8 the groups would come out again with other people; below 0.5 they should not be named. */
  stability: z.nullable(z.number()),
  density: z.array(DensityCell),
})
export type ConversationResult = z.infer<typeof ConversationResult>

/** A small piece of work for the voter's device, instead of a captcha: SHA-256 of `ticket.statementId.nonce` begins with so many zero bits. */
export const Ticket = z.object({ text: z.string(), bits: z.int() })
export type Ticket = z.infer<typeof Ticket>

export const Card = z.object({
  /** Null: nothing is left to vote on. */
  statement: z.nullable(StatementWords),
  voted: z.int(),
  of: z.int(),
  ticket: Ticket,
})
export type Card = z.infer<typeof Card>

const council = z.object({ councilId: Id })
const one = z.object({ councilId: Id, conversationId: Id })
const onStatement = z.object({ councilId: Id, conversationId: Id, statementId: Id })
const at = '/api/v1/councils/:councilId/conversations' as const

export const listConversations = operation({
  id: 'council.conversations.list',
  method: 'GET',
  path: at,
  post: 'anyone',
  summary: 'What residents are asked about, the open ones first',
  params: council,
  query: z.object({ ...Page }),
  reply: z.object({ ...pageOf(ConversationLine).shape, may: z.array(z.enum(['create', 'moderate'])) }),
})

export const readConversation = operation({
  id: 'council.conversations.read',
  method: 'GET',
  path: `${at}/:conversationId`,
  post: 'anyone',
  summary: 'One conversation, and what became of statements that were not published',
  params: one,
  reply: Conversation,
})

export const readResult = operation({
  id: 'council.conversations.result',
  method: 'GET',
  path: `${at}/:conversationId/result`,
  post: 'anyone',
  summary: 'What both groups agree on and what divides them, as last published; no cell of fewer than five',
  params: one,
  reply: ConversationResult,
})

export const readCard = operation({
  id: 'council.opinions.next',
  method: 'GET',
  path: `${at}/:conversationId/card`,
  post: 'resident',
  summary: 'The statement to vote on next',
  inPerson: true,
  params: one,
  reply: Card,
})

export const castVote = operation({
  id: 'council.opinions.cast',
  method: 'PUT',
  path: `${at}/:conversationId/statements/:statementId/vote`,
  post: 'resident',
  summary: 'Agree, disagree or pass; a later word replaces the earlier one. The reply is the next card',
  inPerson: true,
  perMinute: 60,
  params: onStatement,
  body: z.object({ stance: Stance, ticket: z.string().check(z.maxLength(200)), nonce: z.string().check(z.maxLength(40)) }),
  reply: Card,
})

export const takeVoteBack = operation({
  id: 'council.opinions.take-back',
  method: 'DELETE',
  path: `${at}/:conversationId/statements/:statementId/vote`,
  post: 'resident',
  summary: 'Take a vote back, as if it had not been cast',
  inPerson: true,
  perMinute: 60,
  params: onStatement,
  reply: Card,
})

export const readMyVotes = operation({
  id: 'council.opinions.mine',
  method: 'GET',
  path: `${at}/:conversationId/my-votes`,
  post: 'resident',
  summary: 'How I stand to each statement, and where that is; answered to the own session only',
  inPerson: true,
  params: one,
  reply: z.object({
    votes: z.array(z.object({ ...StatementWords.shape, stance: Stance })),
    /** Where this lies on the published picture, and the opinion group that says the same most often; null before there is one. */
    stand: z.nullable(z.object({ column: z.int(), row: z.int(), group: z.nullable(z.string()) })),
    /** Of the statements both groups agree with: how many I voted on, and with how many I agree. */
    common: z.object({ voted: z.int(), agreed: z.int() }),
    ticket: Ticket,
  }),
})

/** Something like a phone or ID number, a plate: the author is asked to look again. */
export const PersonalTrace = z.enum(['phone', 'idNumber', 'plate', 'door'])
export type PersonalTrace = z.infer<typeof PersonalTrace>

export const findAlike = operation({
  id: 'council.statements.alike',
  method: 'POST',
  path: `${at}/:conversationId/statements/alike`,
  post: 'resident',
  summary: 'Statements that say nearly the same, before one more is written',
  perMinute: 30,
  params: one,
  body: z.object({ words: words(longestStatement) }),
  reply: z.object({ alike: z.array(StatementWords), traces: z.array(PersonalTrace) }),
})

export const writeStatement = operation({
  id: 'council.statements.write',
  method: 'POST',
  path: `${at}/:conversationId/statements`,
  post: 'resident',
  inPerson: true,
  summary: 'Say something the others can agree or disagree with; moderators look at it first',
  perMinute: 6,
  params: one,
  body: z.object({
    /** Made on the device, so that one sent twice is one. */
    id: Id,
    words: words(longestStatement),
    translation: z.optional(maybeWords(longestStatement * 3)),
  }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const editMyStatement = operation({
  id: 'council.statements.edit',
  method: 'PUT',
  path: '/api/v1/my-statements/:statementId',
  post: 'resident',
  inPerson: true,
  summary: 'Change my statement while nobody has voted on it',
  params: z.object({ statementId: Id }),
  body: z.object({ words: words(longestStatement), translation: z.optional(maybeWords(longestStatement * 3)) }),
  reply: z.object({ id: Id }),
})

export const withdrawMyStatement = operation({
  id: 'council.statements.withdraw',
  method: 'POST',
  path: '/api/v1/my-statements/:statementId/withdraw',
  post: 'resident',
  inPerson: true,
  summary: 'Take my statement back while it waits; a published one stays, without my name as it always was',
  params: z.object({ statementId: Id }),
  reply: z.object({ id: Id }),
})

export const StatementState = z.enum(['waiting', 'admitted', 'returned', 'duplicate', 'withdrawn'])
export type StatementState = z.infer<typeof StatementState>

export const MyStatement = z.object({
  id: Id,
  conversation: ConversationLine,
  state: StatementState,
  number: z.nullable(z.int()),
  words: z.string(),
  translation: z.nullable(z.string()),
  writtenOn: Day,
  decidedOn: z.nullable(Day),
  /** By when the moderators look at it. */
  dueOn: z.nullable(Day),
  reason: z.nullable(ReturnReason),
  reasonWords: z.string(),
  sameAs: z.nullable(StatementWords),
  /** What the others say to it, as last published. */
  result: z.nullable(StatementResult),
  may: z.array(z.enum(['edit', 'withdraw'])),
})
export type MyStatement = z.infer<typeof MyStatement>

export const listMyStatements = operation({
  id: 'council.statements.mine',
  method: 'GET',
  path: '/api/v1/my-statements',
  post: 'resident',
  summary: 'What became of what I said',
  query: z.object({ ...Page }),
  reply: pageOf(MyStatement),
})

/** What the clerk says about a conversation before it opens. */
export const ConversationDraft = z.object({
  topic: z.string().check(z.minLength(1), z.maxLength(40)),
  title: z.object({ 'zh-CN': words(60), en: z.optional(maybeWords(200)) }),
  about: z.object({ 'zh-CN': words(600), en: z.optional(maybeWords(1200)) }),
  laneId: z.optional(z.nullable(Id)),
  communityId: z.optional(z.nullable(Id)),
  mergedConcernId: z.optional(z.nullable(Id)),
  closesOn: z.nullable(Day),
})
