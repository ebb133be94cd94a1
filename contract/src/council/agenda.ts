import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'
import { Bench } from './charter.ts'
import { MotionGround, MotionKind, MotionState } from './motion-states.ts'

/** Why an item stands where it stands; the page puts it in words. */
export const AgendaWhy = z.discriminatedUnion('rule', [
  /** An appeal against a return is the first thing the next meeting decides. */
  z.object({ rule: z.literal('appeal') }),
  /** Of that meeting: carried, they are approved. */
  z.object({ rule: z.literal('minutes'), meetingId: Id }),
  z.object({ rule: z.literal('report') }),
  z.object({ rule: z.literal('practice') }),
  /** Begun or postponed at an earlier meeting. */
  z.object({ rule: z.literal('carriedOver') }),
  /** Has waited as many meetings as the charter lets anything wait. */
  z.object({ rule: z.literal('waitedLongest'), meetings: z.int() }),
  /** This bench's turn, and the one of its motions that has waited longest; `since` is the day it was filed. */
  z.object({ rule: z.literal('turn'), bench: Bench, since: Day }),
  /** The other bench has none left, or this motion belongs to neither. */
  z.object({ rule: z.literal('noneOfOther'), bench: z.nullable(Bench), since: Day }),
])
export type AgendaWhy = z.infer<typeof AgendaWhy>

export const AgendaItemKind = z.enum(['appeal', 'minutes', 'motion', 'report', 'practice'])
export const AgendaItem = z.object({
  id: Id,
  position: z.int(),
  kind: AgendaItemKind,
  title: Text,
  bench: z.nullable(Bench),
  why: AgendaWhy,
  /** The chair moved it here from another place, for this reason. */
  moved: z.nullable(z.object({ from: z.int(), because: z.string(), by: z.nullable(Text) })),
  motion: z.nullable(
    z.object({
      id: Id,
      number: z.nullable(z.object({ year: z.int(), number: z.int() })),
      kind: MotionKind,
      state: MotionState,
      ground: z.nullable(MotionGround),
      summary: z.nullable(Text),
      meetingsWaited: z.int(),
    }),
  ),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const Agenda = z.object({
  meetingId: Id,
  councilId: Id,
  startsAt: z.string(),
  place: z.string(),
  /** Of the meeting; null for a practice meeting. */
  number: z.nullable(z.int()),
  state: z.enum(['none', 'proposed', 'confirmed']),
  confirmedAt: z.nullable(z.string()),
  /** The last day on which it goes out in time. */
  sendBy: Day,
  lateReason: z.nullable(z.string()),
  items: z.array(AgendaItem),
  /** Items of each bench, side by side. */
  parity: z.object({ newcomers: z.int(), locals: z.int(), neither: z.int() }),
  /** Motions that could be on it and are not, in the order in which they would come next. */
  waiting: z.array(
    z.object({
      id: Id,
      title: Text,
      bench: z.nullable(Bench),
      number: z.nullable(z.object({ year: z.int(), number: z.int() })),
      filedOn: z.nullable(Day),
      meetingsWaited: z.int(),
    }),
  ),
  may: z.array(z.enum(['propose', 'confirm', 'moveItem', 'addReport'])),
})
export type Agenda = z.infer<typeof Agenda>

const one = z.object({ meetingId: Id })

export const readAgenda = operation({
  id: 'council.agenda.read',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/agenda',
  post: 'anyone',
  summary: 'The agenda of a meeting and why each item stands where it stands; public once it is confirmed',
  params: one,
  reply: Agenda,
})

export const proposeAgenda = operation({
  id: 'council.agenda.propose',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/agenda',
  post: 'council.clerk',
  summary: 'Build the agenda by the charter’s rule from everything that waits',
  params: one,
  body: z.object({ motions: z._default(z.int().check(z.gte(0), z.lte(30)), 8) }),
  reply: Agenda,
})

export const addReport = operation({
  id: 'council.agenda.add-report',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/agenda/reports',
  post: 'council.clerk',
  summary: 'Add something that is heard and not voted on, or an invented item of a practice meeting',
  params: one,
  body: z.object({ title: Text }),
  reply: Agenda,
})

export const moveAgendaItem = operation({
  id: 'council.agenda.move',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/agenda/:itemId/place',
  post: 'council.preside',
  inPerson: true,
  summary: 'Move an item to another place, with a reason that is printed',
  params: z.object({ meetingId: Id, itemId: Id }),
  body: z.object({ position: z.int().check(z.gte(1)), because: words(500) }),
  reply: Agenda,
})

export const confirmAgenda = operation({
  id: 'council.agenda.confirm',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/agenda/confirmation',
  post: 'council.clerk',
  summary: 'Confirm the agenda and send it to the delegates',
  params: one,
  body: z.object({ lateReason: z.nullable(words(500)) }),
  reply: Agenda,
})
