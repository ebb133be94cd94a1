import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from '../life/life.module.css'
import { liaisonWords } from './words/words.ts'

/** One text, unticked, for one purpose (D5). On paper the tick says that its author signed there. */
export function Consent({
  purpose,
  agreed,
  onChange,
  paper = false,
}: {
  readonly purpose: keyof typeof lifeConsentTexts
  readonly agreed: boolean
  readonly onChange: (agreed: boolean) => void
  readonly paper?: boolean
}) {
  const w = useWords(liaisonWords)
  const text = useText()
  const { title, text: words } = lifeConsentTexts[purpose]
  return (
    <div className={styles.stack}>
      <Notice tone="why" title={text(title)}>
        {text(words)}
      </Notice>
      <Tick checked={agreed} onChange={onChange} label={paper ? w.signed : w.agree} />
    </div>
  )
}
