import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Moment } from '../values.ts'

const TotpCode = z.string().check(z.trim(), z.regex(/^\d{6}$/))

export const readSecondFactor = operation({
  id: 'people.second-factor.read',
  method: 'GET',
  path: '/api/v1/my/second-factor',
  post: 'resident',
  summary: 'Whether my posts need a second factor, whether I have one, and whether this session was given it',
  reply: z.object({
    needed: z.boolean(),
    authenticator: z.nullable(z.object({ since: Moment })),
    passkeys: z.number(),
    given: z.boolean(),
    demo: z.boolean(),
    may: z.array(z.string()),
  }),
})

export const enrolAuthenticator = operation({
  id: 'people.second-factor.enrol',
  method: 'POST',
  path: '/api/v1/my/second-factor/authenticator',
  post: 'resident',
  inPerson: true,
  summary: 'A new secret for an authenticator app; it is shown this once',
  reply: z.object({ secret: z.string(), uri: z.string() }),
})

export const confirmAuthenticator = operation({
  id: 'people.second-factor.confirm',
  method: 'POST',
  path: '/api/v1/my/second-factor/authenticator/confirm',
  post: 'resident',
  inPerson: true,
  summary: 'The first code of the new authenticator; from then on it counts',
  body: z.object({ code: TotpCode }),
  status: 204,
  perMinute: 20,
})

export const giveSecondFactor = operation({
  id: 'people.second-factor.give',
  method: 'POST',
  path: '/api/v1/my/second-factor',
  post: 'resident',
  inPerson: true,
  summary: 'Give the code of the authenticator to use the tools of a post',
  body: z.object({ code: TotpCode }),
  status: 204,
  perMinute: 20,
})

export const demoSecondFactor = operation({
  id: 'people.second-factor.demo-code',
  method: 'POST',
  path: '/api/v1/my/second-factor/demo-code',
  post: 'resident',
  inPerson: true,
  summary: 'In the demo street: the code the authenticator would show now',
  reply: z.object({ code: z.string() }),
})
