import { readSurveyResults } from '@ronghe/contract/insight/survey-results.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Interval } from '../charts/Interval.tsx'
import { Meaning } from '../charts/Meaning.tsx'
import { Trend } from '../charts/Trend.tsx'
import { ByCommunity } from './ByCommunity.tsx'
import { ByQuestion } from './ByQuestion.tsx'
import { Comparison } from './Comparison.tsx'
import { answers } from './numbers.ts'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

export const MeasureForEverybody = () => <MeasurePage back="/insight/survey" />
export const MeasureAtDesk = () => <MeasurePage back="/survey-results" />

/** A scale of a wave: both groups, the gap, the change, the waves, the questions, the communities. */
function MeasurePage({ back }: { readonly back: string }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const id = useParam('measure')
  const read = useQuery(reading(readSurveyResults, { query: { waveId: useParam('waveId') } }))
  const measure = read.data?.result?.measures.find((one) => one.id === id)
  return (
    <>
      <PageHeader
        title={measure ? text(measure.name) : w.title}
        lead={measure && text(measure.about)}
        above={read.data?.result && text(read.data.result.wave.title)}
        back={{ to: back, label: w.title }}
      />
      <Shown read={read}>
        {() => (measure ? <WholeMeasure measure={measure} /> : <EmptyState title={w.notAsked}>{w.notAskedText}</EmptyState>)}
      </Shown>
    </>
  )
}

function WholeMeasure({ measure }: { readonly measure: Measure }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const format = useFormat()
  const { groups, history, choices } = measure
  const label = text(measure.name)
  const write = (value: number): string => value.toFixed(2)
  return (
    <>
      <Card title={w.where}>
        <Interval
          label={label}
          rows={groups.map(({ group, value }) => ({ key: group, group, estimate: value }))}
          format={write}
          range={answers}
        />
        <p className="muted small">{choices === 'agree' ? w.scaleAgree : w.scaleTrust}</p>
        <Meaning says={measure.says} saysNot={measure.saysNot} />
      </Card>
      <Comparison measure={measure} />
      {history.length > 1 && (
        <Card title={w.overTime}>
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
        </Card>
      )}
      <ByQuestion measure={measure} />
      <ByCommunity measure={measure} />
      <p className="muted small">{w.source(measure.source)}</p>
    </>
  )
}
