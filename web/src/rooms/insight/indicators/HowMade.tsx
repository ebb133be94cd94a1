import type { Measure } from '@ronghe/contract/insight/indicators.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Facts } from '../../../ui/Card.tsx'
import styles from './indicators.module.css'
import { indicatorWords } from './words/words.ts'

/** Formula, source and known bias, behind a line that opens. */
export function HowMade({ measure }: { readonly measure: Measure }) {
  const w = useWords(indicatorWords)
  return (
    <details className={styles.how}>
      <summary>{w.how}</summary>
      <Definition measure={measure} />
    </details>
  )
}

export function Definition({ measure }: { readonly measure: Measure }) {
  const w = useWords(indicatorWords)
  const text = useText()
  const { kind, every, byGroup, numerator, denominator, source, bias, exempt } = measure
  return (
    <Facts
      facts={[
        [w.kind, `${w.kinds[kind]} · ${w.every[every]} · ${byGroup ? w.groupsTold : w.groupsNot}`],
        [denominator === null ? w.numeratorOnly : w.numerator, text(numerator)],
        ...(denominator === null ? [] : [[w.denominator, text(denominator)] as const]),
        [w.source, text(source)],
        [w.bias, text(bias)],
        ...(exempt === null ? [] : [[w.exempt, exempt] as const]),
      ]}
    />
  )
}
