import { type ConversationLine, listConversations } from '@ronghe/contract/council/conversations.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { readingPages } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { conversationWords } from './words/words.ts'

/** What residents are asked, the open ones first. */
export function Conversations() {
  const w = useWords(conversationWords)
  const councilId = useParam('councilId')
  const { person } = useSession()
  const pages = useInfiniteQuery(readingPages(listConversations, { params: { councilId } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/council' }} />
      <Paged
        pages={pages}
        empty={
          <EmptyState title={w.empty} next={<LinkButton to="/concerns/new">{w.raise}</LinkButton>}>
            {w.emptyText}
          </EmptyState>
        }
      >
        {(items) => (
          <>
            <Lines title={w.open} items={items.filter(({ state }) => state === 'open')} />
            <Lines title={w.closed} items={items.filter(({ state }) => state === 'closed')} />
          </>
        )}
      </Paged>
      {person && (
        <ButtonRow>
          <LinkButton kind="quiet" to="/my-statements">
            {w.mine}
          </LinkButton>
        </ButtonRow>
      )}
    </>
  )
}

function Lines({ title, items }: { readonly title: string; readonly items: readonly ConversationLine[] }) {
  if (items.length === 0) return null
  return (
    <Card title={title}>
      <CardList>
        {items.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </CardList>
    </Card>
  )
}

function Line({ line }: { readonly line: ConversationLine }) {
  const w = useWords(conversationWords)
  const text = useText()
  const about = useAbout()
  return (
    <CardItem
      to="/council/$councilId/conversations/$conversationId"
      params={{ councilId: line.councilId, conversationId: line.id }}
      title={text(line.title)}
      second={about(line)}
      end={<Tag tone={line.state === 'open' ? 'going' : 'quiet'}>{w.states[line.state]}</Tag>}
    />
  )
}

/** 三号巷 · 至少 610 人表过态 · 12 句话 · 到 12月5日. */
export function useAbout(): (line: ConversationLine) => string {
  const w = useWords(conversationWords)
  const text = useText()
  const format = useFormat()
  return ({ place, people, statements, closesOn, state }) =>
    [
      place ? text(place) : w.wholeStreet,
      people === null ? w.fewPeople : w.peopleAtLeast(format.count(people)),
      w.statements(statements),
      ...(state === 'open' && closesOn ? [w.until(format.day(closesOn))] : []),
    ].join(' · ')
}
