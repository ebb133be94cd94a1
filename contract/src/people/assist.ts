import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, words } from '../values.ts'
import { Matter } from './matters.ts'

/** The cookie of the assisted session lies beside the clerk's own: until it ends, this browser acts for the person at the desk. */
export const startAssisting = operation({
  id: 'people.assist.start',
  method: 'POST',
  path: '/api/v1/people/:personId/assist',
  post: 'people.assist',
  summary: 'Act for the person at the desk in one matter, for 30 minutes; their own number is told',
  params: z.object({ personId: Id }),
  body: z.object({
    /** As the person reads it. */
    matter: words(60),
    about: z._default(Matter, { kind: 'account' }),
  }),
  status: 201,
  reply: z.object({ until: Moment }),
  purpose: 'assist',
})

export const endAssisting = operation({
  id: 'people.assist.end',
  method: 'POST',
  path: '/api/v1/assist/end',
  post: 'anyone',
  summary: 'Back to the clerk’s own session',
  status: 204,
})
