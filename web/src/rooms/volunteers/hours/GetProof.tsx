import { listMyCertificates } from '@ronghe/contract/programme/certificates.ts'
import { issueProofs, listMyHours } from '@ronghe/contract/volunteers/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './hours.module.css'
import { hoursWords } from './words/words.ts'

/** A proof of service for a period. */
export function GetProof() {
  const w = useWords(hoursWords)
  return (
    <>
      <PageHeader title={w.proofTitle} lead={w.proofLead} back={{ to: '/volunteers/hours', label: w.back }} />
      <Shown read={useQuery(reading(listMyHours))}>
        {({ confirmed }) =>
          confirmed ? (
            <Period first={confirmed.from} />
          ) : (
            <EmptyState title={w.proofNone} next={<LinkButton to="/volunteers/hours">{w.back}</LinkButton>} />
          )
        }
      </Shown>
    </>
  )
}

function Period({ first }: { readonly first: string }) {
  const w = useWords(hoursWords)
  const text = useText()
  const format = useFormat()
  const [today] = useState(() => dayOf(new Date()))
  const [from, setFrom] = useState(first)
  const [until, setUntil] = useState(today)
  const issue = useDeed(issueProofs, { refreshes: [listMyCertificates] })
  const errors = fieldErrorsOf(issue.error)
  if (issue.data)
    return (
      <>
        {issue.data.certificates.map(({ id, organ, minutes }) => (
          <Card key={id} title={`${w.proofDone} · ${text(organ)}`}>
            <LinkButton wide to="/me/certificates/$certificateId" params={{ certificateId: id }}>
              {w.proofOpen(format.count(Math.floor(minutes / 6) / 10))}
            </LinkButton>
          </Card>
        ))}
        <p className="muted small">{w.proofNote}</p>
      </>
    )
  return (
    <Form onSubmit={() => issue.mutate({ body: { from, until } })} busy={issue.isPending} error={issue.error} label={w.proofTitle}>
      <div className={styles.times}>
        <Field label={w.proofFrom} name="from" error={errors['from']}>
          <DateInput value={from} onChange={setFrom} max={today} />
        </Field>
        <Field label={w.proofUntil} name="until" error={errors['until']}>
          <DateInput value={until} onChange={setUntil} max={today} />
        </Field>
      </div>
      <p className="muted small">{w.proofNote}</p>
      <Button type="submit" busy={issue.isPending}>
        {w.proofDo}
      </Button>
    </Form>
  )
}
