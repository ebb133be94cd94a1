import type { Text } from '@ronghe/contract/values.ts'
import { useRef, useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { BothLanguages, sentText, typedText } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { settingsWords } from './words/words.ts'

/** The name of a community or lane in both languages. */
export function PlaceName({
  title,
  name,
  busy,
  error,
  onSave,
  onClose,
}: {
  readonly title: string
  readonly name: Text | undefined
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (name: Text) => void
  readonly onClose: () => void
}) {
  const w = useWords(settingsWords)
  const start = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(typedText(name))
  const [missing, setMissing] = useState(false)
  const blank = typed['zh-CN'].trim() === ''
  const faults: FieldErrors = missing && blank ? { name: w.missing } : {}
  const save = (): void => {
    setMissing(blank)
    if (!blank) onSave(sentText(typed))
  }
  return (
    <Dialog title={title} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={styles.dialog}>
        <Form onSubmit={save} busy={busy} errors={faults} error={error} label={title}>
          <BothLanguages label={w.name} name="name" value={typed} onChange={setTyped} errors={{ ...fieldErrorsOf(error), ...faults }} />
          <ButtonRow>
            <Button type="submit" busy={busy}>
              {title}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {w.cancel}
            </Button>
          </ButtonRow>
        </Form>
      </div>
    </Dialog>
  )
}
