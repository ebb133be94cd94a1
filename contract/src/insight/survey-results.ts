import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Group, Id, Text } from '../values.ts'
import { Estimate } from './indicators.ts'
import { AskedOf, Choices } from './survey-scales.ts'

/** From so many answers of each group on, a gap and a change are told (08, Survey). */
export const fewestForGap = 30

const ByGroup = z.array(z.object({ group: Group, value: Estimate }))
export type ByGroup = z.infer<typeof ByGroup>

/**
 * One mean less another, in steps of the answers, with the 95 % interval; `p` is corrected for everything that is tried beside it (Holm), `effect` is in
 * standard deviations (Hedges). `notEnough`: one of the two has fewer than thirty answers.
 */
export const Contrast = z.union([
  z.object({
    kind: z.literal('shown'),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    p: z.number(),
    effect: z.nullable(z.number()),
    /** Whether `p` is below 0.05: more than chance would bring about. */
    clear: z.boolean(),
  }),
  z.object({ kind: z.literal('notEnough') }),
])
export type Contrast = z.infer<typeof Contrast>

/** A scale, or a question that is read by itself. */
export const SurveyMeasure = z.object({
  id: z.string(),
  name: Text,
  about: Text,
  says: Text,
  saysNot: Text,
  source: z.string(),
  choices: Choices,
  asks: AskedOf,
  /** Mean of 1 to 5; reversed items turned. */
  groups: ByGroup,
  /** Newcomers less locals; null where only one of them is asked. */
  gap: z.nullable(Contrast),
  /** Since the wave before; empty where this was not asked then. */
  changes: z.array(z.object({ group: Group, change: Contrast })),
  /** The waves up to this one that asked it, oldest first. */
  history: z.array(z.object({ waveId: Id, closedOn: Day, groups: ByGroup })),
  communities: z.array(z.object({ id: Id, name: Text, groups: ByGroup })),
  /** How many of a hundred agree (4 or 5), as it was worded; of a question read by itself there is the one. */
  questions: z.array(z.object({ id: z.string(), text: Text, reversed: z.boolean(), groups: ByGroup })),
})
export type SurveyMeasure = z.infer<typeof SurveyMeasure>

export const WaveHead = z.object({ id: Id, title: Text, opensOn: Day, closedOn: Day })

export const WaveResult = z.object({
  wave: WaveHead,
  /** Whose answers the figures are made of. A group of fewer than ten is not shown, and is in no sum beside it. */
  people: z.array(z.object({ group: Group, count: Shown })),
  response: z.object({
    doors: z.int(),
    /** RR1 (AAPOR), a share; rounded down to whole steps, so that it tells of no door. Null where no door could answer. */
    atLeast: z.nullable(z.number()),
    /** The width of the steps. */
    step: z.number(),
  }),
  /** By how many points a share can be off by chance, of each group; few where its people are. */
  margins: ByGroup,
  /** How much the weights widen the variance (Kish). */
  designEffects: ByGroup,
  /** Which public count the answers are weighted to; null where there was none, and every answer counts alike. */
  weightedTo: z.nullable(z.object({ countedOn: Day, source: z.string() })),
  measures: z.array(SurveyMeasure),
  /** What came in without a letter: a series of its own, no sample, without interval. */
  open: z.nullable(
    z.object({
      people: z.array(z.object({ group: Group, count: Shown })),
      measures: z.array(z.object({ id: z.string(), name: Text, groups: ByGroup })),
    }),
  ),
})
export type WaveResult = z.infer<typeof WaveResult>

export const readSurveyResults = operation({
  id: 'insight.survey.results',
  method: 'GET',
  path: '/api/v1/insight/survey',
  post: 'anyone',
  summary:
    'What the survey says: both groups and the gap by scale, with intervals, response rate and margin; the latest closed wave or the one asked for',
  query: z.object({ waveId: z.optional(Id) }),
  reply: z.object({ waves: z.array(WaveHead), result: z.nullable(WaveResult) }),
})

/** How well the items of a scale hang together, in one group. */
export const Reliability = z.object({
  group: Group,
  value: z.union([
    z.object({
      kind: z.literal('shown'),
      /** Cronbach, with the interval of Feldt. */
      alpha: z.number(),
      low: z.number(),
      high: z.number(),
      /** McDonald, one factor; null for two items. */
      omega: z.nullable(z.number()),
    }),
    z.object({ kind: z.literal('notEnough') }),
  ]),
})
export type Reliability = z.infer<typeof Reliability>

export const readSurveyMethod = operation({
  id: 'insight.survey.method',
  method: 'GET',
  path: '/api/v1/insight/survey/:waveId/method',
  post: 'insight.read',
  summary: 'How a wave was weighted, cell by cell, and how reliable its scales are',
  params: z.object({ waveId: Id }),
  reply: z.object({
    wave: WaveHead,
    weightedTo: z.nullable(z.object({ countedOn: Day, source: z.string() })),
    /** Lanes of one weight. */
    cells: z.array(
      z.object({
        group: Group,
        lanes: z.array(Text),
        respondents: Shown,
        population: z.int(),
        /** So many people one answer stands for. */
        weight: z.nullable(z.number()),
      }),
    ),
    /** Answers whose weight was cut to `most` times the mean of their group. */
    trimmed: z.object({ most: z.number(), any: z.boolean() }),
    designEffects: ByGroup,
    scales: z.array(z.object({ id: z.string(), name: Text, items: z.int(), reliability: z.array(Reliability) })),
  }),
})
