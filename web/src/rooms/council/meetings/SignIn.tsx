import { readMeeting, signInByCode } from '@ronghe/contract/council/meetings.ts'
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
import { meetingWords } from './words/words.ts'

/** The code of the hall's screen is in the address when it was scanned; one tap is left to do. */
export function SignIn() {
  const w = useWords(meetingWords)
  const meetingId = useParam('meetingId')
  const navigate = useNavigate()
  const [code, setCode] = useState(useSearchText('code') ?? '')
  const signIn = useDeed(signInByCode, {
    refreshes: [readMeeting],
    onDone: () => {
      toast(w.signInDone)
      void navigate({ to: '/council/meetings/$meetingId' as string, params: { meetingId } as never })
    },
  })
  return (
    <>
      <PageHeader title={w.signInTitle} lead={w.signInLead} back={{ to: '/council/meetings/$meetingId', params: { meetingId } }} />
      <Form onSubmit={() => signIn.mutate({ params: { meetingId }, body: { code } })} busy={signIn.isPending} error={signIn.error}>
        <Field name="code" label={w.signInCode}>
          <TextInput value={code} onChange={setCode} maxLength={12} />
        </Field>
        <Button type="submit" busy={signIn.isPending} wide>
          {w.signInDo}
        </Button>
      </Form>
      <p className="muted">{w.signInOther}</p>
    </>
  )
}
