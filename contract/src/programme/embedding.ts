import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeText, Moment, Page, pageOf, Text } from '../values.ts'
import { JointKind, PartnerRole, PartyRole } from './joint-items.ts'
import { OrganKind } from './organs.ts'

const Party = z.enum(['government', 'social', 'residents'])

/**
 * How the organs hold together (M6): an organ under another, people who serve in both, things done together in the last twelve months.
 * Organisations only; `crossPostings` counts posts whose holders publish their names, which every organ's page shows anyway.
 */
export const EmbeddingGraph = z.object({
  since: Day,
  organs: z.array(z.object({ id: Id, name: Text, kind: OrganKind, party: Party, joint: z.int() })),
  ties: z.array(z.object({ from: Id, to: Id, under: z.boolean(), crossPostings: z.int(), joint: z.int() })),
  /** Joint items in which all three parties took part. */
  allThree: z.int(),
  jointItems: z.int(),
})
export type EmbeddingGraph = z.infer<typeof EmbeddingGraph>

export const readEmbedding = operation({
  id: 'programme.embedding.read',
  method: 'GET',
  path: '/api/v1/embedding',
  post: 'anyone',
  summary: 'How the organs of the street are tied: by structure, by people who serve in two of them, by what they do together',
  reply: EmbeddingGraph,
})

/** One thing done together, as every organ that took part lists it. */
export const JointLine = z.object({
  kind: JointKind,
  thingId: Id,
  title: Text,
  link: z.string(),
  on: Day,
  parties: z.array(PartyRole),
})
export type JointLine = z.infer<typeof JointLine>

export const listJointItems = operation({
  id: 'programme.joint-items.list',
  method: 'GET',
  path: '/api/v1/joint-items',
  post: 'anyone',
  summary: 'What organs do together: activities, courses, contracts, rounds; the newest first',
  query: z.object({ organId: z.optional(Id), ...Page }),
  reply: pageOf(JointLine),
})

export const JointActivityState = z.enum(['planned', 'done', 'cancelled'])
export const JointActivity = z.object({
  id: Id,
  title: Text,
  what: Text,
  place: z.nullable(Text),
  community: z.nullable(z.object({ id: Id, name: Text })),
  startsAt: Moment,
  endsAt: Moment,
  state: JointActivityState,
  /** What came of it, once it is done. */
  cameOf: z.nullable(Text),
  because: z.nullable(Text),
  plannedBy: Text,
  parties: z.array(PartyRole),
  may: z.array(z.enum(['change', 'tellOutcome', 'cancel'])),
})
export type JointActivity = z.infer<typeof JointActivity>

const one = z.object({ activityId: Id })
export const readJointActivity = operation({
  id: 'programme.joint-activities.read',
  method: 'GET',
  path: '/api/v1/joint-activities/:activityId',
  post: 'anyone',
  summary: 'One joint activity: who does what in it, and what came of it',
  params: one,
  reply: JointActivity,
})

export const JointPlan = z.object({
  hostOrganId: Id,
  partners: z.array(PartnerRole).check(z.minLength(1), z.maxLength(12)),
  title: Text,
  what: Text,
  place: maybeText(100),
  communityId: z.nullable(Id),
  startsAt: Moment,
  endsAt: Moment,
})
export type JointPlan = z.infer<typeof JointPlan>

export const planJointActivity = operation({
  id: 'programme.joint-activities.plan',
  method: 'POST',
  path: '/api/v1/joint-activities',
  post: 'programme.joint.edit',
  summary: 'Plan something several organs do together, each with its role',
  body: JointPlan,
  status: 201,
  reply: JointActivity,
})

export const changeJointActivity = operation({
  id: 'programme.joint-activities.change',
  method: 'PUT',
  path: '/api/v1/joint-activities/:activityId',
  post: 'programme.joint.edit',
  summary: 'Change what is planned, before it is done',
  params: one,
  body: JointPlan,
  reply: JointActivity,
})

export const tellJointOutcome = operation({
  id: 'programme.joint-activities.tell-outcome',
  method: 'POST',
  path: '/api/v1/joint-activities/:activityId/outcome',
  post: 'programme.joint.edit',
  summary: 'Say what came of it',
  params: one,
  body: z.object({ cameOf: Text }),
  reply: JointActivity,
})

export const cancelJointActivity = operation({
  id: 'programme.joint-activities.cancel',
  method: 'POST',
  path: '/api/v1/joint-activities/:activityId/cancellation',
  post: 'programme.joint.edit',
  summary: 'Call it off, with the reason',
  params: one,
  body: z.object({ because: Text }),
  reply: JointActivity,
})
