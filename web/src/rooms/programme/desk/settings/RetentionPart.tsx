import { listRetention, type RetentionLine } from '@ronghe/contract/programme/retention.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { settingsWords } from './words/words.ts'

/** The table the nightly job acts on, in words. A table without a word of its own is named as the database names it. */
export function RetentionPart() {
  const w = useWords(settingsWords)
  const read = useQuery(reading(listRetention))
  const named: Readonly<Record<string, string>> = w.tables
  const events: Readonly<Record<string, string>> = w.froms
  const until = ({ does, after, from }: RetentionLine): string => {
    if (does === 'keep') return ''
    const event = events[from] ?? from
    if (after.unit === 'none') return w.afterAtOnce(event)
    return { days: w.afterDays, months: w.afterMonths, hours: w.afterHours }[after.unit](after.count, event)
  }
  return (
    <Shown read={read}>
      {({ items }) => (
        <>
          <p className="muted">{w.retentionLead}</p>
          <Table
            caption={w.retentionCaption}
            rows={items}
            rowKey={(line) => `${line.table}:${line.does}:${line.after.unit}${line.after.count}:${line.columns?.join() ?? ''}`}
            columns={[
              {
                key: 'what',
                label: w.retentionWhat,
                sortBy: ({ table }) => named[table] ?? table,
                cell: ({ table }) => named[table] ?? table,
              },
              { key: 'after', label: w.retentionAfter, cell: until },
              { key: 'does', label: w.retentionDoes, sortBy: ({ does }) => w.does[does], cell: ({ does }) => w.does[does] },
            ]}
          />
        </>
      )}
    </Shown>
  )
}
