import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, words } from '../values.ts'
import { CheckInReason, CheckInState } from './check-ins.ts'

/** A check-in as the branch's office-holders see it: covered. Name, home branch and contact are shown one by one, and each look is kept. */
export const Member = z.object({
  id: Id,
  state: CheckInState,
  channel: z.enum(['phone', 'paper']),
  declaredOn: Day,
  answerDue: z.nullable(Day),
  answeredOn: z.nullable(Day),
  endedOn: z.nullable(Day),
  reason: z.nullable(CheckInReason),
  may: z.array(z.enum(['confirm', 'decline', 'end', 'appoint', 'deletePaper'])),
})
export type Member = z.infer<typeof Member>
const branch = z.object({ branchId: Id })
const one = z.object({ branchId: Id, checkInId: Id })

export const listMembers = operation({
  id: 'branch.members.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/members',
  post: 'resident',
  inPerson: true,
  summary: 'Check-ins to my own branch, covered; for its office-holders',
  params: branch,
  reply: z.object({ items: z.array(Member) }),
})
/** No POST: its reply would be kept for a retry. */
export const revealMember = operation({
  id: 'branch.members.reveal',
  method: 'PUT',
  path: '/api/v1/branch/branches/:branchId/members/:checkInId/reveal',
  post: 'resident',
  inPerson: true,
  summary: 'Uncover one check-in; the member sees that it was done',
  params: one,
  reply: z.object({ name: z.string(), homeBranch: z.string(), contact: z.nullable(z.string()) }),
})
export const answerCheckIn = operation({
  id: 'branch.members.answer',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/members/:checkInId',
  post: 'resident',
  inPerson: true,
  summary: 'Confirm, decline with a reason and perhaps another branch, or end',
  params: one,
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('confirm') }),
    z.object({
      act: z.literal('decline'),
      reason: z.enum(['other-branch', 'not-reached']),
      otherBranchId: z.optional(z.nullable(Id)),
    }),
    z.object({ act: z.literal('end'), reason: z.enum(['moved', 'transferred', 'asked']) }),
  ]),
  reply: Member,
})
/** From a sealed paper handed on by the reception desk, signed by the member; never entered by a clerk. */
export const enterPaperCheckIn = operation({
  id: 'branch.members.enterPaper',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/members',
  post: 'resident',
  inPerson: true,
  summary: 'Enter a check-in from the paper the member signed',
  params: branch,
  body: z.object({
    name: words(40),
    homeBranch: words(100),
    contact: maybeWords(100),
    signedOn: Day,
    consent: words(20),
    signed: z.literal(true),
  }),
  status: 201,
  reply: Member,
})
/** The paper path of withdrawing: the member signed a slip; what was kept of a paper check-in is deleted. */
export const deletePaperCheckIn = operation({
  id: 'branch.members.deletePaper',
  method: 'DELETE',
  path: '/api/v1/branch/branches/:branchId/members/:checkInId',
  post: 'resident',
  inPerson: true,
  summary: 'Delete a check-in made on paper whose member signed the withdrawal',
  params: one,
  status: 204,
})
