import type { PathBox, PathMeasure } from '@ronghe/contract/insight/path-model.ts'
import type { StreetWave } from './fit-streets.ts'
import { monthsUntil } from './units.ts'

/**
 * What stands for a box in the city: shares that streets hand over month by month, so that a large street and a small one compare. What no
 * street hands over has no box: joint items with a branch are in no published figure, so member embedding is absent here.
 */
export interface CityBoxMeasure extends Pick<PathMeasure, 'box' | 'because'> {
  readonly measure: string
}

export const cityBoxes: readonly CityBoxMeasure[] = [
  {
    box: 'organisationEmbedding',
    measure: 'embedding.allThree',
    because: {
      'zh-CN': '政府、社会组织、居民三方都在，才算嵌在一起。',
      en: 'Embedded is where government, social organisations and residents all take part.',
    },
  },
  {
    box: 'management',
    measure: 'concerns.answeredInTime',
    because: {
      'zh-CN': '各街道都按同一个时限答复诉求，能比。',
      en: 'Concerns have the same clock in every street, so it can be compared.',
    },
  },
  {
    box: 'service',
    measure: 'oneStop.calledBack',
    because: {
      'zh-CN': '别的服务数字按季度算，交给全市的只有每月的；每月的里面，它说的是服务不好时有没有人管。',
      en: 'Other figures of service are by quarter, and the city is handed months. Of those this one says whether somebody cares when service was bad.',
    },
  },
  {
    box: 'resources',
    measure: 'school.completion',
    because: { 'zh-CN': '上完了，学堂给的才到手。', en: 'What the school gives reaches whoever completes a course.' },
  },
  {
    box: 'values',
    measure: 'volunteers.withoutPost',
    because: { 'zh-CN': '没有岗位也来服务，靠的是认同。', en: 'Whoever serves without holding any post does so out of shared values.' },
  },
]
export const cityOutcome = 'survey.closeness'

export interface CityRow {
  readonly street: string
  readonly measure: string
  /** 2026-08 */
  readonly month: string
  readonly group: string
  readonly n: number
  readonly of: number | null
  readonly amount: number | null
}

/**
 * A unit is a street in the month in which a wave of its closed. Both groups' closeness counts half. A box is the share of all that was counted in the
 * twelve months before; where a month shows nothing of it the street is left out.
 */
export function streetWaves(rows: readonly CityRow[]): StreetWave[] {
  const byStreet = Map.groupBy(rows, ({ street }) => street)
  return [...byStreet].flatMap(([street, own]) => {
    const waves = Map.groupBy(
      own.filter(({ measure }) => measure === cityOutcome),
      ({ month }) => month,
    )
    return [...waves].flatMap(([wave, said]) => {
      const means = ['newcomer', 'local'].map((group) => {
        const row = said.find((one) => one.group === group)
        return row && row.n > 0 && row.amount !== null ? row.amount / row.n : null
      })
      if (means[0] == null || means[1] == null) return []
      const months = monthsUntil(`${wave}-01`)
      const boxes = cityBoxes.map(({ box, measure }): [PathBox, number | null] => [box, shareOver(own, measure, months)])
      return [{ street, wave, values: { ...Object.fromEntries(boxes), outcome: (means[0] + means[1]) / 2 } }]
    })
  })
}

function shareOver(rows: readonly CityRow[], measure: string, months: readonly string[]): number | null {
  let [yes, all] = [0, 0]
  for (const month of months) {
    const here = rows.filter((row) => row.measure === measure && row.month === month && row.of !== null)
    if (here.length === 0) return null
    for (const { n, of } of here) [yes, all] = [yes + n, all + of!]
  }
  return all > 0 ? yes / all : null
}
