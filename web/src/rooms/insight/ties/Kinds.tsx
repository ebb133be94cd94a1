import type { TiesQuarter } from '@ronghe/contract/insight/ties.ts'
import type { ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Table } from '../../../ui/Table.tsx'
import { tiesWords } from './words/words.ts'

/** Shifts, classes, meetings, teams: how many were mixed, beside what chance gives. */
export function Kinds({ quarter }: { readonly quarter: TiesQuarter }) {
  const w = useWords(tiesWords)
  const format = useFormat()
  const figure = (shown: ShownFigure, digits: number) =>
    shown.kind === 'few' ? <span className="muted">{w.few}</span> : shown.value.toFixed(digits)
  return (
    <Card title={w.kindsTitle}>
      <Table
        caption={w.mixedTitle}
        rows={quarter.kinds}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', label: w.kind, cell: ({ kind }) => w.kinds[kind] },
          { key: 'gatherings', label: w.gatherings, cell: ({ gatherings }) => format.count(gatherings), number: true },
          { key: 'mixed', label: w.mixedCount, cell: ({ mixed }) => figure(mixed, 0), number: true },
          { key: 'expected', label: w.expected, cell: ({ expectedMixed }) => figure(expectedMixed, 1), number: true },
        ]}
      />
      <p className="muted small">{w.kindsNote}</p>
    </Card>
  )
}
