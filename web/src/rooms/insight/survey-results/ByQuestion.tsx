import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './survey-results.module.css'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** Of every question how many of a hundred agree, as it was worded. */
export function ByQuestion({ measure }: { readonly measure: Measure }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const format = useFormat()
  const name = useGroupName()
  const groups = measure.groups.map(({ group }) => group)
  return (
    <Card title={w.byQuestion}>
      <p className="muted small">{w.byQuestionNote[measure.choices]}</p>
      <Table
        caption={`${text(measure.name)} · ${w.byQuestion}`}
        rows={measure.questions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'question', label: w.question, cell: (question) => `${text(question.text)}${question.reversed ? w.turned : ''}` },
          ...groups.map((group) => ({
            key: group,
            label: name(group),
            number: true,
            cell: (question: Measure['questions'][number]) => {
              const value = question.groups.find((one) => one.group === group)?.value
              if (value?.kind !== 'shown') return <span className="muted">{w.few}</span>
              return (
                <span className={styles.cell}>
                  <strong>{format.percent(value.value)}</strong>
                  {value.low !== null && value.high !== null && (
                    <span className="muted small">{format.interval(value.low, value.high)}</span>
                  )}
                </span>
              )
            },
          })),
        ]}
      />
    </Card>
  )
}
