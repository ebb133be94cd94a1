import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text } from '../values.ts'
import { Estimate, FigurePeriod, GroupFigure, Measure } from './indicators.ts'

/** A street as the city knows it, in the order of the city's register: never in the order of a figure. */
export const CityStreet = z.object({
  id: Id,
  cell: z.string(),
  name: Text,
  /** Its square of the schematic map; null until somebody gave it one. */
  square: z.nullable(z.object({ column: z.int(), row: z.int() })),
  /** When it was last heard of, where that is too long ago; null while it is there. */
  missingSince: z.nullable(Moment),
  /** The last month it handed over. */
  lastMonth: z.nullable(FigurePeriod),
})
export type CityStreet = z.infer<typeof CityStreet>

/** One group's figure: added up from shown counts only. */
export const CityGroup = z.object({
  group: GroupFigure.shape.group,
  value: Estimate,
  /** How many were so, and of how many; of a count, a sum or a mean only how many. */
  n: z.nullable(z.int()),
  of: z.nullable(z.int()),
})
export type CityGroup = z.infer<typeof CityGroup>

const Figures = z.object({
  groups: z.array(CityGroup),
  /** Newcomers' share less locals', where both are shown. */
  gap: z.nullable(Estimate),
})

export const CityMeasure = z.object({
  /** `indicator.measure` */
  key: z.string(),
  indicator: z.object({ key: z.string(), number: z.int(), title: Text }),
  kind: Measure.shape.kind,
  byGroup: z.boolean(),
  title: Text,
  unit: Text,
})
export type CityMeasure = z.infer<typeof CityMeasure>

export const readCity = operation({
  id: 'insight.city.read',
  method: 'GET',
  path: '/api/v1/city',
  post: 'anyone',
  summary: 'The streets of the city, which of them are missing, and every measure of a month added up over those that are there (M34)',
  query: z.object({ month: z.optional(FigurePeriod) }),
  reply: z.object({
    /** False where this installation belongs to no city. */
    connected: z.boolean(),
    /** Null while no street has handed a month over. */
    month: z.nullable(FigurePeriod),
    /** Newest first. */
    months: z.array(FigurePeriod),
    streets: z.array(CityStreet),
    cells: z.array(z.object({ name: z.string(), streets: z.int(), missing: z.int(), missingSince: z.nullable(Moment) })),
    /** `streets`: how many of them have a part in it. */
    measures: z.array(z.object({ ...CityMeasure.shape, ...Figures.shape, streets: z.int() })),
  }),
})

/** A street in a month of one measure. `notYet`: it has not handed the month over. */
export const CityLine = z.object({
  ...Figures.shape,
  street: Id,
  handedOver: z.boolean(),
  /** The share it would have with the city's composition; null where the measure knows no groups. */
  standardised: z.nullable(Estimate),
  /** The months up to this one, oldest first: the value of each group, null where too few or not handed over. */
  trend: z.array(z.object({ month: FigurePeriod, values: z.array(z.nullable(z.number())) })),
})
export type CityLine = z.infer<typeof CityLine>

export const readCityMeasure = operation({
  id: 'insight.city.measure',
  method: 'GET',
  path: '/api/v1/city/measures/:measure',
  post: 'anyone',
  summary:
    'One measure in every street, side by side in the order of the register: both groups, the gap, and the share with the city’s composition',
  params: z.object({ measure: z.string().check(z.regex(/^[a-z][A-Za-z]{1,40}\.[a-z][A-Za-z0-9]{1,40}$/)) }),
  query: z.object({ month: z.optional(FigurePeriod) }),
  reply: z.object({
    ...CityMeasure.shape,
    says: Text,
    saysNot: Text,
    bias: Text,
    month: FigurePeriod,
    months: z.array(FigurePeriod),
    groups: z.array(GroupFigure.shape.group),
    /** The part of each group among all who were counted, by which the shares are weighted. */
    weights: z.nullable(z.object({ newcomer: z.number(), local: z.number() })),
    city: z.object({ ...Figures.shape, streets: z.int() }),
    streets: z.array(CityLine),
  }),
})
