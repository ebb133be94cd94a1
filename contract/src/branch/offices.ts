import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'
import { BranchKind, OfficeKind } from './branches.ts'

const OfficeAct = z.enum(['publish', 'takeDown', 'layDown'])

/** An office I hold; only I and the other office-holders of the branch see it here. */
export const MyOffice = z.object({
  id: Id,
  branch: z.object({ id: Id, name: Text }),
  kind: OfficeKind,
  since: Day,
  published: z.boolean(),
  may: z.array(OfficeAct),
})
export type MyOffice = z.infer<typeof MyOffice>

export const Office = z.object({
  id: Id,
  kind: OfficeKind,
  name: z.string(),
  since: Day,
  published: z.boolean(),
  mine: z.boolean(),
  may: z.array(z.enum(['end'])),
})
export type Office = z.infer<typeof Office>

/** The street office prints a code onto the approving document; it never learns who used it, or whether anybody did. */
export const issueOfficeCode = operation({
  id: 'branch.offices.issueCode',
  method: 'POST',
  path: '/api/v1/branch/office-codes',
  post: 'programme.organs.edit',
  inPerson: true,
  summary: 'A one-time code on paper with which a branch’s secretary takes up the office',
  body: z.object({ branchId: Id, kind: BranchKind }),
  status: 201,
  reply: z.object({ code: z.string(), branch: Text, validUntil: Day }),
})
export const takeUpOffice = operation({
  id: 'branch.offices.takeUp',
  method: 'POST',
  path: '/api/v1/branch/offices',
  post: 'resident',
  inPerson: true,
  perMinute: 10,
  summary: 'Take up the secretary’s office with the code on the approving document',
  body: z.object({ code: words(40), name: words(40) }),
  status: 201,
  reply: MyOffice,
})
export const listMyOffices = operation({
  id: 'branch.offices.mine',
  method: 'GET',
  path: '/api/v1/branch/offices/mine',
  post: 'resident',
  inPerson: true,
  summary: 'Offices I hold in branches',
  reply: z.object({ items: z.array(MyOffice) }),
})
export const stepMyOffice = operation({
  id: 'branch.offices.step',
  method: 'PATCH',
  path: '/api/v1/branch/offices/mine/:officeId',
  post: 'resident',
  inPerson: true,
  summary: 'Agree that my office is public, take it down again, or lay the office down',
  params: z.object({ officeId: Id }),
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('publish'), consent: words(20) }),
    z.object({ act: z.literal('takeDown') }),
    z.object({ act: z.literal('layDown') }),
  ]),
  reply: z.object({ items: z.array(MyOffice) }),
})
export const listOffices = operation({
  id: 'branch.offices.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/offices',
  post: 'resident',
  inPerson: true,
  summary: 'Who holds the offices of my branch; for its office-holders',
  params: z.object({ branchId: Id }),
  reply: z.object({ items: z.array(Office), may: z.array(z.enum(['appoint'])) }),
})
export const appointOffice = operation({
  id: 'branch.offices.appoint',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/offices',
  post: 'resident',
  inPerson: true,
  summary: 'The secretary gives an office to a member who checked in with an account',
  params: z.object({ branchId: Id }),
  body: z.object({ checkInId: Id, kind: z.enum(['deputy', 'organiser', 'publicist']) }),
  status: 201,
  reply: z.object({ items: z.array(Office), may: z.array(z.enum(['appoint'])) }),
})
export const endOffice = operation({
  id: 'branch.offices.end',
  method: 'DELETE',
  path: '/api/v1/branch/branches/:branchId/offices/:officeId',
  post: 'resident',
  inPerson: true,
  summary: 'The secretary ends an office',
  params: z.object({ branchId: Id, officeId: Id }),
  reply: z.object({ items: z.array(Office), may: z.array(z.enum(['appoint'])) }),
})
