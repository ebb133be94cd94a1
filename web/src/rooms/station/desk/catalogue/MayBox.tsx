import { documentsNeeded, eligibility, type Answers, type ServiceDefinition } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from './catalogue.module.css'
import { catalogueWords } from './words/words.ts'

/** With the answers tried so far: whether each rule is met, what else is possible, which papers are asked for. */
export function MayBox({
  definition,
  answers,
  today,
}: {
  readonly definition: ServiceDefinition
  readonly answers: Answers
  readonly today: string
}) {
  const w = useWords(catalogueWords).preview
  const text = useText()
  const { verdict, reasons, instead } = eligibility(definition.eligibility, answers, today)
  const papers = documentsNeeded(definition, answers, today)
  return (
    <section className={styles.may} aria-label={w.may}>
      <h4>{w.may}</h4>
      <p>{w.verdict[verdict]}</p>
      <ul>
        {reasons.map(({ rule, met, text: words }) => (
          <li key={rule}>
            <span>{text(words)}</span>{' '}
            <Tag tone={met === undefined ? 'quiet' : met ? 'going' : 'attention'}>
              {met === undefined ? w.open : met ? w.met : w.notMet}
            </Tag>
          </li>
        ))}
      </ul>
      {instead.length > 0 && (
        <>
          <h4>{w.instead}</h4>
          <ul>
            {instead.map((way) => (
              <li key={way.text['zh-CN']}>{text(way.text)}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{papers.length > 0 ? w.documents : w.noDocuments}</h4>
      <ul>
        {papers.map((need) => (
          <li key={need.id}>
            {text(need.name)} {!need.certain && <span className="muted small">{w.perhaps}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
