import { type Conversation, readConversation } from '@ronghe/contract/council/conversations.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './conversations.module.css'
import { useAbout } from './Conversations.tsx'
import type { At } from './use-voting.ts'
import { conversationWords } from './words/words.ts'

export const useAt = (): At => ({ councilId: useParam('councilId'), conversationId: useParam('conversationId') })

/** One conversation: what it is about, and the three things one can do with it. */
export function ConversationPage() {
  const at = useAt()
  return (
    <Shown read={useQuery(reading(readConversation, { params: at }))}>
      {(conversation) => <Whole at={at} conversation={conversation} />}
    </Shown>
  )
}

function Whole({ at, conversation }: { readonly at: At; readonly conversation: Conversation }) {
  const w = useWords(conversationWords)
  const text = useText()
  const format = useFormat()
  const about = useAbout()
  const { person } = useSession()
  const params = { ...at }
  const { openedOn, closesOn, closedOn, returned, state, may } = conversation
  const from = openedOn ? format.day(openedOn) : ''
  const end = closedOn ?? closesOn
  return (
    <>
      <PageHeader
        title={text(conversation.title)}
        above={text(conversation.topic)}
        beside={<Tag tone={state === 'open' ? 'going' : 'quiet'}>{w.states[state]}</Tag>}
        back={{ to: '/council/$councilId/conversations', params: { councilId: at.councilId }, label: w.back }}
        lead={about(conversation)}
      />
      <div className={styles.acts}>
        {state === 'open' && (
          <LinkButton wide to="/council/$councilId/conversations/$conversationId/vote" params={params}>
            {w.vote}
          </LinkButton>
        )}
        <LinkButton
          wide
          kind={state === 'open' ? 'quiet' : 'main'}
          to="/council/$councilId/conversations/$conversationId/result"
          params={params}
        >
          {w.result}
        </LinkButton>
        {state === 'open' && (
          <LinkButton wide kind="quiet" to="/council/$councilId/conversations/$conversationId/say" params={params}>
            {w.write}
          </LinkButton>
        )}
        {person && may.length > 0 && (
          <LinkButton wide kind="quiet" to="/council/$councilId/conversations/$conversationId/my-votes" params={params}>
            {w.myVotes}
          </LinkButton>
        )}
      </div>
      {state === 'open' && !person && <p className="muted">{w.signInToVote}</p>}
      <Card title={w.about}>
        {text(conversation.about) && <p>{text(conversation.about)}</p>}
        <Facts
          facts={[
            [w.place, conversation.place ? text(conversation.place) : w.wholeStreet],
            [w.dates, end ? w.from(from, format.day(end)) : w.openEnd(from)],
          ]}
        />
        {conversation.mergedConcernId && (
          <LinkButton kind="quiet" to="/council/merged/$mergedId" params={{ mergedId: conversation.mergedConcernId }}>
            {w.merged}
          </LinkButton>
        )}
      </Card>
      {conversation.underHalfAttested && <Notice>{w.underHalf}</Notice>}
      <Notice tone="why" title={w.keptTitle}>
        <p>{w.kept}</p>
        <p>{w.keptWork}</p>
      </Notice>
      {returned.length > 0 && (
        <Card>
          <details>
            <summary>{w.returnedTitle(returned.length)}</summary>
            <p className="muted small">{w.returnedLead}</p>
            <CardList>
              {returned.map(({ onDay, reason, words }, place) => (
                <CardItem
                  key={`${onDay} ${place}`}
                  title={w.reasons[reason]}
                  second={[format.day(onDay), words].filter(Boolean).join(' · ')}
                />
              ))}
            </CardList>
          </details>
        </Card>
      )}
    </>
  )
}
