import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Page, pageOf, words } from '../values.ts'

export const DataRequestKind = z.enum(['correction', 'copy', 'deletion', 'objection'])
export const DataRequest = z.object({
  id: Id,
  kind: DataRequestKind,
  words: z.string(),
  state: z.enum(['open', 'done', 'refused']),
  answer: z.nullable(z.string()),
  createdAt: Moment,
  dueOn: Day,
  answeredAt: z.nullable(Moment),
  may: z.array(z.string()),
})

export const askDataRequest = operation({
  id: 'people.data-requests.ask',
  method: 'POST',
  path: '/api/v1/my/data-requests',
  post: 'resident',
  summary: 'Ask for something about my data that needs a person; answered within 15 days',
  body: z.object({ kind: DataRequestKind, words: words(2000) }),
  status: 201,
  reply: DataRequest,
})

export const listMyDataRequests = operation({
  id: 'people.data-requests.mine',
  method: 'GET',
  path: '/api/v1/my/data-requests',
  post: 'resident',
  summary: 'My requests and their answers',
  reply: z.object({ items: z.array(DataRequest), may: z.array(z.string()) }),
})

export const listDataRequests = operation({
  id: 'people.data-requests.list',
  method: 'GET',
  path: '/api/v1/data-requests',
  post: 'people.data-requests',
  summary: 'Requests about personal data, due first',
  query: z.object({ ...Page, state: z._default(z.enum(['open', 'done', 'refused']), 'open') }),
  reply: pageOf(z.extend(DataRequest, { personId: Id, name: z.string() })),
  purpose: 'dataRequest',
})

export const answerDataRequest = operation({
  id: 'people.data-requests.answer',
  method: 'POST',
  path: '/api/v1/data-requests/:requestId/answer',
  post: 'people.data-requests',
  summary: 'Answer: done, or refused with the law',
  params: z.object({ requestId: Id }),
  body: z.object({ done: z.boolean(), words: words(2000) }),
  reply: DataRequest,
  purpose: 'dataRequest',
})
