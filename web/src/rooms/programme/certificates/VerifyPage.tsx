import { openCertificate, verifyCertificate, type Verification } from '@ronghe/contract/programme/certificates.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './certificates.module.css'
import { certificateWords } from './words/words.ts'

/** What the QR code on a certificate opens. The part behind `#` never leaves the browser in an address; it is the code printed on the paper. */
export function VerifyPage() {
  const w = useWords(certificateWords)
  const certificateId = useParam('certificateId')
  const read = useQuery(reading(verifyCertificate, { params: { certificateId } }))
  return (
    <>
      <PageHeader title={w.verifyTitle} />
      <Shown read={read}>
        {(seen) => (
          <>
            <State seen={seen} />
            {seen.certificate && <What certificate={seen.certificate} />}
            {seen.state !== 'unknown' && seen.certificate && <Paper certificateId={certificateId} />}
            <Checks seen={seen} />
            <ButtonRow>
              <LinkButton kind="quiet" to="/verify">
                {w.toFile}
              </LinkButton>
              <Button kind="plain" icon="print" onPress={() => print()}>
                {w.printPage}
              </Button>
            </ButtonRow>
            <p className="muted small">{w.privacy}</p>
          </>
        )}
      </Shown>
    </>
  )
}

function State({ seen: { state, revoked } }: { readonly seen: Verification }) {
  const w = useWords(certificateWords)
  const format = useFormat()
  return (
    <div className={classNames(styles.state, state === 'valid' && styles.valid, state === 'revoked' && styles.revoked)} role="status">
      <strong>
        <Icon name={state === 'valid' ? 'check' : 'attention'} /> {w.states[state]}
      </strong>
      <span>
        {state === 'valid'
          ? w.validText
          : state === 'revoked' && revoked
            ? w.revokedWhy(format.wholeDay(revoked.on), w.reasons[revoked.reason])
            : w.unknownText}
      </span>
    </div>
  )
}

function What({ certificate }: { readonly certificate: NonNullable<Verification['certificate']> }) {
  const w = useWords(certificateWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={text(certificate.name)}>
      <Facts
        facts={[
          [w.kind, w.kinds[certificate.kind]],
          [w.issuer, text(certificate.issuer.name)],
          [w.issuedOn, format.wholeDay(certificate.issuedOn)],
          ...(certificate.period
            ? ([[w.period, w.periodText(format.wholeDay(certificate.period.from), format.wholeDay(certificate.period.until))]] as const)
            : []),
        ]}
      />
    </Card>
  )
}

function Checks({ seen }: { readonly seen: Verification }) {
  const w = useWords(certificateWords)
  const format = useFormat()
  return (
    <Card title={w.checksTitle}>
      <ul className={styles.checks}>
        {seen.checks.map(({ check, ok }) => (
          <li key={check}>
            {w.checks[check]}
            <strong>
              <Icon name={ok ? 'check' : 'attention'} /> {ok ? w.checkOk : w.checkFailed}
            </strong>
          </li>
        ))}
      </ul>
      <p className="muted small">{w.checkedAt(format.moment(seen.checkedAt))}</p>
    </Card>
  )
}

/** With the code from the QR or typed from the paper, what the paper says. */
function Paper({ certificateId }: { readonly certificateId: string }) {
  const w = useWords(certificateWords)
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const open = useDeed(openCertificate)
  const { mutate } = open
  useEffect(() => {
    const printed = decodeURIComponent(location.hash.slice(1))
    if (printed !== '') mutate({ params: { certificateId }, body: { code: printed } })
  }, [certificateId, mutate])
  if (open.data) return <OnPaper paper={open.data.paper} />
  return (
    <Card title={w.paperTitle}>
      <p>{w.paperText}</p>
      <Form
        onSubmit={() => mutate({ params: { certificateId }, body: { code } })}
        busy={open.isPending}
        error={open.error}
        label={w.paperTitle}
      >
        <Field label={w.code} name="code" hint={w.codeHint} error={fieldErrorsOf(open.error)['code']}>
          <TextInput value={code} onChange={setCode} maxLength={20} autoComplete="off" />
        </Field>
        <Button type="submit" busy={open.isPending}>
          {w.openPaper}
        </Button>
      </Form>
    </Card>
  )
}

function OnPaper({ paper }: { readonly paper: ReplyOf<typeof openCertificate>['paper'] }) {
  const w = useWords(certificateWords)
  return (
    <Card title={w.onPaper}>
      <Facts facts={useHolderFacts(paper)} />
    </Card>
  )
}

/** The lines that only the holder, or whoever has the paper, sees. */
export function useHolderFacts({ holder, number, hours, narrative, criteria }: ReplyOf<typeof openCertificate>['paper']) {
  const w = useWords(certificateWords)
  const text = useText()
  const format = useFormat()
  return [
    [w.holder, <strong key="holder">{holder}</strong>],
    [w.number, number],
    ...(hours === null ? [] : [[w.hours, w.hoursText(format.count(hours))] as const]),
    ...(narrative ? [[w.content, text(narrative)] as const] : []),
    [w.criteria, text(criteria)],
  ] as const
}
