import { type CaseOnPage, revealField } from '@ronghe/contract/station/cases-desk.ts'
import { call } from '../../../../api.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { Covered } from '../../../../ui/Covered.tsx'
import { OpenFiles } from '../../OpenFiles.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'

/** Asks for one personal field; the server records the look before it answers. */
export const uncover = async (caseId: string, field: string): Promise<string> =>
  (await call(revealField, { params: { caseId }, body: { field } })).value

/** What was answered, personal fields covered, and which purposes were agreed to. */
export function CaseAnswers({ found }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const text = useText()
  return (
    <Card title={w.answers}>
      <div className={styles.answers}>
        <Facts
          facts={found.answers.map(({ field, question, answer, covered, known, files }) => [
            question,
            covered ? (
              <Covered key={field} label={question} covered={answer} onUncover={() => uncover(found.id, field)} />
            ) : (
              <span key={field}>
                {answer || <span className="muted">{w.noAnswer}</span>} {known && <span className="muted small extra">{w.known}</span>}
                <OpenFiles files={files} label={w.openFile} />
              </span>
            ),
          ])}
        />
      </div>
      {found.consents.length > 0 && (
        <>
          <h3>{w.consents}</h3>
          <Facts facts={found.consents.map(({ text: purpose, given }) => [text(purpose), given ? w.consentGiven : w.consentNot])} />
        </>
      )}
    </Card>
  )
}
