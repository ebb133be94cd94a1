import { readSetUp, setUp } from '@ronghe/contract/people/set-up.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Actions } from '../Actions.tsx'
import { signInWords } from '../words/sign-in/words.ts'

const roles = ['system', 'security', 'audit'] as const
const nobody = { name: '', phone: '' }

/** The first page of a new street: three administrators, then they sign in like everybody else. */
export function SetUp() {
  const w = useWords(signInWords)
  const read = useQuery(reading(readSetUp))
  return (
    <Shown read={read}>
      {({ waiting }) =>
        waiting ? (
          <AskThree />
        ) : (
          <>
            <PageHeader title={w.setUpAlready} lead={w.setUpAlreadyText} />
            <LinkButton to="/sign-in">{w.title}</LinkButton>
          </>
        )
      }
    </Shown>
  )
}

function AskThree() {
  const w = useWords(signInWords)
  const [code, setCode] = useState('')
  const [three, setThree] = useState({ system: nobody, security: nobody, audit: nobody })
  const deed = useDeed(setUp)
  const errors = fieldErrorsOf(deed.error)
  if (deed.data)
    return (
      <>
        <PageHeader title={w.setUpTitle} />
        <EmptyState title={w.setUpDone} next={<LinkButton to="/sign-in">{w.title}</LinkButton>}>
          {w.setUpDoneText}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={w.setUpTitle} lead={w.setUpLead} />
      <Form onSubmit={() => deed.mutate({ body: { code, ...three } })} busy={deed.isPending} error={deed.error} label={w.setUpTitle}>
        <Field label={w.setUpCode} name="code" hint={w.setUpCodeHint} error={errors['code']}>
          <TextInput value={code} onChange={setCode} maxLength={40} />
        </Field>
        {roles.map((role) => (
          <Card key={role} title={w.setUpRoles[role]}>
            <p className="muted">{w.setUpWhat[role]}</p>
            <Field label={w.name} name={`${role}.name`} error={errors[`${role}.name`]}>
              <TextInput
                value={three[role].name}
                onChange={(name) => setThree({ ...three, [role]: { ...three[role], name } })}
                maxLength={60}
              />
            </Field>
            <Field label={w.phone} name={`${role}.phone`} error={errors[`${role}.phone`]}>
              <PhoneInput value={three[role].phone} onChange={(phone) => setThree({ ...three, [role]: { ...three[role], phone } })} />
            </Field>
          </Card>
        ))}
        <Actions>
          <Button type="submit" wide busy={deed.isPending}>
            {w.setUpDo}
          </Button>
        </Actions>
      </Form>
    </>
  )
}
