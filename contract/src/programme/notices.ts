import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Page, pageOf, Text } from '../values.ts'

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
  may: z.array(z.enum(['withdraw'])),
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
