import { setDepartmentNumber } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { deskWords } from '../words/words.ts'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

/** The case's number in the department's own system, so that neither side searches by name. */
export function DepartmentNumberStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const [number, setNumber] = useState(found.departmentNumber ?? '')
  const deed = useCaseStep(setDepartmentNumber, 'departmentNumber', onDone)
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { caseId: found.id }, body: { events: found.events, number: number.trim() } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.steps.departmentNumber}
    >
      <Field label={w.departmentNumber} name="number" hint={w.departmentNumberHint} error={fieldErrorsOf(deed.error)['number']}>
        <TextInput value={number} onChange={setNumber} maxLength={60} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.steps.departmentNumber}
        </Button>
      </ButtonRow>
    </Form>
  )
}
