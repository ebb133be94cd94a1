import { useText, useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Interval } from '../charts/Interval.tsx'
import { useContrastWords } from './contrast-words.ts'
import { answers } from './numbers.ts'
import styles from './survey-results.module.css'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** One scale in short: where both groups stand and whether they differ; the rest lies on its own page. */
export function MeasureCard({ measure, waveId, at }: { readonly measure: Measure; readonly waveId: string; readonly at: string }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const name = useGroupName()
  const { gapInWords, changeInWords } = useContrastWords()
  const { groups, gap, changes, asks } = measure
  const moved = changes.filter(({ change }) => change.kind === 'shown' && change.clear)
  return (
    <Card title={text(measure.name)} className={styles.card}>
      <Interval
        label={text(measure.name)}
        rows={groups.filter(({ group }) => group !== 'unstated').map(({ group, value }) => ({ key: group, group, estimate: value }))}
        format={(value) => value.toFixed(2)}
        range={answers}
        table={false}
      />
      <p>{asks === 'everyone' ? gapInWords(gap) : w.onlyOne(name(asks))}</p>
      {moved.map(({ group, change }) => (
        <p key={group}>
          {w.changes}: {changeInWords(name(group), change)}
        </p>
      ))}
      <p className="muted small">{text(measure.saysNot)}</p>
      <LinkButton kind="plain" to={`${at}/$waveId/$measure`} params={{ waveId, measure: measure.id }}>
        {w.toMeasure(text(measure.name))}
      </LinkButton>
    </Card>
  )
}
