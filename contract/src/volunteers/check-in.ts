import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text } from '../values.ts'

/** Six digits that change every half minute. */
export const CheckInCode = z.string().check(z.trim(), z.regex(/^\d{6}$/))
const one = z.object({ shiftId: Id })

export const showCode = operation({
  id: 'volunteers.check-in.code',
  method: 'GET',
  path: '/api/v1/volunteers/shifts/:shiftId/code',
  post: 'volunteers.lead',
  summary: 'The code of this half minute, for the leader’s screen; there is one only around the shift',
  params: one,
  reply: z.object({
    title: Text,
    code: CheckInCode,
    /** Milliseconds until the next one. */
    changesInMs: z.int(),
    from: Moment,
    until: Moment,
  }),
})

export const checkIn = operation({
  id: 'volunteers.check-in.mark',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/check-in',
  post: 'resident',
  inPerson: true,
  perMinute: 10,
  summary: 'I am here, or I am going: with the code on the leader’s screen. No place and no device are kept',
  params: one,
  body: z.object({ code: CheckInCode, way: z.enum(['in', 'out']) }),
  reply: z.object({ inAt: Moment, outAt: z.nullable(Moment), title: Text }),
})

export const enterPaperList = operation({
  id: 'volunteers.check-in.paper',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/paper-list',
  post: 'volunteers.lead',
  summary: 'Type in the signed list of a shift; who is on it was there, just as with a code',
  params: one,
  body: z.object({
    rows: z.array(z.object({ personId: Id, inAt: Moment, outAt: Moment })).check(z.minLength(1), z.maxLength(200)),
  }),
  reply: z.object({ written: z.int() }),
})
