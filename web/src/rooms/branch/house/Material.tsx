import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import styles from './house.module.css'
import { usePrintedAt } from './use-printed-at.ts'
import { houseWords } from './words/words.ts'

/** What anybody may take along, read or pin to a wall; it says nothing about anybody. The paper form is the same as the one on the phone. */
export function Material() {
  const printedAt = usePrintedAt()
  const w = useWords(houseWords)
  const text = useText()
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.materialTitle} back={{ to: '/branch' }} />
        <Card>
          <div className={styles.letter}>
            {w.materialText.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <ButtonRow>
            <LinkButton to="/branch/check-in">{w.checkIn}</LinkButton>
            <Button kind="quiet" onPress={() => window.print()}>
              {w.paperPrint}
            </Button>
          </ButtonRow>
        </Card>
      </div>
      <PrintSheet title={w.paperTitle} printedAt={printedAt}>
        <p>{w.paperLead}</p>
        <table>
          <tbody>
            {[w.branch, w.name, w.home, w.contact].map((line) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td className={styles.blank}>{'\u00a0'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <section className={styles.part}>
          <p>
            <strong>{w.paperConsent}</strong> ☐
          </p>
          <p>{text(branchConsentTexts.checkIn.text)}</p>
          <p>{w.signOwn}</p>
          <p>{w.signDay}</p>
        </section>
        <section className={styles.part}>
          <h2>{w.paperSlip}</h2>
          <p>{w.paperSlipText}</p>
          <p>{w.signOwn}</p>
          <p>{w.signDay}</p>
        </section>
      </PrintSheet>
    </>
  )
}
