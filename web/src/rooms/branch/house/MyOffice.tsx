import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { listMyOffices, stepMyOffice, takeUpOffice, type MyOffice } from '@ronghe/contract/branch/offices.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Messages } from './MyCheckIn.tsx'
import styles from './house.module.css'
import { houseWords } from './words/words.ts'

/** The offices I hold, whether they are public, and the way to take one up. */
export function MyOfficePage() {
  const w = useWords(houseWords)
  return (
    <>
      <PageHeader title={w.officeTitle} back={{ to: '/branch' }} />
      <Shown read={useQuery(reading(listMyOffices))}>
        {({ items }) => (
          <>
            {items.length === 0 && <EmptyState title={w.officeNone}>{w.officeNoneText}</EmptyState>}
            {items.map((office) => (
              <Held key={office.id} office={office} />
            ))}
            {items.length > 0 && <Messages />}
            <TakeUp />
          </>
        )}
      </Shown>
    </>
  )
}

function Held({ office }: { readonly office: MyOffice }) {
  const w = useWords(houseWords)
  const text = useText()
  const format = useFormat()
  const [agrees, setAgrees] = useState(false)
  const deed = useDeed(stepMyOffice, { refreshes: [listMyOffices] })
  const consent = branchConsentTexts.publicity
  const params = { officeId: office.id }
  return (
    <Card title={`${text(office.branch.name)} · ${w.offices[office.kind]}`}>
      <div className={styles.stack}>
        <p className="muted">{w.since(format.day(office.since))}</p>
        <ButtonRow>
          <LinkButton to="/branch/office/$branchId" params={{ branchId: office.branch.id }}>
            {w.open}
          </LinkButton>
          {office.may.includes('layDown') && (
            <Button
              kind="plain"
              busy={deed.isPending}
              onPress={() => deed.mutate({ params, body: { act: 'layDown' } }, { onSuccess: () => toast(w.laidDown) })}
            >
              {w.layDown}
            </Button>
          )}
        </ButtonRow>
        {office.published ? (
          <>
            <p>{w.isPublished}</p>
            <Button
              kind="quiet"
              busy={deed.isPending}
              onPress={() => deed.mutate({ params, body: { act: 'takeDown' } }, { onSuccess: () => toast(w.takenDown) })}
            >
              {w.takeDown}
            </Button>
          </>
        ) : (
          <>
            <Tick checked={agrees} onChange={setAgrees} label={text(consent.title)} hint={text(consent.text)} />
            <Button
              kind="quiet"
              disabled={!agrees}
              busy={deed.isPending}
              onPress={() =>
                deed.mutate({ params, body: { act: 'publish', consent: consent.version } }, { onSuccess: () => toast(w.publishedNow) })
              }
            >
              {w.publish}
            </Button>
          </>
        )}
        {deed.error && <RefusalLine error={deed.error} />}
      </div>
    </Card>
  )
}

function TakeUp() {
  const w = useWords(houseWords)
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const deed = useDeed(takeUpOffice, {
    refreshes: [listMyOffices],
    onDone: () => {
      setCode('')
      setName('')
      toast(w.takenUp)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card title={w.codeTitle}>
      <Form
        label={w.codeTitle}
        onSubmit={() => deed.mutate({ body: { code, name } })}
        busy={deed.isPending}
        errors={errors}
        error={deed.error}
      >
        <Field label={w.code} name="code" hint={w.codeHint} error={errors['code']}>
          <TextInput value={code} onChange={setCode} autoComplete="off" maxLength={40} />
        </Field>
        <Field label={w.codeName} name="name" error={errors['name']}>
          <TextInput value={name} onChange={setName} autoComplete="off" maxLength={40} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.takeUp}
        </Button>
      </Form>
    </Card>
  )
}
