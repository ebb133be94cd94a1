import {
  answerObjection,
  cancelCall,
  confirmCall,
  listCalls,
  listObjections,
  openCall,
  publishCall,
  type SeatCall,
} from '@ronghe/contract/council/seat-calls.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import { readCouncil } from '@ronghe/contract/council/council.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextArea } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { CallTitle } from '../SeatCalls.tsx'
import { CallPapers } from './CallPapers.tsx'
import styles from '../seats.module.css'
import { seatWords } from '../words/words.ts'

const refreshes = [listCalls, listObjections, readCouncil]

export function CallsDesk({ councilId }: { readonly councilId: string }) {
  const council = useQuery(reading(readCouncil, { params: { councilId } }))
  const read = useQuery(reading(listCalls, { params: { councilId } }))
  return (
    <Shown read={read}>
      {({ items }) => (
        <>
          {items
            .filter(({ state }) => state !== 'filled' && state !== 'cancelled')
            .map((call) => (
              <Running key={call.id} call={call} />
            ))}
          {council.data?.may.includes('openCall') && <OpenCall councilId={councilId} />}
        </>
      )}
    </Shown>
  )
}

function OpenCall({ councilId }: { readonly councilId: string }) {
  const w = useWords(seatWords)
  const today = useToday()
  const [bench, setBench] = useState<Bench>('newcomers')
  const [candidatesUntil, setUntil] = useState('')
  const deed = useDeed(openCall, { refreshes, onDone: () => toast(w.callOpened) })
  return (
    <Card title={w.openCall}>
      <p className="muted small">{w.openCallLead}</p>
      <Form
        label={w.openCall}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params: { councilId }, body: { bench, candidatesUntil } })}
      >
        <Choice
          label={w.whichBench}
          value={bench}
          onChange={setBench}
          options={(['newcomers', 'locals'] as const).map((value) => ({ value, label: w.benches[value] }))}
        />
        <Field label={w.closesOn} name="candidatesUntil" error={fieldErrorsOf(deed.error)['candidatesUntil']}>
          <DateInput value={candidatesUntil} onChange={setUntil} min={today} />
        </Field>
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.openCall}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Running({ call }: { readonly call: SeatCall }) {
  const w = useWords(seatWords)
  const format = useFormat()
  const publish = useDeed(publishCall, { refreshes, onDone: () => toast(w.published) })
  const confirm = useDeed(confirmCall, { refreshes, onDone: () => toast(w.confirmed) })
  const cancel = useDeed(cancelCall, { refreshes })
  const asked = { params: { callId: call.id } }
  const error = publish.error ?? confirm.error ?? cancel.error
  return (
    <Card title={<CallTitle call={call} />}>
      <p>
        <Tag>{w.callStates[call.state]}</Tag> {call.state === 'open' && w.callUntil(format.day(call.candidatesUntil))}
        {call.state === 'notice' && call.noticeUntil && w.callNotice(format.day(call.noticeUntil))}
      </p>
      <CardList>
        {call.candidates.map((candidate) => (
          <CardItem
            key={candidate.id}
            title={candidate.name}
            second={candidate.objections.made > 0 ? w.objections(candidate.objections.made, candidate.objections.answered) : undefined}
          />
        ))}
      </CardList>
      {call.candidates.length === 0 && <p className="muted">{w.candidatesNone}</p>}
      {call.may.includes('cancel') && <CallPapers call={call} />}
      {call.may.includes('answer') && <Objections callId={call.id} />}
      {error && <RefusalLine error={error} />}
      {call.may.includes('confirm') && <p className="muted small">{w.confirmLead}</p>}
      <ButtonRow>
        {call.may.includes('publish') && (
          <Button busy={publish.isPending} onPress={() => publish.mutate(asked)}>
            {call.way === 'election' ? w.publishElection : w.publish}
          </Button>
        )}
        {call.may.includes('confirm') && (
          <Button
            busy={confirm.isPending}
            onPress={() =>
              confirm.mutate({
                ...asked,
                body: { candidateIds: call.candidates.filter(({ state }) => state === 'standing').map(({ id }) => id) },
              })
            }
          >
            {w.confirm}
          </Button>
        )}
        <LinkButton kind="quiet" href={`/council/${call.council.id}/calls`}>
          {w.callsTitle}
        </LinkButton>
        {call.may.includes('cancel') && (
          <Button kind="plain" busy={cancel.isPending} onPress={() => cancel.mutate(asked)}>
            {w.cancelCall}
          </Button>
        )}
      </ButtonRow>
    </Card>
  )
}

function Objections({ callId }: { readonly callId: string }) {
  const w = useWords(seatWords)
  const read = useQuery(reading(listObjections, { params: { callId } }))
  return (
    <Shown read={read}>
      {({ items }) => (
        <>
          {items.length > 0 && <h3>{w.answerTitle}</h3>}
          {items.map((objection) => (
            <div key={objection.id}>
              <p>
                <strong>{objection.candidate}</strong>
                <br />
                <span className={styles.words}>{objection.words}</span>
              </p>
              {objection.answer === null ? (
                <Answer objectionId={objection.id} />
              ) : (
                <p className="muted">
                  {objection.upheld ? w.upheld : w.notUpheld} · {objection.answer}
                </p>
              )}
            </div>
          ))}
        </>
      )}
    </Shown>
  )
}

function Answer({ objectionId }: { readonly objectionId: string }) {
  const w = useWords(seatWords)
  const [answer, setAnswer] = useState('')
  const [upheld, setUpheld] = useState<'yes' | 'no'>('no')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(answerObjection, { refreshes, onDone: () => toast(w.answered) })
  const send = (): void => {
    const found: FieldErrors = answer.trim() === '' ? { answer: w.answerMissing } : {}
    setFaults(found)
    if (Object.keys(found).length === 0) deed.mutate({ params: { objectionId }, body: { answer: answer.trim(), upheld: upheld === 'yes' } })
  }
  return (
    <Form label={w.answerSend} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={send}>
      <Field label={w.answerWords} name="answer" error={{ ...fieldErrorsOf(deed.error), ...faults }['answer']}>
        <TextArea value={answer} onChange={setAnswer} rows={3} maxLength={1000} />
      </Field>
      <Choice
        label={w.answerTitle}
        hideLabel
        value={upheld}
        onChange={setUpheld}
        options={[
          { value: 'no', label: w.notUpheld },
          { value: 'yes', label: w.upheld },
        ]}
      />
      <ButtonRow>
        <Button type="submit" kind="quiet" busy={deed.isPending}>
          {w.answerSend}
        </Button>
      </ButtonRow>
    </Form>
  )
}
