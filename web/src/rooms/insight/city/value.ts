import type { CityGroup } from '@ronghe/contract/insight/city.ts'
import type { Estimate } from '@ronghe/contract/insight/indicators.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { cityWords } from './words/words.ts'

/** The interval and the counts beside a figure. */
export function useBeside(): (estimate: Estimate, group: Pick<CityGroup, 'n' | 'of'>) => string {
  const w = useWords(cityWords)
  const format = useFormat()
  return (estimate, { n, of }) =>
    [
      estimate.kind === 'shown' && estimate.low !== null && estimate.high !== null
        ? format.interval(estimate.low, estimate.high)
        : undefined,
      n !== null && of !== null ? w.of(format.count(n), format.count(of)) : undefined,
    ]
      .filter(Boolean)
      .join(' · ')
}

/** A difference of shares in points, with its sign. */
export function usePoints(): (gap: Estimate) => string {
  const w = useWords(cityWords)
  const points = (value: number): string => {
    const whole = Math.round(value * 100)
    return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${Math.abs(whole)}`
  }
  return (gap) => {
    if (gap.kind === 'few') return w.few
    const interval = gap.low !== null && gap.high !== null ? ` (${points(gap.low)} … ${points(gap.high)})` : ''
    return `${w.gapPoints(points(gap.value))}${interval}`
  }
}
