import { type ReactNode } from 'react'
import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './station.module.css'
import { WaysOn } from './WaysOn.tsx'
import { mediationWords } from './words/mediation/words.ts'
import { Answer, type Doing, Mediators, SayKept, Stop } from './DisputeSteps.tsx'

/** A dispute as either side sees it, signed in or by code: what stands, what may be done, all of it voluntary. */
export function DisputeView({ error, foot, ...doing }: Doing & { readonly error: unknown; readonly foot?: ReactNode }) {
  const w = useWords(mediationWords)
  const format = useFormat()
  const { dispute } = doing
  const { may } = dispute
  return (
    <>
      <PageHeader
        title={`${w.topic[dispute.topic]} · ${w.with(dispute.otherName)}`}
        above={w.requestedOn(format.day(dispute.requestedOn))}
        beside={<Tag>{w.state[dispute.state]}</Tag>}
        back={{ to: '/mediation', label: w.title }}
        lead={dispute.line}
      />
      {error != null && <RefusalLine error={error} />}
      {dispute.words !== null && (
        <Card title={dispute.me === 'requester' ? w.mineWords : w.theirWords}>
          <p className={styles.letter}>{dispute.words}</p>
        </Card>
      )}
      {dispute.answer !== null && dispute.answer !== '' && (
        <Card title={dispute.me === 'other' ? w.mineWords : w.theirWords}>
          <p className={styles.letter}>{dispute.answer}</p>
        </Card>
      )}
      {may.includes('answer') && <Answer {...doing} />}
      {(dispute.mediators.length > 0 || dispute.state === 'bothAgreed') && <Mediators {...doing} />}
      {dispute.sessions.length > 0 && (
        <Card title={w.sessions}>
          <CardList>
            {dispute.sessions.map((session) => (
              <CardItem
                key={session.id}
                title={w.sessionAt(format.moment(session.at), session.place)}
                {...(session.held && { end: <Tag tone="quiet">{w.held}</Tag> })}
              />
            ))}
          </CardList>
        </Card>
      )}
      {dispute.agreement && (
        <Card title={w.agreementTitle}>
          <p className={styles.letter}>{dispute.agreement.words}</p>
          <p className="muted small">
            {w.agreementOn(format.day(dispute.agreement.on))} · {dispute.agreement.signed ? w.signed : w.notSigned} ·{' '}
            {w.followUpOn(format.day(dispute.agreement.followUpOn))}
          </p>
        </Card>
      )}
      {may.includes('sayKept') && <SayKept {...doing} />}
      <div className={`${styles.stack} ${styles.after}`}>{foot}</div>
      {may.includes('stop') && <Stop {...doing} />}
      {dispute.waysOn.length > 0 && (
        <>
          <h2 className={styles.heading}>{w.otherWays}</h2>
          <WaysOn ways={dispute.waysOn} />
        </>
      )}
    </>
  )
}
