import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Text, words } from '../values.ts'
import { DepartmentKey } from './departments.ts'
import { NoticeCard } from './notices.ts'
import { SupportLine } from './support.ts'

/** The five organs of the programme, and the bodies around them (M1, M2). */
export const OrganKind = z.enum([
  'station',
  'council',
  'corps',
  'school',
  'branch',
  'streetOffice',
  'department',
  'socialOrganisation',
  'statutoryBody',
  'partner',
])
export type OrganKind = z.infer<typeof OrganKind>
export const Party = z.enum(['government', 'social', 'residents'])
export type Party = z.infer<typeof Party>

export const OrganRef = z.object({ id: Id, name: Text, kind: OrganKind })
export const OrganCard = z.object({
  ...OrganRef.shape,
  party: Party,
  summary: z.nullable(Text),
  place: z.nullable(z.string()),
  contact: z.nullable(z.string()),
  parent: z.nullable(OrganRef),
  /** Of a department: the key by which services and hazards name it. */
  key: z.nullable(z.string()),
})
export type OrganCard = z.infer<typeof OrganCard>

/** Who holds a post today. Only those who publish their name have one; the others are counted. */
export const Holder = z.object({ name: z.string(), since: Day, until: z.nullable(Day) })
export const PostOnPage = z.object({
  id: Id,
  kind: z.string(),
  name: Text,
  seats: z.int(),
  lane: z.nullable(Text),
  holders: z.array(Holder),
  heldWithoutName: z.int(),
  vacant: z.int(),
})
/** One person, two organs: how the organs are coupled, shown on both pages (M3). */
export const CrossPosting = z.object({ name: z.string(), here: Text, there: z.object({ organ: OrganRef, post: Text }) })

export const OrganPage = z.object({
  ...OrganCard.shape,
  approval: z.nullable(z.string()),
  startedOn: Day,
  endedOn: z.nullable(Day),
  /** A branch's office is not published here, whether or not somebody holds it (08, Branch). */
  secretary: z.nullable(z.literal('notPublished')),
  /** Offices of a branch whose holders agreed to be named, each for as long as they agree. */
  publishedOffices: z.array(z.object({ kind: z.enum(['secretary', 'deputy', 'organiser', 'publicist']), name: z.string(), since: Day })),
  posts: z.array(PostOnPage),
  crossPostings: z.array(CrossPosting),
  children: z.array(OrganRef),
  support: z.array(SupportLine),
  notices: z.array(NoticeCard),
  may: z.array(z.enum(['edit', 'addPost', 'requestSupport', 'publishNotice'])),
})
export type OrganPage = z.infer<typeof OrganPage>

export const listOrgans = operation({
  id: 'programme.organs.list',
  method: 'GET',
  path: '/api/v1/organs',
  post: 'anyone',
  summary: 'The five organs and the bodies around them',
  query: z.object({ kind: z.optional(OrganKind) }),
  reply: z.object({ items: z.array(OrganCard) }),
})

export const readOrgan = operation({
  id: 'programme.organs.read',
  method: 'GET',
  path: '/api/v1/organs/:organId',
  post: 'anyone',
  summary: 'One organ: posts and who holds them, cross-postings, approval, support received, notices',
  params: z.object({ organId: Id }),
  reply: OrganPage,
})

const OrganWords = {
  name: Text,
  summary: z.optional(z.nullable(Text)),
  parentId: z.optional(z.nullable(Id)),
  approval: z.optional(z.nullable(words(100))),
  place: z.optional(z.nullable(words(200))),
  contact: z.optional(z.nullable(words(100))),
  /** Only for a department; once it has one it keeps it, because services and cases name it so. */
  key: z.optional(z.nullable(DepartmentKey)),
}
export const addOrgan = operation({
  id: 'programme.organs.add',
  method: 'POST',
  path: '/api/v1/organs',
  post: 'programme.organs.edit',
  summary: 'Enter an organ or body; a branch needs its approval document',
  body: z.object({ kind: OrganKind, party: Party, startedOn: z.optional(Day), ...OrganWords }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const editOrgan = operation({
  id: 'programme.organs.edit',
  method: 'PUT',
  path: '/api/v1/organs/:organId',
  post: 'programme.organs.edit',
  summary: 'Change what is said about an organ',
  params: z.object({ organId: Id }),
  body: z.object(OrganWords),
  reply: z.object({ id: Id }),
})

export const endOrgan = operation({
  id: 'programme.organs.end',
  method: 'POST',
  path: '/api/v1/organs/:organId/end',
  post: 'programme.organs.edit',
  summary: 'Close an organ; refused while somebody holds a post in it',
  params: z.object({ organId: Id }),
  body: z.object({ lastDay: Day, reason: maybeWords(500) }),
  reply: z.object({ id: Id }),
})
