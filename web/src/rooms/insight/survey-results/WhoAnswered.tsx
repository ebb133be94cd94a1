import type { ByGroup } from '@ronghe/contract/insight/survey-results.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { NamedMark } from '../charts/Mark.tsx'
import styles from './survey-results.module.css'
import type { Result } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** Of whom the figures are made: counts, response rate and margin always, and what they were weighted to. */
export function WhoAnswered({ result }: { readonly result: Result }) {
  const w = useWords(surveyResultWords)
  const format = useFormat()
  const name = useGroupName()
  const { people, response, margins, designEffects, weightedTo } = result
  const values = (of: ByGroup, write: (value: number) => string) => (
    <span className={styles.lines}>
      {of.flatMap(({ group, value }) =>
        value.kind === 'shown' ? (
          <span key={group}>
            {name(group)} {write(value.value)}
          </span>
        ) : (
          []
        ),
      )}
    </span>
  )
  return (
    <Card title={w.who}>
      <ul className={styles.people}>
        {people.map(({ group, count }) => (
          <li key={group}>
            <NamedMark group={group} name={name(group)} />
            <strong>{count.kind === 'shown' ? w.people(format.count(count.count)) : w.tooFewPeople}</strong>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [w.doors, w.doorsValue(format.count(response.doors))],
          [w.rate, response.atLeast === null ? w.rateNone : w.rateValue(format.percent(response.atLeast))],
          [w.margin, values(margins, (value) => w.marginValue((100 * value).toFixed(1)))],
          [w.weighted, weightedTo === null ? w.notWeighted : w.weightedValue(format.wholeDay(weightedTo.countedOn), weightedTo.source)],
          [w.effect, values(designEffects, (value) => value.toFixed(2))],
        ]}
      />
      <p className="muted small">{w.rateNote}</p>
      <p className="muted small">{w.effectNote}</p>
      <p className="muted small">{w.whoNote}</p>
    </Card>
  )
}
