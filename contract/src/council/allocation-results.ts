import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Id } from '../values.ts'
import { oneRound, rounds } from './allocation.ts'

const ProjectName = z.object({ projectId: Id, number: z.int(), title: z.string(), cents: z.int() })
const yuan = z.number()

/** Why a project was funded or not, in figures; each language makes its sentence of them. Amounts in yuan. */
export const WhyFunded = z.union([
  z.object({
    kind: z.literal('bought'),
    round: z.int(),
    payment: yuan,
    inFull: z.int(),
    withRest: z.int(),
    broke: z.int(),
    effectiveVotes: z.number(),
  }),
  z.object({
    kind: z.literal('short'),
    moneyLeft: yuan,
    missing: yuan,
    spentOn: z.array(z.object({ number: z.int(), amount: yuan })),
    /** A budget with which it would have been funded. */
    budget: z.nullable(yuan),
  }),
  z.object({ kind: z.enum(['fitted', 'did-not-fit']), left: yuan }),
  z.object({ kind: z.literal('paid-at'), load: yuan }),
  z.object({ kind: z.literal('not-in-time'), left: yuan }),
  z.object({ kind: z.enum(['unsupported', 'dearer-than-budget', 'after-the-end', 'below-threshold', 'comparison']) }),
])
export type WhyFunded = z.infer<typeof WhyFunded>

export const ProjectOutcome = z.object({ ...ProjectName.shape, votes: z.int(), funded: z.boolean(), inGreedy: z.boolean(), why: WhyFunded })
export type ProjectOutcome = z.infer<typeof ProjectOutcome>

/** How two results treat a group. Small groups are not shown. */
export const GroupEffect = z.object({
  voters: Shown,
  /** The part of all voters, and of the money spent, beside the share the council expected. */
  turnoutShare: ShownFigure,
  moneyShare: ShownFigure,
  expected: z.nullable(z.number()),
  /** Of the group's voters: with nothing funded, by this result and by most votes first. */
  nothing: z.object({ here: ShownFigure, greedy: ShownFigure }),
  funded: z.object({ here: ShownFigure, greedy: ShownFigure }),
  preferHere: ShownFigure,
  preferGreedy: ShownFigure,
})
export type GroupEffect = z.infer<typeof GroupEffect>

export const AllocationResult = z.object({
  roundId: Id,
  /** 1, or 2 after the council returned the first. */
  count: z.int(),
  countedOn: Day,
  voters: Shown,
  papers: Shown,
  costCents: z.int(),
  budgetCents: z.int(),
  /** What every voter had to spend, at first and in the end; null under rules without purses. */
  endowment: z.nullable(z.object({ first: yuan, last: yuan })),
  projects: z.array(ProjectOutcome),
  ties: z.array(z.object({ among: z.array(z.int()), winner: z.int(), by: z.string() })),
  greedy: z.object({ costCents: z.int(), projects: z.int() }),
  groups: z.object({ all: GroupEffect, newcomer: GroupEffect, local: GroupEffect, unstated: GroupEffect }),
  /** A group that stayed below the charter's part of what was expected. */
  alarms: z.array(z.object({ group: z.enum(['newcomer', 'local']), of: z.enum(['turnout', 'money']) })),
  /** The published ballots, their SHA-256, and the command that counts them again. */
  file: z.object({ name: z.string(), sha256: z.string(), command: z.string() }),
  /** What the first count funded and this one does not, and the other way round. */
  changes: z.nullable(z.object({ lost: z.array(z.int()), gained: z.array(z.int()) })),
})
export type AllocationResult = z.infer<typeof AllocationResult>

export const countRound = operation({
  id: 'council.allocation.count',
  method: 'POST',
  path: `${rounds}/:roundId/count`,
  post: 'council.clerk',
  summary: 'Count the ballots once voting has closed and the paper ones agree',
  params: oneRound,
  status: 202,
  reply: z.object({ counting: z.literal(true) }),
})

export const readResult = operation({
  id: 'council.allocation.result',
  method: 'GET',
  path: `${rounds}/:roundId/result`,
  post: 'anyone',
  summary: 'Who got what and why',
  params: oneRound,
  query: z.object({ count: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(2))) }),
  reply: AllocationResult,
})

export const downloadBallots = operation({
  id: 'council.allocation.ballots-file',
  method: 'GET',
  path: `${rounds}/:roundId/ballots.pb`,
  post: 'anyone',
  summary: 'The ballots without names as a Pabulib file',
  params: oneRound,
  query: z.object({ count: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(2))) }),
  media: { reply: 'text/plain' },
})

/** What one's own ballot did. Amounts in yuan. */
export const OwnEffect = z.object({
  voted: z.boolean(),
  onPaper: z.boolean(),
  /** The voter's part of the money and what was left of it in the end; null under rules without purses. */
  purse: z.nullable(z.object({ first: yuan, left: yuan })),
  choices: z.array(z.object({ ...ProjectName.shape, funded: z.boolean(), paid: z.nullable(yuan) })),
})
export type OwnEffect = z.infer<typeof OwnEffect>

export const readOwnEffect = operation({
  id: 'council.allocation-ballots.effect',
  method: 'GET',
  path: `${rounds}/:roundId/my-effect`,
  post: 'resident',
  summary: 'What one’s own ballot did',
  params: oneRound,
  inPerson: true,
  reply: OwnEffect,
})
