import { answerSurvey, declineSurvey, readSurveyByCode, type Asked } from '@ronghe/contract/insight/survey.ts'
import { itemsFor } from '@ronghe/contract/insight/survey-scales.ts'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { call, OfflineError, ProblemError } from '../../../api.ts'
import { newId } from '../../../platform/ids.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { type DraftOf, useDraft } from '../../../platform/offline/draft.ts'
import { file } from '../../../platform/offline/outbox.ts'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Refusal, RefusalLine } from '../../../ui/Refusal.tsx'
import { emptySheet, Questions, type Sheet } from './Questions.tsx'
import styles from './survey.module.css'
import { minutesFor } from './wording.ts'
import { surveyWords } from './words/words.ts'

/** What this device keeps for a code: the questions as they came, so that they are there without a line, and how far one has come. */
export interface Kept extends Sheet {
  readonly asked: Asked | null
  readonly started: boolean
}
export const fresh: Kept = { ...emptySheet, asked: null, started: false }

/** The code stands behind the # of the address: what stands there is never sent to a server, nor into its logs. */
export function AnswerPage() {
  const w = useWords(surveyWords)
  const { hash } = useLocation()
  const code = decodeURIComponent(hash).trim().toUpperCase()
  if (code === '')
    return (
      <>
        <PageHeader title={w.title} back={{ to: '/survey' }} />
        <EmptyState title={w.noCodeTitle} next={<LinkButton to="/survey">{w.toSurvey}</LinkButton>}>
          {w.noCodeText}
        </EmptyState>
      </>
    )
  return <ByCode key={code} code={code} />
}

function ByCode({ code }: { readonly code: string }) {
  const w = useWords(surveyWords)
  const draft = useDraft<Kept>(`survey:${code}`, fresh)
  const { change } = draft
  const look = useMutation({
    mutationFn: () => call(readSurveyByCode, { body: { code } }),
    onSuccess: (asked) => change((now) => ({ ...now, asked })),
  })
  const { mutate } = look
  const looked = useRef(false)
  useEffect(() => {
    if (draft.state === 'reading' || looked.current) return
    looked.current = true
    mutate()
  }, [draft.state, mutate])
  const [ended, setEnded] = useState<'sent' | 'waiting' | 'declined'>()
  if (ended) return <Ended how={ended} />
  // Kept questions are good enough without a line; a code that was used up meanwhile is said so.
  if (look.error && !(look.error instanceof OfflineError && draft.value.asked))
    return (
      <>
        <PageHeader title={w.title} back={{ to: '/survey' }} />
        {/* A code that is used up or unknown stays so; a broken line or a crowd passes. */}
        <Refusal
          error={look.error}
          {...(!(look.error instanceof ProblemError && look.error.problem.status < 429) && { again: () => mutate() })}
        />
        <LinkButton kind="quiet" to="/survey">
          {w.toSurvey}
        </LinkButton>
      </>
    )
  if (draft.state === 'reading' || !draft.value.asked) return <Loading />
  return <Answering code={code} draft={draft} asked={draft.value.asked} onEnd={setEnded} />
}

function Answering({
  code,
  draft,
  asked,
  onEnd,
}: {
  readonly code: string
  readonly draft: DraftOf<Kept>
  readonly asked: Asked
  readonly onEnd: (how: 'sent' | 'waiting' | 'declined') => void
}) {
  const w = useWords(surveyWords)
  const key = useRef(newId())
  const send = useMutation({
    networkMode: 'always',
    mutationFn: (sheet: Pick<Kept, 'answers'> & { readonly group: NonNullable<Kept['group']> }) =>
      file(answerSurvey, { body: { code, ...sheet }, idempotencyKey: key.current }, w.title, { opens: `/survey/answer#${code}` }),
    async onSuccess(result) {
      await draft.discard()
      onEnd(result.sent ? 'sent' : 'waiting')
    },
  })
  if (!draft.value.started)
    return (
      <Begin
        code={code}
        asked={asked}
        onStart={() => draft.change((now) => ({ ...now, started: true }))}
        onDecline={() => onEnd('declined')}
      />
    )
  return (
    <Questions
      asked={asked}
      sheet={draft.value}
      onChange={(sheet) => draft.change((now) => ({ ...now, ...sheet }))}
      onSend={(sheet) => send.mutate(sheet)}
      busy={send.isPending}
      error={send.error}
    />
  )
}

function Begin({
  code,
  asked,
  onStart,
  onDecline,
}: {
  readonly code: string
  readonly asked: Asked
  readonly onStart: () => void
  readonly onDecline: () => void
}) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const decline = useDeed(declineSurvey, { onDone: onDecline })
  return (
    <>
      <PageHeader title={text(asked.title)} above={w.matter} lead={w.startText(minutesFor(itemsFor(asked.content, 'local').length))} />
      <Card className={styles.prose}>
        <p>{w.nextBirthday}</p>
        <p>{w.about[2]}</p>
        <p className="muted">{w.left(format.day(asked.closesOn))}</p>
      </Card>
      <div className={styles.acts}>
        <Button wide onPress={onStart}>
          {w.start}
        </Button>
        <Button kind="plain" onPress={() => setAsking(true)}>
          {w.decline}
        </Button>
        <LinkButton kind="plain" to="/survey">
          {w.aboutTitle}
        </LinkButton>
      </div>
      <Dialog title={w.decline} open={asking} onClose={() => setAsking(false)}>
        <p>{w.declineAsk}</p>
        {decline.error && <RefusalLine error={decline.error} />}
        <ButtonRow>
          <Button busy={decline.isPending} onPress={() => decline.mutate({ body: { code } })}>
            {w.declineDo}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.back}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}

export function Ended({ how }: { readonly how: 'sent' | 'waiting' | 'declined' }) {
  const w = useWords(surveyWords)
  const said = {
    sent: { title: w.sent, text: w.sentText },
    waiting: { title: w.waitingTitle, text: w.waitingText },
    declined: { title: w.declined, text: w.declineAsk },
  }[how]
  return (
    <>
      <PageHeader title={said.title} above={w.matter} lead={said.text} />
      <LinkButton to="/survey">{w.toSurvey}</LinkButton>
    </>
  )
}
