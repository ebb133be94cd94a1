import type { Meaning } from '@ronghe/contract/station/equity.ts'
import type * as z from 'zod/mini'
import { useText, useWords } from '../../../platform/language/language.tsx'
import styles from './equity.module.css'
import { equityWords } from './words/words.ts'

/** Under every figure: what it says, and what it does not. */
export function MeaningNote({ meaning }: { readonly meaning: z.infer<typeof Meaning> }) {
  const w = useWords(equityWords)
  const text = useText()
  return (
    <dl className={styles.meaning}>
      <dt>{w.says}</dt>
      <dd>{text(meaning.says)}</dd>
      <dt>{w.saysNot}</dt>
      <dd>{text(meaning.saysNot)}</dd>
    </dl>
  )
}
