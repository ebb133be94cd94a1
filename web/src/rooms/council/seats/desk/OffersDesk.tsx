import { readCouncil } from '@ronghe/contract/council/council.ts'
import { listDraws, readDraw } from '@ronghe/contract/council/draws.ts'
import { enterPaperAnswer, listOffers } from '@ronghe/contract/council/paper-answers.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { seatWords } from '../words/words.ts'

/** Who is being asked, for the clerk who calls on them; signed papers count like a tap. Nothing is here when nobody is asked. */
export function OffersDesk({ councilId }: { readonly councilId: string }) {
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const clerk = usePermission('council.clerk')
  const read = useQuery({ ...reading(listOffers, { params: { councilId } }), enabled: clerk, retry: false })
  const deed = useDeed(enterPaperAnswer, { refreshes: [listOffers, readCouncil, listDraws, readDraw], onDone: () => toast(w.paperDone) })
  if (!read.data || read.data.items.length === 0) return null
  const { items, publicity } = read.data
  const enter = (offerId: string, accepts: boolean): void =>
    deed.mutate({ params: { offerId }, body: { accepts, version: publicity.version, signed: true } })
  return (
    <Card title={w.offersTitle}>
      <p className="muted small">{w.offersLead}</p>
      <p className="muted small">
        {w.paperSure} {text(publicity.text)}
      </p>
      {deed.error && <RefusalLine error={deed.error} />}
      <CardList>
        {items.map((offer) => (
          <CardItem
            key={offer.id}
            title={offer.name}
            second={[offer.bench ? w.benches[offer.bench] : w.chair, offer.answerBy && w.answerByDay(format.day(offer.answerBy))]
              .filter(Boolean)
              .join(' · ')}
            end={
              <ButtonRow>
                <Button kind="quiet" onPress={() => enter(offer.id, true)}>
                  {w.paperYes}
                </Button>
                <Button kind="plain" onPress={() => enter(offer.id, false)}>
                  {w.paperNo}
                </Button>
              </ButtonRow>
            }
          />
        ))}
      </CardList>
    </Card>
  )
}
