import { type Dispute, Kept } from '@ronghe/contract/station/mediation.ts'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../ui/Card.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { PartyStep } from './MediationPage.tsx'
import styles from './station.module.css'
import { WaysOn } from './WaysOn.tsx'
import { mediationWords } from './words/mediation/words.ts'

interface Doing {
  readonly dispute: Dispute
  readonly take: (step: PartyStep, said: string) => void
  readonly busy: boolean
}

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
        <Card title={w.request}>
          <p className={styles.letter}>{dispute.words}</p>
        </Card>
      )}
      {dispute.answer !== null && dispute.answer !== '' && (
        <Card title={w.view}>
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
      <div className={styles.stack}>{foot}</div>
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

function Answer({ take, busy }: Doing) {
  const w = useWords(mediationWords)
  const [words, setWords] = useState('')
  return (
    <Card title={w.answerTitle}>
      <p>{w.answerText}</p>
      <Field label={w.answerWords} name="words" optional>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={2000} />
      </Field>
      <ButtonRow>
        <Button busy={busy} onPress={() => take({ step: 'agree', words }, w.agreed)}>
          {w.agree}
        </Button>
        <Button kind="quiet" busy={busy} onPress={() => take({ step: 'decline' }, w.declined)}>
          {w.decline}
        </Button>
      </ButtonRow>
    </Card>
  )
}

function Mediators({ dispute, take, busy }: Doing) {
  const w = useWords(mediationWords)
  const text = useText()
  const { may, accepted, mediators } = dispute
  return (
    <Card title={w.mediators}>
      {mediators.length === 0 ? (
        <p className="muted">{w.mediatorsNone}</p>
      ) : (
        <>
          <CardList>
            {mediators.map(({ name, post }) => (
              <CardItem key={name} title={name} second={text(post)} />
            ))}
          </CardList>
          <Facts
            facts={[
              [w.acceptedMe, accepted.me ? w.said : w.notYet],
              [w.acceptedOther, accepted.other ? w.said : w.notYet],
            ]}
          />
        </>
      )}
      <ButtonRow>
        {may.includes('acceptMediators') && (
          <Button busy={busy} onPress={() => take({ step: 'acceptMediators' }, w.said)}>
            {w.acceptMediators}
          </Button>
        )}
        {may.includes('refuseMediators') && (
          <Button kind="quiet" busy={busy} onPress={() => take({ step: 'refuseMediators' }, w.mediatorsNone)}>
            {w.refuseMediators}
          </Button>
        )}
      </ButtonRow>
      {may.includes('refuseMediators') && <p className="muted small">{w.refusalsLeft(dispute.refusalsLeft)}</p>}
    </Card>
  )
}

function SayKept({ take, busy }: Doing) {
  const w = useWords(mediationWords)
  const [kept, setKept] = useState<NonNullable<Dispute['kept']>>()
  const [tried, setTried] = useState(false)
  const submit = (): void => {
    setTried(true)
    if (kept) take({ step: 'sayKept', kept }, w.keptSaid)
  }
  return (
    <Card>
      <Form onSubmit={submit} busy={busy} errors={tried && !kept ? { kept: w.keptMissing } : {}}>
        <Choice
          label={w.keptTitle}
          name="kept"
          error={tried && !kept ? w.keptMissing : undefined}
          value={kept}
          onChange={setKept}
          options={Kept.options.map((one) => ({ value: one, label: w.kept[one] }))}
        />
        <Button type="submit" busy={busy}>
          {w.keptDo}
        </Button>
      </Form>
    </Card>
  )
}

function Stop({ take, busy }: Doing) {
  const w = useWords(mediationWords)
  const [asking, setAsking] = useState(false)
  return (
    <p>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {w.stop}
      </Button>
      <Dialog title={w.stopTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{w.stopText}</p>
        <ButtonRow>
          <Button
            kind="careful"
            busy={busy}
            onPress={() => {
              setAsking(false)
              take({ step: 'stop' }, w.stopped)
            }}
          >
            {w.stopDo}
          </Button>
        </ButtonRow>
      </Dialog>
    </p>
  )
}
