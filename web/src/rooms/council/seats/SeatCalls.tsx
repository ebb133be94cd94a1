import {
  answerNomination,
  type Candidate,
  listCalls,
  nominate,
  objectTo,
  type SeatCall,
  standFor,
  withdrawCandidate,
} from '@ronghe/contract/council/seat-calls.ts'
import { readMySeat } from '@ronghe/contract/council/my-seat.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './seats.module.css'
import { seatWords } from './words/words.ts'

const refreshes = [listCalls, readMySeat]

/** Who stands for free seats, how to stand, propose and object. */
export function SeatCalls() {
  const councilId = useParam('councilId')
  const w = useWords(seatWords)
  const read = useQuery(reading(listCalls, { params: { councilId } }))
  return (
    <>
      <PageHeader title={w.callsTitle} lead={w.callsLead} back={{ to: '/council/$councilId', params: { councilId } }} />
      <Shown read={read}>
        {({ items, askedOfMe }) => (
          <>
            {askedOfMe.map((asked) => (
              <Asked key={asked.candidateId} asked={asked} />
            ))}
            {items.length === 0 && (
              <EmptyState
                title={w.callsNone}
                next={
                  <LinkButton kind="quiet" to="/council/$councilId" params={{ councilId }}>
                    {w.councils}
                  </LinkButton>
                }
              >
                {w.callsNoneText}
              </EmptyState>
            )}
            {items.map((call) => (
              <Call key={call.id} call={call} />
            ))}
          </>
        )}
      </Shown>
    </>
  )
}

export function CallTitle({ call }: { readonly call: SeatCall }) {
  const w = useWords(seatWords)
  const bench = call.bench ? w.benches[call.bench] : w.chair
  return <>{w.callTitle(w.callWays[call.way], bench, call.seats)}</>
}

function Call({ call }: { readonly call: SeatCall }) {
  const w = useWords(seatWords)
  const format = useFormat()
  const until =
    call.state === 'open'
      ? w.callUntil(format.day(call.candidatesUntil))
      : call.state === 'notice' && call.noticeUntil
        ? w.callNotice(format.day(call.noticeUntil))
        : ''
  return (
    <Card title={<CallTitle call={call} />}>
      <p>
        <Tag>{w.callStates[call.state]}</Tag> {until}
        {call.rule && ` · ${w.callRules[call.rule]}`}
      </p>
      <h3>{w.candidates}</h3>
      {call.candidates.length === 0 ? (
        <p className="muted">{w.candidatesNone}</p>
      ) : (
        <CardList>
          {call.candidates.map((candidate) => (
            <CandidateLine key={candidate.id} call={call} candidate={candidate} />
          ))}
        </CardList>
      )}
      {call.may.includes('stand') && <Opening label={w.stand}>{(close) => <Stand callId={call.id} onDone={close} />}</Opening>}
      {call.may.includes('nominate') && <Opening label={w.nominate}>{(close) => <Nominate callId={call.id} onDone={close} />}</Opening>}
    </Card>
  )
}

function CandidateLine({ call, candidate }: { readonly call: SeatCall; readonly candidate: Candidate }) {
  const w = useWords(seatWords)
  const text = useText()
  const withdraw = useDeed(withdrawCandidate, { refreshes, onDone: () => toast(w.withdrawn) })
  const state = candidate.state === 'standing' ? undefined : w.candidateStates[candidate.state]
  return (
    <CardItem
      title={candidate.name}
      second={
        <>
          <span className={styles.words}>{candidate.statement}</span>
          <br />
          {[
            candidate.organ ? text(candidate.organ) : w.proposedBy[candidate.proposedBy],
            candidate.objections.made > 0 && w.objections(candidate.objections.made, candidate.objections.answered),
          ]
            .filter(Boolean)
            .join(' · ')}
        </>
      }
      end={state && <Tag tone={candidate.state === 'chosen' ? 'going' : 'quiet'}>{state}</Tag>}
      below={
        <>
          {candidate.mine && call.may.includes('withdraw') && (
            <ButtonRow>
              <Button kind="plain" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params: { candidateId: candidate.id } })}>
                {w.withdraw}
              </Button>
            </ButtonRow>
          )}
          {withdraw.error && <RefusalLine error={withdraw.error} />}
          {call.may.includes('object') && !candidate.mine && candidate.state === 'standing' && (
            <Opening label={w.object}>{(close) => <Objection candidateId={candidate.id} onDone={close} />}</Opening>
          )}
        </>
      }
    />
  )
}

/** A form behind its own button, so that a list stays a list. */
function Opening({ label, children }: { readonly label: string; readonly children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false)
  return open ? (
    <>{children(() => setOpen(false))}</>
  ) : (
    <ButtonRow>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {label}
      </Button>
    </ButtonRow>
  )
}

/** The consent to a public seat, where it was not given yet; nothing is ticked beforehand. */
function usePublicity(signedIn: boolean) {
  const mine = useQuery({ ...reading(readMySeat), enabled: signedIn })
  const [agrees, setAgrees] = useState(false)
  return { publicity: mine.data?.publicity, agrees, setAgrees }
}

function StatementFields({
  statement,
  setStatement,
  error,
  consent,
}: {
  readonly statement: string
  readonly setStatement: (words: string) => void
  readonly error: string | undefined
  readonly consent: ReturnType<typeof usePublicity>
}) {
  const w = useWords(seatWords)
  const text = useText()
  return (
    <>
      <Field label={w.statement} name="statement" hint={w.statementHint} error={error}>
        <TextArea value={statement} onChange={setStatement} rows={4} maxLength={500} />
      </Field>
      {consent.publicity && !consent.publicity.given && (
        <Tick
          checked={consent.agrees}
          onChange={consent.setAgrees}
          label={w.joinConsent(text(consent.publicity.title))}
          hint={text(consent.publicity.text)}
        />
      )}
    </>
  )
}

function Stand({ callId, onDone }: { readonly callId: string; readonly onDone: () => void }) {
  const w = useWords(seatWords)
  const consent = usePublicity(useSession().person !== null)
  const [statement, setStatement] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(standFor, {
    refreshes,
    onDone: () => {
      toast(w.stood)
      onDone()
    },
  })
  const send = (): void => {
    const found: FieldErrors = statement.trim() === '' ? { statement: w.statementMissing } : {}
    setFaults(found)
    if (Object.keys(found).length === 0)
      deed.mutate({
        params: { callId },
        body: { statement: statement.trim(), consentVersion: consent.agrees && consent.publicity ? consent.publicity.version : null },
      })
  }
  return (
    <Form label={w.stand} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={send}>
      <StatementFields
        statement={statement}
        setStatement={setStatement}
        error={{ ...fieldErrorsOf(deed.error), ...faults }['statement']}
        consent={consent}
      />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.standSend}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function Asked({ asked }: { readonly asked: { readonly candidateId: string; readonly bench: SeatCall['bench'] } }) {
  const w = useWords(seatWords)
  const consent = usePublicity(true)
  const [statement, setStatement] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(answerNomination, { refreshes, onDone: () => toast(w.answered) })
  const answer = (stands: boolean): void => {
    const found: FieldErrors = stands && statement.trim() === '' ? { statement: w.statementMissing } : {}
    setFaults(found)
    if (Object.keys(found).length === 0)
      deed.mutate({
        params: { candidateId: asked.candidateId },
        body: {
          stands,
          statement: statement.trim(),
          consentVersion: stands && consent.agrees && consent.publicity ? consent.publicity.version : null,
        },
      })
  }
  return (
    <Card title={w.asked}>
      <p>{w.askedText(asked.bench ? w.benches[asked.bench] : w.chair)}</p>
      <Form label={w.asked} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={() => answer(true)}>
        <StatementFields
          statement={statement}
          setStatement={setStatement}
          error={{ ...fieldErrorsOf(deed.error), ...faults }['statement']}
          consent={consent}
        />
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.askedYes}
          </Button>
          <Button kind="quiet" onPress={() => answer(false)}>
            {w.askedNo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Nominate({ callId, onDone }: { readonly callId: string; readonly onDone: () => void }) {
  const w = useWords(seatWords)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(nominate, {
    refreshes,
    onDone: () => {
      toast(w.nominated)
      onDone()
    },
  })
  const send = (): void => {
    const found: FieldErrors = {
      ...(name.trim() === '' && { name: w.nameMissing }),
      ...(phone.length !== 11 && { phone: w.phoneMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length === 0) deed.mutate({ params: { callId }, body: { name: name.trim(), phone, asOrgan: null } })
  }
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  return (
    <Form label={w.nominate} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={send}>
      <p className="muted small">{w.nominateLead}</p>
      <div className={styles.pair}>
        <Field label={w.name} name="name" error={errors['name']}>
          <TextInput value={name} onChange={setName} maxLength={40} />
        </Field>
        <Field label={w.phone} name="phone" error={errors['phone']}>
          <PhoneInput value={phone} onChange={setPhone} autoComplete="off" />
        </Field>
      </div>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.nominateSend}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function Objection({ candidateId, onDone }: { readonly candidateId: string; readonly onDone: () => void }) {
  const w = useWords(seatWords)
  const [words, setWords] = useState('')
  const deed = useDeed(objectTo, {
    refreshes,
    onDone: () => {
      toast(w.objected)
      onDone()
    },
  })
  return (
    <Form
      label={w.object}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={() => deed.mutate({ params: { candidateId }, body: { words: words.trim() } })}
    >
      <Field label={w.objectWords} name="words" hint={w.objectHint} error={fieldErrorsOf(deed.error)['words']}>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.objectSend}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Form>
  )
}
