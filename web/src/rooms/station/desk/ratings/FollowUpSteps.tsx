import { listFollowUps, readFollowUp, stepFollowUp } from '@ronghe/contract/station/ratings.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import type { OneFollowUp } from './FollowUps.tsx'
import { ratingsWords } from './words/words.ts'

type Step = OneFollowUp['may'][number]
type Outcome = 'fixed' | 'explained' | 'notReached'

/** The steps that may be taken now; each with a sentence, the last one with an outcome. */
export function FollowUpSteps({ item }: { readonly item: OneFollowUp }) {
  const w = useWords(ratingsWords)
  const [step, setStep] = useState<Step | undefined>(item.may[0])
  const draft = useDraft(`follow-up:${item.id}`, '')
  const [outcome, setOutcome] = useState<Outcome>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const deed = useDeed(stepFollowUp, {
    refreshes: [listFollowUps, readFollowUp],
    onDone: (next) => {
      draft.change('')
      void draft.discard()
      setStep(next.may[0])
      toast(w.done)
    },
  })
  if (item.may.length === 0 || draft.state === 'reading') return null
  const current = step !== undefined && item.may.includes(step) ? step : item.may[0]!
  const words = draft.value.trim()
  const asksOutcome = current === 'close'
  const save = (): void => {
    const faults = {
      ...(words === '' && { words: w.needWords }),
      ...(asksOutcome && outcome === undefined && { outcome: w.needOutcome }),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    deed.mutate({ params: { followUpId: item.id }, body: { step: current, words, ...(asksOutcome && outcome && { outcome }) } })
  }
  return (
    <Card>
      <Form onSubmit={save} busy={deed.isPending} errors={errors} error={deed.error} label={w.steps[current]}>
        <Choice
          label={w.title}
          name="step"
          hideLabel
          value={current}
          onChange={setStep}
          options={item.may.map((one) => ({ value: one, label: w.steps[one] }))}
        />
        <Field label={w.stepWords} name="words" hint={w.stepHint[current]} error={errors['words'] ?? fieldErrorsOf(deed.error)['words']}>
          <TextArea value={draft.value} onChange={draft.change} rows={3} maxLength={1000} />
        </Field>
        {asksOutcome && (
          <Choice<Outcome>
            label={w.outcome}
            name="outcome"
            error={errors['outcome']}
            value={outcome}
            onChange={setOutcome}
            options={(['fixed', 'explained', 'notReached'] as const).map((one) => ({ value: one, label: w.outcomes[one] }))}
          />
        )}
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.save(w.steps[current])}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
