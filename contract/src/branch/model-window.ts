import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id } from '../values.ts'

/**
 * Whom the branch asks to serve at the model window (示范岗). The member takes the shift at the station by the same tap as anybody else;
 * from here nothing reaches the station.
 */
const Month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
const AskState = z.enum(['asked', 'agreed', 'declined'])
const Time = { shiftId: Id, day: Day, from: z.int(), to: z.int() }

export const WindowShift = z.object({
  ...Time,
  ask: z.nullable(z.object({ id: Id, checkInId: Id, state: AskState, paper: z.boolean(), may: z.array(z.enum(['drop', 'noteAnswer'])) })),
  may: z.array(z.enum(['ask'])),
})
export type WindowShift = z.infer<typeof WindowShift>
export const MyWindowAsk = z.object({ id: Id, ...Time, state: AskState, may: z.array(z.enum(['agree', 'decline'])) })
export type MyWindowAsk = z.infer<typeof MyWindowAsk>
export const WindowMonth = z.object({
  month: Month,
  shifts: z.array(WindowShift),
  /** Shifts that branches may ask for in this month, so that at least one in three is left to everybody else. */
  most: z.int(),
  asked: z.int(),
})
export type WindowMonth = z.infer<typeof WindowMonth>

const branch = z.object({ branchId: Id })
const ask = z.object({ branchId: Id, askId: Id })

export const readWindowMonth = operation({
  id: 'branch.window.month',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/window',
  post: 'resident',
  inPerson: true,
  summary: 'Shifts of a month at the model window, and whom the branch asked; for its office-holders',
  params: branch,
  query: z.object({ month: z.optional(Month) }),
  reply: WindowMonth,
})
export const askForShift = operation({
  id: 'branch.window.ask',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/window',
  post: 'resident',
  inPerson: true,
  summary: 'Ask a member for a shift; refused beyond two shifts in three of the month',
  params: branch,
  body: z.object({ shiftId: Id, checkInId: Id }),
  status: 201,
  reply: WindowMonth,
})
export const dropAsk = operation({
  id: 'branch.window.drop',
  method: 'DELETE',
  path: '/api/v1/branch/branches/:branchId/window/:askId',
  post: 'resident',
  inPerson: true,
  summary: 'Ask no longer',
  params: ask,
  reply: WindowMonth,
})
export const notePaperAnswer = operation({
  id: 'branch.window.noteAnswer',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/window/:askId',
  post: 'resident',
  inPerson: true,
  summary: 'What a member without an account answered; the member tells the station’s desk themself',
  params: ask,
  body: z.object({ answer: z.enum(['agreed', 'declined']) }),
  reply: WindowMonth,
})
export const listMyAsks = operation({
  id: 'branch.window.mine',
  method: 'GET',
  path: '/api/v1/branch/mine/window',
  post: 'resident',
  inPerson: true,
  summary: 'Shifts my branch asks me for',
  reply: z.object({ items: z.array(MyWindowAsk) }),
})
export const answerAsk = operation({
  id: 'branch.window.answer',
  method: 'PATCH',
  path: '/api/v1/branch/mine/window/:askId',
  post: 'resident',
  inPerson: true,
  summary: 'I agree or decline; no reason is asked',
  params: z.object({ askId: Id }),
  body: z.object({ answer: z.enum(['agreed', 'declined']) }),
  reply: MyWindowAsk,
})
/** Names of the branch's members for one purpose; each of them sees that their name was looked at. No POST: a POST keeps its reply for a while. */
export const openNames = operation({
  id: 'branch.members.names',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/names',
  post: 'resident',
  inPerson: true,
  summary: 'Names of confirmed members, for asking somebody; every one of them sees that it was done',
  params: branch,
  body: z.object({ purpose: z.enum(['window', 'honours']) }),
  reply: z.object({ items: z.array(z.object({ checkInId: Id, name: z.string() })) }),
})
