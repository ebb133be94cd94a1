import { listShiftNotePlaces, listShiftNotes } from '@ronghe/contract/programme/shift-notes.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, readingPages } from '../../../../platform/queries.ts'
import { Card } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Paged } from '../../../../ui/Paged.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from '../desk.module.css'
import { LeaveNote } from './LeaveNote.tsx'
import { OneNote } from './OneNote.tsx'
import { shiftNoteWords } from './words/words.ts'

/** What is to be said to the next shift, and what the last one said. */
export function ShiftNotes() {
  const w = useWords(shiftNoteWords)
  const places = useQuery(reading(listShiftNotePlaces))
  const pages = useInfiniteQuery(readingPages(listShiftNotes))
  return (
    <div className={styles.page}>
      <PageHeader title={w.title} lead={w.lead} />
      <Shown read={places}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice>{w.noPost}</Notice>
          ) : (
            <Card title={w.write}>
              <LeaveNote places={items} />
            </Card>
          )
        }
      </Shown>
      <Paged pages={pages} empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>} footClass={styles.gap}>
        {(notes) => (
          <Card title={w.list}>
            {notes.map((note) => (
              <OneNote key={note.id} note={note} />
            ))}
          </Card>
        )}
      </Paged>
    </div>
  )
}
