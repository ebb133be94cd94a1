import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { residentAddress } from '../address.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import styles from './care.module.css'
import { careWords } from './words/words.ts'

/** The same form on paper, with the same text to agree to (D8). */
export function CarePaper() {
  const w = useWords(careWords)
  const text = useText()
  const [printedAt] = useState(() => new Date().toISOString())
  const { text: consent, version } = consentTexts.careVisits
  const lines = [w.paperName, w.paperPhone, w.address, w.community]
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.paperTitle} lead={w.paperLead} back={{ to: '/volunteers/care', label: w.back }} />
        <Button icon="print" onPress={() => window.print()}>
          {w.paperPrint}
        </Button>
      </div>
      <PrintSheet title={w.paperTitle} address={residentAddress('/volunteers/care')} printedAt={printedAt}>
        <p>{w.wishLead}</p>
        <div className={styles.fields}>
          {lines.map((line) => (
            <Line key={line} name={line} />
          ))}
        </div>
        <p>
          {w.rhythm}
          {'\u3000'}
          {Object.values(w.rhythms)
            .map((rhythm) => `□ ${rhythm}`)
            .join('　')}
        </p>
        <p className={styles.consent}>{text(consent)}</p>
        <p>{w.paperConsent(version)}</p>
        <div className={styles.fields}>
          <Line name={w.paperSign} />
          <Line name={w.paperDay} />
        </div>
      </PrintSheet>
    </>
  )
}

const Line = ({ name }: { readonly name: string }) => (
  <>
    <span>{name}</span>
    <span className={styles.line} />
  </>
)
