import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'

export const ReturnReason = z.enum(['not-street', 'names-somebody', 'unclear', 'solved'])
const State = z.enum(['given', 'carried', 'answered', 'returned'])
const shared = {
  id: Id,
  channel: z.enum(['phone', 'paper']),
  topic: z.string(),
  words: z.string(),
  state: State,
  givenOn: Day,
  carryBy: Day,
  carriedOn: z.nullable(Day),
  /** With it anybody can read how far the concern is, on the page for concerns. */
  claimCode: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  answeredOn: z.nullable(Day),
  returnedFor: z.nullable(ReturnReason),
}
/** To be carried up, as the branch sees it: the exact words, nothing of the author. */
export const CarriedConcern = z.object({ ...shared, may: z.array(z.enum(['carry', 'answer', 'return', 'delete'])) })
export type CarriedConcern = z.infer<typeof CarriedConcern>
export const MyCarriedConcern = z.object({ ...shared, branch: z.object({ id: Id, name: Text }), may: z.array(z.enum(['takeBack'])) })
export type MyCarriedConcern = z.infer<typeof MyCarriedConcern>
export const BranchNotice = z.object({
  id: Id,
  title: z.string(),
  words: z.string(),
  shownFrom: Day,
  shownUntil: Day,
  may: z.array(z.enum(['takeDown'])),
})
export type BranchNotice = z.infer<typeof BranchNotice>

const branch = z.object({ branchId: Id })
const one = z.object({ branchId: Id, concernId: Id })

export const giveConcern = operation({
  id: 'branch.concerns.give',
  method: 'POST',
  path: '/api/v1/branch/my-concerns',
  post: 'resident',
  inPerson: true,
  summary: 'Words a branch may carry up, exactly as they are and without a name; open to everybody',
  body: z.object({ branchId: Id, topic: words(40), words: words(2000), consent: words(20) }),
  status: 201,
  reply: MyCarriedConcern,
})
export const listMyCarried = operation({
  id: 'branch.concerns.mine',
  method: 'GET',
  path: '/api/v1/branch/my-concerns',
  post: 'resident',
  inPerson: true,
  summary: 'What I gave a branch to carry up, and what came of it',
  reply: z.object({ items: z.array(MyCarriedConcern) }),
})
export const takeBackCarried = operation({
  id: 'branch.concerns.takeBack',
  method: 'DELETE',
  path: '/api/v1/branch/my-concerns/:concernId',
  post: 'resident',
  inPerson: true,
  summary: 'Take my words out of the branch’s room',
  params: z.object({ concernId: Id }),
  status: 204,
})
export const listCarried = operation({
  id: 'branch.concerns.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/concerns',
  post: 'resident',
  inPerson: true,
  summary: 'Concerns given to this branch; for its office-holders',
  params: branch,
  reply: z.object({ items: z.array(CarriedConcern) }),
})
export const enterPaperConcern = operation({
  id: 'branch.concerns.enterPaper',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/concerns',
  post: 'resident',
  inPerson: true,
  summary: 'Words from a paper whose author agreed on it',
  params: branch,
  body: z.object({ topic: words(40), words: words(2000), givenOn: Day, consent: words(20), signed: z.literal(true) }),
  status: 201,
  reply: CarriedConcern,
})
export const stepCarried = operation({
  id: 'branch.concerns.step',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/concerns/:concernId',
  post: 'resident',
  inPerson: true,
  summary: 'Note that it was carried up and under which code, carry the answer down, or give it back with a reason',
  params: one,
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('carry'), claimCode: words(40) }),
    z.object({ act: z.literal('answer'), words: words(2000) }),
    z.object({ act: z.literal('return'), reason: ReturnReason }),
  ]),
  reply: CarriedConcern,
})
export const deletePaperConcern = operation({
  id: 'branch.concerns.deletePaper',
  method: 'DELETE',
  path: '/api/v1/branch/branches/:branchId/concerns/:concernId',
  post: 'resident',
  inPerson: true,
  summary: 'The author of a paper takes it back',
  params: one,
  status: 204,
})

export const listMyNotices = operation({
  id: 'branch.notices.mine',
  method: 'GET',
  path: '/api/v1/branch/mine/notices',
  post: 'resident',
  inPerson: true,
  summary: 'Notices of my branch; who read one is not kept',
  reply: z.object({ items: z.array(BranchNotice) }),
})
export const listBranchNotices = operation({
  id: 'branch.notices.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/notices',
  post: 'resident',
  inPerson: true,
  summary: 'Notices of the branch, for its office-holders',
  params: branch,
  reply: z.object({ items: z.array(BranchNotice) }),
})
export const publishBranchNotice = operation({
  id: 'branch.notices.publish',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/notices',
  post: 'resident',
  inPerson: true,
  summary: 'Tell everybody who is checked in',
  params: branch,
  body: z.object({ title: words(80), words: words(4000), until: Day }),
  status: 201,
  reply: BranchNotice,
})
export const takeDownBranchNotice = operation({
  id: 'branch.notices.takeDown',
  method: 'DELETE',
  path: '/api/v1/branch/branches/:branchId/notices/:noticeId',
  post: 'resident',
  inPerson: true,
  summary: 'Take a notice down',
  params: z.object({ branchId: Id, noticeId: Id }),
  status: 204,
})
