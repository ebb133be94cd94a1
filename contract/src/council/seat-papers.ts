import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Phone, words } from '../values.ts'

/** As it stands on the paper; the clerk has seen the signature. */
const signed = { name: words(40), phone: Phone, signed: z.literal(true) }

export const enterCandidacy = operation({
  id: 'council.calls.enter-candidacy',
  method: 'POST',
  path: '/api/v1/calls/:callId/papers',
  post: 'council.clerk',
  summary: 'Enter a signed candidacy; it counts like one on the phone, and the person is told',
  params: z.object({ callId: Id }),
  body: z.object({ ...signed, statement: words(500), version: z.string().check(z.maxLength(20)) }),
  status: 201,
  reply: z.object({ id: Id }),
  purpose: 'seatPapers',
})

export const enterObjection = operation({
  id: 'council.calls.enter-objection',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/papers',
  post: 'council.clerk',
  summary: 'Enter a signed objection during the public notice',
  params: z.object({ candidateId: Id }),
  body: z.object({ ...signed, words: words(1000) }),
  status: 201,
  purpose: 'seatPapers',
})
