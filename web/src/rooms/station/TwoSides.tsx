import { listPlaces } from '@ronghe/contract/programme/places.ts'
import type { CaseService } from '@ronghe/forms'
import { useFormat } from '../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { reading } from '../../platform/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { namesOfPlaces } from './names-of-places.ts'
import styles from './station.module.css'
import { sayPart, type TwoSided, twoSided } from './two-sides.ts'
import type { Filing } from './use-filing.ts'
import { filingWords } from './words/filing/words.ts'

/** Two devices wrote different answers to one question. Both are shown with their times; the person says which counts. */
export function TwoSides({
  definition,
  filing,
  later,
}: {
  readonly definition: CaseService
  readonly filing: Filing
  /** Goes on with the form; both answers stay until they are decided. */
  readonly later: () => void
}) {
  const w = useWords(filingWords)
  const text = useText()
  const open = twoSided(definition, filing.draft)
  return (
    <>
      <PageHeader
        title={w.twoSidesTitle}
        above={text(definition.name)}
        lead={w.twoSidesLead}
        back={{ to: '/services/$key', params: { key: definition.key } }}
      />
      {open.map((question) => (
        <Question key={question.part} definition={definition} question={question} filing={filing} />
      ))}
      <Notice>{w.twoSidesKept}</Notice>
      <p>
        <Button kind="plain" onPress={later}>
          {w.twoSidesLater}
        </Button>
      </p>
    </>
  )
}

function Question({
  definition,
  question,
  filing,
}: {
  readonly definition: CaseService
  readonly question: TwoSided
  readonly filing: Filing
}) {
  const w = useWords(filingWords)
  const text = useText()
  const format = useFormat()
  const { language } = useLanguage()
  const names = namesOfPlaces(useKept(reading(listPlaces)).data, text)
  const say = (value: unknown): string => sayPart(definition, question.part, value, language, names) || w.notAnswered
  return (
    <Card title={text(question.label)}>
      <ul className={styles.sides}>
        {question.values.map(({ value, at }) => (
          <li key={JSON.stringify(value)} className={styles.side}>
            <span className={styles.answer}>{say(value)}</span>
            <span className="muted small">{at === undefined ? w.writtenBefore : w.writtenAt(format.moment(at))}</span>
            <Button kind="quiet" onPress={() => filing.pick(question.part, value)}>
              {w.takeThis}
              <span className="unseen"> {say(value)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
