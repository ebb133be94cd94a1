import { listSessionMinutes, type MinutesOfSession, saveSessionMinutes } from '@ronghe/contract/school/class.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PlainWords } from '../../../ui/PlainWords.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { classWords } from './words/words.ts'

/** Session by session: who taught, what, and what was asked. */
export function Minutes() {
  const w = useWords(classWords)
  const text = useText()
  const params = { courseId: useParam('courseId') }
  return (
    <Shown read={useQuery(reading(listSessionMinutes, { params }))}>
      {({ title, items, may }) => (
        <>
          <PageHeader title={w.minutes} above={text(title)} lead={w.minutesLead} back={{ to: '/school/courses/$courseId', params }} />
          {items.length === 0 ? (
            <EmptyState title={w.minutesNone} />
          ) : (
            items.toReversed().map((session) => <One key={session.sessionId} session={session} mayWrite={may.includes('write')} />)
          )}
        </>
      )}
    </Shown>
  )
}

function One({ session, mayWrite }: { readonly session: MinutesOfSession; readonly mayWrite: boolean }) {
  const w = useWords(classWords)
  const format = useFormat()
  const [writing, setWriting] = useState(false)
  return (
    <Card title={`${w.session(session.number)} · ${format.day(session.startsAt)}`}>
      {session.lecturer && <p className="muted small">{w.taughtBy(session.lecturer)}</p>}
      {session.taught === null ? (
        <p>{w.minutesNot}</p>
      ) : (
        <Facts
          facts={[
            [
              w.taught,
              <span key="taught" className={styles.said}>
                {session.taught}
              </span>,
            ],
            ...(session.questions
              ? [
                  [
                    w.questions,
                    <span key="asked" className={styles.said}>
                      {session.questions}
                    </span>,
                  ] as const,
                ]
              : []),
          ]}
        />
      )}
      {mayWrite &&
        (writing ? (
          <Write session={session} onDone={() => setWriting(false)} />
        ) : (
          <Button kind="quiet" onPress={() => setWriting(true)}>
            {w.minutesWrite}
          </Button>
        ))}
    </Card>
  )
}

function Write({ session, onDone }: { readonly session: MinutesOfSession; readonly onDone: () => void }) {
  const w = useWords(classWords)
  const draft = useDraft(`minutes:${session.sessionId}`, { taught: session.taught ?? '', questions: session.questions ?? '' })
  const [tried, setTried] = useState(false)
  const save = useDeed(saveSessionMinutes, {
    refreshes: [listSessionMinutes],
    onDone() {
      toast(w.minutesSaved)
      void draft.discard().then(onDone)
    },
  })
  if (draft.state === 'reading') return null
  const { value, change } = draft
  const missing: Readonly<Record<string, string>> = value.taught.trim() === '' ? { taught: w.missing } : {}
  const errors: Readonly<Record<string, string>> = { ...fieldErrorsOf(save.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (value.taught.trim() !== '') save.mutate({ params: { sessionId: session.sessionId }, body: value })
  }
  return (
    <Form label={w.minutesWrite} onSubmit={send} busy={save.isPending} error={save.error} errors={tried ? missing : {}}>
      <Field label={w.taught} name="taught" error={errors['taught']}>
        <TextArea value={value.taught} onChange={(taught) => change((now) => ({ ...now, taught }))} rows={5} maxLength={2000} />
      </Field>
      <Field label={w.questions} name="questions" hint={w.questionsHint} error={errors['questions']} optional>
        <TextArea value={value.questions} onChange={(questions) => change((now) => ({ ...now, questions }))} rows={4} maxLength={2000} />
      </Field>
      <PlainWords text={`${value.taught}\n${value.questions}`} />
      <ButtonRow>
        <Button type="submit" busy={save.isPending}>
          {w.minutesSave}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Form>
  )
}
