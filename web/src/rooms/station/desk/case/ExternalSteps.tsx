import type { BodyOf } from '@ronghe/contract/operation.ts'
import { beginExternalLetter } from '@ronghe/contract/station/cases-papers.ts'
import { askExternalAgain, recordExternalReply, startExternalStep } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextArea } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { deskWords } from '../words/words.ts'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

type Reply = BodyOf<typeof recordExternalReply>
const today = (): string => dayOf(new Date())

/** The letter to the other place; the days to ask again follow from the service. */
export function ExternalStartStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const draft = useDraft(`letter:${found.id}`, { letter: found.external?.letter ?? '', sentOn: today() })
  const deed = useCaseStep(startExternalStep, 'externalStart', () => {
    void draft.discard()
    onDone()
  })
  const errors = fieldErrorsOf(deed.error)
  const { letter, sentOn } = draft.value
  // What was written already is not lost to the service's text: there is a way back.
  const begin = useDeed(beginExternalLetter, {
    onDone: (reply) => {
      draft.change((now) => ({ ...now, letter: reply.letter }))
      toast(w.externalForm.begun, letter === '' ? undefined : () => draft.change((now) => ({ ...now, letter })))
    },
  })
  if (draft.state === 'reading') return null
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { caseId: found.id }, body: { events: found.events, letter: letter.trim(), sentOn } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.steps.externalStart}
    >
      {found.letterToBegin && (
        <ButtonRow>
          <Button kind="quiet" busy={begin.isPending} onPress={() => begin.mutate({ params: { caseId: found.id } })}>
            {w.externalForm.begin}
          </Button>
        </ButtonRow>
      )}
      {begin.error && <RefusalLine error={begin.error} />}
      <Field label={w.externalForm.letter} name="letter" error={errors['letter']}>
        <TextArea value={letter} onChange={(next) => draft.change({ letter: next, sentOn })} rows={9} maxLength={4000} />
      </Field>
      <Field label={w.externalForm.sentOn} name="sentOn" error={errors['sentOn']}>
        <DateInput value={sentOn} onChange={(next) => draft.change({ letter, sentOn: next })} max={today()} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.externalForm.send}
        </Button>
      </ButtonRow>
    </Form>
  )
}

export function ExternalAskStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const [on, setOn] = useState(today)
  const [words, setWords] = useState('')
  const deed = useCaseStep(askExternalAgain, 'externalAsk', onDone)
  const errors = fieldErrorsOf(deed.error)
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { caseId: found.id }, body: { events: found.events, on, words: words.trim() } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.steps.externalAsk}
    >
      <Field label={w.externalForm.on} name="on" error={errors['on']}>
        <DateInput value={on} onChange={setOn} max={today()} />
      </Field>
      <Field label={w.externalForm.words} name="words" error={errors['words']}>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={400} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.externalForm.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** What came back: the outcome and the band of the amount, never what the person suffers from. */
export function ExternalReplyStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const [reply, setReply] = useState<Omit<Reply, 'events'>>({ on: today(), outcome: 'settledOnTheSpot', amountBand: 'none', words: '' })
  const deed = useCaseStep(recordExternalReply, 'externalReply', onDone)
  const errors = fieldErrorsOf(deed.error)
  const change = (part: Partial<Reply>): void => setReply({ ...reply, ...part })
  const choices = <V extends string>(labels: Readonly<Record<V, string>>) =>
    (Object.entries(labels) as [V, string][]).map(([value, label]) => ({ value, label }))
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { caseId: found.id }, body: { events: found.events, ...reply } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.steps.externalReply}
    >
      <Field label={w.externalForm.on} name="on" error={errors['on']}>
        <DateInput value={reply.on} onChange={(on) => change({ on })} max={today()} />
      </Field>
      <Choice
        label={w.externalForm.outcome}
        name="outcome"
        value={reply.outcome}
        onChange={(outcome) => change({ outcome })}
        options={choices(w.externalForm.outcomes)}
      />
      {reply.outcome === 'refused' && (
        <Choice
          label={w.externalForm.reason}
          name="reason"
          error={errors['reason']}
          value={reply.reason}
          onChange={(reason) => change({ reason })}
          options={choices(w.externalForm.reasons)}
        />
      )}
      <Choice
        label={w.externalForm.amount}
        name="amountBand"
        hint={w.externalForm.note}
        value={reply.amountBand}
        onChange={(amountBand) => change({ amountBand })}
        options={choices(w.externalForm.amounts)}
      />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.externalForm.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}
