import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../people-desk.module.css'
import { AnswerRequest } from './AnswerRequest.tsx'
import type { Request } from './DataRequests.tsx'
import { requestPages, type RequestView } from './views.ts'
import { requestsWords } from './words/words.ts'

/** One request out of the list that is open beside it. */
export function DataRequest() {
  const w = useWords(requestsWords)
  const { view, requestId } = useParams({ strict: false }) as { readonly view: RequestView; readonly requestId: string }
  const pages = useInfiniteQuery(requestPages(view))
  return (
    <Shown read={pages}>
      {({ pages: read }) => {
        const found = read.flatMap((page) => page.items).find(({ id }) => id === requestId)
        return found ? <Whole key={found.id} view={view} item={found} /> : <EmptyState title={w.empty[view]}>{w.emptyNext}</EmptyState>
      }}
    </Shown>
  )
}

function Whole({ view, item }: { readonly view: RequestView; readonly item: Request }) {
  const w = useWords(requestsWords)
  const format = useFormat()
  return (
    <div className={styles.page}>
      <PageHeader
        title={`${w.kinds[item.kind]} · ${item.name}`}
        above={w.asked(format.moment(item.createdAt))}
        beside={
          <Tag tone={item.state === 'open' ? 'attention' : 'quiet'}>
            {item.state === 'open' ? w.due(format.day(item.dueOn)) : w.views[item.state]}
          </Tag>
        }
        back={{ to: '/data-requests/$view', params: { view }, label: w.back }}
      />
      <Card title={w.words}>
        <p className={styles.words}>{item.words}</p>
      </Card>
      {item.answer !== null && (
        <Card title={w.answer}>
          <p className={styles.words}>{item.answer}</p>
          {item.answeredAt !== null && <p className="muted small">{w.answered(format.moment(item.answeredAt))}</p>}
        </Card>
      )}
      {item.may.includes('people.data-requests.answer') && <AnswerRequest item={item} />}
    </div>
  )
}
