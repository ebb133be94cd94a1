import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Group, Id, Text } from '../values.ts'
import { FigurePeriod, IndicatorHead, IndicatorKey, Measure } from './indicators.ts'

/** One published number: of the whole street and a month or year, or of a community or organ and a quarter or year. `few` is too few to show. */
export const OpenRow = z.object({
  indicator: IndicatorKey,
  measure: z.string(),
  period: FigurePeriod,
  place: z.enum(['street', 'community', 'organ']),
  placeId: z.nullable(Id),
  placeName: z.nullable(Text),
  group: z.union([Group, z.literal('all'), z.literal('gap')]),
  /** `value` is the figure itself; otherwise a part of it, such as `yes`. */
  part: z.string(),
  number: z.union([z.number(), z.literal('few')]),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
})
export type OpenRow = z.infer<typeof OpenRow>

export const NoisyFigure = z.object({
  indicator: IndicatorKey,
  measure: z.string(),
  title: Text,
  period: FigurePeriod,
  epsilonPercent: z.int(),
  releasedOn: Day,
  rows: z.array(
    z.object({
      placeId: z.nullable(Id),
      placeName: z.nullable(Text),
      group: z.union([Group, z.literal('all')]),
      part: z.string(),
      /** With noise: may be below zero, and is right on average only. */
      count: z.int(),
    }),
  ),
})
export type NoisyFigure = z.infer<typeof NoisyFigure>

export const openFigures = operation({
  id: 'insight.open-data.figures',
  method: 'GET',
  path: '/open-data/figures.json',
  post: 'anyone',
  summary: 'Every published figure, suppressed as on the pages (D7)',
  reply: z.object({ street: Text, readOn: Day, figures: z.array(OpenRow) }),
})
export const openFiguresSheet = operation({
  id: 'insight.open-data.figures-sheet',
  method: 'GET',
  path: '/open-data/figures.csv',
  post: 'anyone',
  summary: 'Every published figure as a table',
  media: { reply: 'text/csv' },
})
export const openDictionary = operation({
  id: 'insight.open-data.dictionary',
  method: 'GET',
  path: '/open-data/dictionary.json',
  post: 'anyone',
  summary: 'What each figure means: from the same definitions that count it',
  reply: z.object({
    columns: z.array(z.object({ name: z.string(), means: Text })),
    indicators: z.array(z.object({ ...IndicatorHead.shape, measures: z.array(Measure) })),
  }),
})
export const openDictionarySheet = operation({
  id: 'insight.open-data.dictionary-sheet',
  method: 'GET',
  path: '/open-data/dictionary.csv',
  post: 'anyone',
  summary: 'The data dictionary as a table',
  media: { reply: 'text/csv' },
})
export const noisyFigures = operation({
  id: 'insight.open-data.noisy',
  method: 'GET',
  path: '/open-data/noisy.json',
  post: 'anyone',
  summary: 'Figures of communities with noise, and how strong it is',
  reply: z.object({ figures: z.array(NoisyFigure) }),
})

const Budget = z.object({ year: z.string(), percent: z.int(), spent: z.int() })

export const readRelease = operation({
  id: 'insight.open-data.release-read',
  method: 'GET',
  path: '/api/v1/insight/noisy-figures',
  post: 'insight.open-data.release',
  summary: 'What the privacy budget of the year has left, and which figures could be released with noise',
  reply: z.object({
    budget: Budget,
    releasable: z.array(z.object({ indicator: IndicatorKey, measure: z.string(), title: Text, periods: z.array(FigurePeriod) })),
    released: z.array(NoisyFigure),
  }),
})
export const releaseNoisy = operation({
  id: 'insight.open-data.release',
  method: 'POST',
  path: '/api/v1/insight/noisy-figures',
  post: 'insight.open-data.release',
  summary: 'Publishes one figure of a quarter with noise, once and for good, and spends the budget',
  body: z.object({
    indicator: IndicatorKey,
    measure: z.string().check(z.maxLength(60)),
    period: FigurePeriod,
    epsilonPercent: z.int().check(z.gte(5), z.lte(100)),
  }),
  status: 201,
  reply: z.object({ figure: NoisyFigure, budget: Budget }),
})
