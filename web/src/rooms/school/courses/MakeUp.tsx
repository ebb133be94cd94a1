import { listMakeUps, makeUp } from '@ronghe/contract/school/attendance.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useCourseWords } from './course-words.ts'
import { ownCourses } from './refreshed.ts'
import { courseWords } from './words/words.ts'

/** In another class, or with the materials; or not at all. */
export function MakeUp() {
  const w = useWords(courseWords)
  const text = useText()
  const { at } = useCourseWords()
  const sessionId = useParam('sessionId')
  const course = useSearchText('course')
  const navigate = useNavigate()
  const [how, setHow] = useState('')
  const [missing, setMissing] = useState<Record<string, string>>({})
  const read = useQuery(reading(listMakeUps, { params: { sessionId } }))
  const send = useDeed(makeUp, {
    refreshes: ownCourses,
    onDone: ({ id }) => {
      toast(w.makeUpDone)
      void navigate({ to: '/school/courses/$courseId' as string, params: { courseId: id } as never })
    },
  })
  const submit = () => {
    setMissing(how ? {} : { how: w.needAnswer })
    if (how) send.mutate({ params: { sessionId }, body: how === 'materials' ? { by: 'materials' } : { by: 'session', sessionId: how } })
  }
  return (
    <>
      <PageHeader
        title={w.makeUpQuestion}
        lead={w.makeUpHint}
        back={course ? { to: '/school/courses/$courseId', params: { courseId: course }, label: w.toCourse } : { to: '/school/mine' }}
      />
      <Shown read={read}>
        {({ items }) => (
          <Form onSubmit={submit} busy={send.isPending} errors={missing} error={send.error}>
            <Choice
              label={w.makeUpQuestion}
              hideLabel
              name="how"
              error={missing['how']}
              value={how || undefined}
              onChange={setHow}
              options={[
                { value: 'materials', label: w.makeUpMaterials, hint: w.makeUpMaterialsHint },
                ...items.map((item) => ({
                  value: item.sessionId,
                  label: w.makeUpThere(text(item.course), at(item.startsAt)),
                  ...(item.room ? { hint: text(item.room) } : {}),
                })),
              ]}
            />
            {items.length === 0 && <p className="muted">{w.makeUpNone}</p>}
            <Button type="submit" busy={send.isPending} wide>
              {w.makeUpSend}
            </Button>
          </Form>
        )}
      </Shown>
    </>
  )
}
