import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useSearchText } from '../../../platform/params.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import styles from './counter.module.css'
import { residentAddress } from './Finished.tsx'
import { counterWords } from './words/words.ts'

/** The slip of a number: large, with the code that shows the place in line on any phone. */
export function Slip() {
  const w = useWords(counterWords)
  const label = useSearchText('label') ?? ''
  const code = useSearchText('code') ?? ''
  const [printedAt] = useState(() => new Date().toISOString())
  const [address] = useState(() => residentAddress('/visit/slip', { code }))
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.slipTitle} back={{ to: '/counter', label: w.toCounter }} />
        <ButtonRow>
          <Button icon="print" onPress={() => window.print()}>
            {w.printSlip}
          </Button>
        </ButtonRow>
      </div>
      <PrintSheet title={w.slipTitle} address={address} printedAt={printedAt}>
        <div className={styles.slip}>
          <p className={styles.label}>{label}</p>
          <p>
            {w.slipCode} <strong>{code}</strong>
          </p>
          <p>{w.slipHow}</p>
        </div>
      </PrintSheet>
    </>
  )
}
