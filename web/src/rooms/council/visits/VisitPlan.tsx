import { type LaneOfPlan, readVisitPlan } from '@ronghe/contract/council/visits.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { usePermission } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import styles from './visits.module.css'
import { visitWords } from './words/words.ts'

/** Where nobody has been for longest comes first: a list of places, open to everybody. */
export function VisitPlan() {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  const params = { councilId: useParam('councilId') }
  const read = useQuery(reading(readVisitPlan, { params }))
  const sits = usePermission('council.sit')
  const moderates = usePermission('council.moderate')
  const columns: readonly Column<LaneOfPlan>[] = [
    { key: 'lane', label: w.lane, cell: (row) => text(row.lane), sortBy: (row) => text(row.lane) },
    { key: 'community', label: w.community, cell: (row) => text(row.community), sortBy: (row) => text(row.community) },
    { key: 'times', label: w.times, cell: (row) => row.visits, sortBy: (row) => row.visits, number: true },
    { key: 'lastOn', label: w.lastOn, cell: (row) => (row.lastOn ? format.day(row.lastOn) : w.never), sortBy: (row) => row.lastOn ?? '' },
    {
      key: 'benches',
      label: w.benches,
      cell: (row) => (row.benches.length > 0 ? format.list(row.benches.map((one) => w.bench[one])) : '—'),
    },
  ]
  return (
    <>
      <PageHeader title={w.planTitle} lead={w.planLead} back={{ to: '/council' }} />
      {(sits || moderates) && (
        <div className={styles.acts}>
          <LinkButton to="/council/$councilId/visits" params={params}>
            {w.toVisits}
          </LinkButton>
        </div>
      )}
      <Shown read={read}>
        {({ items }) => <Table caption={w.planCaption} columns={columns} rows={items} rowKey={(row) => row.laneId} />}
      </Shown>
    </>
  )
}
