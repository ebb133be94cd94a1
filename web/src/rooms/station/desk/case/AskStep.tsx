import { askForMissing } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choices } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

interface Asking {
  readonly documents: readonly string[]
  readonly fields: readonly string[]
  /** Null until the clerk has written something of their own. */
  readonly words: string | null
  readonly reason: string
}

/** 一次性告知: everything that is missing in one list, seen once more as the resident will read it. */
export function AskStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const me = useSession().person?.id ?? ''
  const wanted = found.documents.filter(({ state }) => state === 'needed' || state === 'missing')
  const draft = useDraft<Asking>(`ask:${found.id}:${me}`, {
    documents: wanted.map(({ need }) => need),
    fields: [],
    words: null,
    reason: '',
  })
  const [errors, setErrors] = useState<FieldErrors>({})
  const deed = useCaseStep(askForMissing, 'ask', () => {
    void draft.discard()
    onDone()
  })
  const { documents, fields, reason } = draft.value
  const papers = format.list(found.documents.filter(({ need }) => documents.includes(need)).map(({ name }) => text(name)))
  const questions = format.list(found.answers.filter(({ field }) => fields.includes(field)).map(({ question }) => question))
  const suggested = [papers && w.ask.suggest(papers), questions && w.ask.suggestFields(questions)].filter(Boolean).join('')
  const words = draft.value.words ?? suggested
  const again = (found.notice?.times ?? 0) > 0
  const change = (part: Partial<Asking>): void => draft.change((value) => ({ ...value, ...part }))
  const send = (): void => {
    const faults = mistakes()
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    deed.mutate({
      params: { caseId: found.id },
      body: {
        events: found.events,
        documents: [...documents],
        fields: [...fields],
        words: words.trim(),
        ...(again && { reason: reason.trim() }),
      },
    })
  }
  const mistakes = (): FieldErrors => ({
    ...(documents.length + fields.length === 0 && { documents: w.ask.nothing }),
    ...(words.trim() === '' && { words: w.ask.needWords }),
    ...(again && reason.trim() === '' && { reason: w.ask.needReason }),
  })
  if (draft.state === 'reading') return null
  const said = { ...fieldErrorsOf(deed.error), ...errors }
  return (
    <Form onSubmit={send} busy={deed.isPending} errors={errors} error={deed.error} label={w.steps.ask}>
      <p>{w.ask.lead}</p>
      {again && <Notice tone="attention">{w.ask.again}</Notice>}
      <Choices
        label={w.ask.documents}
        name="documents"
        error={said['documents']}
        value={documents}
        onChange={(next) => change({ documents: next })}
        options={found.documents.map(({ need, name, state }) => ({ value: need, label: text(name), hint: w.documentStates[state] }))}
      />
      <Choices
        label={w.ask.fields}
        name="fields"
        optional
        value={fields}
        onChange={(next) => change({ fields: next })}
        options={found.answers.map(({ field, question }) => ({ value: field, label: question }))}
      />
      <Field label={w.ask.words} name="words" hint={w.ask.wordsHint} error={said['words']}>
        <TextArea value={words} onChange={(next) => change({ words: next })} rows={4} maxLength={1000} />
      </Field>
      {again && (
        <Field label={w.ask.reason} name="reason" error={said['reason']}>
          <TextArea value={reason} onChange={(next) => change({ reason: next })} rows={2} maxLength={400} />
        </Field>
      )}
      {draft.value.words !== null && words !== '' && (
        <div className={styles.told}>
          <strong>{w.ask.preview}</strong>
          <p>{words}</p>
          {papers !== '' && <p>{w.ask.list(papers)}</p>}
        </div>
      )}
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.ask.send}
        </Button>
      </ButtonRow>
    </Form>
  )
}
