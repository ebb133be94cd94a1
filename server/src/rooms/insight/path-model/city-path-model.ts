import type { readCityPathModel } from '@ronghe/contract/insight/path-model.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { CityDatabase } from '../../../platform/city/city-database.ts'
import type { Deed } from '../../../platform/deed.ts'
import { readFigures, readMonths } from '../city/city-rows.ts'
import { indicators } from '../indicators/all.ts'
import { speaker } from '../indicators/indicators.ts'
import { outcomeMeasure } from './box-measures.ts'
import { cityBoxes, cityOutcome, streetWaves, type CityRow } from './city-units.ts'
import { fitStreets } from './fit-streets.ts'

type Page = ReplyOf<typeof readCityPathModel>
type Fitted = Pick<Page, 'arrows' | 'waves' | 'state'>

/** What streets hand over changes once a night; the model of it is kept as long as the newest month and the number of units stay. */
const kept = new WeakMap<CityDatabase, { readonly of: string; readonly fitted: Promise<Fitted> }>()

/** Nothing that no street hands over: as with party modules off, whatever they are here. */
const modules = { branch: false, school: true, corps: true }

export async function describeCityPathModel(deed: Deed): Promise<Page> {
  const { city } = deed.platform
  const spoken = await speaker(deed)
  const boxes = cityBoxes.map(({ box, measure: name, because }) => {
    const indicator = indicators.find(({ key }) => name.startsWith(`${key}.`))
    const measure = indicator?.measures.find(({ key }) => name === `${indicator.key}.${key}`)
    if (!indicator || !measure) throw new Error(`no measure ${name}`)
    const [of, title] = [spoken(indicator.title), spoken(measure.title)]
    return { box, indicator: indicator.key, title: { 'zh-CN': `${of['zh-CN']}：${title['zh-CN']}`, en: `${of.en}: ${title.en}` }, because }
  })
  const fitted = city ? await fit(city) : await fitRows([])
  return { connected: city !== undefined, measures: [...boxes, outcomeMeasure], ...fitted }
}

async function fit(city: CityDatabase): Promise<Fitted> {
  const months = await readMonths(city)
  const rows: CityRow[] = []
  for (const measure of [...cityBoxes.map((one) => one.measure), cityOutcome])
    for (const { street_id, month, grp, n, of_n, amount } of await readFigures(city, measure, months))
      rows.push({ street: street_id, measure, month, group: grp, n, of: of_n, amount })
  const of = `${months[0] ?? ''} ${rows.length}`
  const known = kept.get(city)
  if (known?.of === of) return known.fitted
  const fitted = fitRows(rows)
  kept.set(city, { of, fitted })
  fitted.catch(() => kept.delete(city))
  return fitted
}

async function fitRows(rows: readonly CityRow[]): Promise<Fitted> {
  const units = streetWaves(rows)
  const complete = units.filter(({ values }) => Object.values(values).every((value) => value !== null)).length
  return { ...(await fitStreets(units, modules)), waves: { seen: units.length, complete } }
}
