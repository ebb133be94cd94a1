import { checkInToClass } from '@ronghe/contract/school/attendance.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { ownCourses } from './refreshed.ts'
import { courseWords } from './words/words.ts'

/** With the code in the room; the camera brings it along. */
export function CheckIn() {
  const w = useWords(courseWords)
  const sessionId = useParam('sessionId')
  const navigate = useNavigate()
  const scanned = useSearchText('code')
  const [code, setCode] = useState(scanned ?? '')
  const checkIn = useDeed(checkInToClass, {
    refreshes: ownCourses,
    onDone: ({ id }) => {
      toast(w.checkedIn)
      void navigate({ to: '/school/courses/$courseId' as string, params: { courseId: id } as never })
    },
  })
  return (
    <>
      <PageHeader title={w.checkInTitle} lead={w.checkInLead} back={{ to: '/school/mine', label: w.toMine }} />
      <Form
        onSubmit={() => checkIn.mutate({ params: { sessionId }, body: { code: code.trim() } })}
        busy={checkIn.isPending}
        error={checkIn.error}
      >
        {scanned === undefined && <p>{w.checkInScan}</p>}
        <Field name="code" label={w.code} hint={w.codeHint}>
          <TextInput value={code} onChange={setCode} maxLength={20} short />
        </Field>
        <Button type="submit" busy={checkIn.isPending} wide>
          {w.checkInDo}
        </Button>
      </Form>
    </>
  )
}
