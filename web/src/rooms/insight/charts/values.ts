import type { Measure } from '@ronghe/contract/insight/indicators.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText } from '../../../platform/language/language.tsx'

/** How the value of a measure is written: a share as per cent, everything else as a number; `withUnit` says of what. */
export function useValueFormat(): (measure: Pick<Measure, 'kind' | 'unit'>, withUnit?: boolean) => (value: number) => string {
  const format = useFormat()
  const text = useText()
  return ({ kind, unit }, withUnit = false) =>
    (value) => {
      if (kind === 'share') return format.percent(value)
      const number = format.count(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10)
      return withUnit ? `${number} ${text(unit)}` : number
    }
}
