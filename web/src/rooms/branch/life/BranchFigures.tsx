import { readBranchFigures } from '@ronghe/contract/branch/occasions.ts'
import type { Shown as Figure } from '@ronghe/contract/platform/shown.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { lifeWords } from './words/words.ts'

/** Held and due by kind, for the office-holders of this very branch. */
export function BranchFigures() {
  const w = useWords(lifeWords)
  const format = useFormat()
  const branchId = useParam('branchId')
  const today = useToday()
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const read = useQuery(reading(readBranchFigures, { params: { branchId }, query: { year } }))
  const shown = (figure: Figure): string => (figure.kind === 'few' ? w.few : format.count(figure.count))
  return (
    <>
      <PageHeader
        title={w.figuresTitle}
        above={w.year(year)}
        lead={w.figuresLead}
        back={{ to: '/branch/office/$branchId', params: { branchId } }}
      />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.figuresNone}>{w.figuresNoneText}</EmptyState>
          ) : (
            <Table
              caption={w.figuresCaption}
              rows={items}
              rowKey={({ kind }) => kind}
              columns={[
                { key: 'kind', label: w.columns.kind, cell: ({ kind }) => w.kinds[kind] },
                { key: 'due', label: w.columns.due, number: true, cell: ({ due }) => format.count(due) },
                { key: 'held', label: w.columns.held, number: true, cell: ({ held }) => format.count(held) },
                { key: 'attendance', label: w.columns.attendance, number: true, cell: ({ attendance }) => shown(attendance) },
                { key: 'guests', label: w.columns.guests, number: true, cell: ({ guests }) => shown(guests) },
              ]}
            />
          )
        }
      </Shown>
      <p className="muted small">{w.figuresNote}</p>
      <ButtonRow>
        <Button kind="plain" onPress={() => setYear(year - 1)}>
          {w.previousYear}
        </Button>
        <Button kind="plain" onPress={() => setYear(year + 1)}>
          {w.nextYear}
        </Button>
      </ButtonRow>
    </>
  )
}
