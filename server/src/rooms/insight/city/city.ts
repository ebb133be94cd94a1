import type { CityLine, CityMeasure, CityStreet, readCity, readCityMeasure } from '@ronghe/contract/insight/city.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { CityDatabase } from '../../../platform/city/city-database.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { indicators } from '../indicators/all.ts'
import type { Indicator, Measure, Words } from '../indicators/definition.ts'
import { speaker } from '../indicators/indicators.ts'
import { addUp, cityWeights, estimateOf, figuresOf, groupsOf, standardisedOf, type ByGroup } from './city-figures.ts'
import { readFigures, readHandedOver, readMonths, readStreets, rollUp, type FigureRow, type StreetRow } from './city-rows.ts'
import { measureName } from './street-figures.ts'

/** A sign of life comes every five minutes; half an hour without one is no hiccup any more. */
const missingAfterMs = 30 * 60_000
/** So many months make a trend. */
const trendMonths = 12

/** The city at one glance: which streets are there, and a month of every measure added up over them. */
export async function describeCity(deed: Deed, { month: wanted }: QueryOf<typeof readCity>): Promise<ReplyOf<typeof readCity>> {
  const { city } = deed.platform
  if (!city) return { connected: false, month: null, months: [], streets: [], cells: [], measures: [] }
  const [rows, months] = [await readStreets(city), await readMonths(city)]
  const month = wanted ?? months[0] ?? null
  if (month !== null && !months.includes(month)) throw notFound('figure')
  const streets = rows.map((row) => toStreet(row, deed.now))
  return {
    connected: true,
    month,
    months: [...months],
    streets,
    cells: cellsOf(streets),
    measures: month === null ? [] : await sums(deed, city, month),
  }
}

/** One measure in every street, side by side. The order is the register's, whatever the figures are. */
export async function describeMeasure(
  deed: Deed,
  key: string,
  { month: wanted }: QueryOf<typeof readCityMeasure>,
): Promise<ReplyOf<typeof readCityMeasure>> {
  const { city } = deed.platform
  const [indicator, measure] = findMeasure(key)
  if (!city) throw notFound('figure')
  const months = await readMonths(city)
  const month = wanted ?? months[0]
  if (month === undefined || !months.includes(month)) throw notFound('figure')
  const span = months.slice(months.indexOf(month)).slice(0, trendMonths).toReversed()
  const streets = await readStreets(city)
  const byStreet = Map.groupBy(await readFigures(city, key, span), ({ street_id }) => street_id)
  const handedOver = await readHandedOver(city, month)
  const here = streets.map(({ id }) => inMonth(byStreet.get(id) ?? [], month))
  const weights = cityWeights(measure, here)
  const spoken = await speaker(deed)
  return {
    ...toMeasure(indicator, measure, spoken),
    says: spoken(measure.says),
    saysNot: spoken(measure.saysNot),
    bias: spoken(measure.bias),
    month,
    months: [...months],
    groups: [...groupsOf(measure)],
    weights,
    city: { ...figuresOf(measure, addUp(here)), streets: here.filter(({ size }) => size > 0).length },
    streets: streets.map(({ id }, place): CityLine => ({
      street: id,
      handedOver: handedOver.has(id),
      ...figuresOf(measure, here[place]!),
      standardised: standardisedOf(here[place]!, weights),
      trend: trendOf(measure, byStreet.get(id) ?? [], span),
    })),
  }
}

async function sums(deed: Deed, city: CityDatabase, month: string): Promise<ReplyOf<typeof readCity>['measures']> {
  const byMeasure = Map.groupBy(await rollUp(city, month), ({ measure }) => measure)
  const spoken = await speaker(deed)
  return indicators.flatMap((indicator) =>
    indicator.measures.flatMap((measure) => {
      const rows = byMeasure.get(measureName(indicator, measure))
      if (!rows) return []
      const byGroup: ByGroup = new Map(rows.map((row) => [row.grp, row]))
      const streets = Math.max(...rows.map((row) => row.streets))
      return [{ ...toMeasure(indicator, measure, spoken), ...figuresOf(measure, byGroup), streets }]
    }),
  )
}

function findMeasure(key: string): readonly [Indicator, Measure] {
  for (const indicator of indicators)
    for (const measure of indicator.measures)
      if (measureName(indicator, measure) === key && measure.kind !== 'spread') return [indicator, measure]
  throw notFound('figure')
}

const toMeasure = (indicator: Indicator, measure: Measure, spoken: (words: Words) => Words): CityMeasure => ({
  key: measureName(indicator, measure),
  indicator: { key: indicator.key, number: indicator.number, title: spoken(indicator.title) },
  kind: measure.kind,
  byGroup: measure.byGroup,
  title: spoken(measure.title),
  unit: spoken(measure.unit),
})

const toStreet = ({ id, cell, name, map_column, map_row, seen_at, last_month }: StreetRow, now: Date): CityStreet => ({
  id,
  cell,
  name,
  square: map_column === null || map_row === null ? null : { column: map_column, row: map_row },
  missingSince: now.getTime() - seen_at.getTime() > missingAfterMs ? seen_at.toISOString() : null,
  lastMonth: last_month,
})

/** A cell none of whose streets is heard of is missing itself, since it was last heard of at all. */
const cellsOf = (streets: readonly CityStreet[]): ReplyOf<typeof readCity>['cells'] =>
  [...Map.groupBy(streets, ({ cell }) => cell)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, own]) => {
      const missing = own.flatMap(({ missingSince }) => missingSince ?? [])
      return {
        name,
        streets: own.length,
        missing: missing.length,
        missingSince: missing.length === own.length ? missing.toSorted().at(-1)! : null,
      }
    })

const inMonth = (rows: readonly FigureRow[], month: string): ByGroup =>
  new Map(rows.filter((row) => row.month === month).map((row) => [row.grp, row]))

const trendOf = (measure: Measure, rows: readonly FigureRow[], months: readonly string[]): CityLine['trend'] =>
  months.map((month) => {
    const byGroup = inMonth(rows, month)
    const values = groupsOf(measure).map((group) => estimateOf(measure.kind, byGroup.get(group)))
    return { month, values: values.map((value) => (value.kind === 'shown' ? value.value : null)) }
  })
