import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Group, Id, Text } from '../values.ts'

/** The boxes of the study's figure (M29); `house` holds what concerns the house itself: data care, load. */
export const boxes = [
  'organisationEmbedding',
  'memberEmbedding',
  'management',
  'service',
  'resources',
  'values',
  'outcome',
  'house',
] as const
export const Box = z.enum(boxes)
export type Box = (typeof boxes)[number]

export const IndicatorKey = z.string().check(z.regex(/^[a-z][A-Za-z]{1,40}$/))
/** 2026-11, 2026-Q3 or 2026. */
export const FigurePeriod = z.string().check(z.regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/))

/** With an interval that would hold the true value 95 times of 100 if what happened were a sample of what could have; few where too few. */
export const Estimate = z.union([
  z.object({ kind: z.literal('shown'), value: z.number(), low: z.nullable(z.number()), high: z.nullable(z.number()) }),
  z.object({ kind: z.literal('few') }),
])
export type Estimate = z.infer<typeof Estimate>

/** One group's figure: the estimate and the counts it is made of. */
export const GroupFigure = z.object({
  group: z.union([Group, z.literal('all')]),
  /** The share, the sum, the mean or the median; of a count how many. */
  value: Estimate,
  /** Of a spread: nine of ten are at or below it. */
  p90: z.optional(ShownFigure),
  /** How many in all it is made of. */
  of: Shown,
  /** How many of each part; for a share `yes` and `no`. Of a mean that is told by part, the part's own value with it. */
  parts: z.array(z.object({ part: z.string(), count: Shown, value: z.optional(Estimate) })),
})
export type GroupFigure = z.infer<typeof GroupFigure>

export const PeriodFigure = z.object({
  period: FigurePeriod,
  groups: z.array(GroupFigure),
  /** Newcomers' share less locals', in points of a share; only of shares told by group. */
  gap: z.nullable(Estimate),
  /** Newcomers' share over locals', with its interval; only where the measure compares so. */
  ratio: z.optional(Estimate),
  /** Parts of the period that were too few to show and are not in its figure: months of a quarter, quarters of a year. */
  leftOut: z.int(),
})
export type PeriodFigure = z.infer<typeof PeriodFigure>

export const Measure = z.object({
  key: z.string(),
  kind: z.enum(['share', 'count', 'spread', 'sum', 'mean']),
  /** How long the periods under `months` are. */
  every: z.enum(['month', 'quarter', 'year']),
  byGroup: z.boolean(),
  unit: Text,
  title: Text,
  says: Text,
  saysNot: Text,
  numerator: Text,
  denominator: z.nullable(Text),
  source: Text,
  bias: Text,
  parts: z.array(z.object({ part: z.string(), name: Text })),
  places: z.array(z.enum(['community', 'organ'])),
  /** Why it is shown however small; null where everything small is hidden (D7). */
  exempt: z.nullable(z.string()),
})
export type Measure = z.infer<typeof Measure>

export const IndicatorHead = z.object({ key: IndicatorKey, number: z.int(), box: Box, title: Text })

/** One group of indicators over the months, whole street. */
export const IndicatorPage = z.object({
  ...IndicatorHead.shape,
  measures: z.array(z.object({ ...Measure.shape, months: z.array(PeriodFigure), years: z.array(PeriodFigure) })),
  /** The next month, and from which day on it is shown. */
  next: z.object({ period: FigurePeriod, shownFrom: Day }),
})
export type IndicatorPage = z.infer<typeof IndicatorPage>

export const listIndicators = operation({
  id: 'insight.indicators.list',
  method: 'GET',
  path: '/api/v1/insight/indicators',
  post: 'anyone',
  summary: 'The data dictionary: every indicator with its measures, formula, source and known bias',
  reply: z.object({ indicators: z.array(z.object({ ...IndicatorHead.shape, measures: z.array(Measure) })) }),
})

export const readIndicator = operation({
  id: 'insight.indicators.read',
  method: 'GET',
  path: '/api/v1/insight/indicators/:key',
  post: 'anyone',
  summary: 'An indicator of the whole street by month and year, both groups and the gap, with interval and counts (M30)',
  params: z.object({ key: IndicatorKey }),
  reply: IndicatorPage,
})

/** Places are told for finished quarters and, added up, for years; never for a month, and never below a community or an organ. */
export const readPlaces = operation({
  id: 'insight.indicators.places',
  method: 'GET',
  path: '/api/v1/insight/indicators/:key/places',
  post: 'anyone',
  summary: 'A measure by community or organ, for a finished quarter or a year',
  params: z.object({ key: IndicatorKey }),
  query: z.object({ measure: z.string().check(z.maxLength(60)), by: z.enum(['community', 'organ']), period: z.optional(FigurePeriod) }),
  reply: z.object({
    periods: z.array(FigurePeriod),
    period: z.nullable(FigurePeriod),
    places: z.array(z.object({ id: z.nullable(Id), name: z.nullable(Text), ...PeriodFigure.shape })),
  }),
})
