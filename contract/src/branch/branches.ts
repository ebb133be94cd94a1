import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeText, Text } from '../values.ts'
import { Duty, DutyWords, mostDuties } from './duties.ts'

export const BranchKind = z.enum(['floating', 'council', 'socialOrganisation', 'community'])
export type BranchKind = z.infer<typeof BranchKind>
export const OfficeKind = z.enum(['secretary', 'deputy', 'organiser', 'publicist'])
export type OfficeKind = z.infer<typeof OfficeKind>

/** An office whose holder agreed to be named; of the others nothing is said, not even whether there are any. */
export const PublishedOffice = z.object({ kind: OfficeKind, name: z.string(), since: Day })

/** What anybody may know of a branch; never who or how many belong to it. */
export const BranchCard = z.object({
  id: Id,
  name: Text,
  kind: z.nullable(BranchKind),
  parent: z.nullable(Text),
  approval: z.nullable(z.string()),
  summary: z.nullable(Text),
  published: z.array(PublishedOffice),
  takesCheckIns: z.boolean(),
})
export type BranchCard = z.infer<typeof BranchCard>

export const BranchPage = z.object({
  ...BranchCard.shape,
  /** The reception desk (来穗党员接待办公室) and when somebody is there. */
  reception: z.nullable(Text),
  hours: z.nullable(Text),
  /** For whom it is: a trade, a home county; in the branch's own words. */
  welcomes: z.nullable(Text),
  duties: z.array(Duty),
  /** Working days within which a check-in is answered. */
  answerDays: z.int(),
})
export type BranchPage = z.infer<typeof BranchPage>

export const listBranches = operation({
  id: 'branch.branches.list',
  method: 'GET',
  path: '/api/v1/branch/branches',
  post: 'anyone',
  summary: 'The branches of the street, public facts only',
  reply: z.object({ items: z.array(BranchCard) }),
})
export const readBranch = operation({
  id: 'branch.branches.read',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId',
  post: 'anyone',
  summary: 'One branch: reception desk, hours, how a check-in goes, the ten duties',
  params: z.object({ branchId: Id }),
  reply: BranchPage,
})
export const editBranch = operation({
  id: 'branch.branches.edit',
  method: 'PUT',
  path: '/api/v1/branch/branches/:branchId',
  post: 'resident',
  inPerson: true,
  summary: 'The branch’s own words: reception desk, hours, for whom it is, the duties; by its office-holders',
  params: z.object({ branchId: Id }),
  body: z.object({
    reception: maybeText(200),
    hours: maybeText(200),
    welcomes: maybeText(200),
    takesCheckIns: z.boolean(),
    duties: z.array(DutyWords).check(z.minLength(1), z.maxLength(mostDuties)),
  }),
  reply: BranchPage,
})
