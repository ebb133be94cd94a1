import { type Candidate, listCalls, listObjections, type SeatCall } from '@ronghe/contract/council/seat-calls.ts'
import { enterCandidacy, enterObjection } from '@ronghe/contract/council/seat-papers.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { PhoneInput, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { seatWords } from '../words/words.ts'

const refreshes = [listCalls, listObjections]

/** What somebody signed on paper: a candidacy while the call is open, an objection during the notice. */
export function CallPapers({ call }: { readonly call: SeatCall }) {
  const w = useWords(seatWords)
  const [open, setOpen] = useState(false)
  const standing = call.candidates.filter(({ state }) => state === 'standing')
  const what = call.state === 'open' ? 'candidacy' : call.state === 'notice' && standing.length > 0 ? 'objection' : null
  if (!what) return null
  if (!open)
    return (
      <ButtonRow>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {what === 'candidacy' ? w.paperCandidacy : w.paperObjection}
        </Button>
      </ButtonRow>
    )
  return <Paper key={what} call={call} standing={what === 'objection' ? standing : []} onDone={() => setOpen(false)} />
}

function Paper({
  call,
  standing,
  onDone,
}: {
  readonly call: SeatCall
  readonly standing: readonly Candidate[]
  readonly onDone: () => void
}) {
  const w = useWords(seatWords)
  const text = useText()
  const [about, setAbout] = useState(standing[0]?.id ?? '')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [said, setSaid] = useState('')
  const [signed, setSigned] = useState(false)
  const [asked, setAsked] = useState(false)
  const [faults, setFaults] = useState<FieldErrors>({})
  const done = (): void => {
    toast(w.paperDone)
    onDone()
  }
  const stands = useDeed(enterCandidacy, { refreshes, onDone: done })
  const objects = useDeed(enterObjection, { refreshes, onDone: done })
  const objecting = standing.length > 0
  const deed = objecting ? objects : stands
  const field = objecting ? 'words' : 'statement'
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const send = (): void => {
    const found: FieldErrors = {
      ...(name.trim() === '' && { name: w.paperMissing }),
      ...(phone.trim() === '' && { phone: w.paperMissing }),
      ...(said.trim() === '' && { [field]: w.paperMissing }),
    }
    setFaults(found)
    setAsked(!signed)
    if (Object.keys(found).length > 0 || !signed) return
    const who = { name: name.trim(), phone: phone.trim(), signed: true as const }
    if (objecting) objects.mutate({ params: { candidateId: about }, body: { ...who, words: said.trim() } })
    else
      stands.mutate({
        params: { callId: call.id },
        body: { ...who, statement: said.trim(), version: consentTexts.seatPublicity.version },
      })
  }
  const label = objecting ? w.paperObjection : w.paperCandidacy
  return (
    <Form label={label} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={send}>
      {objecting && (
        <Choice
          label={w.candidates}
          value={about}
          onChange={setAbout}
          options={standing.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <Field label={w.paperName} name="name" error={errors['name']}>
        <TextInput value={name} onChange={setName} maxLength={40} autoComplete="off" />
      </Field>
      <Field label={w.paperPhone} name="phone" error={errors['phone']}>
        <PhoneInput value={phone} onChange={setPhone} />
      </Field>
      <Field label={objecting ? w.paperWords : w.statement} name={field} error={errors[field]}>
        <TextArea value={said} onChange={setSaid} rows={4} maxLength={objecting ? 1000 : 500} />
      </Field>
      <Tick
        checked={signed}
        onChange={setSigned}
        label={w.paperSigned}
        {...(!objecting && { hint: `${w.paperSure} ${text(consentTexts.seatPublicity.text)}` })}
      />
      {asked && !signed && <p role="alert">{w.paperUnsigned}</p>}
      <ButtonRow>
        <Button type="submit" kind="quiet" busy={deed.isPending}>
          {label}
        </Button>
        <Button kind="plain" onPress={onDone}>
          {w.paperCancel}
        </Button>
      </ButtonRow>
    </Form>
  )
}
