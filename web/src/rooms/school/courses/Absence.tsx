import { AbsenceKind, sayAbsent } from '@ronghe/contract/school/attendance.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { ownCourses } from './refreshed.ts'
import { courseWords } from './words/words.ts'

/** I cannot come: a kind is enough. */
export function Absence() {
  const w = useWords(courseWords)
  const sessionId = useParam('sessionId')
  const course = useSearchText('course')
  const navigate = useNavigate()
  const [kind, setKind] = useState<AbsenceKind>()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState<Record<string, string>>({})
  const send = useDeed(sayAbsent, {
    refreshes: ownCourses,
    onDone: ({ id }) => {
      toast(w.absentDone)
      void navigate({ to: '/school/courses/$courseId' as string, params: { courseId: id } as never })
    },
  })
  const submit = () => {
    setMissing(kind ? {} : { kind: w.needAnswer })
    if (kind) send.mutate({ params: { sessionId }, body: { kind, words: words.trim() } })
  }
  return (
    <>
      <PageHeader
        title={w.absentQuestion}
        lead={w.absentHint}
        back={course ? { to: '/school/courses/$courseId', params: { courseId: course }, label: w.toCourse } : { to: '/school/mine' }}
      />
      <Form onSubmit={submit} busy={send.isPending} errors={missing} error={send.error}>
        <Choice
          label={w.absentQuestion}
          hideLabel
          name="kind"
          error={missing['kind']}
          value={kind}
          onChange={setKind}
          options={AbsenceKind.options.map((value) => ({ value, label: w.absentKinds[value] }))}
        />
        <Field name="words" label={w.absentWords} hint={w.absentWordsHint} optional>
          <TextArea value={words} onChange={setWords} rows={3} maxLength={200} />
        </Field>
        <Button type="submit" busy={send.isPending} wide>
          {w.absentSend}
        </Button>
      </Form>
    </>
  )
}
