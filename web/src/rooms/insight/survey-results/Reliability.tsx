import type { readSurveyMethod } from '@ronghe/contract/insight/survey-results.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import { NamedMark } from '../charts/Mark.tsx'
import { surveyResultWords } from './words/words.ts'

/** Alpha with its interval and omega, for each scale and group. */
export function Reliability({ scales }: Pick<ReplyOf<typeof readSurveyMethod>, 'scales'>) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const name = useGroupName()
  const rows = scales.flatMap((scale) =>
    scale.reliability.map(({ group, value }) => ({ key: `${scale.id} ${group}`, title: scale.name, items: scale.items, group, value })),
  )
  return (
    <Card title={w.reliability}>
      <p className="muted small">{w.reliabilityNote}</p>
      <Table
        caption={w.reliability}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'scale', label: w.scale, cell: ({ title }) => text(title) },
          { key: 'group', label: w.group, cell: ({ group }) => <NamedMark group={group} name={name(group)} /> },
          { key: 'items', label: w.items, number: true, cell: ({ items }) => items },
          {
            key: 'alpha',
            label: w.alpha,
            number: true,
            cell: ({ value }) =>
              value.kind === 'notEnough' ? w.tooFewToTell : `${value.alpha.toFixed(2)} (${value.low.toFixed(2)}–${value.high.toFixed(2)})`,
          },
          {
            key: 'omega',
            label: w.omega,
            number: true,
            cell: ({ value }) => (value.kind === 'notEnough' ? '' : value.omega === null ? w.noOmega : value.omega.toFixed(2)),
          },
        ]}
      />
    </Card>
  )
}
