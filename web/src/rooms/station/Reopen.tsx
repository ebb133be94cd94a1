import { listMyCases, readMyCase, reopenCase } from '@ronghe/contract/station/cases.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useDraft } from '../../platform/offline/draft.ts'
import { useParam } from '../../platform/params.ts'
import { useDeed } from '../../platform/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/Toast.tsx'
import { casesWords } from './words/cases/words.ts'

/** "Closed" is not "solved": the resident says what is not, and it is taken up again. */
export function Reopen() {
  const caseId = useParam('caseId')
  const w = useWords(casesWords)
  const navigate = useNavigate()
  const draft = useDraft(`reopen:${caseId}`, '')
  const [tried, setTried] = useState(false)
  const reopen = useDeed(reopenCase, {
    refreshes: [readMyCase, listMyCases],
    onDone: () => {
      void draft.discard()
      toast(w.reopened)
      void navigate({ to: '/cases/$caseId', params: { caseId }, replace: true } as never)
    },
  })
  const missing = draft.value.trim() === ''
  const submit = (): void => {
    setTried(true)
    if (!missing) reopen.mutate({ params: { caseId }, body: { words: draft.value } })
  }
  return (
    <>
      <PageHeader title={w.reopenTitle} lead={w.reopenHint} back={{ to: '/cases/$caseId', params: { caseId } }} />
      <Form onSubmit={submit} busy={reopen.isPending} error={reopen.error} errors={tried && missing ? { words: w.writeSomething } : {}}>
        <Field label={w.reopenLabel} name="words" error={tried && missing ? w.writeSomething : undefined}>
          <TextArea value={draft.value} onChange={draft.change} maxLength={1000} />
        </Field>
        <Button type="submit" busy={reopen.isPending}>
          {w.reopenDo}
        </Button>
      </Form>
    </>
  )
}
