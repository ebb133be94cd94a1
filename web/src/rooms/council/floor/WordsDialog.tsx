import { useState } from 'react'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'

/** One line that stands in the minutes: why, to whom. */
export function WordsDialog({
  title,
  label,
  doLabel,
  open,
  onClose,
  onSay,
}: {
  readonly title: string
  readonly label: string
  readonly doLabel: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onSay: (words: string) => void
}) {
  const [words, setWords] = useState('')
  const say = (): void => {
    if (words.trim() === '') return
    onSay(words.trim())
    setWords('')
    onClose()
  }
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          say()
        }}
      >
        <Field label={label}>
          <TextInput value={words} onChange={setWords} maxLength={200} />
        </Field>
        <ButtonRow>
          <Button type="submit">{doLabel}</Button>
        </ButtonRow>
      </form>
    </Dialog>
  )
}
