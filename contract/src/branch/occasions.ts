import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'

/** Meetings (三会一课, 组织生活会, 民主评议), the themed day, and the four kinds of activity (M9). */
export const meetingKinds = [
  'generalMeeting',
  'committeeMeeting',
  'groupMeeting',
  'lecture',
  'themedDay',
  'lifeMeeting',
  'appraisal',
] as const
export const activityKinds = ['deliberate', 'serve', 'mediate', 'publicise'] as const
export const OccasionKind = z.enum([...meetingKinds, ...activityKinds])
export type OccasionKind = z.infer<typeof OccasionKind>
export const isActivity = (kind: OccasionKind): boolean => (activityKinds as readonly string[]).includes(kind)

const Minute = z.int().check(z.gte(0), z.lte(1440))
const TextIn = (most: number) => z.object({ 'zh-CN': words(most), en: z.optional(z.string().check(z.trim(), z.maxLength(most * 2))) })

/**
 * Once in every month, quarter or year. `month` is the month of the quarter (1-3) or of the year (1-12); of a month it is 1. `moves` says what
 * happens when the day is not one on which the branch meets: to the next working day or day off within the period, else to the one before.
 */
export const Rule = z
  .object({
    every: z.enum(['month', 'quarter', 'year']),
    month: z.int().check(z.gte(1), z.lte(12)),
    on: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('date'), date: z.int().check(z.gte(1), z.lte(31)) }),
      z.object({ kind: z.literal('weekday'), nth: z.int().check(z.gte(1), z.lte(5)), weekday: z.int().check(z.gte(1), z.lte(7)) }),
    ]),
    moves: z.enum(['stays', 'toWorkingDay', 'toDayOff']),
  })
  .check(z.refine(({ every, month }) => month <= { month: 1, quarter: 3, year: 12 }[every], { path: ['month'] }))
export type Rule = z.infer<typeof Rule>

const What = {
  kind: OccasionKind,
  title: TextIn(60),
  place: TextIn(80),
  agenda: z.array(TextIn(120)).check(z.maxLength(12)),
  from: Minute,
  to: Minute,
  /** Neighbours who are not checked in may come as well; they are counted, never listed. */
  openToAll: z.boolean(),
}

export const Plan = z.object({
  id: Id,
  ...What,
  rule: Rule,
  /** The days this rule gives in the year asked for. */
  days: z.array(Day),
  may: z.array(z.enum(['change', 'end'])),
})
export type Plan = z.infer<typeof Plan>

/** Days around the yearly appraisal that members should know of; never what anybody said in it. */
export const AppraisalDays = z.object({ toldBy: Day, ownWordsBy: Day, meeting: Day, letterBy: Day })
export type AppraisalDays = z.infer<typeof AppraisalDays>

export const CancelReason = z.enum(['weather', 'place', 'speaker', 'together', 'busy'])
export type CancelReason = z.infer<typeof CancelReason>

export const Occasion = z.object({
  id: Id,
  ...What,
  day: Day,
  /** Where it stood first; another day means that it was moved. */
  plannedDay: Day,
  fromPlan: z.boolean(),
  state: z.enum(['planned', 'held', 'cancelled']),
  cancelledFor: z.nullable(CancelReason),
  appraisal: z.nullable(AppraisalDays),
  minutesWritten: z.boolean(),
  /** Until then somebody who was there can be put down. */
  sheetUntil: Day,
  guests: z.nullable(z.int()),
  may: z.array(z.enum(['move', 'cancel', 'hold', 'minutes', 'sheet', 'readMinutes', 'come', 'takeBack'])),
})
export type Occasion = z.infer<typeof Occasion>

const branch = z.object({ branchId: Id })
const plan = z.object({ branchId: Id, planId: Id })
const occasion = z.object({ branchId: Id, occasionId: Id })
const Year = z.coerce.number().check(z.int(), z.gte(2020), z.lte(2100))
const Planned = z.object({ ...What, rule: Rule })

export const listPlans = operation({
  id: 'branch.plans.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/plans',
  post: 'resident',
  inPerson: true,
  summary: 'What comes back every month, quarter or year; for the branch’s office-holders',
  params: branch,
  query: z.object({ year: z.optional(Year) }),
  reply: z.object({ year: z.int(), items: z.array(Plan), may: z.array(z.enum(['add', 'usual', 'layOut'])) }),
})
export const addPlan = operation({
  id: 'branch.plans.add',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/plans',
  post: 'resident',
  inPerson: true,
  summary: 'Something more that comes back',
  params: branch,
  body: Planned,
  status: 201,
  reply: Plan,
})
export const changePlan = operation({
  id: 'branch.plans.change',
  method: 'PUT',
  path: '/api/v1/branch/branches/:branchId/plans/:planId',
  post: 'resident',
  inPerson: true,
  summary: 'Change what comes back; dates laid out already stay',
  params: plan,
  body: Planned,
  reply: Plan,
})
export const endPlan = operation({
  id: 'branch.plans.end',
  method: 'DELETE',
  path: '/api/v1/branch/branches/:branchId/plans/:planId',
  post: 'resident',
  inPerson: true,
  summary: 'It does not come back any more; dates laid out already stay',
  params: plan,
  status: 204,
})
export const takeUsualPlans = operation({
  id: 'branch.plans.usual',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/plans/usual',
  post: 'resident',
  inPerson: true,
  summary: 'Begin with the usual meetings, lecture, themed day and appraisal',
  params: branch,
  status: 201,
  reply: z.object({ added: z.int() }),
})
export const layOutYear = operation({
  id: 'branch.plans.layOut',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/years',
  post: 'resident',
  inPerson: true,
  summary: 'Put dates of a year down for everything that comes back; said twice it adds nothing',
  params: branch,
  body: z.object({ year: z.int().check(z.gte(2020), z.lte(2100)) }),
  status: 201,
  reply: z.object({ added: z.int() }),
})

export const listOccasions = operation({
  id: 'branch.occasions.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/occasions',
  post: 'resident',
  inPerson: true,
  summary: 'A year of the branch, for its office-holders',
  params: branch,
  query: z.object({ year: z.optional(Year) }),
  reply: z.object({ year: z.int(), items: z.array(Occasion), may: z.array(z.enum(['add'])) }),
})
export const readOccasion = operation({
  id: 'branch.occasions.read',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/occasions/:occasionId',
  post: 'resident',
  inPerson: true,
  summary: 'One date with its minutes: for office-holders and, but for the committee’s, for members of the branch',
  params: occasion,
  reply: z.object({ ...Occasion.shape, minutes: z.nullable(z.string()) }),
})
export const addOccasion = operation({
  id: 'branch.occasions.add',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/occasions',
  post: 'resident',
  inPerson: true,
  summary: 'An activity or a meeting by itself',
  params: branch,
  body: z.object({ ...What, day: Day }),
  status: 201,
  reply: Occasion,
})
export const stepOccasion = operation({
  id: 'branch.occasions.step',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/occasions/:occasionId',
  post: 'resident',
  inPerson: true,
  summary: 'Move it, call it off with a reason, or note that it was held',
  params: occasion,
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('move'), day: Day, from: Minute, to: Minute, place: TextIn(80) }),
    z.object({ act: z.literal('cancel'), reason: CancelReason }),
    z.object({ act: z.literal('hold'), guests: z.int().check(z.gte(0), z.lte(5000)) }),
  ]),
  reply: Occasion,
})
export const writeOccasionMinutes = operation({
  id: 'branch.occasions.minutes',
  method: 'PUT',
  path: '/api/v1/branch/branches/:branchId/occasions/:occasionId/minutes',
  post: 'resident',
  inPerson: true,
  summary: 'What was talked about and agreed; names of members do not belong here',
  params: occasion,
  body: z.object({ words: words(8000) }),
  reply: z.object({ ...Occasion.shape, minutes: z.nullable(z.string()) }),
})

/** Who was there: seen while the list is open, afterwards by nobody but the member. */
export const openSheet = operation({
  id: 'branch.sheets.open',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/occasions/:occasionId/sheet',
  post: 'resident',
  inPerson: true,
  summary: 'The list of one date with the names of members, to enter the paper; every name shown is a look that the member sees',
  params: occasion,
  reply: z.object({
    items: z.array(z.object({ checkInId: Id, name: z.string(), came: z.nullable(z.enum(['tap', 'paper'])) })),
    until: Day,
  }),
})
export const enterSheet = operation({
  id: 'branch.sheets.enter',
  method: 'PUT',
  path: '/api/v1/branch/branches/:branchId/occasions/:occasionId/sheet',
  post: 'resident',
  inPerson: true,
  summary: 'Enter the list on paper: these were there; own taps stay as they are',
  params: occasion,
  body: z.object({ came: z.array(Id).check(z.maxLength(500)) }),
  reply: z.object({ entered: z.int() }),
})

export const readMyBranchYear = operation({
  id: 'branch.life.mine',
  method: 'GET',
  path: '/api/v1/branch/mine/year',
  post: 'resident',
  inPerson: true,
  summary: 'What my branch does, and where I was; nobody else is shown the latter',
  query: z.object({ year: z.optional(Year) }),
  reply: z.object({
    branch: z.nullable(z.object({ id: Id, name: Text })),
    year: z.int(),
    items: z.array(z.object({ ...Occasion.shape, came: z.nullable(z.enum(['tap', 'paper'])) })),
  }),
})
export const sayIWasThere = operation({
  id: 'branch.life.come',
  method: 'PUT',
  path: '/api/v1/branch/mine/occasions/:occasionId',
  post: 'resident',
  inPerson: true,
  summary: 'I was there; nobody has to say so',
  params: z.object({ occasionId: Id }),
  reply: z.object({ came: z.nullable(z.enum(['tap', 'paper'])) }),
})
export const takeBackThere = operation({
  id: 'branch.life.takeBack',
  method: 'DELETE',
  path: '/api/v1/branch/mine/occasions/:occasionId',
  post: 'resident',
  inPerson: true,
  summary: 'Take that back',
  params: z.object({ occasionId: Id }),
  status: 204,
})
/** What neighbours may come to; on the branch's own page only. */
export const listOpenOccasions = operation({
  id: 'branch.occasions.open',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/open-occasions',
  post: 'anyone',
  summary: 'Activities of a branch that anybody may come to',
  params: branch,
  reply: z.object({
    items: z.array(z.object({ id: Id, kind: OccasionKind, title: Text, place: Text, day: Day, from: Minute, to: Minute })),
  }),
})

/** Own figures, for office-holders only; attendance of few is not shown even to them. */
export const readBranchFigures = operation({
  id: 'branch.figures.read',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/figures',
  post: 'resident',
  inPerson: true,
  summary: 'Held and planned, activities by kind, how many came; of this branch only, for its office-holders',
  params: branch,
  query: z.object({ year: z.optional(Year) }),
  reply: z.object({
    year: z.int(),
    items: z.array(
      z.object({
        kind: OccasionKind,
        /** Dates that were due by today, and how many of them were held. */
        due: z.int(),
        held: z.int(),
        attendance: z.union([z.object({ kind: z.literal('shown'), count: z.int() }), z.object({ kind: z.literal('few') })]),
        guests: z.union([z.object({ kind: z.literal('shown'), count: z.int() }), z.object({ kind: z.literal('few') })]),
      }),
    ),
  }),
})
