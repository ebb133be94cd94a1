import { waiveDocument } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput } from '../../../../ui/inputs.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { deskWords } from '../words/words.ts'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

/** 容缺: the case goes on, the paper follows by a day that is promised. */
export function WaiveStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const text = useText()
  const waivable = found.documents.filter(({ state, waivable: may }) => may && (state === 'needed' || state === 'missing'))
  const [today] = useState(() => dayOf(new Date()))
  const [document, setDocument] = useState(waivable[0]?.need)
  const [promisedOn, setPromisedOn] = useState(found.dueOn ?? '')
  const deed = useCaseStep(waiveDocument, 'waive', onDone)
  const errors = fieldErrorsOf(deed.error)
  if (document === undefined) return <EmptyState title={w.waive.none}>{w.waive.noneNext}</EmptyState>
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { caseId: found.id }, body: { events: found.events, document, promisedOn } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.steps.waive}
    >
      <p>{w.waive.lead}</p>
      <Choice
        label={w.waive.document}
        name="document"
        error={errors['document']}
        value={document}
        onChange={setDocument}
        options={waivable.map(({ need, name }) => ({ value: need, label: text(name) }))}
      />
      <Field label={w.waive.promisedOn} name="promisedOn" error={errors['promisedOn']}>
        <DateInput value={promisedOn} onChange={setPromisedOn} min={today} {...(found.dueOn !== null && { max: found.dueOn })} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.waive.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}
