import { listMyRounds, readRound } from '@ronghe/contract/volunteers/patrol.ts'
import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { patrolWords } from './words/words.ts'

/** Patrols I am on. Each is put on the phone here, so that it opens later without a line. */
export function MyPatrols() {
  const w = useWords(patrolWords)
  const text = useText()
  const format = useFormat()
  const client = useQueryClient()
  const read = useKept(reading(listMyRounds))
  useEffect(() => void import('./PatrolRoundPage.tsx').catch(() => {}), [])
  const rounds = read.data?.items
  useEffect(() => {
    for (const round of rounds ?? []) client.setQueryData(reading(readRound, { params: { roundId: round.id } }).queryKey, round)
  }, [rounds, client])
  return (
    <>
      <PageHeader title={w.mine} lead={w.mineLead} back={{ to: '/volunteers' }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.none} next={<LinkButton to="/volunteers">{w.toShifts}</LinkButton>}>
              {w.noneText}
            </EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((round) => (
                  <CardItem
                    key={round.id}
                    to="/volunteers/patrols/$roundId"
                    params={{ roundId: round.id }}
                    title={text(round.route)}
                    second={`${format.moment(round.startsAt)}–${format.time(round.endsAt)} · ${text(round.team)}`}
                    end={round.briefed ? undefined : <Tag tone="attention">{w.briefingTitle}</Tag>}
                  />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
    </>
  )
}
