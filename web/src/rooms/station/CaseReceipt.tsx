import { readReceipt, type Receipt } from '@ronghe/contract/station/cases.ts'
import { useEffect, useState } from 'react'
import { ProblemError } from '../../api.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { findWaiting, useOutbox, withdraw } from '../../platform/offline/outbox.ts'
import type { Filing } from '../../platform/offline/store.ts'
import { useParam, useSearchText } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { shellWords } from '../../shell/words/words.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { addressHere } from './address-here.ts'
import { filingWords } from './words/filing/words.ts'

/** What one holds after filing: the receipt to print, or word that it waits for a line. */
export function CaseReceipt() {
  const caseId = useParam('caseId')
  const outbox = useOutbox()
  const [waiting, setWaiting] = useState<Filing | null>()
  useEffect(() => {
    void findWaiting(caseId).then((found) => setWaiting(found ?? null))
  }, [caseId, outbox])
  if (waiting === undefined) return <Loading />
  return waiting ? <Waiting filing={waiting} /> : <There caseId={caseId} />
}

function Waiting({ filing }: { readonly filing: Filing }) {
  const w = useWords(filingWords)
  const shell = useWords(shellWords)
  const format = useFormat()
  const { service, forPerson } = filing.asked.body as { readonly service: string; readonly forPerson?: string }
  const handedIn = useSearchText('handed') === 'in'
  return (
    <>
      <PageHeader title={filing.problem ? w.refusedTitle : w.waitsTitle} back={{ to: '/cases' }} />
      {filing.problem ? <RefusalLine error={new ProblemError(filing.problem)} /> : <p role="status">{w.waitsText}</p>}
      <Card>
        <Facts
          facts={[
            [w.service, filing.title],
            [w.filedAt, format.moment(new Date(filing.madeAt).toISOString())],
          ]}
        />
      </Card>
      <ButtonRow>
        {filing.problem && (
          <LinkButton
            to="/services/$key/form/$page"
            params={{ key: service, page: 'check-all' }}
            search={handedIn && forPerson !== undefined ? { for: forPerson } : {}}
          >
            {w.fix}
          </LinkButton>
        )}
        <LinkButton kind="quiet" to="/services">
          {w.toServices}
        </LinkButton>
        <Button kind="plain" onPress={() => void withdraw(filing)}>
          {shell.withdraw}
        </Button>
      </ButtonRow>
    </>
  )
}

function There({ caseId }: { readonly caseId: string }) {
  const w = useWords(filingWords)
  const handedIn = useSearchText('handed') === 'in'
  return (
    <Shown read={useKept(reading(readReceipt, { params: { caseId } }))}>
      {(receipt) => (
        <>
          <div className="screen-only">
            <PageHeader
              title={w.receiptTitle}
              lead={handedIn ? w.handInReceipt : w.keepCode}
              back={{ to: handedIn ? '/hand-in' : '/cases' }}
            />
          </div>
          <Sheet receipt={receipt} />
          <div className="screen-only">
            <ButtonRow>
              {handedIn ? (
                <LinkButton to="/hand-in">{w.handInMore}</LinkButton>
              ) : (
                <LinkButton to="/cases/$caseId" params={{ caseId }}>
                  {w.follow}
                </LinkButton>
              )}
              <Button kind="quiet" icon="print" onPress={() => print()}>
                {w.print}
              </Button>
            </ButtonRow>
          </div>
        </>
      )}
    </Shown>
  )
}

/** The same on the screen and on paper; the code opens the status page, which then asks for the end of the phone number. */
function Sheet({ receipt }: { readonly receipt: Receipt }) {
  const w = useWords(filingWords)
  const text = useText()
  const format = useFormat()
  const [printedAt] = useState(() => new Date().toISOString())
  const { promise, proof } = receipt.journal
  return (
    <PrintSheet
      title={w.receiptPaper}
      number={text(receipt.service)}
      {...(receipt.link !== '' && { address: addressHere(receipt.link) })}
      printedAt={printedAt}
    >
      <Facts
        facts={[
          [w.number, receipt.number],
          ...(receipt.queryCode === '' ? [] : [[w.code, <strong key="code">{receipt.queryCode}</strong>] as const]),
          [w.filedAt, format.moment(receipt.filedAt)],
          ...(receipt.acceptBy ? ([[w.acceptBy, w.acceptByText(format.day(receipt.acceptBy))]] as const) : []),
          [w.decide, w.decideText(format.workingDays(receipt.promisedWorkingDays))],
          [w.proof, proof ? w.proofThere(proof.index) : w.proofPending],
        ]}
      />
      <p className="small muted">{proof ? proof.head.signature : promise?.signature}</p>
      {receipt.queryCode !== '' && <p className="small">{w.keepCode}</p>}
    </PrintSheet>
  )
}
