import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { postKinds, type PostKind } from '../posts.ts'
import { Day, Id, maybeWords, Phone, Text, words } from '../values.ts'
import { OrganRef } from './organs.ts'

export const PostKindName = z.enum(Object.keys(postKinds) as [PostKind, ...PostKind[]])

const Appointed = z.object({
  appointmentId: Id,
  name: z.string(),
  startsOn: Day,
  endsOn: z.nullable(Day),
  onLeaveUntil: z.nullable(Day),
  may: z.array(z.enum(['end', 'handOver', 'leave'])),
})
export const PostLine = z.object({
  id: Id,
  organ: OrganRef,
  kind: z.string(),
  name: Text,
  seats: z.int(),
  vacant: z.int(),
  lane: z.nullable(Text),
  supervisorPostId: z.nullable(Id),
  holders: z.array(Appointed),
  /** Open cases, concerns and tasks waiting on this post. */
  openWork: z.int(),
  may: z.array(z.enum(['appoint', 'edit', 'end'])),
})
export type PostLine = z.infer<typeof PostLine>

export const listPosts = operation({
  id: 'programme.posts.list',
  method: 'GET',
  path: '/api/v1/posts',
  post: 'programme.appoint',
  summary: 'Posts, who holds them, and what is open on them',
  query: z.object({ organId: z.optional(Id) }),
  reply: z.object({ items: z.array(PostLine) }),
})

export const addPost = operation({
  id: 'programme.posts.add',
  method: 'POST',
  path: '/api/v1/organs/:organId/posts',
  post: 'programme.organs.edit',
  summary: 'Create a post in an organ',
  params: z.object({ organId: Id }),
  body: z.object({
    kind: PostKindName,
    name: Text,
    seats: z._default(z.int().check(z.gte(1), z.lte(60)), 1),
    laneId: z.optional(z.nullable(Id)),
    communityId: z.optional(z.nullable(Id)),
    supervisorPostId: z.optional(z.nullable(Id)),
  }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const editPost = operation({
  id: 'programme.posts.edit',
  method: 'PUT',
  path: '/api/v1/posts/:postId',
  post: 'programme.organs.edit',
  summary: 'Change a post’s name, seats or superior; fewer seats than holders is refused',
  params: z.object({ postId: Id }),
  body: z.object({ name: Text, seats: z.int().check(z.gte(1), z.lte(60)), supervisorPostId: z.nullable(Id) }),
  reply: z.object({ id: Id }),
})

export const endPost = operation({
  id: 'programme.posts.end',
  method: 'POST',
  path: '/api/v1/posts/:postId/end',
  post: 'programme.organs.edit',
  summary: 'Close a post that nobody holds and on which nothing is open',
  params: z.object({ postId: Id }),
  reply: z.object({ id: Id }),
})

export const appoint = operation({
  id: 'programme.appointments.make',
  method: 'POST',
  path: '/api/v1/posts/:postId/appointments',
  post: 'programme.appoint',
  summary: 'Appoint a person to a post; name and number must both fit one account',
  purpose: 'appointing',
  params: z.object({ postId: Id }),
  body: z.object({
    phone: Phone,
    name: words(40),
    startsOn: Day,
    endsOn: z.optional(z.nullable(Day)),
    document: maybeWords(100),
    /** Shown on the organ's page; a resident in an office without power over others may say no. */
    publishName: z._default(z.boolean(), true),
  }),
  status: 201,
  reply: z.object({ id: Id }),
})

/** Something that waits on a post: a case, a concern, an agreement's matter. */
export const WorkItem = z.object({ kind: z.string(), id: Id, title: z.string(), dueOn: z.nullable(Day) })
export type WorkItem = z.infer<typeof WorkItem>

export const readOpenWork = operation({
  id: 'programme.appointments.open-work',
  method: 'GET',
  path: '/api/v1/appointments/:appointmentId/open-work',
  post: 'programme.appoint',
  summary: 'What has to be handed over before this appointment can end, and to whom it could go',
  params: z.object({ appointmentId: Id }),
  reply: z.object({
    items: z.array(WorkItem),
    /** Others hold the post too: the work stays where it is. */
    sharedPost: z.boolean(),
    supervisorPostId: z.nullable(Id),
    candidates: z.array(z.object({ postId: Id, name: Text, organ: Text })),
  }),
})

export const handOver = operation({
  id: 'programme.appointments.hand-over',
  method: 'POST',
  path: '/api/v1/appointments/:appointmentId/hand-over',
  post: 'programme.appoint',
  summary: 'Hand open items to other posts, each with a note; many at once',
  params: z.object({ appointmentId: Id }),
  body: z.object({
    items: z.array(z.object({ kind: words(30), id: Id, toPostId: Id, note: maybeWords(500) })).check(z.minLength(1), z.maxLength(200)),
  }),
  reply: z.object({ remaining: z.array(WorkItem) }),
})

export const endAppointment = operation({
  id: 'programme.appointments.end',
  method: 'POST',
  path: '/api/v1/appointments/:appointmentId/end',
  post: 'programme.appoint',
  summary: 'End an appointment; refused until everything open has a new owner, except a sudden leave, which goes to the superior at once',
  params: z.object({ appointmentId: Id }),
  /** Without a last day it ends now: the holder's next request has no permission any more. */
  body: z.object({ lastDay: z.optional(Day), sudden: z._default(z.boolean(), false), note: maybeWords(500) }),
  reply: z.object({ id: Id, handedOver: z.int() }),
})

export const Leave = z.object({
  id: Id,
  appointmentId: Id,
  post: Text,
  name: z.string(),
  fromDay: Day,
  toDay: Day,
  standIn: z.nullable(z.object({ postId: Id, name: Text })),
  note: z.string(),
})
export const listLeave = operation({
  id: 'programme.leave.list',
  method: 'GET',
  path: '/api/v1/leave',
  post: 'programme.appoint',
  summary: 'Who is away and who stands in',
  reply: z.object({ items: z.array(Leave) }),
})

export const addLeave = operation({
  id: 'programme.leave.add',
  method: 'POST',
  path: '/api/v1/appointments/:appointmentId/leave',
  post: 'programme.appoint',
  summary: 'Enter days away with the post that stands in',
  params: z.object({ appointmentId: Id }),
  body: z.object({ fromDay: Day, toDay: Day, standInPostId: z.nullable(Id), note: maybeWords(300) }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const removeLeave = operation({
  id: 'programme.leave.remove',
  method: 'DELETE',
  path: '/api/v1/leave/:leaveId',
  post: 'programme.appoint',
  summary: 'Take back days away',
  params: z.object({ leaveId: Id }),
  reply: z.object({}),
})
