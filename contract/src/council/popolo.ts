import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment } from '../values.ts'

/** Popolo (popoloproject.com): who sits in the council, what was moved and how it was voted on, in the form civic sites exchange. */
const Named = { id: z.string(), name: z.string() }
export const PopoloOrganization = z.object({
  ...Named,
  classification: z.string(),
  parent_id: z.nullable(z.string()),
  founding_date: z.optional(Day),
  abstract: z.optional(z.string()),
})
export const PopoloPerson = z.object(Named)
export const PopoloPost = z.object({ id: z.string(), label: z.string(), role: z.string(), organization_id: z.string() })
export const PopoloMembership = z.object({
  id: z.string(),
  label: z.string(),
  role: z.string(),
  person_id: Id,
  organization_id: z.string(),
  post_id: z.string(),
  on_behalf_of_id: z.nullable(z.string()),
  start_date: Day,
  end_date: Day,
})
export const PopoloMotion = z.object({
  id: Id,
  organization_id: z.string(),
  identifier: z.string(),
  text: z.string(),
  classification: z.string(),
  date: Moment,
  requirement: z.string(),
  result: z.nullable(z.string()),
})
const Count = z.object({ option: z.enum(['yes', 'no', 'abstain']), value: z.int(), group_id: z.nullable(z.string()) })
export const PopoloVoteEvent = z.object({
  id: z.string(),
  organization_id: z.string(),
  motion_id: Id,
  identifier: z.string(),
  end_date: Moment,
  result: z.enum(['pass', 'fail']),
  counts: z.array(Count),
})

export const readPopolo = operation({
  id: 'council.popolo.read',
  method: 'GET',
  path: '/popolo/:councilId',
  post: 'anyone',
  summary: 'The council in Popolo: organizations, persons, posts, memberships, motions, vote events',
  params: z.object({ councilId: Id }),
  reply: z.object({
    organizations: z.array(PopoloOrganization),
    persons: z.array(PopoloPerson),
    posts: z.array(PopoloPost),
    memberships: z.array(PopoloMembership),
    motions: z.array(PopoloMotion),
    vote_events: z.array(PopoloVoteEvent),
  }),
})
