import { answerOffer, type MyOffer, readMySeat } from '@ronghe/contract/council/my-seat.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { usePermission } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { InterestsCard } from './InterestsCard.tsx'
import { Resign, SeatSheet } from './SeatSheet.tsx'
import { seatWords } from './words/words.ts'

type Mine = ReplyOf<typeof readMySeat>

/** Everything of mine in the council: what I am offered, where I sit, my place among the substitutes. */
export function MySeat() {
  const w = useWords(seatWords)
  const sits = usePermission('council.sit')
  const read = useQuery(reading(readMySeat))
  return (
    <>
      <PageHeader title={w.mySeat} back={{ to: '/council' }} />
      <Shown read={read}>
        {(mine) => (
          <>
            {mine.seats.length === 0 && mine.offers.length === 0 && (
              <EmptyState
                title={w.mySeatNone}
                next={
                  <LinkButton kind="quiet" to="/council">
                    {w.councils}
                  </LinkButton>
                }
              >
                {w.mySeatNoneText}
              </EmptyState>
            )}
            {mine.offers.map((offer) => (
              <Offer key={offer.id} offer={offer} publicity={mine.publicity} />
            ))}
            {mine.seats.map((seat) => (
              <SeatSheet key={seat.termId} seat={seat} />
            ))}
            {sits && mine.seats.length > 0 && <InterestsCard />}
            {mine.seats
              .filter(({ may }) => may.includes('resign'))
              .map((seat) => (
                <Resign key={seat.termId} seat={seat} />
              ))}
          </>
        )}
      </Shown>
    </>
  )
}

function Offer({ offer, publicity }: { readonly offer: MyOffer; readonly publicity: Mine['publicity'] }) {
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const [agrees, setAgrees] = useState(false)
  const [forgot, setForgot] = useState(false)
  const deed = useDeed(answerOffer, { refreshes: [readMySeat] })
  const answer = (accepts: boolean): void => {
    if (accepts && !agrees && !publicity.given) return setForgot(true)
    deed.mutate(
      { params: { offerId: offer.id }, body: { accepts, consentVersion: accepts && !publicity.given ? publicity.version : null } },
      { onSuccess: () => toast(accepts ? w.offerAccepted : w.offerDeclined) },
    )
  }
  const bench = offer.bench ? w.benches[offer.bench] : w.chair
  if (offer.state === 'waiting')
    return (
      <Card title={`${text(offer.council.name)} · ${w.waiting}`}>
        <p>{w.waitingText(offer.before)}</p>
      </Card>
    )
  return (
    <Card title={w.offerTitle}>
      <p>{w.offerText(bench, text(offer.council.name), offer.answerBy ? format.day(offer.answerBy) : '')}</p>
      {!publicity.given && (
        <Tick checked={agrees} onChange={setAgrees} label={w.joinConsent(text(publicity.title))} hint={text(publicity.text)} />
      )}
      {forgot && !agrees && !publicity.given && (
        <div role="alert">
          <Notice tone="attention">{w.offerConsentFirst}</Notice>
        </div>
      )}
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button busy={deed.isPending} onPress={() => answer(true)}>
          {w.offerAccept}
        </Button>
        <Button kind="quiet" onPress={() => answer(false)}>
          {w.offerDecline}
        </Button>
      </ButtonRow>
    </Card>
  )
}
