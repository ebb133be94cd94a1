import type { ConcernLine } from '@ronghe/contract/programme/concerns.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { mayDo, usePermission, useSession } from '../../../../platform/session/session.tsx'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { ListScreen, PagedRows, ViewLinks } from '../../../../shell/ListScreen.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { concernViews, type ConcernViewName, viewNeeds, viewPages } from './views.ts'
import { concernDeskWords } from './words/words.ts'

/** Concerns of one view, and beside them the one that is open. */
export function Concerns() {
  const w = useWords(concernDeskWords)
  const { view, concernId } = useParams({ strict: false }) as { readonly view: ConcernViewName; readonly concernId?: string }
  const session = useSession()
  const mayEnter = usePermission('programme.concerns.enter')
  const pages = useInfiniteQuery(viewPages(view))
  const empty = (
    <EmptyState title={w.empty[view]} next={mayEnter && <LinkButton to="/concern-entry">{w.enter}</LinkButton>}>
      {w.emptyNext}
    </EmptyState>
  )
  return (
    <ListScreen
      title={w.views[view]}
      pageTitle={`${w.title} · ${w.views[view]}`}
      second={w.viewSecond[view]}
      opened={concernId !== undefined}
    >
      <ViewLinks
        label={w.title}
        to="/concerns/$view"
        views={concernViews.filter((one) => mayDo(session, viewNeeds[one])).map((one) => ({ view: one, label: w.views[one] }))}
      />
      <PagedRows pages={pages} empty={empty}>
        {(line) => <Row key={line.id} view={view} line={line} />}
      </PagedRows>
    </ListScreen>
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
