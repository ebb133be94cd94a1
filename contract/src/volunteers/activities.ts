import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { PartnerRole, PartyRole } from '../programme/joint-items.ts'
import { Day, Id, maybeWords, Moment, Page, pageOf, Text, words } from '../values.ts'
import { Dialect, Skill } from './skills.ts'

export const ActivityKind = z.enum(['streetInspection', 'environment', 'care', 'patrol', 'taskTeam'])
export type ActivityKind = z.infer<typeof ActivityKind>
export const ActivityState = z.enum(['proposed', 'declined', 'draft', 'open', 'full', 'running', 'confirmingHours', 'closed', 'cancelled'])
export type ActivityState = z.infer<typeof ActivityState>

/** How many there is room for; never who comes. */
export const ShiftLine = z.object({
  id: Id,
  startsAt: Moment,
  endsAt: Moment,
  night: z.boolean(),
  minimum: z.int(),
  maximum: z.int(),
  placesLeft: z.int(),
  waiting: z.int(),
  /** Below the minimum, so many more are needed. */
  missing: z.int(),
  place: z.nullable(Text),
  cancelled: z.nullable(z.object({ because: z.string() })),
  over: z.boolean(),
})
export type ShiftLine = z.infer<typeof ShiftLine>

export const ActivityLine = z.object({
  id: Id,
  kind: ActivityKind,
  state: ActivityState,
  title: Text,
  place: Text,
  /** Lane and community, where it has one. */
  where: z.nullable(Text),
  team: z.nullable(z.object({ id: Id, name: Text })),
  weekly: z.boolean(),
  risky: z.boolean(),
  next: z.nullable(ShiftLine),
})
export type ActivityLine = z.infer<typeof ActivityLine>

export const ActivityPlan = z.object({
  kind: ActivityKind,
  teamId: Id,
  title: Text,
  about: Text,
  place: Text,
  laneId: z._default(z.nullable(Id), null),
  risky: z._default(z.boolean(), false),
  briefing: z._default(z.nullable(Text), null),
  insurer: z._default(maybeWords(80), ''),
  policyNumber: z._default(maybeWords(60), ''),
  insuredUntil: z._default(z.nullable(Day), null),
  withChildren: z._default(z.boolean(), false),
  /** Of whoever takes a special place of a shift. */
  needsSkill: z._default(z.nullable(Skill), null),
  needsProof: z._default(z.boolean(), false),
  needsDialect: z._default(z.nullable(Dialect), null),
  partners: z._default(z.array(PartnerRole).check(z.maxLength(6)), []),
})
export type ActivityPlan = z.infer<typeof ActivityPlan>

export const Activity = z.object({
  ...ActivityLine.shape,
  about: Text,
  laneId: z.nullable(Id),
  briefing: z.nullable(Text),
  insurance: z.nullable(z.object({ insurer: z.string(), policyNumber: z.string(), until: Day })),
  withChildren: z.boolean(),
  needs: z.object({ skill: z.nullable(Skill), proof: z.boolean(), dialect: z.nullable(z.string()) }),
  parties: z.array(PartyRole),
  shifts: z.array(ShiftLine),
  /** Why it was declined or cancelled. */
  reason: z.nullable(z.string()),
  /** The reader proposed it. */
  mine: z.boolean(),
  may: z.array(z.enum(['change', 'addShifts', 'open', 'cancel', 'takeUp', 'decline'])),
})
export type Activity = z.infer<typeof Activity>

const one = z.object({ activityId: Id })

export const listActivities = operation({
  id: 'volunteers.activities.list',
  method: 'GET',
  path: '/api/v1/volunteers/activities',
  post: 'anyone',
  summary: 'What can be joined, by the next shift',
  query: z.object({ kind: z.optional(ActivityKind), teamId: z.optional(Id), ...Page }),
  reply: pageOf(ActivityLine),
})

export const readActivity = operation({
  id: 'volunteers.activities.read',
  method: 'GET',
  path: '/api/v1/volunteers/activities/:activityId',
  post: 'anyone',
  summary: 'One activity with its coming shifts, its risks and who stands behind it',
  params: one,
  reply: Activity,
})

/** Whose idea it was is counted by group, together with all others of a finished quarter, and shown to nobody. */
export const readBeginnings = operation({
  id: 'volunteers.activities.beginnings',
  method: 'GET',
  path: '/api/v1/volunteers/beginnings',
  post: 'anyone',
  summary: 'How many activities of the last finished quarter were the idea of residents, by group where not few',
  reply: z.object({
    quarter: z.nullable(z.string()),
    next: z.object({ quarter: z.string(), shownFrom: Day }),
    newcomers: Shown,
    locals: Shown,
    unstated: Shown,
    total: Shown,
  }),
})

export const proposeActivity = operation({
  id: 'volunteers.activities.propose',
  method: 'POST',
  path: '/api/v1/volunteers/activities/proposals',
  post: 'resident',
  summary: 'An idea of a resident; a leader takes it up or answers with a reason',
  body: z.object({ title: words(60), about: words(1000), place: words(100), kind: ActivityKind }),
  status: 201,
  reply: Activity,
})

export const listMyProposals = operation({
  id: 'volunteers.activities.my-proposals',
  method: 'GET',
  path: '/api/v1/volunteers/my-proposals',
  post: 'resident',
  summary: 'What I proposed and what became of it',
  reply: z.object({ items: z.array(z.object({ id: Id, title: Text, state: ActivityState, reason: z.nullable(z.string()) })) }),
})

export const listWork = operation({
  id: 'volunteers.activities.work',
  method: 'GET',
  path: '/api/v1/volunteers/work',
  post: 'volunteers.lead',
  summary: 'Activities of the own team in every state, and proposals nobody has taken up; the coordinator sees all',
  query: z.object({ state: z.optional(ActivityState), ...Page }),
  reply: pageOf(ActivityLine),
})

export const planActivity = operation({
  id: 'volunteers.activities.plan',
  method: 'POST',
  path: '/api/v1/volunteers/activities',
  post: 'volunteers.lead',
  summary: 'Write a new activity of the own team; it is a draft until it is opened',
  body: ActivityPlan,
  status: 201,
  reply: Activity,
})

export const changeActivity = operation({
  id: 'volunteers.activities.change',
  method: 'PUT',
  path: '/api/v1/volunteers/activities/:activityId',
  post: 'volunteers.lead',
  summary: 'Change an activity; one that is open keeps its briefing and insurance complete',
  params: one,
  body: ActivityPlan,
  reply: Activity,
})

export const takeUpProposal = operation({
  id: 'volunteers.activities.take-up',
  method: 'POST',
  path: '/api/v1/volunteers/activities/:activityId/take-up',
  post: 'volunteers.lead',
  summary: 'A team makes a resident’s idea its own',
  params: one,
  body: z.object({ teamId: Id }),
  reply: Activity,
})

export const declineProposal = operation({
  id: 'volunteers.activities.decline',
  method: 'POST',
  path: '/api/v1/volunteers/activities/:activityId/decline',
  post: 'volunteers.lead',
  summary: 'Answer an idea with the reason why it cannot be done',
  params: one,
  body: z.object({ reason: words(300) }),
  reply: Activity,
})

export const openActivity = operation({
  id: 'volunteers.activities.open',
  method: 'POST',
  path: '/api/v1/volunteers/activities/:activityId/open',
  post: 'volunteers.lead',
  summary: 'Open it for sign-up; a risky one needs a briefing, an insurer and a policy that covers its last shift',
  params: one,
  reply: Activity,
})

export const cancelActivity = operation({
  id: 'volunteers.activities.cancel',
  method: 'POST',
  path: '/api/v1/volunteers/activities/:activityId/cancel',
  post: 'volunteers.lead',
  summary: 'Call it off with a reason; everybody who signed up is told',
  params: one,
  body: z.object({ reason: words(300) }),
  reply: Activity,
})

const Times = {
  startsAt: Moment,
  endsAt: Moment,
  minimum: z.int().check(z.gte(1), z.lte(200)),
  maximum: z.int().check(z.gte(1), z.lte(200)),
  special: z._default(z.int().check(z.gte(0), z.lte(200)), 0),
  place: z._default(z.nullable(Text), null),
}

export const addShifts = operation({
  id: 'volunteers.shifts.add',
  method: 'POST',
  path: '/api/v1/volunteers/activities/:activityId/shifts',
  post: 'volunteers.lead',
  summary: 'Add a shift, or the same shift every week for some weeks',
  params: one,
  body: z.object({ ...Times, weeks: z._default(z.int().check(z.gte(1), z.lte(26)), 1) }),
  status: 201,
  reply: Activity,
})

export const changeShift = operation({
  id: 'volunteers.shifts.change',
  method: 'PUT',
  path: '/api/v1/volunteers/shifts/:shiftId',
  post: 'volunteers.lead',
  summary: 'Move a shift or change its places; whoever has a place is told of another time and keeps it or gives it back',
  params: z.object({ shiftId: Id }),
  body: z.object(Times),
  reply: Activity,
})

export const cancelShift = operation({
  id: 'volunteers.shifts.cancel',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/cancel',
  post: 'volunteers.lead',
  summary: 'Call off one shift with a reason; everybody is told',
  params: z.object({ shiftId: Id }),
  body: z.object({ reason: words(300) }),
  reply: Activity,
})
