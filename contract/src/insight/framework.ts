import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Group, Text } from '../values.ts'
import { Box, Estimate, FigurePeriod, IndicatorHead, IndicatorKey, Measure } from './indicators.ts'

/** A figure of a box: how it stands in words, its last months, and what it means and does not. */
export const Headline = z.object({
  indicator: IndicatorKey,
  measure: z.string(),
  kind: Measure.shape.kind,
  byGroup: z.boolean(),
  title: Text,
  unit: Text,
  says: Text,
  saysNot: Text,
  /** Of the last three finished months against the three before them; of what is counted by quarter or year, one against the one before. */
  state: Text,
  /** Nothing of the last period can be shown. */
  thin: z.boolean(),
  /** `closing` and `widening` of a gap between the groups, `rising` and `falling` of a share; only where the interval of the change leaves zero out. */
  change: z.enum(['closing', 'widening', 'rising', 'falling', 'unclear', 'unknown']),
  /** The last thirteen months, or the quarters or years among them, oldest first; one before the figure was counted is not there. */
  periods: z.array(
    z.object({
      period: FigurePeriod,
      groups: z.array(z.object({ group: z.union([Group, z.literal('all')]), value: Estimate, of: Shown })),
    }),
  ),
})
export type Headline = z.infer<typeof Headline>

export const FrameworkBox = z.object({
  box: Box,
  kind: z.enum(['embedding', 'integration', 'outcome', 'house']),
  title: Text,
  /** What it is, in a sentence. */
  about: Text,
  /** The study's own word for what an integration is to the whole (08 Figures): base, precondition, means, supplement. */
  role: z.nullable(Text),
  headlines: z.array(Headline),
  indicators: z.array(IndicatorHead),
  /** How many of its figures are not shown yet for want of data, and of how many. */
  thin: z.object({ few: z.int(), of: z.int() }),
})
export type FrameworkBox = z.infer<typeof FrameworkBox>

/** How one box leads to another in the study's figure; the words are the study's, no number is claimed for any arrow. */
export const Arrow = z.object({ from: Box, to: Box, kind: z.enum(['leads', 'precondition', 'means', 'feedback']), words: Text })
export type Arrow = z.infer<typeof Arrow>

export const readFramework = operation({
  id: 'insight.framework.read',
  method: 'GET',
  path: '/api/v1/insight/framework',
  post: 'anyone',
  summary: 'The figure of the study: its boxes, how each stands in words, their trends and indicators (M29)',
  reply: z.object({
    boxes: z.array(FrameworkBox),
    arrows: z.array(Arrow),
    /** The last month that is counted; null while none is. */
    until: z.nullable(FigurePeriod),
    next: z.object({ period: FigurePeriod, shownFrom: Day }),
  }),
})

/** What could be done next: computed, with its reason and a place where one can act. */
export const Step = z.object({
  rule: z.string(),
  box: Box,
  sentence: Text,
  act: Text,
  /** Behind which door: the desk's only for whoever may act there. */
  door: z.enum(['resident', 'desk']),
  to: z.string(),
})
export type Step = z.infer<typeof Step>

export const listSteps = operation({
  id: 'insight.framework.steps',
  method: 'GET',
  path: '/api/v1/insight/steps',
  post: 'anyone',
  summary: 'What could be done next, from public acts and published figures, with links for residents',
  reply: z.object({ steps: z.array(Step) }),
})

export const readOffice = operation({
  id: 'insight.framework.office',
  method: 'GET',
  path: '/api/v1/insight/office',
  post: 'insight.read',
  summary: 'The office version: every figure in words, and what could be done next with links into the desk',
  reply: z.object({
    steps: z.array(Step),
    figures: z.array(
      z.object({
        box: Box,
        indicator: IndicatorKey,
        number: z.int(),
        measure: z.string(),
        title: Text,
        state: Text,
        change: Headline.shape.change,
      }),
    ),
  }),
})
