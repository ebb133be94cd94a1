import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Page, Text, pageOf } from '../values.ts'

/** One look at my data by somebody else: when, from which post, for what. The name of an officer at work is theirs to ask for at the desk. */
export const Look = z.object({
  id: Id,
  at: Moment,
  post: z.nullable(Text),
  organ: z.nullable(Text),
  purpose: z.string(),
  purposeText: z.string(),
  subject: z.nullable(z.string()),
  subjectId: z.nullable(Id),
})

export const listAccess = operation({
  id: 'people.access.list',
  method: 'GET',
  path: '/api/v1/my/access',
  post: 'resident',
  summary: 'Who looked at my data',
  query: z.object({ ...Page }),
  reply: pageOf(Look),
})
