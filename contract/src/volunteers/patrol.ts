import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { FindingState } from '../programme/findings.ts'
import { Day, Id, Moment, Text, words } from '../values.ts'

/** Things a patrol may find (D4): never persons. The station knows the same kinds. */
export const findingKinds = ['lamp', 'rubbish', 'lift', 'water', 'road', 'wire', 'other'] as const
export const FindingKind = z.enum(findingKinds)
export type FindingKind = z.infer<typeof FindingKind>

/** What the team found and what became of it. The number leads to the public page of the hazard. */
export const Finding = z.object({
  id: Id,
  kind: FindingKind,
  lane: Text,
  onDay: Day,
  state: FindingState,
  number: z.nullable(z.string()),
  /** The page of the report, once the station has made one. */
  page: z.nullable(z.string()),
  answer: z.nullable(z.string()),
})
export type Finding = z.infer<typeof Finding>

const Checkpoint = z.object({ id: Id, place: Text, laneId: Id, lane: Text })
export const PatrolRoute = z.object({ id: Id, name: Text, checkpoints: z.array(Checkpoint) })
export type PatrolRoute = z.infer<typeof PatrolRoute>

const team = z.object({ teamId: Id })
const round = z.object({ roundId: Id })

/** What the leader sees of the team's patrols: routes, rounds of thirty days, what was missed, what was found. */
export const PatrolBook = z.object({
  team: z.object({ id: Id, name: Text }),
  armband: z.nullable(z.string()),
  lanes: z.array(z.object({ id: Id, name: Text })),
  routes: z.array(PatrolRoute),
  rounds: z.array(
    z.object({
      id: Id,
      onDay: Day,
      route: Text,
      done: z.int(),
      of: z.int(),
      /** Places that were not looked at, once the shift is over. */
      missed: z.array(Text),
      over: z.boolean(),
    }),
  ),
  /** Patrol shifts to come that have no route yet. */
  shiftsWithoutRoute: z.array(z.object({ id: Id, title: Text, startsAt: Moment, endsAt: Moment })),
  findings: z.array(Finding),
  found: z.object({ all: z.int(), open: z.int(), fixed: z.int() }),
})
export type PatrolBook = z.infer<typeof PatrolBook>

export const readPatrolBook = operation({
  id: 'volunteers.patrol.book',
  method: 'GET',
  path: '/api/v1/volunteers/teams/:teamId/patrol',
  post: 'volunteers.lead',
  summary: 'The routes, rounds and findings of a patrol team; never who ticked what',
  params: team,
  reply: PatrolBook,
})

export const saveRoute = operation({
  id: 'volunteers.patrol.save-route',
  method: 'POST',
  path: '/api/v1/volunteers/teams/:teamId/patrol-routes',
  post: 'volunteers.lead',
  summary: 'A new route, or one that takes the place of another: rounds already walked keep theirs',
  params: team,
  body: z.object({
    replaces: z._default(z.nullable(Id), null),
    name: Text,
    checkpoints: z.array(z.object({ place: Text, laneId: Id })).check(z.minLength(1), z.maxLength(40)),
  }),
  status: 201,
  reply: PatrolBook,
})

export const setArmband = operation({
  id: 'volunteers.patrol.armband',
  method: 'PUT',
  path: '/api/v1/volunteers/teams/:teamId/armband',
  post: 'volunteers.coordinate',
  summary: 'The number on the armbands of a patrol',
  params: team,
  body: z.object({ number: z.string().check(z.trim(), z.regex(/^[A-Z]{1,3}-\d{1,4}$/)) }),
  reply: PatrolBook,
})

export const planRound = operation({
  id: 'volunteers.patrol.plan-round',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/patrol-round',
  post: 'volunteers.lead',
  summary: 'Which route is walked on a patrol shift',
  params: z.object({ shiftId: Id }),
  body: z.object({ routeId: Id }),
  status: 201,
  reply: PatrolBook,
})

/** The round as the people on shift have it, on a phone that may have no line. */
export const PatrolRound = z.object({
  id: Id,
  onDay: Day,
  startsAt: Moment,
  endsAt: Moment,
  route: Text,
  team: Text,
  armband: z.nullable(z.string()),
  /** Until it was read, there are no checkpoints. */
  briefed: z.boolean(),
  checkpoints: z.array(z.object({ id: Id, place: Text, lane: Text, done: z.nullable(z.boolean()) })),
  lanes: z.array(z.object({ id: Id, name: Text })),
  findings: z.array(Finding),
  may: z.array(z.enum(['brief', 'tick', 'report'])),
})
export type PatrolRound = z.infer<typeof PatrolRound>

export const listMyRounds = operation({
  id: 'volunteers.patrol.mine',
  method: 'GET',
  path: '/api/v1/volunteers/my-patrols',
  post: 'resident',
  summary: 'Patrols I am on, today’s and those to come',
  reply: z.object({ items: z.array(PatrolRound) }),
})

export const readRound = operation({
  id: 'volunteers.patrol.read-round',
  method: 'GET',
  path: '/api/v1/volunteers/my-patrols/:roundId',
  post: 'resident',
  summary: 'One patrol I am on',
  params: round,
  reply: PatrolRound,
})

export const readBriefing = operation({
  id: 'volunteers.patrol.brief',
  method: 'POST',
  path: '/api/v1/volunteers/my-patrols/:roundId/briefing',
  post: 'resident',
  summary: 'I have read what a patrol may do and what it never does',
  params: round,
  reply: PatrolRound,
})

export const tickCheckpoint = operation({
  id: 'volunteers.patrol.tick',
  method: 'POST',
  path: '/api/v1/volunteers/my-patrols/:roundId/ticks',
  post: 'resident',
  summary: 'A place was looked at, or was not; kept for the team and the round, without a person or a time',
  params: round,
  body: z.object({ checkpointId: Id, done: z.boolean() }),
  reply: PatrolRound,
})

export const reportFinding = operation({
  id: 'volunteers.patrol.report',
  method: 'POST',
  path: '/api/v1/volunteers/my-patrols/:roundId/findings',
  post: 'resident',
  summary: 'A broken lamp, a loose wire: it goes to the station. The id is made on the phone, so that sending it again is sending it once',
  params: round,
  body: z.object({ id: Id, kind: FindingKind, laneId: Id, words: words(600) }),
  status: 201,
  reply: PatrolRound,
})

const Armband = z.string().check(z.trim(), z.minLength(2), z.maxLength(12))
export const readArmband = operation({
  id: 'volunteers.patrol.whose-armband',
  method: 'GET',
  path: '/api/v1/patrol-armbands/:number',
  post: 'nobody',
  summary: 'Whose armband it is, and who would read a complaint: never the patrol’s own organ',
  params: z.object({ number: Armband }),
  perMinute: 20,
  reply: z.object({ team: Text, readBy: Text }),
})

export const complainAboutPatrol = operation({
  id: 'volunteers.patrol.complain',
  method: 'POST',
  path: '/api/v1/patrol-armbands/:number/complaints',
  post: 'nobody',
  summary: 'Complain about a patrol by the number on its armband, without an account; the code answered here is the only way to follow it',
  params: z.object({ number: Armband }),
  body: z.object({ words: words(4000) }),
  perMinute: 6,
  status: 201,
  reply: z.object({ number: z.string(), claimCode: z.string(), answerBy: Day, readBy: Text }),
})
