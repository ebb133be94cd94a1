import { listMotions, type MotionLine } from '@ronghe/contract/council/motions.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Pager } from '../../../../ui/Pager.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { MotionTags } from '../MotionTags.tsx'
import styles from '../motions.module.css'
import { motionWords } from '../words/words.ts'
import { useWorkedCouncil } from './council-id.ts'

const views = ['screening', 'open', 'seekingSupport', 'decided', 'all'] as const

/** What waits for screening, late ones first to be seen, and every other motion beside it. */
export function MotionDesk() {
  const w = useWords(motionWords)
  const council = useWorkedCouncil()
  const [which, setWhich] = useState<(typeof views)[number]>('screening')
  const { motionId } = useParams({ strict: false }) as { readonly motionId?: string }
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <div className={styles.filter} role="group" aria-label={w.viewsLabel}>
        {views.map((view) => (
          <Button key={view} kind={view === which ? 'main' : 'quiet'} pressed={view === which} onPress={() => setWhich(view)}>
            {w.deskViews[view]}
          </Button>
        ))}
      </div>
      <div className={styles.columns}>
        <Shown read={council}>
          {() =>
            council.councilId ? <Queue councilId={council.councilId} which={which} chosen={motionId} /> : <EmptyState title={w.deskEmpty} />
          }
        </Shown>
        {motionId ? <Outlet /> : <p className="muted">{w.deskChoose}</p>}
      </div>
    </>
  )
}

function Queue({
  councilId,
  which,
  chosen,
}: {
  readonly councilId: string
  readonly which: (typeof views)[number]
  readonly chosen: string | undefined
}) {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const pages = useInfiniteQuery(readingPages(listMotions, { params: { councilId }, query: { which } }))
  return (
    <Shown read={pages}>
      {({ pages: read }) => (
        <div>
          <Table<MotionLine>
            caption={w.deskCaption}
            rows={read.flatMap(({ items }) => items)}
            rowKey={({ id }) => id}
            chosen={chosen}
            onOpen={({ id }) => void navigate({ to: '/council/motions/$motionId' as string, params: { motionId: id } as never })}
            empty={<EmptyState title={w.deskEmpty}>{w.deskEmptyText}</EmptyState>}
            columns={[
              {
                key: 'number',
                label: w.colNumber,
                sortBy: ({ number }) => (number ? number.year * 10_000 + number.number : 0),
                cell: ({ number }) => <span className={styles.number}>{number ? w.number(number.year, number.number) : ''}</span>,
              },
              { key: 'title', label: w.colTitle, sortBy: ({ title }) => text(title), cell: ({ title }) => text(title) },
              { key: 'state', label: w.colState, cell: (motion) => <MotionTags motion={motion} /> },
              {
                key: 'by',
                label: w.colBy,
                sortBy: ({ waitsUntil }) => waitsUntil ?? '',
                cell: ({ waitsUntil }) => (waitsUntil ? format.day(waitsUntil) : ''),
              },
            ]}
          />
          <Pager pages={pages} />
        </div>
      )}
    </Shown>
  )
}
