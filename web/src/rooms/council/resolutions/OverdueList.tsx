import { listOverdue, type Overdue } from '@ronghe/contract/council/resolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { resolutionWords } from './words/words.ts'

/** What is late and whose it is: a post, never a person. */
export function OverdueList() {
  const w = useWords(resolutionWords)
  const text = useText()
  const format = useFormat()
  const params = { councilId: useParam('councilId') }
  const read = useQuery(reading(listOverdue, { params }))
  const columns: readonly Column<Overdue>[] = [
    {
      key: 'what',
      label: w.columns.what,
      cell: (row) => (
        <div>
          <Link to="/council/resolutions/$resolutionId" params={{ resolutionId: row.resolutionId } as never}>
            {w.number(row.number)} {text(row.title)}
          </Link>
          <p>{[w.overdueWhat[row.what], row.words].filter(Boolean).join('：')}</p>
        </div>
      ),
    },
    {
      key: 'owner',
      label: w.columns.owner,
      cell: (row) => [...new Set([text(row.owner.organ), text(row.owner.post)])].join(' · '),
    },
    { key: 'due', label: w.columns.due, cell: (row) => format.day(row.dueOn), sortBy: (row) => row.dueOn },
    { key: 'days', label: w.columns.days, cell: (row) => w.days(format.count(row.daysLate)), sortBy: (row) => row.daysLate, number: true },
    { key: 'told', label: w.columns.told, cell: (row) => w.told[row.escalated] },
  ]
  return (
    <>
      <PageHeader title={w.overdueTitle} lead={w.overdueLead} back={{ to: '/council/$councilId/resolutions', params, label: w.back }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={w.overdueEmpty}
              next={
                <LinkButton kind="quiet" to="/council/$councilId/resolutions" params={params}>
                  {w.back}
                </LinkButton>
              }
            >
              {w.overdueEmptyText}
            </EmptyState>
          ) : (
            <Table
              caption={w.overdueCaption}
              columns={columns}
              rows={items}
              rowKey={(row) => `${row.resolutionId} ${row.what} ${row.words} ${row.dueOn}`}
            />
          )
        }
      </Shown>
    </>
  )
}
