import { askDataRequest, DataRequestKind, listMyDataRequests } from '@ronghe/contract/people/data-requests.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useNumbers } from '../../../platform/numbers.ts'
import { useDraft } from '../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { dataWords } from '../words/data/words.ts'

export function DataRequests() {
  const w = useWords(dataWords)
  const numbers = useNumbers()
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.requestsTitle} lead={w.requestsLead(numbers.clocks.dataRequestCalendarDays)} back={{ to: '/me' }} />
      <Card title={w.requestsMine}>
        <Shown read={useQuery(reading(listMyDataRequests))}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="muted">{w.requestsNone}</p>
            ) : (
              <ul>
                {items.map((request) => (
                  <li key={request.id}>
                    <p>
                      <strong>{w.requestKinds[request.kind]}</strong>{' '}
                      <Tag tone={request.state === 'open' ? 'attention' : 'going'}>{w.requestStates[request.state]}</Tag>{' '}
                      <span className="muted small">
                        {request.answeredAt ? w.requestAnswered(format.day(request.answeredAt)) : w.requestDue(format.day(request.dueOn))}
                      </span>
                    </p>
                    <p className="muted">{request.words}</p>
                    {request.answer && <p>{request.answer}</p>}
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </Card>
      <Ask />
    </>
  )
}

type Kind = z.infer<typeof DataRequestKind>

function Ask() {
  const w = useWords(dataWords)
  const numbers = useNumbers()
  const { person } = useSession()
  const draft = useDraft<{ readonly kind?: Kind; readonly words: string }>(`data-request:${person?.id}`, { words: '' })
  const deed = useDeed(askDataRequest, {
    refreshes: [listMyDataRequests],
    onDone() {
      draft.change({ words: '' })
      void draft.discard()
      toast(w.requestSent(numbers.clocks.dataRequestCalendarDays))
    },
  })
  if (draft.state === 'reading') return <Loading />
  const { kind, words } = draft.value
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card>
      <Form
        onSubmit={() => deed.mutate({ body: { kind: kind ?? ('' as Kind), words } })} // the server words what is missing
        busy={deed.isPending}
        error={deed.error}
        label={w.requestsTitle}
      >
        <Choice
          label={w.requestKind}
          name="kind"
          error={errors['kind']}
          value={kind}
          onChange={(next) => draft.change({ kind: next, words })}
          options={DataRequestKind.options.map((one) => ({ value: one, label: w.requestKinds[one], hint: w.requestKindHints[one] }))}
        />
        <Field label={w.requestWords} name="words" error={errors['words']}>
          <TextArea value={words} onChange={(next) => draft.change({ ...draft.value, words: next })} maxLength={2000} rows={4} />
        </Field>
        <Button type="submit" wide busy={deed.isPending}>
          {w.requestSend}
        </Button>
      </Form>
    </Card>
  )
}
