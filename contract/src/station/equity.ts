import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Group, Text } from '../values.ts'

export const Quarter = z.string().check(z.regex(/^\d{4}-Q[1-4]$/))

/** What became of the applications of one group. `rate` is there when granted and not granted are both enough to be shown. */
export const GroupBenefit = z.object({
  group: Group,
  granted: Shown,
  /** Refused or referred elsewhere. */
  notGranted: Shown,
  rate: ShownFigure,
  /** Working days from acceptance to decision, without the time the resident was asked for something. */
  daysMedian: ShownFigure,
  daysP90: ShownFigure,
  /** Working days of the resident's own turn. */
  ownDaysMedian: ShownFigure,
  /** Visits beyond the first, per case. */
  extraVisits: ShownFigure,
})

/** Newcomers' rate divided by locals' rate, with the interval that would hold the true ratio 95 times of 100. */
export const Ratio = z.union([
  z.object({ kind: z.literal('ratio'), value: z.number(), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('tooFew') }),
])

const Openness = z.enum(['open', 'openOtherPapers', 'closed'])
export const ServiceEquity = z.object({
  key: z.string(),
  name: Text,
  openness: z.object({ newcomer: Openness, local: Openness }),
  groups: z.array(GroupBenefit),
  ratio: Ratio,
  /** Why not, by group, within what is shown as not granted. */
  reasons: z.array(z.object({ reason: Text, counts: z.array(z.object({ group: Group, count: Shown })) })),
  /** Two or more channels used by a tenth of the group; null where too few to say. */
  choice: z.object({ newcomer: z.nullable(z.boolean()), local: z.nullable(z.boolean()) }),
})
export type ServiceEquity = z.infer<typeof ServiceEquity>

const Count = z.object({ newcomer: z.int(), local: z.int() })

/** A figure never stands alone: what it says, and what it does not. */
export const Meaning = z.object({ says: Text, saysNot: Text })

export const readEquity = operation({
  id: 'station.equity.read',
  method: 'GET',
  path: '/api/v1/equity',
  post: 'station.equity.read',
  summary: 'Equal service (M22): opportunity, benefit, choice and days of a finished quarter, for both groups and "not stated"',
  query: z.object({ quarter: z.optional(Quarter) }),
  reply: z.object({
    /** Null while no quarter is finished. */
    quarter: z.nullable(z.string()),
    quarters: z.array(z.string()),
    opportunity: z.object({
      /** Services open to each group on the same papers; those that are for one group only are listed apart. */
      open: Count,
      withOtherPapers: Count,
      ratio: z.nullable(z.number()),
      oneGroup: z.array(z.object({ key: z.string(), name: Text, group: z.enum(['newcomer', 'local']), law: z.nullable(Text) })),
      openedSince: z.array(
        z.object({ key: z.string(), name: Text, group: z.enum(['newcomer', 'local']), since: Day, from: z.string(), to: z.string() }),
      ),
      narrowedSince: z.array(
        z.object({ key: z.string(), name: Text, group: z.enum(['newcomer', 'local']), since: Day, from: z.string(), to: z.string() }),
      ),
    }),
    overall: z.object({ groups: z.array(GroupBenefit), ratio: Ratio }),
    services: z.array(ServiceEquity),
    choice: z.object({
      /** Services for which it could be told, and those of them with a choice, by group. */
      told: Count,
      withChoice: Count,
    }),
    meanings: z.object({
      opportunity: Meaning,
      benefit: Meaning,
      choice: Meaning,
      days: Meaning,
      extraVisits: Meaning,
      reasons: Meaning,
      notStated: Meaning,
    }),
  }),
})
