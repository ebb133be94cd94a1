import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text, words } from '../values.ts'

export const ReportReason = z.enum(['rude', 'private', 'advert', 'other'])
export type ReportReason = z.infer<typeof ReportReason>

export const TalkLine = z.object({ id: Id, title: z.string(), spokenAt: Moment, closed: z.boolean() })
export type TalkLine = z.infer<typeof TalkLine>

export const TalkPost = z.object({
  id: Id,
  /** As its author wants to be called; null once the author has gone. */
  called: z.nullable(z.string()),
  /** Null where it was hidden or taken back; the author still reads their own hidden words. */
  words: z.nullable(z.string()),
  postedAt: Moment,
  state: z.enum(['shown', 'hidden', 'taken']),
  because: z.nullable(z.string()),
  mine: z.boolean(),
  appeal: z.nullable(z.object({ answer: z.nullable(z.enum(['upheld', 'shownAgain'])), because: z.nullable(z.string()) })),
  may: z.array(z.enum(['takeBack', 'report', 'hide', 'appeal'])),
})
export type TalkPost = z.infer<typeof TalkPost>
export const Talk = z.object({
  id: Id,
  courseId: Id,
  title: z.string(),
  closed: z.boolean(),
  posts: z.array(TalkPost),
  may: z.array(z.enum(['say', 'close'])),
})
export type Talk = z.infer<typeof Talk>

const course = z.object({ courseId: Id })
const thread = z.object({ threadId: Id })
const post = z.object({ postId: Id })

export const listTalks = operation({
  id: 'school.talk.list',
  method: 'GET',
  path: '/api/v1/courses/:courseId/talk',
  post: 'resident',
  summary: 'What the class talks about, the latest first; nobody else reads it',
  params: course,
  reply: z.object({
    title: Text,
    items: z.array(TalkLine),
    /** As the reader was called here last. */
    called: z.nullable(z.string()),
    may: z.array(z.enum(['open', 'moderate'])),
  }),
})
export const readTalk = operation({
  id: 'school.talk.read',
  method: 'GET',
  path: '/api/v1/class-talk/:threadId',
  post: 'resident',
  summary: 'One talk in the order in which it was said; no likes, nobody is counted',
  params: thread,
  reply: Talk,
})
export const openTalk = operation({
  id: 'school.talk.open',
  method: 'POST',
  path: '/api/v1/courses/:courseId/talk',
  post: 'resident',
  inPerson: true,
  summary: 'Ask the class something',
  params: course,
  body: z.object({ title: words(60), words: words(2000), called: words(20) }),
  status: 201,
  reply: Talk,
})
export const sayInTalk = operation({
  id: 'school.talk.say',
  method: 'POST',
  path: '/api/v1/class-talk/:threadId/posts',
  post: 'resident',
  inPerson: true,
  summary: 'Say something in it, under the name I want',
  params: thread,
  body: z.object({ words: words(2000), called: words(20) }),
  reply: Talk,
})
export const stepTalkPost = operation({
  id: 'school.talk.step',
  method: 'POST',
  path: '/api/v1/class-talk-posts/:postId/steps',
  post: 'resident',
  inPerson: true,
  summary: 'Take back, report, hide with a reason (whoever teaches), appeal (the author)',
  params: post,
  body: z.discriminatedUnion('step', [
    z.object({ step: z.literal('takeBack') }),
    z.object({ step: z.literal('report'), because: ReportReason }),
    z.object({ step: z.literal('hide'), because: words(200) }),
    z.object({ step: z.literal('appeal'), words: words(500) }),
  ]),
  reply: Talk,
})
export const closeTalk = operation({
  id: 'school.talk.close',
  method: 'POST',
  path: '/api/v1/class-talk/:threadId/closing',
  post: 'school.teach',
  summary: 'Close a talk: it can be read and not added to',
  params: thread,
  reply: Talk,
})

/** What waits for the head of the school: words that were reported, and hidden ones whose author disagrees. */
export const ModerationItem = z.object({
  postId: Id,
  threadId: Id,
  courseId: Id,
  course: Text,
  title: z.string(),
  words: z.string(),
  hiddenBecause: z.nullable(z.string()),
  appeal: z.nullable(z.string()),
  reports: z.array(ReportReason),
})
export type ModerationItem = z.infer<typeof ModerationItem>
export const listModeration = operation({
  id: 'school.talk.moderation',
  method: 'GET',
  path: '/api/v1/school-desk/class-talk',
  post: 'school.manage',
  summary: 'Appeals first, then what was reported; the words without their author',
  reply: z.object({ items: z.array(ModerationItem) }),
})
export const answerAppeal = operation({
  id: 'school.talk.answer-appeal',
  method: 'POST',
  path: '/api/v1/school-desk/class-talk/:postId/appeal',
  post: 'school.manage',
  summary: 'Show the words again, or leave them hidden; with the reason',
  params: post,
  body: z.object({ uphold: z.boolean(), because: words(300) }),
  reply: z.object({ state: z.enum(['shown', 'hidden']) }),
})
export const answerReport = operation({
  id: 'school.talk.answer-report',
  method: 'POST',
  path: '/api/v1/school-desk/class-talk/:postId/report',
  post: 'school.manage',
  summary: 'Hide reported words with a reason, or leave them',
  params: post,
  body: z.object({ hide: z.boolean(), because: z._default(z.nullable(words(200)), null) }),
  reply: z.object({ state: z.enum(['shown', 'hidden']) }),
})
