import { routeCase } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { deskWords } from '../words/words.ts'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

/** To the department that decides; it has two working days to say whether it takes it on. */
export function RouteStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const text = useText()
  const [words, setWords] = useState('')
  const deed = useCaseStep(routeCase, 'route', onDone)
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { caseId: found.id }, body: { events: found.events, words: words.trim() } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.steps.route}
    >
      <p>{w.route.lead(text(found.departmentName))}</p>
      <Field label={w.route.words} name="words" error={fieldErrorsOf(deed.error)['words']} optional>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.route.send}
        </Button>
      </ButtonRow>
    </Form>
  )
}
