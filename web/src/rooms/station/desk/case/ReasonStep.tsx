import { declineAsDepartment, reopenCaseAtDesk, returnAsDepartment, withdrawCaseAtDesk } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { deskWords } from '../words/words.ts'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

const operations = {
  departmentDecline: declineAsDepartment,
  return: returnAsDepartment,
  reopen: reopenCaseAtDesk,
  withdraw: withdrawCaseAtDesk,
} as const

/** Steps that need no more than a reason; only the resident's withdrawal may go without one. */
export function ReasonStep({ found, onDone, step }: StepForm & { readonly step: keyof typeof operations }) {
  const w = useWords(deskWords)
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const deed = useCaseStep(operations[step], step, onDone)
  const mayBeEmpty = step === 'withdraw'
  const send = (): void => {
    const missing = !mayBeEmpty && words.trim() === ''
    setErrors(missing ? { words: w.needReason } : {})
    if (!missing) deed.mutate({ params: { caseId: found.id }, body: { events: found.events, words: words.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} errors={errors} error={deed.error} label={w.steps[step]}>
      <Field
        label={w.reasonWords}
        name="words"
        hint={w.reasonHint}
        error={errors['words'] ?? fieldErrorsOf(deed.error)['words']}
        optional={mayBeEmpty}
      >
        <TextArea value={words} onChange={setWords} rows={4} maxLength={mayBeEmpty ? 400 : 1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" kind={step === 'withdraw' ? 'careful' : 'main'} busy={deed.isPending}>
          {w.steps[step]}
        </Button>
      </ButtonRow>
    </Form>
  )
}
