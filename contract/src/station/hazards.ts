import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { EscalationDays, EscalationStep } from '../platform/escalations.ts'
import { DepartmentKey } from '../programme/departments.ts'
import { Day, Id, maybeWords, Page, pageOf, Text, words } from '../values.ts'

/** Things, not persons (D4). */
export const hazardKinds = ['lamp', 'rubbish', 'lift', 'water', 'road', 'wire', 'other'] as const
export const HazardKind = z.enum(hazardKinds)
export type HazardKind = z.infer<typeof HazardKind>
/** Who sees to a hazard of a kind; where nobody in the street does, `anyDepartment`. */
export const hazardDepartments: Readonly<Record<HazardKind, DepartmentKey>> = {
  lamp: 'lighting',
  rubbish: 'sanitation',
  lift: 'liftSafety',
  water: 'water',
  road: 'roads',
  wire: 'power',
  other: 'environment',
}
export const anyDepartment: DepartmentKey = 'environment'

export const hazardStates = ['reported', 'checked', 'sent', 'fixed', 'notFound', 'referred'] as const
export const HazardState = z.enum(hazardStates)
export type HazardState = z.infer<typeof HazardState>

/** A box in parts of width and height, from the upper left. */
export const CoverBox = z.object({
  left: z.number().check(z.gte(0), z.lte(1)),
  top: z.number().check(z.gte(0), z.lte(1)),
  width: z.number().check(z.gt(0), z.lte(1)),
  height: z.number().check(z.gt(0), z.lte(1)),
})

/** What anybody may see: the place as a lane and words, what stands, what was answered. Days, no hours. */
export const Hazard = z.object({
  id: Id,
  number: z.string(),
  kind: HazardKind,
  community: z.nullable(Text),
  lane: z.nullable(Text),
  /** The reporter's words once a clerk has looked at them; null until then. */
  words: z.nullable(z.string()),
  state: HazardState,
  line: z.string(),
  reportedOn: Day,
  /** By when it is looked at; once it was sent on, by when it is dealt with. */
  dueOn: z.nullable(Day),
  /** Who is told on which day if nothing has happened by then, and how far up it went already. */
  escalations: z.nullable(EscalationDays),
  escalated: EscalationStep,
  endedOn: z.nullable(Day),
  answer: z.nullable(z.string()),
  reopened: z.int(),
  /** It was put right before, less than ninety days ago. */
  back: z.boolean(),
  /** Only pictures in which people, plates and door numbers were covered. */
  photos: z.array(z.object({ id: Id })),
  /** `words`: why it was given to another department. */
  timeline: z.array(z.object({ on: Day, sentence: z.string(), words: z.nullable(z.string()) })),
  may: z.array(z.string()),
})
export type Hazard = z.infer<typeof Hazard>

const place = { community: z.optional(Id), lane: z.optional(Id) }

export const findSimilarHazards = operation({
  id: 'station.hazards.similar',
  method: 'GET',
  path: '/api/v1/hazards/similar',
  post: 'anyone',
  summary: 'What is already reported of this kind at this place, before a report is sent',
  query: z.object({ kind: HazardKind, ...place }),
  reply: z.object({ items: z.array(Hazard) }),
})

const Reported = {
  kind: HazardKind,
  ...place,
  /** Where exactly and what; no names, no coordinates. */
  words: words(600),
}

export const reportHazard = operation({
  id: 'station.hazards.report',
  method: 'POST',
  path: '/api/v1/my-hazards',
  post: 'resident',
  summary: 'Report a hazard under my name, which only the desk can see; I am told what becomes of it',
  body: z.object(Reported),
  perMinute: 6,
  status: 201,
  reply: z.object({ hazard: Hazard }),
})
export const reportHazardWithoutName = operation({
  id: 'station.hazards.report-without-name',
  method: 'POST',
  path: '/api/v1/hazards',
  post: 'nobody',
  summary:
    'Report a hazard without a name: no session is looked at and only the day is kept. The code answered here is the only way to follow it',
  body: z.object(Reported),
  perMinute: 6,
  status: 201,
  reply: z.object({ hazard: Hazard, code: z.string() }),
})

export const addHazardPhoto = operation({
  id: 'station.hazards.photo',
  method: 'POST',
  path: '/api/v1/hazards/:hazardId/photos',
  post: 'anyone',
  summary: 'Add a photo (multipart: `file`, and `code` for a report without an account); nobody but the desk sees it until it is covered',
  params: z.object({ hazardId: Id }),
  media: { request: 'multipart/form-data' },
  perMinute: 12,
  status: 201,
  reply: z.object({ id: Id, width: z.int(), height: z.int() }),
})
export const coverHazardPhoto = operation({
  id: 'station.hazards.cover',
  method: 'POST',
  path: '/api/v1/hazard-photos/:photoId/cover',
  post: 'anyone',
  summary: 'Paint over people, plates and door numbers; then the photo is public. Its sender or a clerk; nothing to hide has to be said',
  params: z.object({ photoId: Id }),
  body: z.object({
    boxes: z.array(CoverBox).check(z.maxLength(40)),
    nothingToHide: z._default(z.boolean(), false),
    code: z.optional(words(40)),
  }),
  perMinute: 20,
  reply: z.object({ id: Id, public: z.boolean() }),
})
export const readHazardPhoto = operation({
  id: 'station.hazards.read-photo',
  method: 'GET',
  path: '/api/v1/hazard-photos/:photoId',
  post: 'anyone',
  summary: 'A covered photo',
  params: z.object({ photoId: Id }),
  query: z.object({ size: z._default(z.enum(['full', 'thumbnail']), 'full') }),
  media: { reply: 'image/jpeg' },
})
/** Only for the desk: the sender's page still has the picture it sent. */
export const readUncoveredPhoto = operation({
  id: 'station.hazards.uncovered',
  method: 'GET',
  path: '/api/v1/desk/hazard-photos/:photoId',
  post: 'station.hazards.work',
  summary: 'A photo as it was sent, for whoever covers it',
  params: z.object({ photoId: Id }),
  media: { reply: 'image/jpeg' },
})

export const listHazards = operation({
  id: 'station.hazards.list',
  method: 'GET',
  path: '/api/v1/hazards',
  post: 'anyone',
  summary: 'Hazards of the street, newest first',
  query: z.object({ ...Page, kind: z.optional(HazardKind), state: z.optional(HazardState), ...place }),
  reply: pageOf(Hazard),
})
export const readHazard = operation({
  id: 'station.hazards.read',
  method: 'GET',
  path: '/api/v1/hazards/:hazardId',
  post: 'anyone',
  summary: 'The public page of a hazard',
  params: z.object({ hazardId: Id }),
  reply: Hazard,
})
export const readHazardByCode = operation({
  id: 'station.hazards.by-code',
  method: 'POST',
  path: '/api/v1/hazards/by-code',
  post: 'nobody',
  summary: 'The report a code belongs to',
  body: z.object({ code: words(40) }),
  perMinute: 20,
  reply: Hazard,
})
export const listMyHazards = operation({
  id: 'station.hazards.mine',
  method: 'GET',
  path: '/api/v1/my-hazards',
  post: 'resident',
  summary: 'Hazards I reported under my name',
  reply: z.object({ items: z.array(Hazard) }),
})
export const reopenHazard = operation({
  id: 'station.hazards.reopen',
  method: 'POST',
  path: '/api/v1/hazards/:hazardId/reopen',
  post: 'anyone',
  summary: 'It is still there, or back; within ninety days, by anybody',
  params: z.object({ hazardId: Id }),
  body: z.object({ words: z._default(maybeWords(400), '') }),
  perMinute: 6,
  reply: Hazard,
})

/** For the desk and the department: with the words as they came and the photos not yet covered. */
export const HazardAtDesk = z.object({
  ...Hazard.shape,
  wordsAsSent: z.nullable(z.string()),
  laneId: z.nullable(Id),
  department: z.nullable(Text),
  uncovered: z.array(z.object({ id: Id })),
  late: z.boolean(),
  similar: z.array(z.object({ id: Id, number: z.string(), state: HazardState })),
})
export const hazardSteps = ['check', 'send', 'transfer', 'fix', 'notFound', 'refer'] as const

/** One hazard at the desk, with the departments that can take it today: somebody is there. */
export const HazardOnDesk = z.object({
  ...HazardAtDesk.shape,
  departmentKey: z.nullable(z.string()),
  departments: z.array(z.object({ key: DepartmentKey, name: Text, usual: z.boolean() })),
})

export const listHazardsAtDesk = operation({
  id: 'station.hazards.desk',
  method: 'GET',
  path: '/api/v1/desk/hazards',
  post: 'resident',
  summary: 'Hazards to work on: the desk sees all, a department those sent to it',
  query: z.object({ ...Page, open: z._default(z.enum(['yes', 'no']), 'yes') }),
  reply: pageOf(HazardAtDesk),
})
export const readHazardAtDesk = operation({
  id: 'station.hazards.desk-one',
  method: 'GET',
  path: '/api/v1/desk/hazards/:hazardId',
  post: 'resident',
  summary: 'One hazard to work on; for a department that it was not sent to it is not there',
  params: z.object({ hazardId: Id }),
  reply: HazardOnDesk,
})
export const stepHazard = operation({
  id: 'station.hazards.step',
  method: 'POST',
  path: '/api/v1/desk/hazards/:hazardId/steps',
  post: 'resident',
  summary: 'Check, send to the department, give to another one, fixed, not found, referred elsewhere; each with words everybody can read',
  params: z.object({ hazardId: Id }),
  body: z.object({
    step: z.enum(hazardSteps),
    /** With `check`: the words as they may be public. With `transfer`: why. With the others: the answer. */
    words: z._default(maybeWords(600), ''),
    /** With `send`: another one than the usual for its kind. With `transfer`: to whom. */
    department: z.optional(DepartmentKey),
  }),
  reply: HazardAtDesk,
})
