import { type ConversationResult, readConversation, readMyVotes, readResult } from '@ronghe/contract/council/conversations.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { useAt } from './ConversationPage.tsx'
import styles from './conversations.module.css'
import { OpinionPicture } from './OpinionPicture.tsx'
import { StatementResultCard, StatementWordsIn } from './StatementResultCard.tsx'
import type { At } from './use-voting.ts'
import { conversationWords } from './words/words.ts'

/** What both groups share, what divides them, and who thinks alike: in words and numbers, the picture last. */
export function Result() {
  const w = useWords(conversationWords)
  const text = useText()
  const at = useAt()
  const conversation = useQuery(reading(readConversation, { params: at })).data
  const read = useQuery({ ...reading(readResult, { params: at }), refetchInterval: 60_000 })
  return (
    <Shown read={read}>
      {(result) => (
        <>
          <PageHeader
            title={result.step ? w.resultTitle(result.common.length) : w.noResult}
            above={conversation && text(conversation.title)}
            lead={result.step ? w.resultLead : undefined}
            back={{ to: '/council/$councilId/conversations/$conversationId', params: { ...at }, label: w.toConversation }}
          />
          {result.step ? (
            <Whole at={at} result={result} step={result.step} />
          ) : (
            <EmptyState
              title={w.fewPeople}
              next={
                <LinkButton to="/council/$councilId/conversations/$conversationId/vote" params={{ ...at }}>
                  {w.vote}
                </LinkButton>
              }
            >
              {w.noResultText}
            </EmptyState>
          )}
        </>
      )}
    </Shown>
  )
}

function Whole({
  at,
  result,
  step,
}: {
  readonly at: At
  readonly result: ConversationResult
  readonly step: NonNullable<ConversationResult['step']>
}) {
  const w = useWords(conversationWords)
  const format = useFormat()
  const groupName = useGroupName()
  const { person } = useSession()
  const mine = useQuery({ ...reading(readMyVotes, { params: at }), enabled: person !== null, retry: false }).data
  const known = new Map(result.statements.map((one) => [one.id, one]))
  const divisive = new Map(result.divisive.map((one) => [one.statementId, one]))
  const others = result.statements.filter(({ id }) => !result.common.includes(id) && !divisive.has(id))
  return (
    <>
      {result.underHalfAttested && <Notice>{w.underHalf}</Notice>}
      {result.common.map((id) => known.get(id)).map((one) => one && <StatementResultCard key={one.id} result={one} />)}
      <h2>{w.divisiveTitle}</h2>
      {result.divisive.length === 0 && <p className="muted">{w.divisiveNone}</p>}
      {result.divisive
        .filter(({ statementId }) => !result.common.includes(statementId))
        .map(({ statementId, more, difference }) => {
          const one = known.get(statementId)
          return one && <StatementResultCard key={one.id} result={one} note={w.divisiveLine(groupName(more), format.percent(difference))} />
        })}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{w.othersTitle}</summary>
          {others.map((one) => (
            <StatementResultCard key={one.id} result={one} />
          ))}
        </details>
      )}
      <Groups result={result} />
      {mine && mine.votes.length > 0 && (
        <Card title={w.standTitle}>
          <p>{w.standCommon(mine.common.agreed, mine.common.voted, result.common.length)}</p>
          <p>{mine.stand?.group ? w.standGroup(w.groupName(mine.stand.group)) : w.standFar}</p>
        </Card>
      )}
      <Card>
        <details>
          <summary>{w.pictureTitle}</summary>
          <OpinionPicture cells={result.density} stand={mine?.stand ?? null} />
        </details>
      </Card>
      <p className="muted small">
        {w.asOf(format.day(step.onDay), step.number)}
        {result.people.atLeast !== null && ` · ${w.peopleAtLeast(format.count(result.people.atLeast))}`}
      </p>
      <p className="muted small">{w.asOfMeans}</p>
    </>
  )
}

function Groups({ result: { opinionGroups, stability, statements } }: { readonly result: ConversationResult }) {
  const w = useWords(conversationWords)
  const format = useFormat()
  const known = new Map(statements.map((one) => [one.id, one]))
  return (
    <Card title={w.groupsTitle}>
      <p className="muted">{opinionGroups.length > 1 ? w.groupsLead : w.groupsNone}</p>
      {opinionGroups.length > 1 &&
        opinionGroups.map(({ name, atLeast, says }) => (
          <section key={name} className={styles.group}>
            <h3>
              {w.groupName(name)} <span className="muted small">{w.groupSize(format.count(atLeast))}</span>
            </h3>
            <ul>
              {says.map(({ statementId, direction }) => {
                const one = known.get(statementId)
                return (
                  one && (
                    <li key={statementId}>
                      <strong>{w.groupSays[direction]}</strong> <StatementWordsIn statement={one} />
                    </li>
                  )
                )
              })}
            </ul>
          </section>
        ))}
      {opinionGroups.length > 1 && stability !== null && (
        <p className="muted small">
          {w.stable(format.percent(stability))}
          {stability < 0.5 && w.unstable}
        </p>
      )}
    </Card>
  )
}
