import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, pageOf, Page, Text, words } from '../values.ts'
import { AllocationRules } from './allocation-rules.ts'

export const RoundState = z.enum([
  'setUp',
  'rulesFixed',
  'call',
  'feasibility',
  'voting',
  'counted',
  'objection',
  'resolution',
  'corrections',
  'projects',
  'evaluated',
])
export type RoundState = z.infer<typeof RoundState>

export const RoundLine = z.object({
  id: Id,
  councilId: Id,
  number: z.int(),
  title: Text,
  state: RoundState,
  budgetCents: z.int(),
  /** The last day of what is going on now; null where nothing runs. */
  until: z.nullable(Day),
  projects: z.int(),
})

export type RoundLine = z.infer<typeof RoundLine>

export const AllocationRound = z.object({
  ...RoundLine.shape,
  rules: AllocationRules,
  /** The money motion on which the council decides the rules, and the day from which they stand. */
  motionId: z.nullable(Id),
  fixedOn: z.nullable(Day),
  charterVersion: z.nullable(z.int()),
  /** Everybody's group counts as declared on this day (08, Group). */
  groupsFixedOn: z.nullable(Day),
  /** Voting has ended and the paper ballots are being entered. */
  closed: z.boolean(),
  counting: z.boolean(),
  /** Why the council sent the result back as a whole; it may do so once. */
  returned: z.nullable(
    z.object({
      on: Day,
      motionId: Id,
      grounds: z.array(
        z.object({
          projectId: Id,
          ground: z.enum(['illegal', 'unsafe', 'costWrong']),
          reason: z.string(),
          cents: z.nullable(z.int()),
          corrected: z.boolean(),
        }),
      ),
    }),
  ),
  /** The council took note, or the time to return the result ran out. */
  notedOn: z.nullable(Day),
  resolutionId: z.nullable(Id),
  evaluation: z.nullable(z.string()),
  history: z.array(z.object({ state: RoundState, on: Day })),
  may: z.array(
    z.enum([
      'edit',
      'link',
      'fix',
      'openCall',
      'propose',
      'answer',
      'vote',
      'enterPapers',
      'count',
      'object',
      'settle',

      'end',
    ]),
  ),
})
export type AllocationRound = z.infer<typeof AllocationRound>

export const oneRound = z.object({ roundId: Id })
export const rounds = '/api/v1/allocation-rounds'

export const listRounds = operation({
  id: 'council.allocation.list',
  method: 'GET',
  path: rounds,
  post: 'anyone',
  summary: 'Rounds in which residents decide about money',
  query: z.object({ councilId: z.optional(Id), ...Page }),
  reply: pageOf(RoundLine),
})

export const readRound = operation({
  id: 'council.allocation.read',
  method: 'GET',
  path: `${rounds}/:roundId`,
  post: 'anyone',
  summary: 'One round: its rules, dates and where it stands',
  params: oneRound,
  reply: AllocationRound,
})

const Plan = z.object({ title: Text, rules: AllocationRules })
export const setUpRound = operation({
  id: 'council.allocation.set-up',
  method: 'POST',
  path: rounds,
  post: 'council.clerk',
  summary: 'Write down the rules of a round for the council to decide on',
  body: z.object({ councilId: Id, ...Plan.shape }),
  status: 201,
  reply: AllocationRound,
})

export const editRound = operation({
  id: 'council.allocation.edit',
  method: 'PUT',
  path: `${rounds}/:roundId/rules`,
  post: 'council.clerk',
  summary: 'Change the rules while they are not before the council',
  params: oneRound,
  body: Plan,
  reply: AllocationRound,
})

export const putToCouncil = operation({
  id: 'council.allocation.put-to-council',
  method: 'POST',
  path: `${rounds}/:roundId/motion`,
  post: 'council.clerk',
  summary: 'Tie the rules to the money motion that decides on them, or take them back',
  params: oneRound,
  body: z.object({ motionId: z.nullable(Id) }),
  reply: AllocationRound,
})

export const fixRoundRules = operation({
  id: 'council.allocation.fix-rules',
  method: 'POST',
  path: `${rounds}/:roundId/fixed-rules`,
  post: 'council.clerk',
  summary: 'The money motion is carried: from now on nobody changes the rules',
  params: oneRound,
  reply: AllocationRound,
})

export const openCall = operation({
  id: 'council.allocation.open-call',
  method: 'POST',
  path: `${rounds}/:roundId/call`,
  post: 'council.clerk',
  summary: 'Call for projects, on the day the rules name or later',
  params: oneRound,
  reply: AllocationRound,
})

const Ground = z.object({
  projectId: Id,
  ground: z.enum(['illegal', 'unsafe', 'costWrong']),
  reason: words(1000),
  /** What the project costs in truth, where the cost is wrong. */
  cents: z.optional(z.int().check(z.gte(100), z.lte(100_000_000_00), z.multipleOf(100))),
})
export const settleResult = operation({
  id: 'council.allocation.settle',
  method: 'POST',
  path: `${rounds}/:roundId/settlement`,
  post: 'council.sit',
  summary: 'The council takes note of the result, or returns it once as a whole with published reasons',
  params: oneRound,
  body: z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('noted') }),
    z.object({ decision: z.literal('returned'), motionId: Id, grounds: z.array(Ground).check(z.minLength(1), z.maxLength(100)) }),
  ]),
  reply: AllocationRound,
})

export const endRound = operation({
  id: 'council.allocation.end',
  method: 'POST',
  path: `${rounds}/:roundId/evaluation`,
  post: 'council.clerk',
  summary: 'End the round with what came of it, once every funded project has its account',
  params: oneRound,
  body: z.object({ evaluation: words(4000) }),
  reply: AllocationRound,
})
