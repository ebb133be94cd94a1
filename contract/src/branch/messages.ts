import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id } from '../values.ts'

/** What the branch has to say to me; read here only. Outside it is never more than "you have a message". */
export const BranchMessage = z.object({ id: Id, text: z.string(), on: Day, read: z.boolean() })

export const listBranchMessages = operation({
  id: 'branch.messages.mine',
  method: 'GET',
  path: '/api/v1/branch/messages',
  post: 'resident',
  inPerson: true,
  summary: 'Messages of the branch to me',
  reply: z.object({ items: z.array(BranchMessage) }),
})
export const markBranchMessages = operation({
  id: 'branch.messages.read',
  method: 'PATCH',
  path: '/api/v1/branch/messages',
  post: 'resident',
  inPerson: true,
  summary: 'I have read them',
  reply: z.object({ items: z.array(BranchMessage) }),
})
