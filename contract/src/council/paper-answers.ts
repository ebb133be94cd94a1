import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text } from '../values.ts'
import { Bench } from './charter.ts'

/** Who is being asked, for the clerk who calls on them or takes their signed paper; names are not public before a yes. */
export const listOffers = operation({
  id: 'council.offers.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/seat-offers',
  post: 'council.clerk',
  summary: 'Seats that wait for an answer, and whose it is',
  params: z.object({ councilId: Id }),
  reply: z.object({
    items: z.array(z.object({ id: Id, name: z.string(), bench: z.nullable(Bench), answerBy: z.nullable(Day) })),
    /** The text on the paper: whoever says yes agrees to it with the same signature. */
    publicity: z.object({ version: z.string(), title: Text, text: Text }),
  }),
  purpose: 'seatOffers',
})

export const enterPaperAnswer = operation({
  id: 'council.offers.enter-paper',
  method: 'POST',
  path: '/api/v1/seat-offers/:offerId/paper',
  post: 'council.clerk',
  summary: 'Enter a signed answer to an offered seat; the person is told',
  params: z.object({ offerId: Id }),
  body: z.object({ accepts: z.boolean(), version: z.string().check(z.maxLength(20)), signed: z.literal(true) }),
  status: 204,
  purpose: 'seatOffers',
})
