import { answerDataRequest, listDataRequests } from '@ronghe/contract/people/data-requests.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import type { Request } from './DataRequests.tsx'
import { requestsWords } from './words/words.ts'

type Outcome = 'done' | 'refused'

/** Done, or refused with the law; the person reads exactly these words. */
export function AnswerRequest({ item }: { readonly item: Request }) {
  const w = useWords(requestsWords)
  const navigate = useNavigate()
  const draft = useDraft(`data-request:${item.id}`, '')
  const [outcome, setOutcome] = useState<Outcome>()
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(answerDataRequest, {
    refreshes: [listDataRequests],
    onDone: () => {
      void draft.discard()
      toast(w.sent)
      void navigate({ to: '/data-requests/$view' as string, params: { view: 'open' } as never })
    },
  })
  if (draft.state === 'reading') return <Loading />
  const words = draft.value.trim()
  const save = (): void => {
    const found: FieldErrors = {
      ...(outcome === undefined && { done: w.outcomeMissing }),
      ...(words === '' && { words: w.wordsMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length === 0) deed.mutate({ params: { requestId: item.id }, body: { done: outcome === 'done', words } })
  }
  return (
    <Card title={w.answer}>
      <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.answer}>
        <Choice<Outcome>
          label={w.outcome}
          name="done"
          error={faults['done']}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'done', label: w.outcomeDone },
            { value: 'refused', label: w.outcomeRefused },
          ]}
        />
        <Field
          label={w.answerWords}
          name="words"
          hint={outcome === 'refused' ? w.answerHintRefused : w.answerHintDone}
          error={faults['words']}
        >
          <TextArea value={draft.value} onChange={draft.change} rows={5} maxLength={2000} />
        </Field>
        <p className="muted small extra">{w.saved}</p>
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.answerDo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
