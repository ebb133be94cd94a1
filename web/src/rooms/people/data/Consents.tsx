import { type ConsentItem, giveConsent, listConsents, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../people.module.css'
import { dataWords } from '../words/data/words.ts'

/** Each consent with its whole text and one button: taking it back is as easy as giving it (D5). */
export function Consents() {
  const w = useWords(dataWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.consentsTitle} lead={w.consentsLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(listConsents))}>
        {({ items, past }) => (
          <>
            {items.map((item) => (
              <Consent key={item.purpose} item={item} />
            ))}
            {past.length > 0 && (
              <Card title={w.consentsPast}>
                <CardList>
                  {past.map((one) => (
                    <CardItem
                      key={`${one.purpose} ${one.givenAt}`}
                      title={text(consentTexts[one.purpose].title)}
                      second={w.consentPast(format.day(one.givenAt), format.day(one.withdrawnAt))}
                    />
                  ))}
                </CardList>
              </Card>
            )}
          </>
        )}
      </Shown>
    </>
  )
}

function Consent({ item }: { readonly item: z.infer<typeof ConsentItem> }) {
  const w = useWords(dataWords)
  const text = useText()
  const format = useFormat()
  const refreshes = [listConsents]
  const params = { purpose: item.purpose }
  const body = { version: item.version }
  const giveAgain = useDeed(giveConsent, { refreshes })
  const give = useDeed(giveConsent, { refreshes, onDone: () => toast(w.consentGiven, () => takeBack.mutate({ params })) })
  const takeBack = useDeed(withdrawConsent, { refreshes })
  const withdraw = useDeed(withdrawConsent, {
    refreshes,
    onDone: () => toast(w.consentWithdrawn, () => giveAgain.mutate({ params, body })),
  })
  const error = give.error ?? withdraw.error
  return (
    <Card title={text(item.title)}>
      <p>{text(item.text)}</p>
      <p className={`small ${styles.note}`}>
        <Tag tone={item.given ? 'going' : 'quiet'}>{item.given ? w.consentYes : w.consentNo}</Tag>{' '}
        {item.given && <span className="muted">{w.consentSince(format.day(item.given.at), w.channels[item.given.channel])}</span>}
      </p>
      {item.given && item.given.version !== item.version && <p className="muted small">{w.consentOldText}</p>}
      {error && <RefusalLine error={error} />}
      <ButtonRow>
        {item.given ? (
          <Button kind="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params })}>
            {w.consentWithdraw} <span className="unseen">{text(item.title)}</span>
          </Button>
        ) : (
          <Button kind="quiet" busy={give.isPending} onPress={() => give.mutate({ params, body })}>
            {w.consentGive} <span className="unseen">{text(item.title)}</span>
          </Button>
        )}
      </ButtonRow>
    </Card>
  )
}
