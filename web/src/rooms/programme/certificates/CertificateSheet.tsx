import { downloadCertificate, readMyCertificate } from '@ronghe/contract/programme/certificates.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { download, saveAs } from '../../../platform/download.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { placeOf } from '../../../platform/place.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './certificates.module.css'
import { useHolderFacts } from './VerifyPage.tsx'
import { certificateWords } from './words/words.ts'

type Mine = ReplyOf<typeof readMyCertificate>

/** One certificate: on A4 with its QR code, and as signed files. */
export function CertificateSheet() {
  const w = useWords(certificateWords)
  const format = useFormat()
  const certificateId = useParam('certificateId')
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.what} back={{ to: '/me/certificates', label: w.mineTitle }} />
      </div>
      <Shown read={useQuery(reading(readMyCertificate, { params: { certificateId } }))}>
        {(mine) => (
          <>
            <div className="screen-only">
              {mine.revoked ? (
                <Notice tone="attention" title={w.revokedText(format.wholeDay(mine.revoked.on))}>
                  {w.reasons[mine.revoked.reason]}
                </Notice>
              ) : (
                <ButtonRow>
                  <Button icon="print" onPress={() => print()}>
                    {w.print}
                  </Button>
                </ButtonRow>
              )}
            </div>
            <Sheet mine={mine} />
            <Files mine={mine} />
          </>
        )}
      </Shown>
    </>
  )
}

/** The fields of 民政部令67: who, when and how long, what, by whom, number and date; the organ signs and seals it by hand. */
function Sheet({ mine }: { readonly mine: Mine }) {
  const w = useWords(certificateWords)
  const text = useText()
  const format = useFormat()
  const [printedAt] = useState(() => new Date().toISOString())
  const facts = useHolderFacts(mine.paper).slice(2) // the name stands above, the number in the head
  const address = `${location.origin}${placeOf(location.pathname).prefix}${mine.verifyPath}`
  return (
    <PrintSheet title={text(mine.name)} number={mine.number} address={address} printedAt={printedAt}>
      <p className={styles.certified}>{w.certify[mine.kind](mine.paper.holder)}</p>
      <p>{text(mine.description)}</p>
      <Facts
        facts={[
          [w.kind, w.kinds[mine.kind]],
          ...(mine.period
            ? ([[w.period, w.periodText(format.wholeDay(mine.period.from), format.wholeDay(mine.period.until))]] as const)
            : []),
          ...facts,
          [w.issuer, text(mine.issuer.name)],
          [w.issuedOn, format.wholeDay(mine.issuedOn)],
          [
            w.code,
            <span key="code" className={styles.code}>
              {mine.code}
            </span>,
          ],
        ]}
      />
      <p className="small">{w.sheetNote}</p>
      <div className={styles.signatures}>
        <div>{w.issuedBy}</div>
        <div>{w.inCharge}</div>
        <div>{w.handler}</div>
        <div>{w.contact}</div>
      </div>
    </PrintSheet>
  )
}

function Files({ mine }: { readonly mine: Mine }) {
  const w = useWords(certificateWords)
  const [error, setError] = useState<unknown>()
  const save = (as: 'json' | 'jwt'): void => {
    setError(undefined)
    download(downloadCertificate, { params: { certificateId: mine.id }, query: { as } }).then(
      (blob) => saveAs(blob, `${mine.number}.${as}`),
      setError,
    )
  }
  return (
    <div className="screen-only">
      <Card title={w.files}>
        <p>{w.filesText}</p>
        {error !== undefined && <RefusalLine error={error} />}
        <ButtonRow>
          <Button kind="quiet" icon="file" onPress={() => save('json')}>
            {w.saveJson}
          </Button>
          <Button kind="plain" icon="file" onPress={() => save('jwt')}>
            {w.saveJwt}
          </Button>
        </ButtonRow>
      </Card>
    </div>
  )
}
