import { listRetention, type RetentionLine } from '@ronghe/contract/programme/retention.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import styles from './numbers.module.css'
import { NumbersPart } from './NumbersPart.tsx'
import { settingsWords } from './words/words.ts'

/** How long data is kept: the numbers the street may set, and the whole table the nightly job acts on. */
export const RetentionPart = () => (
  <>
    <NumbersPart group="keeping" />
    <RetentionTable />
  </>
)

function RetentionTable() {
  const w = useWords(settingsWords)
  const text = useText()
  const read = useQuery(reading(listRetention))
  const until = ({ does, after, from }: RetentionLine): string => {
    if (does === 'keep') return w.keptOn
    if (after.unit === 'none') return w.afterAtOnce(text(from))
    return { days: w.afterDays, months: w.afterMonths, hours: w.afterHours }[after.unit](after.count, text(from))
  }
  return (
    <Shown read={read}>
      {({ items }) => (
        <Table
          caption={w.retentionCaption}
          rows={items}
          rowKey={(line) => `${line.table}:${line.does}:${line.after.unit}${line.after.count}:${line.columns?.join() ?? ''}`}
          columns={[
            {
              key: 'what',
              label: w.retentionWhat,
              sortBy: ({ name }) => text(name),
              cell: ({ name }) => <span className={styles.what}>{text(name)}</span>,
            },
            {
              key: 'after',
              label: w.retentionAfter,
              cell: (line) => (
                <div>
                  {until(line)}
                  <span className={styles.limits}>{w.does[line.does]}</span>
                </div>
              ),
            },
            {
              key: 'why',
              label: w.retentionWhy,
              cell: ({ why, law, setting }) => (
                <div>
                  {text(why)}
                  {law && <span className="muted small"> {text(law)}</span>}
                  {!setting && <span className="muted small"> {w.retentionFixed}</span>}
                </div>
              ),
            },
          ]}
        />
      )}
    </Shown>
  )
}
