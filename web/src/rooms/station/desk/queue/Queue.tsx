import { listServices } from '@ronghe/contract/station/services.ts'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, readingPages } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { ListScreen, PagedRows } from '../../../../shell/ListScreen.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { deskWords } from '../words/words.ts'
import { BulkBar } from './BulkBar.tsx'
import { type Asked, QueueFilters } from './QueueFilters.tsx'
import { QueueRow } from './QueueRow.tsx'
import { listQueue, viewNamed } from './views.ts'

/** A saved view and, beside it, the case that is open. */
export function Queue() {
  const w = useWords(deskWords)
  const text = useText()
  const navigate = useNavigate()
  const mayWork = usePermission('station.cases.work')
  const view = viewNamed(useParam('view'))
  const open = (useParams({ strict: false }) as { readonly caseId?: string }).caseId
  const [asked, setAsked] = useState<Asked>({})
  const [chosen, setChosen] = useState<readonly string[]>([])
  const pages = useInfiniteQuery(readingPages(listQueue, { query: { view, ...asked } }))
  const services = useQuery(reading(listServices, { query: { limit: 100 } }))
  const lines = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const toggle = (id: string): void => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const count = pages.data?.pages[0]?.counts[view]

  return (
    <ListScreen
      title={w.views[view]}
      second={[count !== undefined && w.counted(count), view === 'all' ? w.newestFirst : w.dueFirst].filter(Boolean).join(' · ')}
      opened={open !== undefined}
    >
      <QueueFilters
        asked={asked}
        onAsk={setAsked}
        services={(services.data?.items ?? []).map(({ key, name }) => ({ value: key, label: text(name) }))}
        onNumber={(number) => {
          setAsked({ ...asked, number })
          if (number) void navigate({ to: '/cases/$view' as string, params: { view: 'all' } as never })
        }}
      />
      {mayWork && chosen.length > 0 && (
        <BulkBar
          lines={lines.filter(({ id }) => chosen.includes(id))}
          onDone={() => setChosen([])}
          onAll={() => setChosen(lines.map(({ id }) => id))}
        />
      )}
      <PagedRows pages={pages} empty={<EmptyState title={w.emptyViews[view]} next={mayWork && <EmptyNext view={view} />} />}>
        {(line) => (
          <QueueRow
            key={line.id}
            line={line}
            view={view}
            chosen={chosen.includes(line.id)}
            {...(mayWork && { onToggle: () => toggle(line.id) })}
          />
        )}
      </PagedRows>
    </ListScreen>
  )
}

const EmptyNext = ({ view }: { readonly view: string }) => {
  const w = useWords(deskWords)
  return (
    <>
      <p>{view === 'new' ? w.emptyNew : w.emptyNext}</p>
      <p>
        {view !== 'new' && (
          <LinkButton kind="quiet" to="/cases/$view" params={{ view: 'new' }}>
            {w.seeNew}
          </LinkButton>
        )}{' '}
        <LinkButton kind="plain" to="/paper">
          {w.enterPaper}
        </LinkButton>
      </p>
    </>
  )
}
