import { endOrgan, type OrganPage } from '@ronghe/contract/programme/organs.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

export function EndOrgan({ organ, onDone }: { readonly organ: OrganPage; readonly onDone: () => void }) {
  const today = useToday()
  const w = useWords(organDeskWords)
  const navigate = useNavigate()
  const [lastDay, setLastDay] = useState(today)
  const [reason, setReason] = useState('')
  const deed = useDeed(endOrgan, {
    refreshes: organReads,
    onDone: () => {
      toast(w.ended)
      onDone()
      void navigate({ to: '/organs' as string })
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { organId: organ.id }, body: { lastDay, reason: reason.trim() } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.end}
    >
      <p className="muted small">{w.endText}</p>
      <Field label={w.endLastDay} name="lastDay" error={errors['lastDay']}>
        <DateInput value={lastDay} onChange={setLastDay} />
      </Field>
      <Field label={w.endReason} name="reason" error={errors['reason']} optional>
        <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
      </Field>
      <ButtonRow>
        <Button type="submit" kind="careful" busy={deed.isPending}>
          {w.endOrganDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
