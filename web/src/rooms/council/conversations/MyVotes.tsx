import { readMyVotes, readResult, type Stance } from '@ronghe/contract/council/conversations.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useAt } from './ConversationPage.tsx'
import { StatementWordsIn } from './StatementResultCard.tsx'
import { type At, useVoting } from './use-voting.ts'
import { conversationWords } from './words/words.ts'

type Mine = ReplyOf<typeof readMyVotes>

/** Everything I voted on, to look at and to change; and where that is. */
export function MyVotes() {
  const w = useWords(conversationWords)
  const at = useAt()
  const read = useQuery(reading(readMyVotes, { params: at }))
  return (
    <>
      <PageHeader
        title={w.myVotesTitle}
        lead={w.myVotesLead}
        back={{ to: '/council/$councilId/conversations/$conversationId', params: { ...at }, label: w.toConversation }}
      />
      <Shown read={read}>{(mine) => <Whole at={at} mine={mine} />}</Shown>
    </>
  )
}

function Whole({ at, mine }: { readonly at: At; readonly mine: Mine }) {
  const w = useWords(conversationWords)
  const common = useQuery(reading(readResult, { params: at })).data?.common.length ?? 0
  if (mine.votes.length === 0)
    return (
      <EmptyState
        title={w.myVotesEmpty}
        next={
          <LinkButton to="/council/$councilId/conversations/$conversationId/vote" params={{ ...at }}>
            {w.vote}
          </LinkButton>
        }
      />
    )
  return (
    <>
      {mine.stand && (
        <Card title={w.standTitle}>
          <p>{w.standCommon(mine.common.agreed, mine.common.voted, common)}</p>
          <p>{mine.stand.group ? w.standGroup(w.groupName(mine.stand.group)) : w.standFar}</p>
        </Card>
      )}
      <Card>
        <CardList>
          {mine.votes.map((vote) => (
            <Line key={vote.id} at={at} mine={mine} vote={vote} />
          ))}
        </CardList>
      </Card>
    </>
  )
}

function Line({ at, mine, vote }: { readonly at: At; readonly mine: Mine; readonly vote: Mine['votes'][number] }) {
  const w = useWords(conversationWords)
  const { cast, takeBack } = useVoting(at)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState<Stance | 'back'>()
  const [error, setError] = useState<unknown>()
  const attempt = async (what: Stance | 'back', work: () => Promise<unknown>, said: string): Promise<void> => {
    setBusy(what)
    setError(undefined)
    try {
      await work()
      setOpen(false)
      toast(said)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  const fresh = async () => (await call(readMyVotes, { params: at })).ticket
  return (
    <CardItem
      title={<StatementWordsIn statement={vote} />}
      second={w.numberOf(vote.number)}
      end={<Tag tone={vote.stance === 'pass' ? 'quiet' : 'going'}>{w[vote.stance]}</Tag>}
      below={
        <>
          {error !== undefined && <RefusalLine error={error} />}
          {open ? (
            <ButtonRow>
              {(['agree', 'disagree', 'pass'] as const).map((stance) => (
                <Button
                  key={stance}
                  kind={vote.stance === stance ? 'main' : 'quiet'}
                  pressed={vote.stance === stance}
                  busy={busy === stance}
                  onPress={() => void attempt(stance, () => cast(mine.ticket, vote.id, stance, fresh), w.changed)}
                >
                  {w[stance]}
                </Button>
              ))}
              <Button kind="plain" busy={busy === 'back'} onPress={() => void attempt('back', () => takeBack(vote.id), w.takenBack)}>
                {w.takeBack}
              </Button>
            </ButtonRow>
          ) : (
            <Button kind="plain" onPress={() => setOpen(true)}>
              {w.changeVote}
            </Button>
          )}
        </>
      }
    />
  )
}
