import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { OrganPage } from '../programme/organs.ts'
import { Day, Id, Moment, Text } from '../values.ts'
import { Bench } from './charter.ts'

export const CouncilCard = z.object({
  id: Id,
  name: Text,
  summary: z.nullable(Text),
  place: z.nullable(z.string()),
  /** False until it has a charter. */
  founded: z.boolean(),
})

export const listCouncils = operation({
  id: 'council.councils.list',
  method: 'GET',
  path: '/api/v1/councils',
  post: 'anyone',
  summary: 'The councils of this street',
  reply: z.object({ items: z.array(CouncilCard) }),
})

/** A seat as everybody sees it: who sits there is public, with the bench, by the delegate's own agreement. */
export const SeatCard = z.object({
  seatId: Id,
  bench: z.nullable(Bench),
  number: z.int(),
  delegate: z.nullable(
    z.object({
      termId: Id,
      personId: Id,
      name: z.string(),
      since: Day,
      until: Day,
      way: z.enum(['sortition', 'election', 'nomination', 'substitute', 'office']),
      oathOn: z.nullable(Day),
      contactHours: z.nullable(z.string()),
      deputy: z.boolean(),
    }),
  ),
})
export type SeatCard = z.infer<typeof SeatCard>

export const Parity = z.object({
  newcomers: z.int(),
  locals: z.int(),
  /** How far the benches may differ by the charter. */
  most: z.int(),
  holds: z.boolean(),
  /** Of the last meeting that closed; null before the first. */
  attendance: z.nullable(
    z.object({
      day: Day,
      newcomersPercent: z.int(),
      localsPercent: z.int(),
      gapPercent: z.int(),
      mostGapPercent: z.int(),
      holds: z.boolean(),
    }),
  ),
})
export type Parity = z.infer<typeof Parity>

export const CouncilPage = z.object({
  organ: OrganPage,
  charter: z.object({
    number: z.int(),
    inForceFrom: Day,
    advises: Text,
    oath: z.boolean(),
    way: z.enum(['sortition', 'election', 'nomination']),
  }),
  seats: z.array(SeatCard),
  /** Substitutes are counted; who they are is theirs to keep until they take a seat. */
  substitutes: z.object({ newcomers: z.int(), locals: z.int() }),
  parity: Parity,
  nextMeeting: z.nullable(z.object({ id: Id, startsAt: Moment, place: z.string() })),
  running: z.object({ draw: z.nullable(Id), calls: z.int() }),
  may: z.array(z.enum(['nameDeputy', 'fillChair', 'openDraw', 'openCall'])),
})
export type CouncilPage = z.infer<typeof CouncilPage>

const ofCouncil = z.object({ councilId: Id })
export const readCouncil = operation({
  id: 'council.councils.read',
  method: 'GET',
  path: '/api/v1/councils/:councilId',
  post: 'anyone',
  summary: 'One council: both benches, vacancies, terms, contact hours, parity, the next meeting',
  params: ofCouncil,
  reply: CouncilPage,
})

export const nameDeputy = operation({
  id: 'council.deputies.name',
  method: 'POST',
  path: '/api/v1/councils/:councilId/deputies',
  post: 'council.clerk',
  summary: 'Enter whom a bench named as its deputy',
  params: ofCouncil,
  body: z.object({ termId: Id }),
  status: 204,
})

export const listChairSources = operation({
  id: 'council.chair.sources',
  method: 'GET',
  path: '/api/v1/councils/:councilId/chair',
  post: 'council.found',
  summary: 'Who may preside by the source the charter names',
  params: ofCouncil,
  reply: z.object({
    source: z.enum(['providerHead', 'streetOfficer', 'elected']),
    items: z.array(z.object({ appointmentId: Id, name: z.string(), post: Text, organ: Text })),
  }),
})

export const fillChair = operation({
  id: 'council.chair.fill',
  method: 'POST',
  path: '/api/v1/councils/:councilId/chair',
  post: 'council.found',
  summary: 'Give the chair’s seat to the holder of a post the charter names',
  params: ofCouncil,
  body: z.object({ appointmentId: Id }),
  status: 204,
})
