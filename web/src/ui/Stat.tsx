import type { ReactNode } from 'react'
import { useWords } from '../platform/language/language.tsx'
import styles from './figures.module.css'
import { uiWords } from './words/words.ts'

/** One figure with what it is, how certain and of how many. `value` null is "too few to show", never a hole. */
export function Stat({
  label,
  value,
  interval,
  of,
  note,
}: {
  readonly label: ReactNode
  readonly value: string | null
  readonly interval?: string | undefined
  readonly of?: string | undefined
  readonly note?: ReactNode
}) {
  const w = useWords(uiWords)
  return (
    <dl className={styles.stat}>
      <dt>{label}</dt>
      <dd className={value === null ? 'muted' : styles.value}>{value ?? w.tooFew}</dd>
      {value !== null && (interval !== undefined || of !== undefined) && (
        <dd className="muted small">{[interval, of].filter(Boolean).join(' · ')}</dd>
      )}
      {note !== undefined && <dd className="muted small">{note}</dd>}
    </dl>
  )
}

export const Stats = ({ children }: { readonly children: ReactNode }) => <div className={styles.stats}>{children}</div>
