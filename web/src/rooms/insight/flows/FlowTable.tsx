import type { FlowsHalf } from '@ronghe/contract/insight/flows.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './flows.module.css'
import { flowsWords } from './words/words.ts'

const groups = ['newcomer', 'local', 'unstated'] as const

/** Every way with both groups side by side, those who would rather not say, and all together. */
export function FlowTable({ half }: { readonly half: FlowsHalf }) {
  const w = useWords(flowsWords)
  const format = useFormat()
  const name = useGroupName()
  const rows = half.doors.flatMap(({ from, next }) => next.map((way) => ({ from, ...way })))
  const cell = (shown: Shown) => (shown.kind === 'few' ? <span className="muted">{w.few}</span> : format.count(shown.count))
  return (
    <Table
      caption={w.tableTitle}
      rows={rows}
      rowKey={({ from, to }) => `${from} ${to}`}
      columns={[
        { key: 'from', label: w.firstDoor, cell: ({ from }) => w.doors[from] },
        { key: 'to', label: w.nextDoor, cell: ({ to }) => (to === null ? w.stayed : w.toDoors[to]) },
        ...groups.map((group) => ({
          key: group,
          label: name(group),
          number: true,
          cell: ({ people }: (typeof rows)[number]) => cell(people[group]),
        })),
        { key: 'total', label: w.total, cell: ({ people }) => cell(people.total), number: true },
        {
          key: 'share',
          label: w.share,
          number: true,
          cell: ({ share }) =>
            share.kind === 'few' ? (
              <span className="muted">{w.few}</span>
            ) : (
              <span className={styles.stacked}>
                {format.percent(share.value)}
                {share.low !== null && share.high !== null && <span className="muted small">{format.interval(share.low, share.high)}</span>}
              </span>
            ),
        },
      ]}
    />
  )
}
