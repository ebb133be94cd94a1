import type {
  IndicatorPage,
  listIndicators as listing,
  Measure as MeasureWords,
  PeriodFigure,
  readPlaces as placing,
} from '@ronghe/contract/insight/indicators.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Settings } from '@ronghe/contract/programme/settings.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { periodOf } from '../../../platform/calendar/periods.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { exemptionOf } from '../../../platform/privacy/exemptions.ts'
import { nextShown } from '../../../platform/privacy/frozen-figures.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { today } from '../../programme/posts.ts'
import { indicators } from './all.ts'
import type { Indicator, Measure, RoomPeriod, ShownCells, Words } from './definition.ts'
import { frozenIndicator, monthsOf, roomPeriodsOf, type FrozenMonth } from './frozen-indicators.ts'
import { addUp, figureOf, isWhole, showMonth, showQuarter } from './publication.ts'

/** The definitions themselves, in the street's words: the data dictionary. */
export async function listIndicators(deed: Deed): Promise<ReplyOf<typeof listing>> {
  const spoken = await speaker(deed)
  const modules = await setting(deed, 'modules')
  const described: ReplyOf<typeof listing>['indicators'] = []
  for (const { key, number, box, title, measures } of indicators)
    described.push({
      key,
      number,
      box,
      title: spoken(title),
      measures: (await withParts(deed, measuresTold(measures, modules))).map((measure) => describe(measure, spoken)),
    })
  return { indicators: described }
}

/** Without those about an organ that the street does not run (D10). */
export const measuresTold = (measures: readonly Measure[], modules: Settings['modules']): readonly Measure[] =>
  measures.filter(({ about }) => about === undefined || modules[about])

/** Parts that are things of the street get their names here. */
async function withParts(deed: Deed, measures: readonly Measure[]): Promise<readonly Measure[]> {
  const named: Measure[] = []
  for (const measure of measures) named.push(measure.partsOf ? { ...measure, parts: await measure.partsOf(deed) } : measure)
  return named
}

export async function readIndicator(deed: Deed, key: string): Promise<IndicatorPage> {
  const indicator = getIndicator(key)
  const spoken = await speaker(deed)
  const months = await monthsOf(deed, indicator)
  const { roundTo } = await setting(deed, 'figures')
  const ofRooms = await roomPeriodsOf(deed, indicator)
  return {
    key,
    number: indicator.number,
    box: indicator.box,
    title: spoken(indicator.title),
    measures: (await withParts(deed, measuresTold(indicator.measures, await setting(deed, 'modules')))).map((measure) => ({
      ...describe(measure, spoken),
      ...figuresOf(measure, ofRooms.get(measure.key) ?? shownMonths(measure, months, roundTo)),
    })),
    next: toNext(nextShown(frozenIndicator(indicator), today(deed))),
  }
}

const toNext = ({ period, shownFrom }: { period: string; shownFrom: string }) => ({ period, shownFrom })

/** The whole street, month by month; a month before the measure was counted is not there. */
export const monthFigures = (measure: Measure, months: readonly FrozenMonth[], roundTo = 1): PeriodFigure[] =>
  shownMonths(measure, months, roundTo).map(({ period, cells }) => figureOf(measure, period, cells))

const shownMonths = (measure: Measure, months: readonly FrozenMonth[], roundTo: number): RoomPeriod[] =>
  months.flatMap(({ period, counts }) =>
    counts[measure.key] ? [{ period, cells: showMonth(measure, counts[measure.key]!, roundTo) }] : [],
  )

const figuresOf = (measure: Measure, periods: readonly RoomPeriod[]) => ({
  months: periods.map(({ period, cells, gap }) => figureOf(measure, period, cells, { gap })),
  years: measure.stock ? [] : yearFigures(measure, periods),
})

function yearFigures(measure: Measure, periods: readonly RoomPeriod[]): PeriodFigure[] {
  const byYear = Map.groupBy(periods, ({ period }) => period.slice(0, 4))
  return [...byYear].map(([year, own]) => {
    const cells = own.map((month) => month.cells)
    return figureOf(measure, year, addUp(cells), { leftOut: cells.filter((month) => !isWhole(month)).length })
  })
}

/** Communities or organs, by quarter; a year is the sum of what its quarters show. */
export async function readPlaces(
  deed: Deed,
  key: string,
  { measure: wanted, by, period }: QueryOf<typeof placing>,
): Promise<ReplyOf<typeof placing>> {
  const measure = getIndicator(key).measures.find((one) => one.key === wanted)
  if (!measure?.places.includes(by)) throw notFound('figure')
  const quarters = quartersOf(measure, await monthsOf(deed, getIndicator(key)))
  const years = [...new Set([...quarters.keys()].map((quarter) => quarter.slice(0, 4)))]
  const periods = [...quarters.keys(), ...years].toSorted().toReversed()
  const chosen = period ?? [...quarters.keys()].at(-1) ?? null
  if (chosen === null) return { periods, period: null, places: [] }
  if (!periods.includes(chosen)) throw notFound('figure')
  const { roundTo } = await setting(deed, 'figures')
  const parts = [...quarters]
    .filter(([quarter]) => quarter === chosen || quarter.slice(0, 4) === chosen)
    .map(([, months]) => showQuarter(measure, months, by, roundTo))
  const names = await placeNames(deed, by)
  const ids = [...new Set(parts.flatMap(({ places }) => [...places.keys()]))]
  const leftOut = parts.reduce((sum, part) => sum + part.leftOut, 0)
  const amounts = parts.every(({ whole }) => whole)
  return {
    periods,
    period: chosen,
    places: [...names]
      .filter(([id]) => ids.includes(id))
      .map(([id, name]) => ({ id, name, ...figureOf(measure, chosen, placeCells(parts, id), { leftOut, amounts }) })),
  }
}

const placeCells = (parts: readonly { readonly places: ReadonlyMap<string | null, readonly ShownCells[]> }[], id: string | null) => {
  const own = parts.flatMap(({ places }) => (places.has(id) ? [places.get(id)!] : []))
  return own.length === 1 ? own[0]! : addUp(own)
}

/** Finished quarters, all months of which are frozen. */
export function quartersOf(
  measure: Measure,
  months: readonly FrozenMonth[],
): ReadonlyMap<string, readonly { period: string; lines: FrozenMonth['counts'][string] }[]> {
  const own = months.flatMap(({ period, counts }) => (counts[measure.key] ? [{ period, lines: counts[measure.key]! }] : []))
  const last = months.at(-1)?.period
  const byQuarter = Map.groupBy(own, ({ period }) => periodOf(`${period}-01`, 'quarter'))
  return new Map(
    [...byQuarter].filter(
      ([quarter]) => (last !== undefined && periodOf(`${last}-01`, 'quarter') > quarter) || byQuarter.get(quarter)!.length === 3,
    ),
  )
}

/** In the order in which the street lists them, never by a figure; what has no place comes last. */
export async function placeNames(deed: Deed, by: 'community' | 'organ'): Promise<ReadonlyMap<string | null, Text | null>> {
  const rows =
    by === 'community'
      ? await deed.tx
          .selectFrom('community')
          .select(['id', 'name'])
          .where('street_id', '=', deed.street.id)
          .orderBy('position')
          .orderBy('id')
          .execute()
      : await deed.tx
          .selectFrom('organ')
          .select(['id', 'name'])
          .where('street_id', '=', deed.street.id)
          .where('kind', '<>', 'branch')
          .orderBy('kind')
          .orderBy('started_on')
          .orderBy('id')
          .execute()
  return new Map<string | null, Text | null>([...rows.map(({ id, name }) => [id, name as Text] as const), [null, null]])
}

export function getIndicator(key: string): Indicator {
  const indicator = indicators.find((one) => one.key === key)
  if (!indicator) throw notFound('figure')
  return indicator
}

function describe(measure: Measure, spoken: (words: Words) => Words): MeasureWords {
  const { key, kind, byGroup, parts, places, exempt } = measure
  return {
    key,
    kind,
    every: measure.every ?? 'month',
    byGroup,
    places: [...places],
    unit: spoken(measure.unit),
    title: spoken(measure.title),
    says: spoken(measure.says),
    saysNot: spoken(measure.saysNot),
    numerator: spoken(measure.numerator),
    denominator: measure.denominator && spoken(measure.denominator),
    source: spoken(measure.source),
    bias: spoken(measure.bias),
    parts: Object.entries(parts ?? {}).map(([part, name]) => ({ part, name: spoken(name) })),
    exempt: exempt === undefined ? null : exemptionOf(exempt)!.why,
  }
}

/** Says words with the street's own names of the two groups. */
export async function speaker(deed: Deed): Promise<(words: Words) => Words> {
  const { newcomer, local } = await setting(deed, 'groupNames')
  const fill = (text: string, language: 'zh-CN' | 'en') =>
    text.replaceAll('{newcomers}', newcomer[language] || newcomer['zh-CN']).replaceAll('{locals}', local[language] || local['zh-CN'])
  return (words) => ({ 'zh-CN': fill(words['zh-CN'], 'zh-CN'), en: fill(words.en, 'en') })
}
