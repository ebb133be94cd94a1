import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Phone, Text, words } from '../values.ts'

export const HoursState = z.enum(['claimed', 'confirmed', 'reversed'])
/** Taken back by the volunteer, not confirmed by the second person, not upheld by the monthly check, entered by mistake. */
export const ReversalReason = z.enum(['own', 'declined', 'audit', 'mistake'])

const ShiftRef = z.object({ id: Id, title: Text, place: Text, organ: Text, startsAt: Moment, endsAt: Moment })
const Time = { from: Moment, until: Moment }

/** One line of one's own book. Nobody else reads it but who is asked to confirm it. */
export const OwnHours = z.object({
  id: Id,
  shift: ShiftRef,
  ...Time,
  minutes: z.int(),
  state: HoursState,
  reason: z.nullable(ReversalReason),
  /** The last day on which somebody can confirm it. */
  confirmBy: z.nullable(Day),
  may: z.array(z.enum(['takeBack'])),
})
/** A shift one was seen on and has not claimed yet. */
export const Claimable = z.object({ shift: ShiftRef, ...Time, claimBy: Day })

export const listMyHours = operation({
  id: 'volunteers.hours.list-mine',
  method: 'GET',
  path: '/api/v1/me/hours',
  post: 'resident',
  summary: 'My own hours, the newest first, and shifts I can still enter',
  reply: z.object({
    items: z.array(OwnHours),
    claimable: z.array(Claimable),
    confirmedMinutes: z.int(),
    /** How many others wait for me to confirm theirs. */
    toConfirm: z.int(),
    /** The first and last day with confirmed hours, for a proof. */
    confirmed: z.nullable(z.object({ from: Day, until: Day })),
  }),
})

const ofShift = z.object({ shiftId: Id })
export const claimHours = operation({
  id: 'volunteers.hours.claim',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/hours',
  post: 'resident',
  inPerson: true,
  summary: 'Enter my hours on a shift I was seen on; they count once a second person confirms them',
  params: ofShift,
  body: z.object(Time),
  status: 201,
  reply: OwnHours,
})

const ofEntry = z.object({ entryId: Id })
export const takeBackHours = operation({
  id: 'volunteers.hours.take-back',
  method: 'POST',
  path: '/api/v1/volunteers/hours/:entryId/reversal',
  post: 'resident',
  summary: 'Take my own entry back; it stays in the book beside its reversal',
  params: ofEntry,
  reply: z.object({}),
})

export const ToConfirm = z.object({ id: Id, name: z.string(), shift: ShiftRef, ...Time, confirmBy: Day })
export const listToConfirm = operation({
  id: 'volunteers.hours.list-to-confirm',
  method: 'GET',
  path: '/api/v1/me/hours/to-confirm',
  post: 'resident',
  summary: 'Hours of others I was there for and may confirm, in the order of time',
  reply: z.object({ items: z.array(ToConfirm) }),
})
export const confirmHours = operation({
  id: 'volunteers.hours.confirm',
  method: 'POST',
  path: '/api/v1/volunteers/hours/:entryId/confirmation',
  post: 'resident',
  inPerson: true,
  summary: 'Say as the second person whether somebody’s hours are right',
  params: ofEntry,
  body: z.object({ right: z.boolean() }),
  reply: z.object({}),
})

export const downloadMyHours = operation({
  id: 'volunteers.hours.download',
  method: 'GET',
  path: '/api/v1/me/hours/file',
  post: 'resident',
  summary: 'My own confirmed hours as a sheet (.xlsx) or plain text (.csv), one line each',
  query: z.object({ as: z.enum(['xlsx', 'csv']) }),
  media: { reply: 'text/csv' },
})

/** A proof of service (民政部令67): one certificate for each organ that recorded hours in the period. */
export const issueProofs = operation({
  id: 'volunteers.hours.prove',
  method: 'POST',
  path: '/api/v1/me/hours/proofs',
  post: 'resident',
  inPerson: true,
  summary: 'Have my confirmed hours of a period certified, free and at once',
  body: z.object({ from: Day, until: Day }),
  status: 201,
  reply: z.object({ certificates: z.array(z.object({ id: Id, organ: Text, minutes: z.int() })) }),
})

/** The desk's half: paper lists. */
export const PaperShift = z.object({ ...ShiftRef.shape, papers: z.int() })
export const listPaperShifts = operation({
  id: 'volunteers.hours.list-paper-shifts',
  method: 'GET',
  path: '/api/v1/volunteers/hours-paper',
  post: 'volunteers.coordinate',
  summary: 'Shifts of the last days whose paper lists can still be entered',
  reply: z.object({ items: z.array(PaperShift) }),
})
export const PaperPage = z.object({
  shift: ShiftRef,
  papers: z.array(z.object({ id: Id, filedAt: Moment, picture: z.boolean() })),
  /** Who was seen on the shift, in the order of their names. */
  people: z.array(z.object({ personId: Id, name: z.string(), ...Time, way: z.enum(['code', 'paper']), entered: z.boolean() })),
  served: z.array(z.object({ personId: Id, name: z.string() })),
})
export const readPaperShift = operation({
  id: 'volunteers.hours.read-paper',
  method: 'GET',
  path: '/api/v1/volunteers/shifts/:shiftId/hours-paper',
  post: 'volunteers.coordinate',
  purpose: 'hoursPaper',
  summary: 'One shift, to enter its paper list: who was seen there, never how many hours anybody has',
  params: ofShift,
  reply: PaperPage,
})
export const filePaper = operation({
  id: 'volunteers.hours.file-paper',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/hours-paper',
  post: 'volunteers.coordinate',
  summary: 'File the paper list of a shift, with its signatures',
  params: ofShift,
  media: { request: 'multipart/form-data' },
  status: 201,
  reply: z.object({ id: Id }),
})
export const readPaperFile = operation({
  id: 'volunteers.hours.read-paper-file',
  method: 'GET',
  path: '/api/v1/volunteers/hours-paper/:paperId',
  post: 'volunteers.coordinate',
  summary: 'A filed paper list',
  params: z.object({ paperId: Id }),
  media: { reply: 'image/jpeg' },
})
export const enterPaperHours = operation({
  id: 'volunteers.hours.enter-paper',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/hours-paper/lines',
  post: 'volunteers.coordinate',
  summary: 'Enter one line of the filed paper list: whose hours, and who signed as the second person',
  params: ofShift,
  body: z.object({ personId: Id, confirmedBy: Id, ...Time }),
  status: 201,
  reply: z.object({ id: Id }),
})
export const nameServed = operation({
  id: 'volunteers.hours.name-served',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/served',
  post: 'volunteers.coordinate',
  summary: 'Name somebody the shift served, who may confirm hours and is asked at the monthly check',
  params: ofShift,
  body: z.object({ name: words(60), phone: Phone }),
  reply: PaperPage,
})

/** The monthly check. Counts of entries are work of the house; nobody is in them. */
export const AuditMonth = z.object({
  month: Day,
  commitment: z.string(),
  committedAt: Moment,
  seed: z.nullable(z.string()),
  list: z.nullable(z.array(z.string())),
  drawn: z.array(z.string()),
  drawnAt: z.nullable(Moment),
  result: z.nullable(z.object({ held: z.int(), failed: z.int(), notReached: z.int(), open: z.int() })),
})
export const listAudits = operation({
  id: 'volunteers.hours.list-audits',
  method: 'GET',
  path: '/api/v1/volunteers/hours-audits',
  post: 'anyone',
  summary: 'The monthly checks of hours: commitment, seed, list and result, to be drawn again by anybody',
  reply: z.object({ items: z.array(AuditMonth), percent: z.int(), least: z.int() }),
})
export const AuditOutcome = z.enum(['held', 'failed', 'notReached'])
export const AuditTask = z.object({
  month: Day,
  name: z.string(),
  volunteer: z.string(),
  shift: ShiftRef,
  ...Time,
  /** Whom to ask: those named as served, with the numbers they gave; nobody means the place itself. */
  served: z.array(z.object({ name: z.string(), phone: z.nullable(z.string()) })),
  outcome: z.nullable(AuditOutcome),
})
export const listAuditTasks = operation({
  id: 'volunteers.hours.list-audit-tasks',
  method: 'GET',
  path: '/api/v1/volunteers/hours-audits/tasks',
  post: 'volunteers.audit',
  purpose: 'hoursAudit',
  summary: 'Entries that were drawn and are to be checked with the served side',
  reply: z.object({ items: z.array(AuditTask) }),
})
export const noteAuditOutcome = operation({
  id: 'volunteers.hours.note-audit',
  method: 'POST',
  path: '/api/v1/volunteers/hours-audits/:month/:name',
  post: 'volunteers.audit',
  summary: 'What the served side said; hours that did not hold are reversed at once',
  params: z.object({ month: Day, name: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
  body: z.object({ outcome: AuditOutcome }),
  reply: z.object({}),
})
