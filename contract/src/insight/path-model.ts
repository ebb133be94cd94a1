import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Text } from '../values.ts'
import { IndicatorKey } from './indicators.ts'

/** The boxes of the study's figure that arrows lead to and from. */
export const pathBoxes = ['organisationEmbedding', 'memberEmbedding', 'management', 'service', 'resources', 'values', 'outcome'] as const
export const PathBox = z.enum(pathBoxes)
export type PathBox = (typeof pathBoxes)[number]

const arrow = { from: PathBox, to: PathBox }
/** Why the arrow is there: all fixed before any number (08, Figures). */
export const PathArrow = z.object({ ...arrow, because: z.enum(['embedding', 'precondition', 'means', 'outcome']) })
export type PathArrow = z.infer<typeof PathArrow>

/** Rounded to two decimals: standard deviations of the one for a standard deviation of the other. */
const WithInterval = z.object({ value: z.number(), low: z.number(), high: z.number() })

/** What stands for a box, and why that. */
export const PathMeasure = z.object({
  box: PathBox,
  /** Null for what is asked in the survey. */
  indicator: z.nullable(IndicatorKey),
  title: Text,
  because: Text,
})
export type PathMeasure = z.infer<typeof PathMeasure>

export const PathEstimate = z.object({
  kind: z.literal('estimated'),
  units: z.int(),
  /** Places that were drawn whole for the intervals; null where there were too few places and units were drawn one by one. */
  places: z.nullable(z.int()),
  resamples: z.int(),
  coefficients: z.array(z.object({ ...arrow, ...WithInterval.shape })),
  /** Ways of two arrows and more, added up. */
  indirect: z.array(z.object({ ...arrow, ...WithInterval.shape })),
  equations: z.array(
    z.object({
      box: PathBox,
      r2: z.number(),
      /** The causes that go together so much that they can hardly be told apart: variance inflation above 10. */
      entangled: z.array(PathBox),
      /** Of the residuals, Jarque and Bera. */
      normalP: z.number(),
      /** Units with a Cook's distance above 4 / n; never which. */
      influential: z.int(),
    }),
  ),
  fit: z.nullable(
    z.object({
      chiSquare: z.number(),
      df: z.int(),
      p: z.nullable(z.number()),
      cfi: z.number(),
      tli: z.nullable(z.number()),
      rmsea: z.nullable(WithInterval),
      srmr: z.number(),
      /** Shipley's test of every arrow left out. */
      separationP: z.nullable(z.number()),
    }),
  ),
})
export type PathEstimate = z.infer<typeof PathEstimate>

export const PathState = z.union([
  z.object({
    kind: z.literal('tooLittle'),
    units: z.int(),
    needed: z.int(),
    missing: z.int(),
    coefficients: z.int(),
    /** Complete units of a wave on average, and by when there would be enough if waves go on so; null while nobody can tell. */
    pace: z.nullable(z.object({ perWave: z.number(), days: z.int(), waves: z.int(), enoughOn: z.nullable(Day) })),
  }),
  /** Something changed today; the night works it out. */
  z.object({ kind: z.literal('tonight') }),
  /** Did not vary, or cannot be told apart. */
  z.object({ kind: z.enum(['still', 'together']), units: z.int(), boxes: z.array(PathBox) }),
  PathEstimate,
])
export type PathState = z.infer<typeof PathState>

export const readPathModel = operation({
  id: 'insight.path-model.read',
  method: 'GET',
  path: '/api/v1/insight/path-model',
  post: 'anyone',
  summary:
    'From embedding over integration to what neighbours say: the arrows fixed in advance, and along them standardised coefficients with intervals, fit and doubts, or how much data is missing (M33)',
  reply: z.object({
    arrows: z.array(PathArrow),
    measures: z.array(PathMeasure),
    /** Finished waves, oldest first; a unit is a community in a wave. */
    waves: z.array(
      z.object({
        title: Text,
        closedOn: Day,
        communities: z.int(),
        complete: z.int(),
        /** Why the others are not complete: the first reason of each that holds. */
        noAnswers: z.int(),
        notYet: z.int(),
        few: z.int(),
      }),
    ),
    state: PathState,
    /** When it was worked out; null before the first wave. */
    madeOn: z.nullable(Day),
  }),
})

export const readCityPathModel = operation({
  id: 'insight.path-model.city',
  method: 'GET',
  path: '/api/v1/city/path-model',
  post: 'anyone',
  summary: 'The same arrows over streets and their waves, from what streets show of themselves; never one street (M34)',
  reply: z.object({
    /** False where this installation belongs to no city. */
    connected: z.boolean(),
    arrows: z.array(PathArrow),
    measures: z.array(PathMeasure),
    /** Waves of streets that showed both groups' closeness, and how many of them are complete. */
    waves: z.object({ seen: z.int(), complete: z.int() }),
    state: PathState,
  }),
})
