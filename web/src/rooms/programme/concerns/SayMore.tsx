import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import type { ConcernActs } from './ConcernView.tsx'

/** A button that opens a few lines to write. What is written stays until it is sent. */
export function SayMore(props: {
  readonly form: string
  readonly open: string
  readonly label: string
  readonly hint?: string
  readonly send: string
  readonly acts: ConcernActs
  readonly onSend: (words: string) => void
}) {
  const w = useWords(concernWords)
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState(false)
  const draft = useDraft(props.form, '')
  if (!open)
    return (
      <Button kind="quiet" wide onPress={() => setOpen(true)}>
        {props.open}
      </Button>
    )
  const isEmpty = draft.value.trim() === ''
  const send = (): void => {
    setMissing(isEmpty)
    if (isEmpty) return
    props.onSend(draft.value)
    void draft.discard()
  }
  const errors = missing && isEmpty ? { [props.form]: w.wordsMissing } : {}
  return (
    <Card title={props.open}>
      <Form onSubmit={send} busy={props.acts.busy} errors={errors} label={props.open}>
        <Field label={props.label} name={props.form} hint={props.hint} error={errors[props.form]}>
          <TextArea value={draft.value} onChange={draft.change} rows={4} maxLength={2000} />
        </Field>
        <ButtonRow>
          <Button type="submit" busy={props.acts.busy}>
            {props.send}
          </Button>
          <Button kind="plain" onPress={() => setOpen(false)}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
