import { listBranchNotices, publishBranchNotice, takeDownBranchNotice } from '@ronghe/contract/branch/liaison.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../life/life.module.css'
import { liaisonWords } from './words/words.ts'

/** Notices to everybody who is checked in. */
export function OfficeNotices() {
  const w = useWords(liaisonWords)
  const format = useFormat()
  const branchId = useParam('branchId')
  const [written, setWritten] = useState(0)
  const takeDown = useDeed(takeDownBranchNotice, { refreshes: [listBranchNotices] })
  return (
    <>
      <PageHeader title={w.noticesTitle} lead={w.noticesLead} back={{ to: '/branch/office/$branchId', params: { branchId } }} />
      <Write key={written} branchId={branchId} onDone={() => setWritten(written + 1)} />
      {takeDown.error && <RefusalLine error={takeDown.error} />}
      <Shown read={useQuery(reading(listBranchNotices, { params: { branchId } }))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.noticesNone}>{w.noticesNoneText}</EmptyState>
          ) : (
            items.map((notice) => (
              <Card key={notice.id} title={notice.title}>
                <p className={styles.words}>{notice.words}</p>
                <p className="muted">{w.until(format.day(notice.shownUntil))}</p>
                {notice.may.includes('takeDown') && (
                  <Button
                    kind="plain"
                    busy={takeDown.isPending}
                    onPress={() => takeDown.mutate({ params: { branchId, noticeId: notice.id } })}
                  >
                    {w.takeDown}
                  </Button>
                )}
              </Card>
            ))
          )
        }
      </Shown>
    </>
  )
}

function Write({ branchId, onDone }: { readonly branchId: string; readonly onDone: () => void }) {
  const w = useWords(liaisonWords)
  const today = useToday()
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const [until, setUntil] = useState(today)
  const deed = useDeed(publishBranchNotice, {
    refreshes: [listBranchNotices],
    onDone: () => {
      toast(w.published)
      onDone()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card>
      <Form
        label={w.noticesTitle}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params: { branchId }, body: { title, words, until } })}
      >
        <Field label={w.noticeTitle} name="title" error={errors['title']}>
          <TextInput value={title} onChange={setTitle} maxLength={80} />
        </Field>
        <Field label={w.noticeWords} name="words" error={errors['words']}>
          <TextArea value={words} onChange={setWords} rows={4} maxLength={4000} />
        </Field>
        <Field label={w.noticeUntil} name="until" error={errors['until']}>
          <DateInput value={until} onChange={setUntil} min={today} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.publish}
        </Button>
      </Form>
    </Card>
  )
}
