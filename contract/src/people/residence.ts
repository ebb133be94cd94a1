import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Text } from '../values.ts'

/** Lives here (M35): needs no paper that is kept; asked only where somebody votes or sits. */
export const ResidenceLevel = z.enum(['phone', 'attested', 'confirmed'])
export type ResidenceLevel = z.infer<typeof ResidenceLevel>

export const MyResidence = z.object({
  level: ResidenceLevel,
  community: z.nullable(z.object({ id: Id, name: Text })),
  since: z.nullable(Day),
  validUntil: z.nullable(Day),
  attestation: z.nullable(z.object({ until: Moment, laneHead: z.boolean(), neighbour: z.boolean() })),
  may: z.array(z.string()),
})

export const readResidence = operation({
  id: 'people.residence.read',
  method: 'GET',
  path: '/api/v1/my/residence',
  post: 'resident',
  summary: 'At which level I live here',
  reply: MyResidence,
})

export const askAttestation = operation({
  id: 'people.residence.ask',
  method: 'POST',
  path: '/api/v1/my/residence/attestation',
  post: 'resident',
  summary: 'A code to show to the lane head and to a neighbour, good for 14 days',
  body: z.object({ communityId: Id }),
  status: 201,
  reply: z.object({ code: z.string(), until: Moment }),
})

export const attest = operation({
  id: 'people.residence.attest',
  method: 'POST',
  path: '/api/v1/residence/attestations',
  post: 'resident',
  inPerson: true,
  summary: 'Yes, this person lives here: as lane head, or as a confirmed resident of another household',
  body: z.object({ code: z.string().check(z.trim(), z.minLength(8), z.maxLength(20)) }),
  reply: z.object({ as: z.enum(['laneHead', 'neighbour']), complete: z.boolean() }),
  perMinute: 10,
})

export const confirmResidence = operation({
  id: 'people.residence.confirm',
  method: 'POST',
  path: '/api/v1/people/:personId/residence',
  post: 'people.confirm',
  summary: 'At the desk, on any paper of the resident’s choice, which is given back: only community and day are kept',
  params: z.object({ personId: Id }),
  body: z.object({ communityId: Id, seen: z.literal(true) }),
  status: 201,
  reply: z.object({ validUntil: Day, leftToday: z.number(), recheck: z.boolean() }),
  purpose: 'confirmResidence',
})

export const listRechecks = operation({
  id: 'people.residence.rechecks',
  method: 'GET',
  path: '/api/v1/residence/rechecks',
  post: 'people.confirm',
  summary: 'Confirmations drawn for a second look by somebody else',
  reply: z.object({
    items: z.array(z.object({ id: Id, personId: Id, name: z.string(), communityId: Id, onDay: Day, may: z.array(z.string()) })),
  }),
  purpose: 'confirmResidence',
})

export const recheck = operation({
  id: 'people.residence.recheck',
  method: 'POST',
  path: '/api/v1/residence/rechecks/:levelId',
  post: 'people.confirm',
  summary: 'The second look: it stands, or it ends',
  params: z.object({ levelId: Id }),
  body: z.object({ stands: z.boolean() }),
  status: 204,
  purpose: 'confirmResidence',
})
