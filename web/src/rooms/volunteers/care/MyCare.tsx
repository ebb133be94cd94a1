import { type CareWish, readMyWish, takeBackWish } from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './care.module.css'
import { careWords } from './words/words.ts'

/** My wish to be visited, what I asked for my family, and the way out of both. */
export function MyCare() {
  const w = useWords(careWords)
  const read = useQuery(reading(readMyWish))
  return (
    <>
      <PageHeader title={w.wishTitle} lead={w.wishLead} back={{ to: '/volunteers' }} />
      <Shown read={read}>
        {({ items }) => (
          <div className={styles.gap}>
            {items.map((wish) => (
              <Wish key={wish.id} wish={wish} />
            ))}
            {!items.some(({ mine }) => mine) && (
              <LinkButton wide to="/volunteers/care/ask">
                {w.forMe}
              </LinkButton>
            )}
            <LinkButton wide kind="quiet" to="/volunteers/care/family">
              {w.forFamily}
            </LinkButton>
            <LinkButton wide kind="plain" to="/volunteers/care/paper">
              {w.onPaper}
            </LinkButton>
          </div>
        )}
      </Shown>
    </>
  )
}

function Wish({ wish }: { readonly wish: CareWish }) {
  const w = useWords(careWords)
  const format = useFormat()
  const [sure, setSure] = useState(false)
  const stop = useDeed(takeBackWish, { refreshes: [readMyWish], onDone: () => toast(w.stopped) })
  return (
    <Card title={wish.mine ? w.wishTitle : w.familyLine}>
      <p>
        <Tag tone={wish.state === 'agreed' ? 'going' : 'quiet'}>{wish.state === 'agreed' ? w.agreed : w.asked}</Tag>{' '}
        {w.mineLine(w.rhythms[wish.rhythm], format.day(wish.askedOn))}
      </p>
      {wish.address && <p className="muted">{wish.address}</p>}
      {wish.mine && <Facts facts={[[w.nextVisit, wish.nextVisit ? format.moment(wish.nextVisit) : w.noVisitYet]]} />}
      {(wish.mine || wish.state === 'asked') &&
        (sure ? (
          <>
            <p>{w.stopSure}</p>
            <ButtonRow>
              <Button kind="careful" busy={stop.isPending} onPress={() => stop.mutate({ params: { recipientId: wish.id } })}>
                {w.stopYes}
              </Button>
              <Button kind="plain" onPress={() => setSure(false)}>
                {w.stopNo}
              </Button>
            </ButtonRow>
          </>
        ) : (
          <ButtonRow>
            <Button kind="quiet" onPress={() => setSure(true)}>
              {wish.mine ? w.stop : w.stopFamily}
            </Button>
            {wish.mine && (
              <LinkButton kind="plain" to="/me/access">
                {w.whoLooked}
              </LinkButton>
            )}
          </ButtonRow>
        ))}
      {stop.error && <RefusalLine error={stop.error} />}
    </Card>
  )
}
