import type { ReactNode } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import styles from './charts.module.css'
import { chartWords } from './words/words.ts'

/** The table behind a picture: for the keyboard, the screen reader, large print and whoever wants the number. */
export const Behind = ({ children }: { readonly children: ReactNode }) => {
  const w = useWords(chartWords)
  return (
    <details className={styles.behind}>
      <summary>{w.table}</summary>
      {children}
    </details>
  )
}
