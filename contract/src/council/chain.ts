import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, Text } from '../values.ts'

/**
 * Where a motion comes from and where it went, for everybody: visits, concerns, what a merge left out, statements, support, vote, resolution,
 * tasks. Acts of the council are counted; residents are counted with few hidden; nobody is named.
 */
export const Chain = z.object({
  visits: z.object({ count: z.int(), lanes: z.array(Text), firstOn: z.nullable(Day), lastOn: z.nullable(Day) }),
  concerns: Shown,
  merged: z.nullable(
    z.object({
      id: Id,
      number: z.int(),
      title: z.string(),
      shared: z.string(),
      dropped: z.array(z.string()),
      agreed: Shown,
      objected: Shown,
    }),
  ),
  conversation: z.nullable(z.object({ id: Id, title: Text, statements: z.array(z.object({ id: Id, words: z.string() })) })),
  support: z.object({ residents: z.nullable(z.int()), delegates: z.int() }),
  meeting: z.nullable(z.object({ id: Id, number: z.nullable(z.int()), onDay: Day })),
  vote: z.nullable(z.object({ state: z.string(), onDay: z.nullable(Day) })),
  resolution: z.nullable(
    z.object({
      id: Id,
      number: z.string(),
      state: z.string(),
      tasks: z.array(z.object({ what: z.string(), owner: Text, dueOn: Day, state: z.string(), overdue: z.boolean() })),
    }),
  ),
})
export type Chain = z.infer<typeof Chain>

export const readChain = operation({
  id: 'council.motions.chain',
  method: 'GET',
  path: '/api/v1/motions/:motionId/chain',
  post: 'anyone',
  summary: 'The whole way of a motion: visits, concerns, merges with what they left out, statements, support, vote, resolution, tasks',
  params: z.object({ motionId: Id }),
  reply: Chain,
})
