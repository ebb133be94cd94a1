import {
  closeTalk,
  listTalks,
  readTalk,
  ReportReason,
  sayInTalk,
  stepTalkPost,
  type Talk,
  type TalkPost,
} from '@ronghe/contract/school/talk.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { classWords } from './words/words.ts'

type Step = BodyOf<typeof stepTalkPost>
const refreshes = [readTalk, listTalks]

/** One talk in the order in which it was said. */
export function TalkPage() {
  const threadId = useParam('threadId')
  return <Shown read={useQuery(reading(readTalk, { params: { threadId } }))}>{(talk) => <Whole talk={talk} />}</Shown>
}

function Whole({ talk }: { readonly talk: Talk }) {
  const w = useWords(classWords)
  const close = useDeed(closeTalk, { refreshes })
  const own = talk.posts.findLast(({ mine }) => mine)?.called
  return (
    <>
      <PageHeader
        title={talk.title}
        above={talk.closed ? `${w.talk} · ${w.closed}` : w.talk}
        back={{ to: '/school/courses/$courseId/talk', params: { courseId: talk.courseId }, label: w.talk }}
      />
      {talk.posts.map((post) => (
        <Post key={post.id} post={post} />
      ))}
      {talk.may.includes('say') && (
        <div className={styles.acts}>
          <Say threadId={talk.id} called={own ?? null} />
        </div>
      )}
      {talk.may.includes('close') && (
        <div className={styles.acts}>
          {close.error && <RefusalLine error={close.error} />}
          <Button kind="plain" busy={close.isPending} onPress={() => close.mutate({ params: { threadId: talk.id } })}>
            {w.closeTalk}
          </Button>
        </div>
      )}
    </>
  )
}

function Post({ post }: { readonly post: TalkPost }) {
  const w = useWords(classWords)
  const format = useFormat()
  const [asked, setAsked] = useState<'report' | 'hide' | 'appeal'>()
  const step = useDeed(stepTalkPost, {
    refreshes,
    onDone() {
      toast(asked === 'report' ? w.reported : asked === 'hide' ? w.hiddenDone : asked === 'appeal' ? w.appealed : w.takenBack)
      setAsked(undefined)
    },
  })
  const take = (body: Step) => step.mutate({ params: { postId: post.id }, body })
  return (
    <Card>
      <p className="muted small">
        <strong>{post.called ?? w.somebody}</strong> · {format.moment(post.postedAt)}
      </p>
      {post.state === 'taken' ? <p className="muted">{w.gone}</p> : post.words && <p className={styles.said}>{post.words}</p>}
      {post.because && <Notice tone="attention">{w.hidden(post.because)}</Notice>}
      {post.appeal && (
        <p className="muted">
          {post.appeal.answer === null
            ? w.appealWaits
            : post.appeal.answer === 'upheld'
              ? w.appealUpheld(post.appeal.because ?? '')
              : w.appealShown(post.appeal.because ?? '')}
        </p>
      )}
      {step.error && asked === undefined && <RefusalLine error={step.error} />}
      {post.may.length > 0 && (
        <ButtonRow>
          {post.may.includes('appeal') && (
            <Button kind="quiet" onPress={() => setAsked('appeal')}>
              {w.appeal}
            </Button>
          )}
          {post.may.includes('takeBack') && (
            <Button kind="plain" busy={step.isPending} onPress={() => take({ step: 'takeBack' })}>
              {w.takeBack}
            </Button>
          )}
          {post.may.includes('report') && (
            <Button kind="plain" onPress={() => setAsked('report')}>
              {w.report}
            </Button>
          )}
          {post.may.includes('hide') && (
            <Button kind="plain" onPress={() => setAsked('hide')}>
              {w.hide}
            </Button>
          )}
        </ButtonRow>
      )}
      {asked && <Ask asked={asked} busy={step.isPending} error={step.error} take={take} onClose={() => setAsked(undefined)} />}
    </Card>
  )
}

function Ask({
  asked,
  busy,
  error,
  take,
  onClose,
}: {
  readonly asked: 'report' | 'hide' | 'appeal'
  readonly busy: boolean
  readonly error: unknown
  readonly take: (body: Step) => void
  readonly onClose: () => void
}) {
  const w = useWords(classWords)
  const [words, setWords] = useState('')
  const [reason, setReason] = useState<ReportReason>()
  const title = { report: w.reportTitle, hide: w.hideTitle, appeal: w.appealTitle }[asked]
  const submit = { report: w.reportDo, hide: w.hideDo, appeal: w.appealDo }[asked]
  const send = (): void => {
    if (asked === 'report') {
      if (reason) take({ step: 'report', because: reason })
    } else if (words.trim() !== '') take(asked === 'hide' ? { step: 'hide', because: words } : { step: 'appeal', words })
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <Form label={title} onSubmit={send} busy={busy} error={error}>
        {asked === 'report' ? (
          <>
            <p>{w.reportLead}</p>
            <Choice
              label={w.reportWhy}
              name="because"
              value={reason}
              onChange={setReason}
              options={ReportReason.options.map((value) => ({ value, label: w.reason[value] }))}
            />
          </>
        ) : (
          <Field label={asked === 'hide' ? w.hideWhy : w.appealWhy} name="words">
            <TextArea value={words} onChange={setWords} rows={3} maxLength={asked === 'hide' ? 200 : 500} />
          </Field>
        )}
        <ButtonRow>
          <Button type="submit" busy={busy}>
            {submit}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

function Say({ threadId, called }: { readonly threadId: string; readonly called: string | null }) {
  const w = useWords(classWords)
  const { person } = useSession()
  const draft = useDraft(`say:${threadId}:${person?.id ?? ''}`, { words: '', called: called ?? '' })
  const [tried, setTried] = useState(false)
  const say = useDeed(sayInTalk, {
    refreshes,
    onDone() {
      toast(w.said)
      setTried(false)
      draft.change((now) => ({ ...now, words: '' }))
      void draft.discard()
    },
  })
  if (draft.state === 'reading') return null
  const { value, change } = draft
  const missing: Record<string, string> = {}
  for (const key of ['words', 'called'] as const) if (value[key].trim() === '') missing[key] = w.missing
  const errors = { ...fieldErrorsOf(say.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length === 0) say.mutate({ params: { threadId }, body: value })
  }
  return (
    <Form label={w.say} onSubmit={send} busy={say.isPending} error={say.error} errors={tried ? missing : {}}>
      <Card title={w.say}>
        <Field label={w.talkWords} name="words" error={errors['words']}>
          <TextArea value={value.words} onChange={(words) => change((now) => ({ ...now, words }))} rows={3} maxLength={2000} />
        </Field>
        <Field label={w.called} name="called" hint={w.calledHint} error={errors['called']}>
          <TextInput value={value.called} onChange={(next) => change((now) => ({ ...now, called: next }))} maxLength={20} />
        </Field>
        <Button type="submit" busy={say.isPending}>
          {w.saySend}
        </Button>
      </Card>
    </Form>
  )
}
