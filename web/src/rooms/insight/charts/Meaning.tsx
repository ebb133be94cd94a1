import type { Text } from '@ronghe/contract/values.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import styles from './charts.module.css'
import { chartWords } from './words/words.ts'

/** Under every figure: what it says, and what it does not. */
export function Meaning({ says, saysNot }: { readonly says: Text; readonly saysNot: Text }) {
  const w = useWords(chartWords)
  const text = useText()
  return (
    <dl className={styles.meaning}>
      <dt>{w.says}</dt>
      <dd>{text(says)}</dd>
      <dt>{w.saysNot}</dt>
      <dd>{text(saysNot)}</dd>
    </dl>
  )
}
