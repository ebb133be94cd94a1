import type { OpenRow, openDictionary as dictionary, openFigures as figures } from '@ronghe/contract/insight/open-data.ts'
import type { PeriodFigure } from '@ronghe/contract/insight/indicators.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { today } from '../../programme/posts.ts'
import { indicators } from '../indicators/all.ts'
import { listIndicators, readIndicator, readPlaces } from '../indicators/indicators.ts'

type Place = Pick<OpenRow, 'place' | 'placeId' | 'placeName'>
const street: Place = { place: 'street', placeId: null, placeName: null }

/** Every published figure in one long table: what the pages show, asked in the same way, so that neither can show more. */
export async function openFigures(deed: Deed): Promise<ReplyOf<typeof figures>> {
  const rows: OpenRow[] = []
  for (const { key } of indicators) {
    const page = await readIndicator(deed, key)
    for (const measure of page.measures) {
      for (const figure of [...measure.months, ...measure.years]) rows.push(...toRows(key, measure.key, figure, street))
      for (const by of measure.places) {
        const { periods } = await readPlaces(deed, key, { measure: measure.key, by })
        for (const period of periods)
          for (const { id, name, ...figure } of (await readPlaces(deed, key, { measure: measure.key, by, period })).places)
            rows.push(...toRows(key, measure.key, figure, { place: by, placeId: id, placeName: name }))
      }
    }
  }
  return { street: deed.street.name as Text, readOn: today(deed), figures: rows }
}

function toRows(indicator: string, measure: string, { period, groups, gap }: PeriodFigure, place: Place): OpenRow[] {
  const row = (
    group: OpenRow['group'],
    part: string,
    number: OpenRow['number'],
    low: number | null = null,
    high: number | null = null,
  ): OpenRow => ({
    indicator,
    measure,
    period,
    ...place,
    group,
    part,
    number,
    low,
    high,
  })
  const estimate = (group: OpenRow['group'], value: (typeof groups)[number]['value']) =>
    value.kind === 'shown' ? row(group, 'value', value.value, value.low, value.high) : row(group, 'value', 'few')
  return [
    ...groups.flatMap(({ group, value, p90, of, parts }) => [
      estimate(group, value),
      ...(p90 ? [row(group, 'p90', p90.kind === 'shown' ? p90.value : 'few')] : []),
      row(group, 'of', of.kind === 'shown' ? of.count : 'few'),
      ...parts.filter(({ part }) => part !== '').map(({ part, count }) => row(group, part, count.kind === 'shown' ? count.count : 'few')),
    ]),
    ...(gap ? [estimate('gap', gap)] : []),
  ]
}

const columns: Readonly<Record<keyof OpenRow, Text>> = {
  indicator: { 'zh-CN': '指标，见字典', en: 'Indicator, see the dictionary' },
  measure: { 'zh-CN': '指标里的一项', en: 'One measure of the indicator' },
  period: { 'zh-CN': '月（2026-11）、季（2026-Q3）或年（2026）', en: 'Month (2026-11), quarter (2026-Q3) or year (2026)' },
  place: {
    'zh-CN': '全街道、社区或组织；社区和组织只按季、年公布',
    en: 'Street, community or organ; places are told by quarter and year only',
  },
  placeId: { 'zh-CN': '地方的编号，没有就空着', en: 'Id of the place, empty for none' },
  placeName: { 'zh-CN': '地方的名称', en: 'Name of the place' },
  group: {
    'zh-CN': 'newcomer、local、unstated（没说）、all（不分）或 gap（前两者之差）',
    en: 'newcomer, local, unstated, all (not told apart) or gap (the first less the second)',
  },
  part: {
    'zh-CN': 'value 是数本身，of 是由多少件算出，p90 是九成不超过的数，其余是组成部分',
    en: 'value is the figure, of is how many it is made of, p90 what nine of ten do not exceed, else a part of it',
  },
  number: { 'zh-CN': '数；few 是太少，不显示', en: 'The number; few means too few to show' },
  low: { 'zh-CN': '95% 区间的下端', en: 'Lower end of the 95 % interval' },
  high: { 'zh-CN': '95% 区间的上端', en: 'Upper end of the 95 % interval' },
}

export async function openDictionary(deed: Deed): Promise<ReplyOf<typeof dictionary>> {
  return { columns: Object.entries(columns).map(([name, means]) => ({ name, means })), ...(await listIndicators(deed)) }
}
