import type { NoisyFigure } from '@ronghe/contract/insight/open-data.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useFormat } from '../../../platform/language/format.ts'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './open-data.module.css'
import { openDataWords } from './words/words.ts'

/** One figure with noise: every community and part, the empty ones too. */
export function NoisyTable({ figure }: { readonly figure: NoisyFigure }) {
  const w = useWords(openDataWords)
  const text = useText()
  const format = useFormat()
  const group = useGroupName()
  const { title, period, epsilonPercent, releasedOn, rows } = figure
  return (
    <details className={styles.noisy}>
      <summary>
        {text(title)} · {format.quarter(period)}
      </summary>
      <Table
        caption={w.strength(epsilonPercent, format.day(releasedOn))}
        rows={rows}
        rowKey={(row) => `${row.placeId} ${row.group} ${row.part}`}
        columns={[
          { key: 'place', label: w.community, cell: (row) => (row.placeName ? text(row.placeName) : w.noPlace) },
          { key: 'group', label: w.group, cell: (row) => (row.group === 'all' ? w.all : group(row.group)) },
          { key: 'part', label: w.part, cell: (row) => w.parts[row.part] ?? row.part },
          { key: 'count', label: w.count, cell: (row) => row.count, number: true },
        ]}
      />
    </details>
  )
}
