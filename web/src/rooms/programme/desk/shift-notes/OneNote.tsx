import { leaveShiftNote, listShiftNotes, markShiftNote, type ShiftNote, takeBackShiftNote } from '@ronghe/contract/programme/shift-notes.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { shiftNoteWords } from './words/words.ts'

const refreshes = [listShiftNotes]

/** One note: for whom, what, from which post, and who has read it. */
export function OneNote({ note }: { readonly note: ShiftNote }) {
  const w = useWords(shiftNoteWords)
  const text = useText()
  const format = useFormat()
  const mark = useDeed(markShiftNote, { refreshes, onDone: () => toast(w.marked) })
  const again = useDeed(leaveShiftNote, { refreshes })
  const takeBack = useDeed(takeBackShiftNote, {
    refreshes,
    onDone: () =>
      toast(w.takenBack, () => again.mutate({ body: { organId: note.organ.id, postId: note.post?.id ?? null, words: note.words } })),
  })
  const error = mark.error ?? takeBack.error
  const params = { noteId: note.id }
  return (
    <article className={styles.item}>
      <p className={styles.inline}>
        {note.mine ? <Tag tone="quiet">{w.own}</Tag> : note.readAt === null && <Tag tone="attention">{w.unread}</Tag>}
        <span className="muted small">
          {w.to(note.post ? text(note.post.name) : w.everybody(text(note.organ.name)))} · {w.by(text(note.by), format.moment(note.leftAt))}
        </span>
      </p>
      <p className={styles.words}>{note.words}</p>
      {(note.mine || note.readBy.length > 0) && (
        <p className="muted small">
          {note.readBy.length > 0
            ? w.readBy(format.list(note.readBy.map(({ post, at }) => w.readOne(text(post), format.moment(at)))))
            : w.nobodyYet}
        </p>
      )}
      {error && <RefusalLine error={error} />}
      {note.may.length > 0 && (
        <ButtonRow>
          {note.may.includes('read') && (
            <Button kind="quiet" busy={mark.isPending} onPress={() => mark.mutate({ params })}>
              {w.read}
            </Button>
          )}
          {note.may.includes('takeBack') && (
            <Button kind="plain" busy={takeBack.isPending} onPress={() => takeBack.mutate({ params })}>
              {w.takeBack}
            </Button>
          )}
        </ButtonRow>
      )}
    </article>
  )
}
