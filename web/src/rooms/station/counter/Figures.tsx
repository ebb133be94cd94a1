import { readCounterFigures } from '@ronghe/contract/station/counter.ts'
import type { Shown as Count, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { DateInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './counter.module.css'
import { dayAfter } from './minutes.ts'
import { counterWords } from './words/words.ts'

/** Waits and services day by day: of the hall, never of a colleague. */
export function Figures() {
  const w = useWords(counterWords)
  const format = useFormat()
  const [yesterday] = useState(() => dayAfter(dayOf(new Date()), -1))
  const [from, setFrom] = useState(() => dayAfter(yesterday, -13))
  const [to, setTo] = useState(yesterday)
  const read = useQuery(reading(readCounterFigures, { query: { from, to } }))
  const count = (shown: Count): string => (shown.kind === 'few' ? w.tooFew : format.count(shown.count))
  const minutes = (shown: ShownFigure): string => (shown.kind === 'few' ? w.tooFew : w.minutes(Math.round(shown.value)))
  return (
    <>
      <PageHeader title={w.figuresTitle} lead={w.figuresLead} />
      <div className={styles.days}>
        <Field label={w.figuresFrom}>
          <DateInput value={from} max={to} onChange={(day) => day !== '' && setFrom(day)} />
        </Field>
        <Field label={w.figuresTo}>
          <DateInput value={to} max={yesterday} onChange={(day) => day !== '' && setTo(day)} />
        </Field>
      </div>
      <Shown read={read}>
        {({ days }) => (
          <Table
            caption={w.figuresTitle}
            rows={days}
            rowKey={({ day }) => day}
            empty={<EmptyState title={w.figuresEmpty}>{w.figuresEmptyNext}</EmptyState>}
            columns={[
              { key: 'day', label: w.day, cell: ({ day }) => format.day(day), sortBy: ({ day }) => day },
              { key: 'visits', label: w.visits, cell: ({ visits }) => count(visits.total), number: true },
              { key: 'appointment', label: w.withAppointment, cell: ({ visits }) => count(visits.appointment), number: true },
              { key: 'walkIn', label: w.walkIn, cell: ({ visits }) => count(visits.walkIn), number: true },
              { key: 'wait', label: w.waitMedian, cell: (day) => minutes(day.waitMedianMinutes), number: true },
              { key: 'wait90', label: w.waitP90, cell: (day) => minutes(day.waitP90Minutes), number: true },
              { key: 'serve', label: w.serveMedian, cell: (day) => minutes(day.serveMedianMinutes), number: true },
              { key: 'serve90', label: w.serveP90, cell: (day) => minutes(day.serveP90Minutes), number: true },
            ]}
          />
        )}
      </Shown>
      <Notice>{w.figuresMean}</Notice>
    </>
  )
}
