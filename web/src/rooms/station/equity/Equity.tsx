import { readEquity } from '@ronghe/contract/station/equity.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useFormat } from '../../../platform/language/format.ts'
import { reading } from '../../../platform/queries.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Benefits } from './Benefits.tsx'
import styles from './equity.module.css'
import { Opportunity } from './Opportunity.tsx'
import { ServiceTable } from './ServiceTable.tsx'
import { equityWords } from './words/words.ts'

/** 均等化 (M22): both groups side by side, of a finished quarter. */
export function Equity() {
  const w = useWords(equityWords)
  const group = useGroupName()
  const [wanted, setWanted] = useState<string>()
  const read = useQuery(reading(readEquity, { query: wanted === undefined ? {} : { quarter: wanted } }))
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead(group('newcomer'), group('local'))} />
      <Shown read={read}>
        {(page) => (
          <>
            {page.quarter === null ? (
              <EmptyState title={w.none}>{w.noneText}</EmptyState>
            ) : (
              <div className={styles.head}>
                <Field label={w.quarter}>
                  <Select
                    value={page.quarter}
                    onChange={setWanted}
                    options={page.quarters.map((quarter) => ({ value: quarter, label: format.quarter(quarter) }))}
                  />
                </Field>
              </div>
            )}
            {page.quarter !== null && <Benefits page={page} />}
            {page.quarter !== null && <ServiceTable page={page} />}
            <Opportunity page={page} />
          </>
        )}
      </Shown>
    </>
  )
}
