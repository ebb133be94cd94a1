import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Phone, words } from '../values.ts'

const Administrator = z.object({ name: words(60), phone: Phone })

export const readSetUp = operation({
  id: 'people.set-up.read',
  method: 'GET',
  path: '/api/v1/set-up',
  post: 'anyone',
  summary: 'Whether this street still waits for its first people',
  reply: z.object({ waiting: z.boolean() }),
})

export const setUp = operation({
  id: 'people.set-up.create',
  method: 'POST',
  path: '/api/v1/set-up',
  post: 'anyone',
  summary: 'The three separate administrators, with the code printed when Ronghe first started; each then signs in with their own phone',
  body: z.object({ code: words(40), system: Administrator, security: Administrator, audit: Administrator }),
  status: 201,
  reply: z.object({ created: z.literal(3) }),
  perMinute: 10,
})
