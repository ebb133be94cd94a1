import { chooseMessages, readMessageChoice } from '@ronghe/contract/people/messages.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Actions } from '../Actions.tsx'
import { meWords } from '../words/me/words.ts'

export function MessageChoice() {
  const w = useWords(meWords)
  return (
    <>
      <PageHeader title={w.choiceTitle} lead={w.choiceLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(readMessageChoice))}>{(choice) => <Choose choice={choice} />}</Shown>
    </>
  )
}

function Choose({ choice }: { readonly choice: ReplyOf<typeof readMessageChoice> }) {
  const w = useWords(meWords)
  const [sms, setSms] = useState(choice.sms)
  const [mail, setMail] = useState(choice.mail)
  const [address, setAddress] = useState(choice.address ?? '')
  const back = useDeed(chooseMessages, { refreshes: [readMessageChoice], onDone: () => toast(w.undone) })
  const deed = useDeed(chooseMessages, {
    refreshes: [readMessageChoice],
    onDone: () =>
      toast(w.saved, () => {
        setSms(choice.sms)
        setMail(choice.mail)
        setAddress(choice.address ?? '')
        back.mutate({ body: choice })
      }),
  })
  return (
    <Form
      onSubmit={() => deed.mutate({ body: { sms, mail, address: address.trim() || null } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.choiceTitle}
    >
      <Actions>
        <Tick label={w.choiceSms} hint={w.choiceSmsHint} checked={sms} onChange={setSms} />
        <Tick label={w.choiceMail} hint={w.choiceMailHint} checked={mail} onChange={setMail} />
      </Actions>
      {mail && (
        <Field label={w.choiceAddress} name="address" error={fieldErrorsOf(deed.error)['address']}>
          <TextInput type="email" value={address} onChange={setAddress} autoComplete="email" maxLength={200} />
        </Field>
      )}
      <Button type="submit" wide busy={deed.isPending}>
        {w.choiceSave}
      </Button>
    </Form>
  )
}
