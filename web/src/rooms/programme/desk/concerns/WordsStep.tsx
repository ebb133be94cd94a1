import type { ConcernPage } from '@ronghe/contract/programme/concerns.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { type ConcernStep, useConcernStep } from './use-concern-step.ts'
import { concernDeskWords } from './words/words.ts'

type WordsAct = 'answer' | 'decline' | 'return' | 'answerThreat'

/** Steps that are words and nothing else. What is typed is kept until it is sent. */
export function WordsStep({ found, act, onDone }: { readonly found: ConcernPage; readonly act: WordsAct; readonly onDone: () => void }) {
  const w = useWords(concernDeskWords)
  const draft = useDraft(`concern-${act}:${found.id}`, '')
  const [missing, setMissing] = useState(false)
  const { deed, take } = useConcernStep(found.id)
  const asks: Readonly<Record<WordsAct, { readonly label: string; readonly hint?: string; readonly most: number }>> = {
    answer: { label: w.answerWords, hint: w.answerHint, most: 4000 },
    decline: { label: w.declineWords, hint: w.declineHint, most: 1000 },
    return: { label: w.reasonReturn, hint: w.reasonReturnHint, most: 500 },
    answerThreat: { label: w.threatWords, most: 2000 },
  }
  if (draft.state === 'reading') return <Loading />
  const words = draft.value.trim()
  const errors: FieldErrors = missing && words === '' ? { words: w.wordsMissing } : {}
  const step: ConcernStep = act === 'answer' || act === 'answerThreat' ? { act, words } : { act, reason: words }
  const save = (): void => {
    setMissing(words === '')
    if (words === '') return
    take(step, () => {
      void draft.discard()
      onDone()
    })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={errors} error={deed.error} label={w.steps[act]}>
      <Field label={asks[act].label} name="words" hint={asks[act].hint} error={errors['words']}>
        <TextArea value={draft.value} onChange={draft.change} rows={act === 'return' ? 3 : 7} maxLength={asks[act].most} />
      </Field>
      <p className="muted small extra">{w.saved}</p>
      <ButtonRow>
        <Button type="submit" kind={act === 'decline' ? 'careful' : 'main'} busy={deed.isPending}>
          {w.send[act]}
        </Button>
      </ButtonRow>
    </Form>
  )
}
