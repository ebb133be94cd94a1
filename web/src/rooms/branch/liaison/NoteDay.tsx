import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput } from '../../../ui/inputs.tsx'
import styles from '../life/life.module.css'
import { liaisonWords } from './words/words.ts'

/** A day and nothing else; opened by a button so that twenty-five steps stay a list. */
export function NoteDay({
  name,
  day,
  may,
  busy,
  error,
  onNote,
  onRemove,
}: {
  /** Names the field apart from those of other steps. */
  readonly name: string
  readonly day: string | null
  readonly may: readonly ('note' | 'remove')[]
  readonly busy: boolean
  readonly error: unknown
  readonly onNote: (day: string) => void
  readonly onRemove?: () => void
}) {
  const w = useWords(liaisonWords)
  const today = useToday()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(day ?? today)
  if (may.length === 0) return null
  if (!open)
    return (
      <div className={styles.below}>
        {may.includes('note') && (
          <Button kind="plain" onPress={() => setOpen(true)}>
            {day ? w.change : w.note}
          </Button>
        )}
        {onRemove && may.includes('remove') && (
          <Button kind="plain" busy={busy} onPress={onRemove}>
            {w.remove}
          </Button>
        )}
      </div>
    )
  return (
    <Form label={w.note} busy={busy} error={error} onSubmit={() => onNote(chosen)}>
      <Field label={w.day} name={name} error={fieldErrorsOf(error)['day']}>
        <DateInput value={chosen} onChange={setChosen} max={today} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={busy}>
          {w.noteDo}
        </Button>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Form>
  )
}
