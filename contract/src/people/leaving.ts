import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Text } from '../values.ts'

/** Something that is still open for a person in some room, and what becomes of it when they leave. */
export const OpenItem = z.object({
  room: z.string(),
  kind: z.string(),
  id: Id,
  title: Text,
  /** `ends` with the account, is `handedOn` to somebody, or `stops` the leaving until it is settled. */
  becomes: z.enum(['ends', 'handedOn', 'stops']),
  note: Text,
})
export type OpenItem = z.infer<typeof OpenItem>

export const readLeaving = operation({
  id: 'people.leaving.read',
  method: 'GET',
  path: '/api/v1/my/leaving',
  post: 'resident',
  inPerson: true,
  summary: 'What is open and what would become of it if I left',
  reply: z.object({ open: z.array(OpenItem), may: z.array(z.string()) }),
})

export const leave = operation({
  id: 'people.leaving.leave',
  method: 'POST',
  path: '/api/v1/my/leaving',
  post: 'resident',
  inPerson: true,
  summary: 'I am leaving: what is open is handed on, everything about me is erased, the account is closed. Export first',
  body: z.object({ sure: z.literal(true) }),
  reply: z.object({ erased: z.literal(true), handedOn: z.number() }),
})
