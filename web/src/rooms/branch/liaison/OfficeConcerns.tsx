import {
  type CarriedConcern,
  deletePaperConcern,
  enterPaperConcern,
  listCarried,
  ReturnReason,
  stepCarried,
} from '@ronghe/contract/branch/liaison.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import { raiseAnonymously } from '@ronghe/contract/programme/concerns.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextArea } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../life/life.module.css'
import { Consent } from './Consent.tsx'
import { TopicSelect } from './TopicSelect.tsx'
import { liaisonWords } from './words/words.ts'

/** Words given to this branch: read, carried up as anybody would, answered. */
export function OfficeConcerns() {
  const w = useWords(liaisonWords)
  const branchId = useParam('branchId')
  const [entering, setEntering] = useState(false)
  return (
    <>
      <PageHeader title={w.officeConcerns} lead={w.officeConcernsLead} back={{ to: '/branch/office/$branchId', params: { branchId } }} />
      <div className={styles.acts}>
        <ButtonRow>
          <Button kind="quiet" onPress={() => setEntering(true)}>
            {w.enterPaperConcern}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={useQuery(reading(listCarried, { params: { branchId } }))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.officeConcernsNone}>{w.officeConcernsNoneText}</EmptyState>
          ) : (
            items.map((one) => <One key={one.id} branchId={branchId} one={one} />)
          )
        }
      </Shown>
      {entering && <EnterPaper branchId={branchId} onClose={() => setEntering(false)} />}
    </>
  )
}

interface Of {
  readonly branchId: string
  readonly one: CarriedConcern
}

function One({ branchId, one }: Of) {
  const w = useWords(liaisonWords)
  const format = useFormat()
  const [asking, setAsking] = useState<'answer' | 'return'>()
  const params = { branchId, concernId: one.id }
  const step = useDeed(stepCarried, { refreshes: [listCarried], onDone: () => toast(w.saved) })
  // The street's own page for anonymous concerns: no session goes along, and what comes back is a code.
  const raise = useDeed(raiseAnonymously, {
    onDone: ({ claimCode }) => step.mutate({ params, body: { act: 'carry', claimCode } }),
  })
  const remove = useDeed(deletePaperConcern, { refreshes: [listCarried], onDone: () => toast(w.takenBack) })
  const raised = raise.data
  const error = raise.error ?? step.error ?? remove.error
  const carry = (): void => {
    if (raised) step.mutate({ params, body: { act: 'carry', claimCode: raised.claimCode } })
    else raise.mutate({ body: { words: one.words, topic: one.topic, throughOrganId: branchId } })
  }
  return (
    <Card title={format.day(one.givenOn)}>
      <p>
        <Tag tone={one.state === 'given' ? 'attention' : one.state === 'returned' ? 'quiet' : 'going'}>{w.carryStates[one.state]}</Tag>{' '}
        <span className="muted">{w.channels[one.channel]}</span>
      </p>
      <p className={styles.words}>{one.words}</p>
      {one.state === 'given' && <p className="muted">{w.carryBy(format.day(one.carryBy))}</p>}
      <Facts
        facts={[
          ...(one.claimCode ? ([[w.claim, `${one.claimCode} · ${w.carriedOn(format.day(one.carriedOn!))}`]] as const) : []),
          ...(one.answer ? ([[w.answer, one.answer]] as const) : []),
          ...(one.returnedFor ? ([[w.why, w.returnedFor[one.returnedFor]]] as const) : []),
        ]}
      />
      {one.may.includes('carry') && <p className="muted small">{w.carryUpNote}</p>}
      {error && <RefusalLine error={error} />}
      <ButtonRow>
        {one.may.includes('carry') && (
          <Button busy={raise.isPending || step.isPending} onPress={carry}>
            {w.carryUp}
          </Button>
        )}
        {one.may.includes('return') && (
          <Button kind="quiet" onPress={() => setAsking('return')}>
            {w.giveBack}
          </Button>
        )}
        {one.claimCode && (
          <LinkButton kind="quiet" to="/concerns/code">
            {w.toStatus}
          </LinkButton>
        )}
        {one.may.includes('answer') && (
          <Button kind="quiet" onPress={() => setAsking('answer')}>
            {w.answerWrite}
          </Button>
        )}
        {one.may.includes('delete') && (
          <Button kind="plain" busy={remove.isPending} onPress={() => remove.mutate({ params })}>
            {w.takeBack}
          </Button>
        )}
      </ButtonRow>
      {asking === 'answer' && <Answer branchId={branchId} one={one} onClose={() => setAsking(undefined)} />}
      {asking === 'return' && <GiveBack branchId={branchId} one={one} onClose={() => setAsking(undefined)} />}
    </Card>
  )
}

function Answer({ branchId, one, onClose }: Of & { readonly onClose: () => void }) {
  const w = useWords(liaisonWords)
  const [words, setWords] = useState(one.answer ?? '')
  const deed = useDeed(stepCarried, {
    refreshes: [listCarried],
    onDone: () => {
      toast(w.saved)
      onClose()
    },
  })
  return (
    <Dialog title={w.answerWrite} open onClose={onClose}>
      <Form
        label={w.answerWrite}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params: { branchId, concernId: one.id }, body: { act: 'answer', words } })}
      >
        <Field label={w.answerWords} name="words" error={fieldErrorsOf(deed.error)['words']}>
          <TextArea value={words} onChange={setWords} rows={4} maxLength={2000} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.answerDo}
        </Button>
      </Form>
    </Dialog>
  )
}

function GiveBack({ branchId, one, onClose }: Of & { readonly onClose: () => void }) {
  const w = useWords(liaisonWords)
  const [reason, setReason] = useState<(typeof ReturnReason.options)[number]>('unclear')
  const deed = useDeed(stepCarried, { refreshes: [listCarried], onDone: onClose })
  return (
    <Dialog title={w.giveBack} open onClose={onClose}>
      <Form
        label={w.giveBack}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params: { branchId, concernId: one.id }, body: { act: 'return', reason } })}
      >
        <Choice
          name="reason"
          label={w.giveBackWhy}
          value={reason}
          onChange={setReason}
          options={ReturnReason.options.map((value) => ({ value, label: w.returnedFor[value] }))}
        />
        <Button type="submit" busy={deed.isPending}>
          {w.giveBackDo}
        </Button>
      </Form>
    </Dialog>
  )
}

function EnterPaper({ branchId, onClose }: { readonly branchId: string; readonly onClose: () => void }) {
  const w = useWords(liaisonWords)
  const today = useToday()
  const [words, setWords] = useState('')
  const [topic, setTopic] = useState('')
  const [givenOn, setGivenOn] = useState(today)
  const [signed, setSigned] = useState(false)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(enterPaperConcern, {
    refreshes: [listCarried],
    onDone: () => {
      toast(w.entered)
      onClose()
    },
  })
  const errors = { ...missing, ...fieldErrorsOf(deed.error) }
  const submit = (): void => {
    const gaps = { ...(topic ? {} : { topic: w.missing }), ...(signed ? {} : { signed: w.signedMissing }) }
    setMissing(gaps)
    if (Object.keys(gaps).length === 0)
      deed.mutate({ params: { branchId }, body: { topic, words, givenOn, consent: lifeConsentTexts.concern.version, signed: true } })
  }
  return (
    <Dialog title={w.enterPaperConcern} open onClose={onClose}>
      <Form label={w.enterPaperConcern} busy={deed.isPending} error={deed.error} errors={errors} onSubmit={submit}>
        <Field label={w.carryWords} name="words" error={errors['words']}>
          <TextArea value={words} onChange={setWords} rows={4} maxLength={2000} />
        </Field>
        <TopicSelect value={topic} onChange={setTopic} error={errors['topic']} />
        <Field label={w.givenOn} name="givenOn" error={errors['givenOn']}>
          <DateInput value={givenOn} onChange={setGivenOn} max={today} />
        </Field>
        <Consent purpose="concern" agreed={signed} onChange={setSigned} paper />
        <Button type="submit" busy={deed.isPending}>
          {w.enterDo}
        </Button>
      </Form>
    </Dialog>
  )
}
