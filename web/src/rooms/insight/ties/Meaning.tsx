import { useWords } from '../../../platform/language/language.tsx'
import styles from './ties.module.css'
import { tiesWords } from './words/words.ts'

/** Under a figure: what it says, and what it does not. */
export function Meaning({ says, saysNot }: { readonly says: string; readonly saysNot: string }) {
  const w = useWords(tiesWords)
  return (
    <dl className={styles.meaning}>
      <dt>{w.says}</dt>
      <dd>{says}</dd>
      <dt>{w.saysNot}</dt>
      <dd>{saysNot}</dd>
    </dl>
  )
}
