import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Group, Text } from '../values.ts'
import { Estimate } from './indicators.ts'

/** A count beside what chance alone gives (packages/ties): 95 of 100 arrangements lie between `low` and `high`. */
export const Compared = z.object({
  observed: z.int(),
  expected: z.number(),
  low: z.number(),
  high: z.number(),
  /** Standard deviations above what chance gives; null where nothing else was possible. */
  z: z.nullable(z.number()),
  /** The share of arrangements below what was observed. */
  percentile: z.number(),
  /** Two-sided. */
  p: z.number(),
})
export type Compared = z.infer<typeof Compared>

/** Shifts that were served, classes held, meetings held, and teams whose members served. */
export const gatheringKinds = ['shift', 'class', 'meeting', 'team'] as const
export const GatheringKind = z.enum(gatheringKinds)
export type GatheringKind = z.infer<typeof GatheringKind>

/** Of one group, or of all: how many took part at least once together with others, and how many did not. */
export const TookPart = z.object({ group: z.union([Group, z.literal('all')]), took: Shown, not: Shown, share: Estimate })
export type TookPart = z.infer<typeof TookPart>
export const whoBy = ['community', 'homeCounty'] as const

export const TiesQuarter = z.object({
  /** 2026-Q3 */
  period: z.string(),
  /** Everybody with an account, by what they say they are. */
  people: z.array(TookPart),
  gatherings: z.int(),
  /** A gathering is mixed when each group is at least this part of everybody there. */
  mixedPercent: z.int(),
  test: z.union([
    z.object({
      kind: z.literal('compared'),
      permutations: z.int(),
      mixed: Compared,
      bridging: Compared,
      /** As many pairs as there could be; null where a group's people are not shown. */
      possiblePairs: z.nullable(z.int()),
    }),
    z.object({ kind: z.literal('tooLittle'), needs: z.object({ gatherings: z.int(), people: z.int() }) }),
  ]),
  kinds: z.array(
    z.object({
      kind: GatheringKind,
      gatherings: z.int(),
      /** Those mixed, and how many chance gives; few where a kind is too small to be told. */
      mixed: ShownFigure,
      expectedMixed: ShownFigure,
    }),
  ),
  /** Who takes part, by where people live (both groups) and by the county they named (all together); null is "did not say", of counties also one that few named. */
  who: z.array(z.object({ by: z.enum(whoBy), rows: z.array(z.object({ name: z.nullable(Text), groups: z.array(TookPart) })) })),
})
export type TiesQuarter = z.infer<typeof TiesQuarter>

export const readTies = operation({
  id: 'insight.ties.read',
  method: 'GET',
  path: '/api/v1/insight/ties',
  post: 'anyone',
  summary: 'Whether both groups do things together more or less than chance would have it, by finished quarter (M32)',
  reply: z.object({
    /** The newest first. */
    quarters: z.array(TiesQuarter),
    next: z.object({ period: z.string(), shownFrom: Day }),
  }),
})
