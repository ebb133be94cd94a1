import { signInWithName } from '@ronghe/contract/people/sign-in.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { CodeInput, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Actions } from '../Actions.tsx'
import { signInWords } from '../words/sign-in/words.ts'
import { afterSignedIn, type SignInStep, type StepProps } from './step.ts'

/** Several people on one number: the name is typed, not picked, so that a new owner of the number learns nobody's name. */
export function SayName({ step, next, onSignedIn }: StepProps<SignInStep & { kind: 'named' | 'new' }>) {
  const w = useWords(signInWords)
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  const deed = useDeed(signInWithName, {
    onDone(reply) {
      const after = afterSignedIn(reply, step.phone, Date.now())
      if (after.in) onSignedIn(after.secondFactor)
      else next(after.step)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void => deed.mutate({ body: { ticket: step.ticket, name, ...(pin !== '' && { pin }) } })
  return (
    <>
      <PageHeader title={w.namedTitle} lead={w.namedLead} />
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.namedTitle}>
        <Field label={w.name} name="name" hint={w.nameHint} error={errors['name']}>
          <TextInput value={name} onChange={setName} autoComplete="name" maxLength={60} />
        </Field>
        <Field label={w.pin} name="pin" hint={w.pinHint} error={errors['pin']} optional>
          <CodeInput value={pin} onChange={setPin} length={4} />
        </Field>
        <Button type="submit" wide busy={deed.isPending}>
          {w.signIn}
        </Button>
      </Form>
      <Actions>
        <Button kind="quiet" wide onPress={() => next({ ...step, kind: 'new', shared: true })}>
          {w.newHere}
        </Button>
        <Button kind="plain" onPress={() => next({ kind: 'phone', phone: step.phone })}>
          {w.otherNumber}
        </Button>
      </Actions>
    </>
  )
}
