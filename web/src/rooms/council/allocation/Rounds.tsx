import { listRounds } from '@ronghe/contract/council/allocation.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { readingPages } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toneOf } from './tones.ts'
import { allocationWords } from './words/words.ts'

/** Every round in which neighbours decide about money, the newest first. */
export function Rounds() {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listRounds))
  const empty = (
    <EmptyState
      title={w.none}
      next={
        <LinkButton kind="quiet" to="/council">
          {w.toCouncil}
        </LinkButton>
      }
    >
      {w.noneText}
    </EmptyState>
  )
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/council', label: w.toCouncil }} />
      <Paged pages={pages} empty={empty}>
        {(rounds) => (
          <Card>
            <CardList>
              {rounds.map((round) => (
                <CardItem
                  key={round.id}
                  to="/council/allocation/$roundId"
                  params={{ roundId: round.id }}
                  title={text(round.title)}
                  second={[
                    w.lineOf(format.money(round.budgetCents), format.count(round.projects)),
                    round.until && w.lineUntil(format.day(round.until)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  end={<Tag tone={toneOf(round.state)}>{w.states[round.state]}</Tag>}
                />
              ))}
            </CardList>
          </Card>
        )}
      </Paged>
    </>
  )
}
