import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import type { Result } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** What came by the open link, apart from the sample and marked as none. */
export function OpenSeries({ open }: { readonly open: NonNullable<Result['open']> }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const format = useFormat()
  const name = useGroupName()
  const people = open.people
    .map(({ group, count }) => `${name(group)} ${count.kind === 'shown' ? w.people(format.count(count.count)) : w.tooFewPeople}`)
    .join(' · ')
  return (
    <Card title={w.open}>
      <p>
        <Tag>{w.openTag}</Tag>
      </p>
      <p>{w.openNote}</p>
      <p className="muted small">{w.openPeople(people)}</p>
      <Table
        caption={`${w.open} · ${w.openTag}`}
        rows={open.measures}
        rowKey={({ id }) => id}
        columns={[
          { key: 'measure', label: w.measure, cell: (measure) => text(measure.name) },
          ...(['newcomer', 'local'] as const).map((group) => ({
            key: group,
            label: name(group),
            number: true,
            cell: (measure: NonNullable<Result['open']>['measures'][number]) => {
              const value = measure.groups.find((one) => one.group === group)?.value
              return value === undefined ? '' : value.kind === 'shown' ? value.value.toFixed(2) : <span className="muted">{w.few}</span>
            },
          })),
        ]}
      />
    </Card>
  )
}
