import type { readSurveyMethod } from '@ronghe/contract/insight/survey-results.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import { NamedMark } from '../charts/Mark.tsx'
import { surveyResultWords } from './words/words.ts'

/** Which lanes share a weight, and how many people one answer stands for. */
export function WeightCells({ method: { cells, trimmed } }: { readonly method: ReplyOf<typeof readSurveyMethod> }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const format = useFormat()
  const name = useGroupName()
  return (
    <Card title={w.methodCells}>
      <p className="muted small">{w.methodCellsNote}</p>
      <Table
        caption={w.methodCells}
        rows={cells.map((cell, place) => ({ ...cell, key: String(place) }))}
        rowKey={({ key }) => key}
        empty={<p className="muted">{w.noCells}</p>}
        columns={[
          { key: 'group', label: w.group, cell: ({ group }) => <NamedMark group={group} name={name(group)} /> },
          { key: 'lanes', label: w.lanes, cell: ({ lanes }) => format.list(lanes.map((lane) => text(lane))) },
          {
            key: 'respondents',
            label: w.respondents,
            number: true,
            cell: ({ respondents }) => (respondents.kind === 'shown' ? format.count(respondents.count) : w.few),
          },
          { key: 'population', label: w.population, number: true, cell: ({ population }) => format.count(population) },
          { key: 'weight', label: w.weight, number: true, cell: ({ weight }) => (weight === null ? w.few : weight.toFixed(1)) },
        ]}
      />
      <p className="muted small">{trimmed.any ? w.trimmed(String(trimmed.most)) : w.notTrimmed(String(trimmed.most))}</p>
    </Card>
  )
}
