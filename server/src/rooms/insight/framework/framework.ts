import type { FrameworkBox, readFramework, readOffice } from '@ronghe/contract/insight/framework.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Settings } from '@ronghe/contract/programme/settings.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { addMonths } from '@ronghe/forms'
import type { Deed } from '../../../platform/deed.ts'
import { nextShown } from '../../../platform/privacy/frozen-figures.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { today } from '../../programme/posts.ts'
import { indicators } from '../indicators/all.ts'
import type { Indicator, Measure, RoomPeriod, Words } from '../indicators/definition.ts'
import { frozenIndicator } from '../indicators/frozen-indicators.ts'
import { speaker, measuresTold } from '../indicators/indicators.ts'
import { figureOf, showMonth } from '../indicators/publication.ts'
import { arrows, boxes, type BoxDefinition } from './boxes.ts'
import { sayState } from './say-state.ts'
import { changeOf, standingOf, type Change, type Standing } from './standing.ts'
import { streetMonths } from './street-months.ts'

/** So many months are drawn: a year and the month of the year before, to see the season. */
const monthsDrawn = 13

/** One measure with what is shown of its last months. */
export interface Told {
  readonly indicator: Indicator
  readonly measure: Measure
  readonly periods: readonly RoomPeriod[]
  readonly standing: Standing
  readonly change: Change
}

/**
 * Figures of the room over the months that are drawn: what insight froze in one question, however long the history. What another room counted
 * and shows itself is asked of that room, so only where it is wanted.
 */
export async function tellFigures(
  deed: Deed,
  wanted: (indicator: Indicator, measure: Measure) => boolean = () => true,
): Promise<{ readonly told: readonly Told[]; readonly until: string | null }> {
  const from = addMonths(`${today(deed).slice(0, 7)}-01`, -monthsDrawn).slice(0, 7)
  const frozen = await streetMonths(deed, from)
  const until = new Map(frozen.map(({ indicator, period }) => [indicator, period]))
  const byMeasure = Map.groupBy(frozen, ({ indicator, measure }) => `${indicator} ${measure}`)
  const { roundTo } = await setting(deed, 'figures')
  const modules = await setting(deed, 'modules')
  const told: Told[] = []
  for (const indicator of indicators)
    for (const measure of measuresTold(indicator.measures, modules)) {
      if (measure.counts.shown && !wanted(indicator, measure)) continue
      const periods = measure.counts.shown
        ? (await measure.counts.shown(deed, from)).filter(({ period }) => period >= from.slice(0, period.length === 4 ? 4 : 7))
        : (byMeasure.get(`${indicator.key} ${measure.key}`) ?? []).map(({ period, lines }) => ({
            period,
            cells: showMonth(measure, lines, roundTo),
          }))
      // One indicator waits longer than another before its month is counted.
      const last = until.get(indicator.key) ?? from
      const standing = standingOf(measure, periods, last)
      told.push({ indicator, measure, periods, standing, change: changeOf(measure, standing) })
    }
  return { told, until: [...until.values()].toSorted().at(-1) ?? null }
}

/** The figure of the study with what is known of each box (M29). */
export async function readFigure(deed: Deed): Promise<ReplyOf<typeof readFramework>> {
  const spoken = await speaker(deed)
  const there = await boxesThere(deed)
  const { told, until } = await tellFigures(deed, isHeadline)
  const keys = new Set(there.map(({ box }) => box))
  return {
    boxes: there.map((definition) =>
      toBox(
        definition,
        told.filter(({ indicator }) => indicator.box === definition.box),
        spoken,
      ),
    ),
    arrows: arrows
      .filter(({ from, to }) => keys.has(from) && keys.has(to))
      .map(({ words, ...arrow }) => ({ ...arrow, words: spoken(words) })),
    until,
    next: nextShown(frozenIndicator(indicators[0]!), today(deed)),
  }
}

const isHeadline = ({ key, box }: Indicator, measure: Measure): boolean =>
  boxes.some((one) => one.box === box && one.headlines.some(([indicator, name]) => indicator === key && name === measure.key))

/** Every figure in words, in the order of the boxes and the indicators. */
export async function figuresInWords(deed: Deed, told: readonly Told[]): Promise<ReplyOf<typeof readOffice>['figures']> {
  const spoken = await speaker(deed)
  const order = (await boxesThere(deed)).map(({ box }) => box)
  return order.flatMap((box) =>
    told
      .filter(({ indicator }) => indicator.box === box)
      .map(({ indicator: { key, number }, measure, standing, change }) => ({
        box,
        indicator: key,
        number,
        measure: measure.key,
        title: spoken(measure.title),
        state: spoken(sayState(measure, standing, change)),
        change,
      })),
  )
}

/** Which organ a box belongs to; switched off, the box is not there: neither empty nor grey (D10). */
const organs: Partial<Record<FrameworkBox['box'], keyof Settings['modules']>> = {
  memberEmbedding: 'branch',
  resources: 'school',
  values: 'corps',
}

export async function boxesThere(deed: Deed): Promise<readonly BoxDefinition[]> {
  const modules = await setting(deed, 'modules')
  return boxes.filter(({ box }) => {
    const organ = organs[box]
    return organ === undefined || modules[organ]
  })
}

function toBox(definition: BoxDefinition, told: readonly Told[], spoken: (words: Words) => Text): FrameworkBox {
  const { box, kind, title, about, role, headlines } = definition
  const own = [...new Set(told.map(({ indicator }) => indicator))]
  return {
    box,
    kind,
    title: spoken(title),
    about: spoken(about),
    role: role && spoken(role),
    headlines: headlines.flatMap(([indicator, measure]) => {
      const one = told.find((some) => some.indicator.key === indicator && some.measure.key === measure)
      return one ? [toHeadline(one, spoken)] : []
    }),
    indicators: own.map((indicator) => ({ key: indicator.key, number: indicator.number, box, title: spoken(indicator.title) })),
    thin: { few: told.filter(isThin).length, of: told.length },
  }
}

/** Nothing of it can be shown for the last three months. */
export const isThin = ({ standing: { recent } }: Pick<Told, 'standing'>): boolean =>
  recent === undefined || recent.groups.every(({ value }) => value.kind === 'few')

function toHeadline(told: Told, spoken: (words: Words) => Text): FrameworkBox['headlines'][number] {
  const { indicator, measure, periods, standing, change } = told
  return {
    indicator: indicator.key,
    measure: measure.key,
    kind: measure.kind,
    byGroup: measure.byGroup,
    title: spoken(measure.title),
    unit: spoken(measure.unit),
    says: spoken(measure.says),
    saysNot: spoken(measure.saysNot),
    state: spoken(sayState(measure, standing, change)),
    thin: isThin(told),
    change,
    periods: periods.map(({ period, cells }) => ({
      period,
      groups: figureOf(measure, period, cells).groups.map(({ group, value, of }) => ({ group, value, of })),
    })),
  }
}
