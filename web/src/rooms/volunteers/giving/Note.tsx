import type { ThankNote } from '@ronghe/contract/volunteers/giving.ts'
import type { ReactNode } from 'react'
import type { z } from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import styles from './giving.module.css'
import { givingWords } from './words/words.ts'

/** A note as everybody reads it: the words, a name only where the writer gave one. */
export function Note({ note, about }: { readonly note: z.infer<typeof ThankNote>; readonly about?: ReactNode }) {
  const w = useWords(givingWords)
  const format = useFormat()
  return (
    <figure className={styles.note}>
      <blockquote>{note.words}</blockquote>
      <figcaption className="muted small">
        {about !== undefined && <>{about} · </>}
        {note.signed ?? w.unsigned} · {format.day(note.on)}
      </figcaption>
    </figure>
  )
}
