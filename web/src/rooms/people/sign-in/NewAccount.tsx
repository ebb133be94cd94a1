import { createAccount } from '@ronghe/contract/people/sign-in.ts'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { CodeInput, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Actions } from '../Actions.tsx'
import { signInWords } from '../words/sign-in/words.ts'
import { type SignInStep, type StepProps } from './step.ts'

/** A name is all that is asked; on a shared number also four digits of one's own. */
export function NewAccount({ step, next, onSignedIn }: StepProps<SignInStep & { kind: 'named' | 'new' }>) {
  const w = useWords(signInWords)
  const { language } = useLanguage()
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  const deed = useDeed(createAccount, { onDone: (reply) => onSignedIn('secondFactor' in reply && reply.secondFactor) })
  const errors = fieldErrorsOf(deed.error)
  const shared = step.shared === true
  const send = (): void => deed.mutate({ body: { ticket: step.ticket, name, language, ...(shared && pin !== '' && { pin }) } })
  return (
    <>
      <PageHeader title={w.newTitle} lead={shared ? w.pinForNewHint : w.newLead} />
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.newTitle}>
        <Field label={w.name} name="name" error={errors['name']}>
          <TextInput value={name} onChange={setName} autoComplete="name" maxLength={60} />
        </Field>
        {shared && (
          <Field label={w.pinForNew} name="pin" error={errors['pin']}>
            <CodeInput value={pin} onChange={setPin} length={4} />
          </Field>
        )}
        <Button type="submit" wide busy={deed.isPending}>
          {w.create}
        </Button>
      </Form>
      <Actions>
        <Button kind="plain" onPress={() => next({ kind: 'phone', phone: step.phone })}>
          {w.otherNumber}
        </Button>
      </Actions>
    </>
  )
}
