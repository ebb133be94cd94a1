import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text } from '../values.ts'

export const EngagementKind = z.enum(['shift', 'class', 'meeting', 'duty', 'mentoring'])
export const MyEngagement = z.object({
  kind: EngagementKind,
  thingId: Id,
  title: Text,
  place: z.nullable(Text),
  startsAt: Moment,
  endsAt: Moment,
  link: z.string(),
})
export type MyEngagement = z.infer<typeof MyEngagement>

export const listMyEngagements = operation({
  id: 'programme.engagements.mine',
  method: 'GET',
  path: '/api/v1/my/engagements',
  post: 'resident',
  summary: 'Where I am expected in the next four weeks: shifts, classes, meetings',
  reply: z.object({ items: z.array(MyEngagement) }),
})
