import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Text, words } from '../values.ts'
import { Bench } from './charter.ts'

const Council = z.object({ id: Id, name: Text })

export const MySeat = z.object({
  council: Council,
  termId: Id,
  bench: z.nullable(Bench),
  number: z.int(),
  from: Day,
  to: Day,
  oathOn: z.nullable(Day),
  /** The words of the oath; null where this council's charter asks for none. */
  oath: z.nullable(Text),
  contactHours: z.nullable(z.string()),
  deputy: z.boolean(),
  absences: z.object({ unexcused: z.int(), lapsesAt: z.int() }),
  /** What whoever sat here before left behind. */
  noteForMe: z.nullable(z.string()),
  /** What I leave to whoever comes next. */
  noteFromMe: z.nullable(z.string()),
  may: z.array(z.enum(['swear', 'resign', 'claimExpenses', 'declareInterests', 'proposeCharter'])),
})
export type MySeat = z.infer<typeof MySeat>

export const MyOffer = z.object({
  id: Id,
  council: Council,
  bench: z.nullable(Bench),
  state: z.enum(['waiting', 'offered']),
  /** Of the substitutes: so many are asked before me. */
  before: z.int(),
  answerBy: z.nullable(Day),
})

export type MyOffer = z.infer<typeof MyOffer>

export const readMySeat = operation({
  id: 'council.my-seat.read',
  method: 'GET',
  path: '/api/v1/my/seats',
  post: 'resident',
  summary: 'Seats I hold, seats I am offered, and my place among the substitutes',
  reply: z.object({
    seats: z.array(MySeat),
    offers: z.array(MyOffer),
    /** The text whoever takes a seat agrees to. */
    publicity: z.object({ version: z.string(), title: Text, text: Text, given: z.boolean() }),
  }),
})

export const answerOffer = operation({
  id: 'council.my-seat.answer',
  method: 'POST',
  path: '/api/v1/my/seat-offers/:offerId/answer',
  post: 'resident',
  inPerson: true,
  summary: 'Take the seat I am offered, or leave it to the next substitute',
  params: z.object({ offerId: Id }),
  body: z.object({ accepts: z.boolean(), consentVersion: z.nullable(z.string().check(z.maxLength(20))) }),
  status: 204,
})

const mine = { params: z.object({ termId: Id }), post: 'council.sit', inPerson: true } as const
export const swear = operation({
  id: 'council.my-seat.swear',
  method: 'POST',
  path: '/api/v1/my/seats/:termId/oath',
  ...mine,
  summary: 'Take the oath the charter asks for',
  status: 204,
})
export const setContactHours = operation({
  id: 'council.my-seat.hours',
  method: 'PUT',
  path: '/api/v1/my/seats/:termId/hours',
  ...mine,
  summary: 'When and where residents find me: public, and no private number',
  body: z.object({ words: maybeWords(200) }),
  status: 204,
})
export const writeHandover = operation({
  id: 'council.my-seat.note',
  method: 'PUT',
  path: '/api/v1/my/seats/:termId/note',
  ...mine,
  summary: 'A note for whoever sits here next',
  body: z.object({ words: maybeWords(4000) }),
  status: 204,
})
export const resign = operation({
  id: 'council.my-seat.resign',
  method: 'POST',
  path: '/api/v1/my/seats/:termId/resignation',
  ...mine,
  summary: 'Give up my seat at the end of today; the next substitute is asked',
  status: 204,
})
export const claimExpenses = operation({
  id: 'council.my-seat.expenses',
  method: 'POST',
  path: '/api/v1/my/seats/:termId/expenses',
  ...mine,
  summary: 'Ask for an expense of the office; it is a line of the public ledger without a name',
  body: z.object({ what: words(200), cents: z.int().check(z.gte(100), z.lte(1_000_000)) }),
  status: 201,
  reply: z.object({ supportId: Id }),
})
