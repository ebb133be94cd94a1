import type { CaseService } from '@ronghe/forms'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Tick } from '../../ui/Choice.tsx'
import { QuestionPage } from '../../ui/QuestionPage.tsx'
import type { StepPage } from './filing-page.ts'
import type { Filing } from './use-filing.ts'
import styles from './station.module.css'
import { filingWords } from './words/filing/words.ts'

/** Each consent on its own, unticked, with what happens without it (D5). */
export function AgreeTo({ definition, filing, ...page }: StepPage & { readonly definition: CaseService; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const text = useText()
  const { consents } = filing.draft
  const turn = (purpose: string): void =>
    filing.change((draft) => ({
      ...draft,
      consents: consents.includes(purpose) ? consents.filter((one) => one !== purpose) : [...consents, purpose],
    }))
  return (
    <QuestionPage {...page} question={w.agreeTitle} hint={w.agreeHint} next={w.agreeNext}>
      <div className={styles.stack}>
        {definition.consents.map(({ purpose, text: words, withoutIt }) => (
          <Tick
            key={purpose}
            checked={consents.includes(purpose)}
            onChange={() => turn(purpose)}
            label={text(words)}
            hint={w.withoutIt(text(withoutIt))}
          />
        ))}
      </div>
    </QuestionPage>
  )
}
