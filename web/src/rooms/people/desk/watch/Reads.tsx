import { listReads } from '@ronghe/contract/people/security.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import styles from '../people-desk.module.css'
import { watchWords } from './words/words.ts'

/** How often personal data was read on one day, by operation, purpose and kind of post. */
export function Reads() {
  const w = useWords(watchWords)
  const format = useFormat()
  const today = useToday()
  const [day, setDay] = useState(today)
  const read = useQuery(reading(listReads, { query: { day: day || today } }))
  const purposes: Readonly<Record<string, string>> = w.purposes
  return (
    <>
      <div className={styles.tools}>
        <Field label={w.day} name="reads-day">
          <DateInput value={day} onChange={setDay} max={today} />
        </Field>
      </div>
      <Shown read={read}>
        {(found) => (
          <Table
            caption={w.readsCaption(format.day(found.day))}
            rows={found.items}
            rowKey={({ operation, purpose, post }) => `${operation} ${purpose} ${post}`}
            empty={<EmptyState title={w.readsNone}>{w.readsNoneNext}</EmptyState>}
            columns={[
              { key: 'purpose', label: w.purpose, sortBy: ({ purpose }) => purpose, cell: ({ purpose }) => purposes[purpose] ?? purpose },
              {
                key: 'operation',
                label: w.operation,
                sortBy: ({ operation }) => operation,
                cell: ({ operation }) => operation,
              },
              {
                key: 'post',
                label: w.byPost,
                sortBy: ({ post }) => post ?? '',
                cell: ({ post }) => (post === null ? w.noPost : post),
              },
              { key: 'count', label: w.count, number: true, sortBy: ({ reads }) => reads, cell: ({ reads }) => format.count(reads) },
            ]}
          />
        )}
      </Shown>
    </>
  )
}
