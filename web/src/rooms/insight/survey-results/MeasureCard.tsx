import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Interval } from '../charts/Interval.tsx'
import { Meaning } from '../charts/Meaning.tsx'
import { Trend } from '../charts/Trend.tsx'
import { ByCommunity } from './ByCommunity.tsx'
import { ByQuestion } from './ByQuestion.tsx'
import { Comparison } from './Comparison.tsx'
import styles from './survey-results.module.css'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** From the lowest answer to the highest. */
const answers = [1, 5] as const

/** One scale: where both groups stand, whether they differ, what it means, and behind lines that open the questions, the waves, the communities. */
export function MeasureCard({ measure }: { readonly measure: Measure }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const name = useGroupName()
  const format = useFormat()
  const { groups, history, choices, asks } = measure
  const label = text(measure.name)
  const write = (value: number): string => value.toFixed(2)
  return (
    <Card title={label}>
      <p>{text(measure.about)}</p>
      <Interval
        label={label}
        rows={groups.map(({ group, value }) => ({ key: group, group, estimate: value }))}
        format={write}
        range={answers}
      />
      <p className="muted small">{choices === 'agree' ? w.scaleAgree : w.scaleTrust}</p>
      {asks === 'everyone' ? <Comparison measure={measure} /> : <p>{w.onlyOne(name(asks))}</p>}
      <Meaning says={measure.says} saysNot={measure.saysNot} />
      {history.length > 1 && (
        <details className={styles.more}>
          <summary>{w.overTime}</summary>
          <Trend
            label={`${label} · ${w.overTime}`}
            periods={history.map(({ waveId, closedOn }) => ({ key: waveId, label: format.month(closedOn.slice(0, 7)) }))}
            series={groups
              .filter(({ group }) => group !== 'unstated')
              .map(({ group }) => ({
                group,
                points: history.map((then) => ({ estimate: then.groups.find((one) => one.group === group)?.value ?? null })),
              }))}
            format={write}
            range={answers}
          />
        </details>
      )}
      <ByQuestion measure={measure} />
      <ByCommunity measure={measure} />
      <p className="muted small extra">{w.source(measure.source)}</p>
    </Card>
  )
}
