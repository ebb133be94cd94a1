import { useEffect, useState } from 'react'
import { useWords } from '../platform/language/language.tsx'
import styles from './notice.module.css'
import { uiWords } from './words/words.ts'

/** The shape of what is coming, and a sentence. A wait too short to notice shows nothing at all. */
export function Loading({ children, rows = 3 }: { readonly children?: string; readonly rows?: number }) {
  const w = useWords(uiWords)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 180)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.loading} role="status">
      <p className={late ? 'muted small' : 'unseen'}>{children ?? w.loading}</p>
      {late && Array.from({ length: rows }, (_, row) => <div key={row} className={styles.bone} />)}
    </div>
  )
}
