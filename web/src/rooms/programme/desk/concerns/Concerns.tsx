import type { ConcernLine } from '@ronghe/contract/programme/concerns.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { mayDo, usePermission, useSession } from '../../../../platform/session/session.tsx'
import { ListDetail, ListRow } from '../../../../shell/ListDetail.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Pager } from '../../../../ui/Pager.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../desk.module.css'
import { concernViews, type ConcernViewName, viewNeeds, viewPages } from './views.ts'
import { concernDeskWords } from './words/words.ts'

/** Concerns of one view, and beside them the one that is open. */
export function Concerns() {
  const w = useWords(concernDeskWords)
  const { view, concernId } = useParams({ strict: false }) as { readonly view: ConcernViewName; readonly concernId?: string }
  const mayEnter = usePermission('programme.concerns.enter')
  const pages = useInfiniteQuery(viewPages(view))
  return (
    <>
      {concernId === undefined && (
        <div className="unseen">
          <PageHeader title={`${w.title} · ${w.views[view]}`} />
        </div>
      )}
      <ListDetail
        title={w.views[view]}
        second={w.viewSecond[view]}
        list={
          <>
            <Views />
            <Shown read={pages}>
              {({ pages: read }) => {
                const items = read.flatMap((page) => page.items)
                if (items.length === 0)
                  return (
                    <EmptyState title={w.empty[view]} next={mayEnter && <LinkButton to="/concern-entry">{w.enter}</LinkButton>}>
                      {w.emptyNext}
                    </EmptyState>
                  )
                return (
                  <>
                    {items.map((line) => (
                      <Row key={line.id} view={view} line={line} />
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
        detail={concernId === undefined ? undefined : <Outlet />}
      />
    </>
  )
}

/** The other views the same posts open. */
function Views() {
  const w = useWords(concernDeskWords)
  const session = useSession()
  const open = concernViews.filter((view) => mayDo(session, viewNeeds[view]))
  if (open.length < 2) return null
  return (
    <nav className={styles.views} aria-label={w.title}>
      {open.map((view) => (
        <Link key={view} to="/concerns/$view" params={{ view } as never} className={styles.view}>
          {w.views[view]}
        </Link>
      ))}
    </nav>
  )
}

function Row({ view, line }: { readonly view: ConcernViewName; readonly line: ConcernLine }) {
  const w = useWords(concernDeskWords)
  const text = useText()
  const format = useFormat()
  const { by, waitingFor, overdue } = line.clock
  const due =
    by === null ? format.day(line.raisedOn) : waitingFor === 'screening' ? w.dueScreen(format.day(by)) : w.dueAnswer(format.day(by))
  return (
    <ListRow
      to="/concerns/$view/$concernId"
      params={{ view, concernId: line.id }}
      title={[text(line.topic), line.place && text(line.place)].filter(Boolean).join(' · ')}
      tags={
        <>
          {line.threatened && <Tag tone="alert">{w.threatened}</Tag>}
          {overdue ? <Tag tone="alert">{w.lateTag}</Tag> : <Tag tone={waitingFor === null ? 'quiet' : 'going'}>{w.states[line.state]}</Tag>}
        </>
      }
      second={[line.number, w.channels[line.channel], due].join(' · ')}
    />
  )
}
