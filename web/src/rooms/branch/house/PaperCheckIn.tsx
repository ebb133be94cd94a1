import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { enterPaperCheckIn, listMembers } from '@ronghe/contract/branch/members.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { houseWords } from './words/words.ts'

/** From the member's signed paper; it counts like a declaration on a phone. */
export function PaperCheckIn() {
  const w = useWords(houseWords)
  const text = useText()
  const go = useNavigate()
  const branchId = useParam('branchId')
  const today = useToday()
  const [said, setSaid] = useState({ name: '', homeBranch: '', contact: '', signedOn: today })
  const [signed, setSigned] = useState(false)
  const [forgot, setForgot] = useState(false)
  const consent = branchConsentTexts.checkIn
  const deed = useDeed(enterPaperCheckIn, {
    refreshes: [listMembers],
    onDone: () => {
      toast(w.paperSaved)
      void go({ to: '/branch/office/$branchId', params: { branchId } })
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void => {
    setForgot(!signed)
    if (signed) deed.mutate({ params: { branchId }, body: { ...said, consent: consent.version, signed: true } })
  }
  const line = (field: 'name' | 'homeBranch' | 'contact', label: string, most: number) => (
    <Field label={label} name={field} error={errors[field]} optional={field === 'contact'}>
      <TextInput value={said[field]} onChange={(value) => setSaid({ ...said, [field]: value })} maxLength={most} autoComplete="off" />
    </Field>
  )
  return (
    <>
      <PageHeader title={w.paperEnter} back={{ to: '/branch/office/$branchId', params: { branchId } }} lead={w.paperEnterLead} />
      <Card>
        <Form label={w.paperEnter} onSubmit={send} busy={deed.isPending} errors={errors} error={deed.error}>
          {line('name', w.name, 40)}
          {line('homeBranch', w.home, 100)}
          {line('contact', w.contact, 100)}
          <Field label={w.signedOn} name="signedOn" error={errors['signedOn']}>
            <DateInput value={said.signedOn} onChange={(signedOn) => setSaid({ ...said, signedOn })} max={today} />
          </Field>
          <Tick checked={signed} onChange={setSigned} label={w.signed} hint={text(consent.text)} />
          {forgot && !signed && <Notice tone="attention">{w.mustSign}</Notice>}
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.paperSave}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
}
