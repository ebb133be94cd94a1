import { askForSlip, readMyBallots } from '@ronghe/contract/council/ballots.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './ballots.module.css'
import { toneOf, useBenchNames } from './names.ts'
import { ballotWords } from './words/words.ts'

type Mine = ReplyOf<typeof readMyBallots>

/** On the page of one ballot: the reader's own slip and the way to vote, as long as there is something to do. */
export function MyVoteHere({ ballotId }: { readonly ballotId: string }) {
  const w = useWords(ballotWords)
  const mine = useQuery(reading(readMyBallots)).data?.votes.find(({ id, may }) => id === ballotId && may.length > 0)
  if (!mine) return null
  return (
    <Card title={w.mine}>
      <CardList>
        <MyVote vote={mine} />
      </CardList>
    </Card>
  )
}

/** What one ballot wants of whoever is signed in: ask for the slip, or vote with it. */
export function MyVote({ vote }: { readonly vote: Mine['votes'][number] }) {
  const w = useWords(ballotWords)
  const text = useText()
  const format = useFormat()
  const ask = useDeed(askForSlip, { refreshes: [readMyBallots] })
  const { bench } = useBenchNames()
  const params = { councilId: vote.councilId, ballotId: vote.id }
  const asking = (paper: boolean): void => ask.mutate({ params, body: { paper, ...(vote.asksBench && { bench: vote.asksBench }) } })
  return (
    <CardItem
      title={text(vote.title)}
      second={vote.paper ? w.slipPaper : vote.handedOn ? w.slipHanded(format.day(vote.handedOn)) : w.states[vote.state]}
      end={<Tag tone={toneOf(vote.state)}>{w.states[vote.state]}</Tag>}
      below={
        <>
          {vote.code && (
            <p>
              {w.slipWhere} <strong className={styles.secret}>{vote.code}</strong>
            </p>
          )}
          {vote.asksBench && <p className="muted small">{w.slipBench(bench(vote.asksBench))}</p>}
          {ask.error && <RefusalLine error={ask.error} />}
          <ButtonRow>
            {vote.may.includes('vote') && vote.boxId && (
              <LinkButton to="/council/$councilId/ballots/$ballotId/vote/$boxId" params={{ ...params, boxId: vote.boxId }}>
                {w.toVote}
              </LinkButton>
            )}
            {vote.may.includes('slip') && !vote.code && (
              <Button kind="quiet" busy={ask.isPending} onPress={() => asking(false)}>
                {w.slipAsk}
              </Button>
            )}
            {vote.may.includes('slip') && !vote.paper && vote.state !== 'open' && (
              <Button kind="plain" busy={ask.isPending} onPress={() => asking(true)}>
                {w.slipAskPaper}
              </Button>
            )}
          </ButtonRow>
        </>
      }
    />
  )
}
