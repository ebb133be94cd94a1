import { readReceipt, type Receipt as ReceiptData } from '@ronghe/contract/station/cases.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { classNames } from '../../../../ui/class-names.ts'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'

/** The receipt to print, normal or in large print. */
export function Receipt() {
  const w = useWords(deskWords)
  const caseId = useParam('caseId')
  const read = useQuery(reading(readReceipt, { params: { caseId } }))
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.receiptTitle} back={{ to: '/cases/$view/$caseId', params: { view: 'all', caseId } }} />
      </div>
      <Shown read={read}>{(receipt) => <ReceiptPaper receipt={receipt} />}</Shown>
    </>
  )
}

export function ReceiptPaper({ receipt, startLarge = false }: { readonly receipt: ReceiptData; readonly startLarge?: boolean }) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const [large, setLarge] = useState(startLarge)
  const [printedAt] = useState(() => new Date().toISOString())
  const rows: readonly (readonly [string, string])[] = [
    [w.receiptService, text(receipt.service)],
    [w.receiptFiled, format.moment(receipt.filedAt)],
    ...(receipt.acceptBy === null ? [] : [[w.receiptAccept, format.day(receipt.acceptBy)] as const]),
    [w.receiptPromise, `${format.workingDays(receipt.promisedWorkingDays)}，${w.receiptFrom}`],
  ]
  return (
    <>
      <div className="screen-only">
        <ButtonRow>
          <Button icon="print" onPress={() => window.print()}>
            {w.printReceipt}
          </Button>
          <Button kind="quiet" onPress={() => setLarge(!large)}>
            {large ? w.normalReceipt : w.largeReceipt}
          </Button>
        </ButtonRow>
      </div>
      <div className={classNames(styles.receipt, large && styles.large)}>
        <PrintSheet title={w.receiptTitle} number={w.codeLine(receipt.number)} address={fullAddress(receipt.link)} printedAt={printedAt}>
          {receipt.queryCode !== '' && (
            <p>
              {w.receiptCode} <span className={styles.code}>{receipt.queryCode}</span>
            </p>
          )}
          <table>
            <tbody>
              {rows.map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{w.receiptHow}</p>
          {!large && <p className="small">{w.receiptLeaf(receipt.journal.leafId)}</p>}
        </PrintSheet>
      </div>
    </>
  )
}

/** The QR code must open from anywhere, so a path becomes a whole address. */
const fullAddress = (link: string): string => new URL(link, location.origin).href
