import { findCertificate, RevocationReason, revokeCertificate } from '@ronghe/contract/programme/certificates.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './certificates.module.css'
import { certificateWords } from './words/words.ts'

type Found = ReplyOf<typeof findCertificate>

/** At the desk of an organ: by the number on the paper, without the holder's name. */
export function RevokeDesk() {
  const w = useWords(certificateWords)
  const [typed, setTyped] = useState('')
  const [number, setNumber] = useState('')
  const found = useQuery({ ...reading(findCertificate, { query: { number } }), enabled: number !== '' })
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <Form onSubmit={() => setNumber(typed.trim())} label={w.find}>
        <Field label={w.number} name="number">
          <TextInput value={typed} onChange={setTyped} maxLength={20} autoComplete="off" />
        </Field>
        <Button type="submit">{w.find}</Button>
      </Form>
      <div className={styles.found}>
        {number !== '' && <Shown read={found}>{(certificate) => <One key={certificate.id} certificate={certificate} />}</Shown>}
      </div>
    </>
  )
}

function One({ certificate }: { readonly certificate: Found }) {
  const w = useWords(certificateWords)
  const text = useText()
  const format = useFormat()
  const [reason, setReason] = useState<RevocationReason>()
  const revoke = useDeed(revokeCertificate, { refreshes: [findCertificate], onDone: () => toast(w.revokedToast) })
  return (
    <Card title={text(certificate.name)}>
      <Facts
        facts={[
          [w.kind, w.kinds[certificate.kind]],
          [w.issuer, text(certificate.issuer.name)],
          [w.issuedOn, format.wholeDay(certificate.issuedOn)],
          [w.number, certificate.number],
        ]}
      />
      {certificate.revoked ? (
        <Notice tone="attention" title={w.revokedText(format.wholeDay(certificate.revoked.on))}>
          {w.reasons[certificate.revoked.reason]}
        </Notice>
      ) : certificate.may.includes('revoke') ? (
        <Form
          onSubmit={() => reason && revoke.mutate({ params: { certificateId: certificate.id }, body: { reason } })}
          busy={revoke.isPending}
          error={revoke.error}
          label={w.revoke}
        >
          <Choice
            label={w.reason}
            name="reason"
            value={reason}
            onChange={setReason}
            options={RevocationReason.options.map((value) => ({ value, label: w.reasons[value] }))}
          />
          <Button type="submit" kind="careful" busy={revoke.isPending}>
            {w.revoke}
          </Button>
        </Form>
      ) : (
        <p>{w.notYours}</p>
      )}
    </Card>
  )
}
