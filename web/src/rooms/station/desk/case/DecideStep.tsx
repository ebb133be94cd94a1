import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { decideCase } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

type Outcome = NonNullable<CaseOnPage['outcome']>
type Reason = CaseOnPage['decisionReasons'][number]

/** The result with one of the service's reasons; before it goes out it is seen as the resident will get it. */
export function DecideStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const text = useText()
  const me = useSession().person?.id ?? ''
  const draft = useDraft<{ outcome: Outcome; reason: string; words: string }>(`decide:${found.id}:${me}`, {
    outcome: 'granted',
    reason: '',
    words: '',
  })
  const [checking, setChecking] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const deed = useCaseStep(decideCase, 'decide', () => {
    void draft.discard()
    onDone()
  })
  const { outcome, reason, words } = draft.value
  const offered = found.decisionReasons.filter((one) => one.outcome === outcome)
  const chosen = offered.find(({ id }) => id === reason)
  const next = (): void => {
    setErrors(chosen ? {} : { reason: w.decide.needReason })
    setChecking(chosen !== undefined)
  }
  const send = (): void =>
    deed.mutate({ params: { caseId: found.id }, body: { events: found.events, outcome, reason, words: words.trim() } })
  if (draft.state === 'reading') return null
  if (checking && chosen)
    return (
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.decide.preview}>
        <Told outcome={outcome} reason={chosen} words={words.trim()} />
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.decide.send}
          </Button>
          <Button kind="quiet" onPress={() => setChecking(false)}>
            {w.decide.back}
          </Button>
        </ButtonRow>
      </Form>
    )
  return (
    <Form onSubmit={next} errors={errors} label={w.steps.decide}>
      <Choice
        label={w.decide.outcome}
        name="outcome"
        value={outcome}
        onChange={(value) => draft.change({ outcome: value, reason: '', words })}
        options={(['granted', 'refused', 'referred'] as const).map((value) => ({ value, label: w.outcomes[value] }))}
      />
      {offered.length === 0 ? (
        <Notice tone="attention">{w.decide.noReasons}</Notice>
      ) : (
        <Choice
          label={w.decide.reason}
          name="reason"
          error={errors['reason'] ?? fieldErrorsOf(deed.error)['reason']}
          value={reason || undefined}
          onChange={(value) => draft.change({ outcome, reason: value, words })}
          options={offered.map((one) => ({ value: one.id, label: text(one.text), ...(one.law && { hint: text(one.law) }) }))}
        />
      )}
      <Field label={w.decide.words} name="words" optional>
        <TextArea value={words} onChange={(value) => draft.change({ outcome, reason, words: value })} rows={3} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit">{w.decide.next}</Button>
      </ButtonRow>
    </Form>
  )
}

/** As the resident will read it. */
function Told({ outcome, reason, words }: { readonly outcome: Outcome; readonly reason: Reason; readonly words: string }) {
  const w = useWords(deskWords)
  const text = useText()
  return (
    <div className={styles.told}>
      <strong>
        {w.decide.preview}：{w.outcomes[outcome]}
      </strong>
      <p>{text(reason.text)}</p>
      {reason.law && <p className="muted small">{w.law(text(reason.law))}</p>}
      {reason.instead && <p>{w.instead(text(reason.instead))}</p>}
      {words !== '' && <p>{words}</p>}
    </div>
  )
}
