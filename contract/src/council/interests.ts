import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'

/** Why somebody stands aside: a post in the party, the same household, their own register of interests, or they are the party themselves. */
export const InterestWhy = z.enum(['post', 'household', 'declared', 'self'])
export type InterestWhy = z.infer<typeof InterestWhy>

export const DeclarationKind = z.enum(['paidBy', 'landlord', 'other'])
export const Declaration = z.object({
  id: Id,
  kind: DeclarationKind,
  /** An organ of the street, or a party in words that only the delegate reads. */
  organ: z.nullable(z.object({ id: Id, name: Text })),
  party: z.nullable(z.string()),
  since: Day,
})
export type Declaration = z.infer<typeof Declaration>

export const readMyInterests = operation({
  id: 'council.interests.mine',
  method: 'GET',
  path: '/api/v1/my/interests',
  post: 'council.sit',
  summary: 'My register of interests: what I entered, and what follows from my posts',
  reply: z.object({
    declared: z.array(Declaration),
    fromPosts: z.array(z.object({ organ: z.object({ id: Id, name: Text }), post: Text })),
    organs: z.array(z.object({ id: Id, name: Text })),
  }),
})

export const declareInterest = operation({
  id: 'council.interests.declare',
  method: 'POST',
  path: '/api/v1/my/interests',
  post: 'council.sit',
  inPerson: true,
  summary: 'Enter who pays me, lets to me or ties me otherwise',
  body: z.object({ kind: DeclarationKind, organId: z.nullable(Id), party: z.nullable(words(100)) }),
  status: 201,
  reply: Declaration,
})

export const endInterest = operation({
  id: 'council.interests.end',
  method: 'POST',
  path: '/api/v1/my/interests/:declarationId/end',
  post: 'council.sit',
  inPerson: true,
  summary: 'That no longer holds, from today on',
  params: z.object({ declarationId: Id }),
  status: 204,
})
