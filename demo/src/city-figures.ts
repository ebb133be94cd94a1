import { smallestCount } from '@ronghe/server/platform/privacy/suppression.ts'
import { indicators } from '@ronghe/server/rooms/insight/indicators/all.ts'
import type { Measure } from '@ronghe/server/rooms/insight/indicators/definition.ts'
import { measureName, type StreetFigure, type StreetMonths } from '@ronghe/server/rooms/insight/city/street-figures.ts'
import { chanceOf } from './chance.ts'

/**
 * Figures of a made-up street with so many people, as such a street would hand them to the city: every measure of every month that is not too
 * few to show. The same name gives the same figures.
 */
export function inventFigures(street: string, people: number, months: readonly string[]): StreetMonths {
  const newcomers = 0.2 + 0.5 * chanceOf(`city ${street}`).next()
  const figures = indicators.flatMap((indicator) =>
    indicator.measures
      .filter(({ kind }) => kind !== 'spread')
      .flatMap((measure) => measureFigures(street, measureName(indicator, measure), measure, people, newcomers, months)),
  )
  return { months, figures }
}

function measureFigures(
  street: string,
  name: string,
  measure: Measure,
  people: number,
  newcomers: number,
  months: readonly string[],
): readonly StreetFigure[] {
  const common = chanceOf(`city ${name}`)
  const own = chanceOf(`city ${street} ${name}`)
  // So many are counted in a month, and so large a share of them: much the same in every street, and a little its own.
  const counted = people * (0.01 + 0.05 * common.next()) * (0.7 + 0.6 * own.next())
  const usual = 0.35 + 0.35 * common.next() + 0.16 * (own.next() - 0.5)
  const gap = 0.12 * (own.next() - 0.65)
  const slope = 0.1 * (own.next() - 0.4)
  const parts = measure.byGroup
    ? ([
        ['newcomer', newcomers * 0.93, gap],
        ['local', (1 - newcomers) * 0.93, 0],
        ['unstated', 0.07, 0],
      ] as const)
    : ([['all', 1, 0]] as const)
  return months.flatMap((month, at) =>
    parts.flatMap(([group, part, more]): StreetFigure[] => {
      const of = Math.round(counted * part * (0.9 + 0.2 * own.next()))
      const share = Math.min(0.95, Math.max(0.05, usual + more + (slope * at) / months.length + 0.04 * (own.next() - 0.5)))
      const n = Math.round(of * share)
      const base = { measure: name, month, group } as const
      if (of < smallestCount) return []
      if (measure.kind === 'share') return Math.min(n, of - n) < smallestCount ? [] : [{ ...base, n, of, amount: null }]
      return [{ ...base, n: of, of: null, amount: measure.kind === 'count' ? null : Math.round(of * (2 + 8 * share)) }]
    }),
  )
}
