import { listDataRequests } from '@ronghe/contract/people/data-requests.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { ListDetail, ListRow } from '../../../../shell/ListDetail.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Pager } from '../../../../ui/Pager.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../people-desk.module.css'
import views from './views.module.css'
import { requestPages, type RequestView, requestViews } from './views.ts'
import { requestsWords } from './words/words.ts'

export type Request = ReplyOf<typeof listDataRequests>['items'][number]

/** Requests about personal data, due first, and beside them the one that is open. */
export function DataRequests() {
  const w = useWords(requestsWords)
  const { view, requestId } = useParams({ strict: false }) as { readonly view: RequestView; readonly requestId?: string }
  const pages = useInfiniteQuery(requestPages(view))
  return (
    <>
      {requestId === undefined && (
        <div className="unseen">
          <PageHeader title={w.title} />
        </div>
      )}
      <ListDetail
        title={w.title}
        second={w.second}
        list={
          <>
            <nav className={views.views} aria-label={w.title}>
              {requestViews.map((one) => (
                <Link key={one} to="/data-requests/$view" params={{ view: one } as never} className={views.view}>
                  {w.views[one]}
                </Link>
              ))}
            </nav>
            <Shown read={pages}>
              {({ pages: read }) => {
                const items = read.flatMap((page) => page.items)
                if (items.length === 0) return <EmptyState title={w.empty[view]}>{w.emptyNext}</EmptyState>
                return (
                  <>
                    {items.map((item) => (
                      <Row key={item.id} view={view} item={item} />
                    ))}
                    <div className={styles.end}>
                      <Pager pages={pages} />
                    </div>
                  </>
                )
              }}
            </Shown>
          </>
        }
        detail={requestId === undefined ? undefined : <Outlet />}
      />
    </>
  )
}

function Row({ view, item }: { readonly view: RequestView; readonly item: Request }) {
  const today = useToday()
  const w = useWords(requestsWords)
  const format = useFormat()
  const late = item.state === 'open' && item.dueOn < today
  return (
    <ListRow
      to="/data-requests/$view/$requestId"
      params={{ view, requestId: item.id }}
      title={`${w.kinds[item.kind]} · ${item.name}`}
      {...(late && { tags: <Tag tone="alert">{w.late}</Tag> })}
      second={item.answeredAt === null ? w.due(format.day(item.dueOn)) : w.answered(format.moment(item.answeredAt))}
    />
  )
}
