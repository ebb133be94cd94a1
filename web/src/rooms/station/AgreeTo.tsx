import type { CaseService } from '@ronghe/forms'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useSession } from '../../platform/session/session.tsx'
import { Tick } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { QuestionPage } from '../../ui/QuestionPage.tsx'
import type { StepPage } from './filing-page.ts'
import { tickedBefore, tickedNow } from './filing-draft.ts'
import type { Filing } from './use-filing.ts'
import styles from './station.module.css'
import { filingWords } from './words/filing/words.ts'

/** Each consent on its own, unticked, with what happens without it (D5). */
export function AgreeTo({ definition, filing, ...page }: StepPage & { readonly definition: CaseService; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const text = useText()
  const assisted = useSession().person?.session === 'assisted'
  const { version } = definition
  const ticked = tickedNow(filing.draft, version)
  const turn = (purpose: string): void =>
    filing.change((draft) => {
      const others = Object.fromEntries(Object.entries(draft.ticked).filter(([one]) => one !== purpose))
      return { ...draft, ticked: ticked.includes(purpose) ? others : { ...others, [purpose]: version } }
    })
  return (
    <QuestionPage {...page} question={w.agreeTitle} hint={w.agreeHint} next={w.agreeNext}>
      {tickedBefore(filing.draft, version).length > 0 && <Notice tone="attention">{w.agreeAgain}</Notice>}
      {assisted && <Notice tone="why">{w.agreeInPerson}</Notice>}
      <div className={styles.stack}>
        {!assisted &&
          definition.consents.map(({ purpose, text: words, withoutIt }) => (
            <Tick
              key={purpose}
              checked={ticked.includes(purpose)}
              onChange={() => turn(purpose)}
              label={text(words)}
              hint={w.withoutIt(text(withoutIt))}
            />
          ))}
      </div>
    </QuestionPage>
  )
}
