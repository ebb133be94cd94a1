import { listShiftNotes } from '@ronghe/contract/programme/shift-notes.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import styles from '../desk.module.css'
import { OneNote } from './OneNote.tsx'
import { shiftNoteWords } from './words/words.ts'

const shown = 3

/** At the counter, until they are marked as read: what the last shift left to be known. Nothing where nothing was left. */
export function FromLastShift() {
  const w = useWords(shiftNoteWords)
  // The same reading as the count in the side bar, so that both say the same.
  const { data } = useQuery({ ...reading(listShiftNotes, { query: { show: 'unread' } }), staleTime: 60_000 })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={w.fromLastShift} className={styles.after}>
      {data.items.slice(0, shown).map((note) => (
        <OneNote key={note.id} note={note} />
      ))}
      <LinkButton to="/shift-notes" kind="plain">
        {w.seeAll}
      </LinkButton>
    </Card>
  )
}
