import type { DefinitionChange } from '@ronghe/contract/station/services-editing.ts'
import type * as z from 'zod/mini'
import { useWords } from '../../../../platform/language/language.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from './catalogue.module.css'
import { catalogueWords } from './words/words.ts'

/** Differences beside each other, in words: where, before, now; or what the two sides are called instead. */
export function ChangeTable({
  changes,
  sides,
}: {
  readonly changes: readonly z.infer<typeof DefinitionChange>[]
  readonly sides?: readonly [before: string, after: string]
}) {
  const all = useWords(catalogueWords)
  const w = all.changes
  if (changes.length === 0) return <p>{w.none}</p>
  return (
    <Table
      caption={w.count(changes.length)}
      columns={[
        {
          key: 'where',
          label: w.what,
          cell: ({ where, kind, losesAnswers }) => (
            <>
              {where} <Tag tone="quiet">{w.kinds[kind]}</Tag> {losesAnswers && <Tag tone="attention">{w.loses}</Tag>}
            </>
          ),
        },
        { key: 'before', label: sides?.[0] ?? w.before, cell: ({ before }) => <span className={styles.lines}>{before ?? '—'}</span> },
        { key: 'after', label: sides?.[1] ?? w.after, cell: ({ after }) => <span className={styles.lines}>{after ?? '—'}</span> },
      ]}
      rows={changes}
      rowKey={({ path, kind }) => `${path} ${kind}`}
    />
  )
}
