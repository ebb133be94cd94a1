import { type OwnEffect, readOwnEffect } from '@ronghe/contract/council/allocation-results.ts'
import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { allocationWords } from './words/words.ts'

/** What one's own ballot did: answered to one's own session only. */
export function MyVote() {
  const w = useWords(allocationWords)
  const roundId = useParam('roundId')
  const read = useQuery(reading(readOwnEffect, { params: { roundId } }))
  const result = { to: '/council/allocation/$roundId/result', params: { roundId } }
  const toResult = (
    <LinkButton kind="quiet" {...result}>
      {w.result}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={w.effectTitle} lead={w.effectLead} back={{ ...result, label: w.resultTitle }} />
      {read.error instanceof ProblemError && read.error.problem.code === 'no-allocation-result' ? (
        <EmptyState title={w.resultWait} next={toResult}>
          {w.resultWaitText}
        </EmptyState>
      ) : (
        <Shown read={read}>
          {(effect) =>
            effect.choices.length === 0 ? (
              <EmptyState title={effect.onPaper ? w.onPaper : w.effectNoneTitle} next={toResult}>
                {effect.onPaper ? w.effectPaper : w.effectNone}
              </EmptyState>
            ) : (
              <Effect effect={effect} />
            )
          }
        </Shown>
      )}
    </>
  )
}

function Effect({ effect }: { readonly effect: OwnEffect }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const yuan = (amount: number): string => format.count(Math.round(amount * 100) / 100)
  const funded = effect.choices.filter((choice) => choice.funded)
  const said = ({ funded: isFunded, paid }: OwnEffect['choices'][number]): string => {
    if (!isFunded) return w.effectUnfunded
    return effect.purse === null || (paid !== null && paid > 0) ? w.effectFunded : w.effectFundedFree
  }
  return (
    <Card>
      <p>{w.effectCount(format.count(funded.length), format.count(effect.choices.length))}</p>
      {effect.purse && <p>{w.effectPurse(yuan(effect.purse.first), yuan(effect.purse.left))}</p>}
      <CardList>
        {effect.choices.map((choice) => (
          <CardItem
            key={choice.projectId}
            title={w.numbered(format.count(choice.number), choice.title)}
            second={[format.money(choice.cents), choice.paid !== null && choice.paid > 0 && w.effectPaid(yuan(choice.paid))]
              .filter(Boolean)
              .join(' · ')}
            end={<Tag tone={choice.funded ? 'going' : 'quiet'}>{said(choice)}</Tag>}
          />
        ))}
      </CardList>
    </Card>
  )
}
