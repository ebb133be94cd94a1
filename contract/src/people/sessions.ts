import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment } from '../values.ts'

export const SessionItem = z.object({
  id: Id,
  kind: z.enum(['open', 'empty', 'assisted']),
  /** What the browser called itself, shortened: "Chrome, Android". */
  device: z.string(),
  matter: z.nullable(z.string()),
  createdAt: Moment,
  seenAt: Moment,
  current: z.boolean(),
  may: z.array(z.string()),
})

export const listSessions = operation({
  id: 'people.sessions.list',
  method: 'GET',
  path: '/api/v1/my/sessions',
  post: 'resident',
  summary: 'Where I am signed in',
  reply: z.object({ items: z.array(SessionItem), may: z.array(z.string()) }),
})

export const endSession = operation({
  id: 'people.sessions.end',
  method: 'DELETE',
  path: '/api/v1/my/sessions/:sessionId',
  post: 'resident',
  inPerson: true,
  summary: 'Sign out one device',
  params: z.object({ sessionId: Id }),
  status: 204,
})

export const endOtherSessions = operation({
  id: 'people.sessions.end-others',
  method: 'POST',
  path: '/api/v1/my/sessions/end-others',
  post: 'resident',
  inPerson: true,
  summary: 'Sign out every device but this one',
  reply: z.object({ ended: z.number() }),
})
