import type { ConcernPage } from '@ronghe/contract/programme/concerns.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { useConcernStep } from './use-concern-step.ts'
import { concernDeskWords } from './words/words.ts'

/** Two texts written for everybody; the author's own words are never offered as a start. */
export function PublishStep({ found, onDone }: { readonly found: ConcernPage; readonly onDone: () => void }) {
  const w = useWords(concernDeskWords)
  const draft = useDraft(`concern-publish:${found.id}`, found.published ?? { asked: '', done: '' })
  const [errors, setErrors] = useState<FieldErrors>({})
  const { deed, take } = useConcernStep(found.id)
  if (draft.state === 'reading') return <Loading />
  const asked = draft.value.asked.trim()
  const done = draft.value.done.trim()
  const save = (): void => {
    const faults: FieldErrors = {
      ...(asked === '' && { asked: w.wordsMissing }),
      ...(done === '' && { done: w.wordsMissing }),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    take({ act: 'publish', asked, done }, () => {
      void draft.discard()
      onDone()
    })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={errors} error={deed.error} label={w.steps.publish}>
      <p className="muted small">{w.publishHint}</p>
      <Field label={w.publishAsked} name="asked" error={errors['asked']}>
        <TextArea value={draft.value.asked} onChange={(next) => draft.change({ ...draft.value, asked: next })} rows={3} maxLength={500} />
      </Field>
      <Field label={w.publishDone} name="done" error={errors['done']}>
        <TextArea value={draft.value.done} onChange={(next) => draft.change({ ...draft.value, done: next })} rows={4} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.steps.publish}
        </Button>
      </ButtonRow>
    </Form>
  )
}
