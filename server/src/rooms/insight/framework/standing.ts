import type { PeriodFigure } from '@ronghe/contract/insight/indicators.ts'
import { addMonths } from '@ronghe/forms'
import type { Measure, RoomPeriod } from '../indicators/definition.ts'
import { newcombe, type Interval } from '../indicators/intervals.ts'
import { addUp, figureOf, isWhole } from '../indicators/publication.ts'

/** The last of what is counted, and what went before it. */
export interface Standing {
  /** The first and last period of the recent ones. */
  readonly from: string
  readonly to: string
  /** Undefined where none of them was counted. */
  readonly recent: PeriodFigure | undefined
  readonly before: PeriodFigure | undefined
}

/**
 * Three finished months against the three before them; of what is counted by quarter or year, and of what stands at a day, one period against
 * the one before. Made of what the periods show and of nothing else, so that it says no more than they do together.
 * @param last the last month that is counted at all
 */
export function standingOf(measure: Measure, periods: readonly RoomPeriod[], last: string): Standing {
  const [recent, before] = isSingle(measure)
    ? lastTwo(measure, periods, last)
    : [
        [2, 1, 0],
        [5, 4, 3],
      ].map((back) => back.map((months) => monthBefore(last, months)))
  const figure = (wanted: readonly string[]): PeriodFigure | undefined => {
    const those = periods.filter(({ period }) => wanted.includes(period))
    const own = those.map(({ cells }) => cells)
    if (own.length === 0) return undefined
    const leftOut = own.filter((cells) => !isWhole(cells)).length
    return figureOf(measure, last, own.length === 1 ? own[0]! : addUp(own), {
      leftOut,
      amounts: leftOut === 0,
      gap: those.length === 1 ? those[0]!.gap : undefined,
    })
  }
  return { from: recent![0] ?? last, to: recent!.at(-1) ?? last, recent: figure(recent!), before: figure(before!) }
}

/** Whether a period stands for itself and is never added to another. */
export const isSingle = ({ stock, every = 'month' }: Pick<Measure, 'stock' | 'every'>): boolean => stock === true || every !== 'month'

const monthBefore = (month: string, back: number): string => addMonths(`${month}-01`, -back).slice(0, 7)

function lastTwo({ every = 'month', counts }: Measure, periods: readonly RoomPeriod[], last: string): readonly (readonly string[])[] {
  // What another room counted, such as a wave of the survey, stands where it was counted: the last of it, however long ago.
  if (every === 'month' && !counts.shown) return [[last], [monthBefore(last, 1)]]
  const known = periods.map(({ period }) => period)
  return [known.slice(-1), known.slice(-2, -1)]
}

export type Change = 'closing' | 'widening' | 'rising' | 'falling' | 'unclear' | 'unknown'

/**
 * Whether a share or the gap of two shares has changed. The interval of a difference is worked out from the intervals of both (Zou and Donner
 * 2008, Statistics in Medicine 27:1693, of which Newcombe's is the case of two shares); only where it leaves zero out is a change claimed.
 * A gap that has changed sides is neither smaller nor larger and is told as unclear.
 */
export function changeOf(measure: Pick<Measure, 'kind' | 'byGroup'>, { recent, before }: Pick<Standing, 'recent' | 'before'>): Change {
  if (measure.kind !== 'share' || !recent || !before) return 'unknown'
  const [now, then] = [recent, before].map((figure) => certain(measure.byGroup ? figure.gap : figure.groups[0]?.value))
  if (!now || !then) return 'unknown'
  const change = newcombe(now, then)
  if (change.low <= 0 && change.high >= 0) return 'unclear'
  if (!measure.byGroup) return change.value > 0 ? 'rising' : 'falling'
  if (Math.sign(now.value) * Math.sign(then.value) < 0) return 'unclear'
  return Math.abs(now.value) < Math.abs(then.value) ? 'closing' : 'widening'
}

export const certain = (estimate: PeriodFigure['gap'] | undefined): Interval | undefined =>
  estimate?.kind === 'shown' && estimate.low !== null && estimate.high !== null
    ? { value: estimate.value, low: estimate.low, high: estimate.high }
    : undefined
