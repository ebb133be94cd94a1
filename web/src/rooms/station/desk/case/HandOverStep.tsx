import { handOverCase } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { deskWords } from '../words/words.ts'
import { PostChoice } from './PostChoice.tsx'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

/** To another post of the station, with a word to whoever holds it. */
export function HandOverStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const [toPost, setToPost] = useState<string>()
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const deed = useCaseStep(handOverCase, 'handOver', onDone)
  const send = (): void => {
    setErrors(toPost === undefined ? { toPost: w.handOver.choose } : {})
    if (toPost !== undefined) deed.mutate({ params: { caseId: found.id }, body: { events: found.events, toPost, words: words.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} errors={errors} error={deed.error} label={w.steps.handOver}>
      <PostChoice label={w.handOver.to} value={toPost} onChange={setToPost} error={errors['toPost']} />
      <Field label={w.handOver.words} name="words" optional>
        <TextArea value={words} onChange={setWords} rows={2} maxLength={400} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.handOver.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}
