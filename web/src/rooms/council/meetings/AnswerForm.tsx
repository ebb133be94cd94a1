import {
  answerInvitation,
  Excuse,
  Interpreting,
  type MeetingPage,
  readMeeting,
  type Excuse as ExcuseKind,
  type Interpreting as Language,
} from '@ronghe/contract/council/meetings.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { NumberInput, Select } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { meetingWords } from './words/words.ts'

export interface Answered {
  readonly answer: 'coming' | 'excused'
  readonly excuse: ExcuseKind | null
  readonly children: number
  readonly interpreter: Language | null
}
type Mine = NonNullable<MeetingPage['mine']>

/** My own answer to an invitation. */
export function AnswerForm({ meeting, mine }: { readonly meeting: MeetingPage; readonly mine: Mine }) {
  const w = useWords(meetingWords)
  const send = useDeed(answerInvitation, { refreshes: [readMeeting], onDone: () => toast(w.answered) })
  const said = mine.answer === 'coming' ? w.saidComing : mine.answer === 'excused' ? w.saidExcused : ''
  return (
    <Card title={w.answerTitle}>
      <p className="muted">
        {said} {w.answerLead}
      </p>
      <AnswerFields
        start={mine}
        busy={send.isPending}
        error={send.error}
        submit={w.sendAnswer}
        onSubmit={(body) => send.mutate({ params: { meetingId: meeting.id }, body })}
      />
    </Card>
  )
}

/** The same questions for the delegate and for the clerk who enters what came on paper. */
export function AnswerFields({
  start,
  submit,
  busy,
  error,
  onSubmit,
}: {
  readonly start: Pick<Mine, 'answer' | 'excuse' | 'children' | 'interpreter'>
  readonly submit: string
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: (answer: Answered) => void
}) {
  const w = useWords(meetingWords)
  const [answer, setAnswer] = useState(start.answer ?? undefined)
  const [excuse, setExcuse] = useState(start.excuse ?? undefined)
  const [children, setChildren] = useState<number | null>(start.children)
  const [interpreter, setInterpreter] = useState<Language | ''>(start.interpreter ?? '')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const check = (): void => {
    const missing: Record<string, string> = {}
    if (!answer) missing['answer'] = w.answerTitle
    if (answer === 'excused' && !excuse) missing['excuse'] = w.excuseHint
    setErrors(missing)
    if (!answer || missing['excuse']) return
    onSubmit({
      answer,
      excuse: answer === 'excused' ? (excuse ?? null) : null,
      children: Math.min(9, Math.max(0, children ?? 0)),
      interpreter: interpreter || null,
    })
  }
  return (
    <Form onSubmit={check} busy={busy} error={error} errors={errors}>
      <Choice
        name="answer"
        label={w.answerTitle}
        hideLabel
        error={errors['answer']}
        value={answer}
        onChange={setAnswer}
        options={[
          { value: 'coming', label: w.coming },
          { value: 'excused', label: w.excused },
        ]}
      />
      {answer === 'excused' && (
        <Choice
          name="excuse"
          label={w.excuseTitle}
          hint={w.excuseHint}
          error={errors['excuse']}
          value={excuse}
          onChange={setExcuse}
          options={Excuse.options.map((value) => ({ value, label: w.excuses[value] }))}
        />
      )}
      {answer === 'coming' && (
        <>
          <Field name="children" label={w.children} hint={w.childrenHint}>
            <NumberInput value={children} onChange={setChildren} />
          </Field>
          <Field name="interpreter" label={w.needInterpreter} optional>
            <Select
              value={interpreter}
              onChange={setInterpreter}
              placeholder={w.noInterpreter}
              options={Interpreting.options.map((value) => ({ value, label: w.interpreting[value] }))}
            />
          </Field>
        </>
      )}
      <Button type="submit" busy={busy} wide>
        {submit}
      </Button>
    </Form>
  )
}
