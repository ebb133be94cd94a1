import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'

/** Whether the answers meet the rules, with the law behind each; a person decides. */
export function CaseEligibility({ found: { eligibility } }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const text = useText()
  if (eligibility.reasons.length === 0) return null
  return (
    <Card title={w.eligibility}>
      <p className={styles.verdict} data-verdict={eligibility.verdict}>
        {w.verdicts[eligibility.verdict]}
      </p>
      <ul className={styles.reasons}>
        {eligibility.reasons.map((reason, place) => (
          <li key={place} data-met={reason.met}>
            {text(reason.text)} <span className="muted small">{w.reasonMet[reason.met]}</span>
            {reason.law && <span className="muted small extra"> · {w.law(text(reason.law))}</span>}
          </li>
        ))}
      </ul>
      <p className="muted small extra">{w.verdictNote}</p>
    </Card>
  )
}
