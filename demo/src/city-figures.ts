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

/**
 * The figures of a made-up neighbour: those of a street that is there, for more or fewer people, and each measure a little higher or lower, for
 * one group more than for the other. What becomes too few is left out, as the neighbour would.
 */
export function figuresLike(own: StreetMonths, street: string, times: number, months: readonly string[]): StreetMonths {
  const chances = new Map<string, ReturnType<typeof chanceOf>>()
  const shifts = new Map<string, number>()
  const chanceFor = (measure: string) => {
    const chance = chances.get(measure) ?? chanceOf(`city ${street} ${measure}`)
    chances.set(measure, chance)
    return chance
  }
  const figures = own.figures.flatMap((figure): StreetFigure[] => {
    if (!months.includes(figure.month)) return []
    const { measure, group, n, of, amount } = figure
    const chance = chanceFor(measure)
    const shift = shifts.get(`${measure} ${group}`) ?? 0.24 * (chance.next() - 0.5)
    shifts.set(`${measure} ${group}`, shift)
    const about = times * (0.9 + 0.2 * chance.next())
    const whole = Math.round((of ?? n) * about)
    const wasFew = Math.min(n, of === null ? n : of - n) < smallestCount
    if (of === null) {
      if (whole < smallestCount && !wasFew) return []
      return [{ ...figure, n: whole, amount: amount === null ? null : Math.round((amount / Math.max(1, n)) * (1 + shift / 2) * whole) }]
    }
    const share = Math.min(1, Math.max(0, (of === 0 ? 0 : n / of) + shift + 0.04 * (chance.next() - 0.5)))
    const yes = Math.round(whole * share)
    return Math.min(yes, whole - yes) < smallestCount && !wasFew ? [] : [{ ...figure, n: yes, of: whole }]
  })
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
