import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment } from '../values.ts'

export const Household = z.nullable(
  z.object({
    id: Id,
    members: z.array(
      z.object({ personId: Id, name: z.string(), confirmed: z.boolean(), joinedAt: Moment, me: z.boolean(), may: z.array(z.string()) }),
    ),
    may: z.array(z.string()),
  }),
)

export const readHousehold = operation({
  id: 'people.household.read',
  method: 'GET',
  path: '/api/v1/my/household',
  post: 'resident',
  summary: 'Who I say I live with; nobody else is shown it',
  reply: z.object({ household: Household, may: z.array(z.string()) }),
})

export const inviteToHousehold = operation({
  id: 'people.household.invite',
  method: 'POST',
  path: '/api/v1/my/household/invitation',
  post: 'resident',
  inPerson: true,
  summary: 'A code to read out to somebody I live with, good for a day',
  status: 201,
  reply: z.object({ code: z.string(), until: Moment }),
})

export const joinHousehold = operation({
  id: 'people.household.join',
  method: 'POST',
  path: '/api/v1/my/household/join',
  post: 'resident',
  inPerson: true,
  summary: 'Join with the code; a member then confirms',
  body: z.object({ code: z.string().check(z.trim(), z.minLength(8), z.maxLength(20)) }),
  reply: z.object({ household: Household, may: z.array(z.string()) }),
  perMinute: 10,
})

export const confirmMember = operation({
  id: 'people.household.confirm',
  method: 'POST',
  path: '/api/v1/my/household/members/:personId/confirm',
  post: 'resident',
  inPerson: true,
  summary: 'Yes, we live together',
  params: z.object({ personId: Id }),
  reply: z.object({ household: Household, may: z.array(z.string()) }),
})

export const leaveHousehold = operation({
  id: 'people.household.leave',
  method: 'POST',
  path: '/api/v1/my/household/leave',
  post: 'resident',
  inPerson: true,
  summary: 'I no longer live there',
  status: 204,
})
