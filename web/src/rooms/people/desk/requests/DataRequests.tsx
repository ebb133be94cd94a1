import { listDataRequests } from '@ronghe/contract/people/data-requests.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useNumbers } from '../../../../platform/numbers.ts'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { ListScreen, PagedRows, ViewLinks } from '../../../../shell/ListScreen.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { requestPages, type RequestView, requestViews } from './views.ts'
import { requestsWords } from './words/words.ts'

export type Request = ReplyOf<typeof listDataRequests>['items'][number]

/** Requests about personal data, due first, and beside them the one that is open. */
export function DataRequests() {
  const w = useWords(requestsWords)
  const numbers = useNumbers()
  const { view, requestId } = useParams({ strict: false }) as { readonly view: RequestView; readonly requestId?: string }
  const pages = useInfiniteQuery(requestPages(view))
  return (
    <ListScreen title={w.title} second={w.second(numbers.clocks.dataRequestCalendarDays)} opened={requestId !== undefined}>
      <ViewLinks label={w.title} to="/data-requests/$view" views={requestViews.map((one) => ({ view: one, label: w.views[one] }))} />
      <PagedRows pages={pages} empty={<EmptyState title={w.empty[view]}>{w.emptyNext}</EmptyState>}>
        {(item) => <Row key={item.id} view={view} item={item} />}
      </PagedRows>
    </ListScreen>
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
