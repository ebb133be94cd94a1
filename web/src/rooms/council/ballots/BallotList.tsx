import { listBallots, readMyBallots, type BallotLine } from '@ronghe/contract/council/ballots.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { MyVote } from './MyVote.tsx'
import { toneOf } from './names.ts'
import { ballotWords } from './words/words.ts'

/** Secret ballots of the council; on top what waits for whoever is signed in. */
export function BallotList() {
  const w = useWords(ballotWords)
  const councilId = useParam('councilId')
  const { person } = useSession()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/council' }} />
      {person?.session === 'open' && <Mine councilId={councilId} />}
      <AllBallots councilId={councilId} />
    </>
  )
}

export function AllBallots({ councilId }: { readonly councilId: string }) {
  const w = useWords(ballotWords)
  const pages = useInfiniteQuery(readingPages(listBallots, { params: { councilId } }))
  return (
    <Card title={w.all}>
      <Paged pages={pages} empty={<EmptyState title={w.none}>{w.noneNext}</EmptyState>}>
        {(items) => (
          <CardList>
            {items.map((one) => (
              <Line key={one.id} councilId={councilId} ballot={one} />
            ))}
          </CardList>
        )}
      </Paged>
    </Card>
  )
}

function Line({ councilId, ballot }: { readonly councilId: string; readonly ballot: BallotLine }) {
  const w = useWords(ballotWords)
  const text = useText()
  const format = useFormat()
  const { id, title, kind, state, closesAt, outcome } = ballot
  return (
    <CardItem
      to="/council/$councilId/ballots/$ballotId"
      params={{ councilId, ballotId: id }}
      title={text(title)}
      second={[w.kinds[kind], state === 'open' && closesAt && w.until(format.moment(closesAt)), outcome && w.outcomes[outcome]]
        .filter(Boolean)
        .join(' · ')}
      end={<Tag tone={toneOf(state)}>{w.states[state]}</Tag>}
    />
  )
}

type Mine = ReplyOf<typeof readMyBallots>

function Mine({ councilId }: { readonly councilId: string }) {
  const w = useWords(ballotWords)
  const read = useQuery(reading(readMyBallots))
  return (
    <Shown read={read}>
      {({ votes, trustee }) => {
        const live = votes.filter((one) => one.councilId === councilId && one.state !== 'published' && one.state !== 'setAside')
        const mine = trustee.filter((one) => one.councilId === councilId && one.state !== 'published' && one.state !== 'setAside')
        return live.length + mine.length === 0 ? null : (
          <Card title={w.mine}>
            <CardList>
              {live.map((one) => (
                <MyVote key={one.id} vote={one} />
              ))}
              {mine.map((one) => (
                <MyTask key={`trustee ${one.id}`} task={one} />
              ))}
            </CardList>
          </Card>
        )
      }}
    </Shown>
  )
}

function MyTask({ task }: { readonly task: Mine['trustee'][number] }) {
  const w = useWords(ballotWords)
  const text = useText()
  return (
    <CardItem
      to="/council/$councilId/ballots/$ballotId/trustee"
      params={{ councilId: task.councilId, ballotId: task.id }}
      title={`${w.trusteeTitle}：${text(task.title)}`}
      second={task.waits ? w.trusteeWaits : w.trusteeDone}
      end={task.waits && <Tag tone="attention">{w.trusteeWaits}</Tag>}
    />
  )
}
