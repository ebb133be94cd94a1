import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Moment, Page, pageOf, Text, words } from '../values.ts'

export const Audience = z.enum(['everyone', 'residents', 'staff'])
export const NoticeCard = z.object({
  id: Id,
  organ: z.object({ id: Id, name: Text }),
  title: Text,
  body: Text,
  audience: Audience,
  communityId: z.nullable(Id),
  publishedAt: z.nullable(Moment),
  untilDay: z.nullable(Day),
  withdrawn: z.boolean(),
  /** Carried down by posts, per notice and never per reader (M5): how many carriers told people about it, of how many there are. */
  passedOn: z.object({ carriers: z.int(), of: z.int() }),
  may: z.array(z.enum(['withdraw', 'passOn'])),
})
export type NoticeCard = z.infer<typeof NoticeCard>

export const listNotices = operation({
  id: 'programme.notices.list',
  method: 'GET',
  path: '/api/v1/notices',
  post: 'anyone',
  summary: 'Notices in force for whoever reads: everyone’s, residents’ after signing in, staff’s with a post',
  query: z.object({ organId: z.optional(Id), communityId: z.optional(Id), ...Page }),
  reply: pageOf(NoticeCard),
})

export const readNotice = operation({
  id: 'programme.notices.read',
  method: 'GET',
  path: '/api/v1/notices/:noticeId',
  post: 'anyone',
  summary: 'One notice',
  params: z.object({ noticeId: Id }),
  reply: NoticeCard,
})

export const publishNotice = operation({
  id: 'programme.notices.publish',
  method: 'POST',
  path: '/api/v1/notices',
  post: 'programme.notices.publish',
  summary: 'Publish a notice for an organ',
  body: z.object({
    organId: Id,
    title: Text,
    body: Text,
    audience: Audience,
    communityId: z.optional(z.nullable(Id)),
    untilDay: z.optional(z.nullable(Day)),
  }),
  status: 201,
  reply: NoticeCard,
})

export const withdrawNotice = operation({
  id: 'programme.notices.withdraw',
  method: 'POST',
  path: '/api/v1/notices/:noticeId/withdrawal',
  post: 'programme.notices.publish',
  summary: 'Withdraw a notice; it stays readable with its address as withdrawn',
  params: z.object({ noticeId: Id }),
  reply: NoticeCard,
})

/** What one carrier did with a notice: whom it stands for, when, what people asked back and what the organ said to it. */
export const NoticePassing = z.object({
  postId: Id,
  post: Text,
  organ: Text,
  lane: z.nullable(Text),
  on: Day,
  asked: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  answeredOn: z.nullable(Day),
  may: z.array(z.enum(['answer'])),
})
export type NoticePassing = z.infer<typeof NoticePassing>

const one = z.object({ noticeId: Id })
export const listPassings = operation({
  id: 'programme.notices.passings',
  method: 'GET',
  path: '/api/v1/notices/:noticeId/passings',
  post: 'anyone',
  summary: 'Who carried a notice down, what was asked back, and the answers',
  params: one,
  reply: z.object({ items: z.array(NoticePassing) }),
})

export const passNoticeOn = operation({
  id: 'programme.notices.pass-on',
  method: 'POST',
  path: '/api/v1/notices/:noticeId/passings',
  post: 'programme.concerns.carry',
  summary: 'I told people about it; what they asked back, if anything',
  params: one,
  body: z.object({ asked: maybeWords(500) }),
  status: 201,
  reply: NoticePassing,
})

export const answerPassing = operation({
  id: 'programme.notices.answer',
  method: 'POST',
  path: '/api/v1/notices/:noticeId/passings/:postId/answer',
  post: 'programme.notices.publish',
  summary: 'Answer what was asked back, for the carrier to take down again',
  params: z.object({ noticeId: Id, postId: Id }),
  body: z.object({ answer: words(1000) }),
  reply: NoticePassing,
})
