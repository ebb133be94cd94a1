import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Text, words } from '../values.ts'
import { OfficeKind } from './branches.ts'
import { Duty } from './duties.ts'

export const CheckInState = z.enum(['declared', 'confirmed', 'declined', 'ended'])
export type CheckInState = z.infer<typeof CheckInState>
/** Why a branch declined or ended; a member who leaves by themself needs none. */
export const CheckInReason = z.enum(['other-branch', 'not-reached', 'no-answer', 'moved', 'transferred', 'asked'])
export type CheckInReason = z.infer<typeof CheckInReason>

/** My own check-in; nobody else is ever answered with this. */
export const MyCheckIn = z.object({
  id: Id,
  branch: z.object({ id: Id, name: Text }),
  state: CheckInState,
  name: z.string(),
  homeBranch: z.string(),
  contact: z.nullable(z.string()),
  channel: z.enum(['phone', 'paper']),
  consent: z.object({ version: z.string(), on: Day }),
  declaredOn: Day,
  /** While it is declared: answered by then, or declined by itself. */
  answerDue: z.nullable(Day),
  answeredOn: z.nullable(Day),
  endedOn: z.nullable(Day),
  reason: z.nullable(CheckInReason),
  /** Offered when this branch declined. */
  otherBranch: z.nullable(z.object({ id: Id, name: Text })),
  duties: z.array(Duty),
  may: z.array(z.enum(['withdraw', 'print', 'declareElsewhere'])),
})
export type MyCheckIn = z.infer<typeof MyCheckIn>

/** Who looked at my data here: an office of the branch, and the day. */
export const BranchLook = z.object({ office: OfficeKind, purpose: z.enum(['name', 'paper', 'list', 'application']), on: Day })

export const declareCheckIn = operation({
  id: 'branch.checkIns.declare',
  method: 'POST',
  path: '/api/v1/branch/my-check-in',
  post: 'resident',
  inPerson: true,
  summary: 'Check in to one branch: declared by the member themself, with the consent to this text',
  body: z.object({
    branchId: Id,
    name: words(40),
    homeBranch: words(100),
    contact: maybeWords(100),
    /** The version of the text that was shown and agreed to. */
    consent: words(20),
  }),
  status: 201,
  reply: MyCheckIn,
})
export const readMyCheckIn = operation({
  id: 'branch.checkIns.mine',
  method: 'GET',
  path: '/api/v1/branch/my-check-in',
  post: 'resident',
  inPerson: true,
  summary: 'My check-in, if there is one, and who looked at it',
  reply: z.object({ checkIn: z.nullable(MyCheckIn), looks: z.array(BranchLook) }),
})
/** A DELETE keeps no reply for a retry: after it nothing of the person is left in the branch's room. */
export const withdrawCheckIn = operation({
  id: 'branch.checkIns.withdraw',
  method: 'DELETE',
  path: '/api/v1/branch/my-check-in',
  post: 'resident',
  inPerson: true,
  summary: 'Withdraw: everything about me in the branch’s room is deleted at once',
  status: 204,
})
