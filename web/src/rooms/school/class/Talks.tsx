import { listTalks, openTalk } from '@ronghe/contract/school/talk.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from '../learning.module.css'
import { classWords } from './words/words.ts'

/** What the class talks about, the latest first. */
export function Talks() {
  const w = useWords(classWords)
  const text = useText()
  const format = useFormat()
  const courseId = useParam('courseId')
  const params = { courseId }
  const [opening, setOpening] = useState(false)
  return (
    <Shown read={useQuery(reading(listTalks, { params }))}>
      {({ title, items, called, may }) => (
        <>
          <PageHeader title={w.talk} above={text(title)} lead={w.talkLead} back={{ to: '/school/courses/$courseId', params }} />
          {opening ? (
            <Open courseId={courseId} called={called} onDone={() => setOpening(false)} />
          ) : (
            may.includes('open') && (
              <div className={styles.acts}>
                <Button wide onPress={() => setOpening(true)}>
                  {w.talkOpen}
                </Button>
              </div>
            )
          )}
          {items.length === 0 ? (
            <EmptyState title={w.talkNone}>{may.includes('open') ? w.talkNoneNext : undefined}</EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((talk) => (
                  <CardItem
                    key={talk.id}
                    to="/school/courses/$courseId/talk/$threadId"
                    params={{ courseId, threadId: talk.id }}
                    title={talk.title}
                    second={format.moment(talk.spokenAt)}
                    end={talk.closed ? <Tag tone="quiet">{w.closed}</Tag> : undefined}
                  />
                ))}
              </CardList>
            </Card>
          )}
        </>
      )}
    </Shown>
  )
}

function Open({ courseId, called, onDone }: { readonly courseId: string; readonly called: string | null; readonly onDone: () => void }) {
  const w = useWords(classWords)
  const navigate = useNavigate()
  const { person } = useSession()
  const [tried, setTried] = useState(false)
  const draft = useDraft(`talk:${courseId}:${person?.id ?? ''}`, { title: '', words: '', called: called ?? '' })
  const open = useDeed(openTalk, {
    refreshes: [listTalks],
    onDone({ id }) {
      void draft
        .discard()
        .then(() => navigate({ to: '/school/courses/$courseId/talk/$threadId', params: { courseId, threadId: id } as never }))
    },
  })
  if (draft.state === 'reading') return null
  const { value, change } = draft
  const missing: Record<string, string> = {}
  for (const key of ['title', 'words', 'called'] as const) if (value[key].trim() === '') missing[key] = w.missing
  const errors = { ...fieldErrorsOf(open.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length === 0) open.mutate({ params: { courseId }, body: value })
  }
  return (
    <Form label={w.talkOpen} onSubmit={send} busy={open.isPending} error={open.error} errors={tried ? missing : {}}>
      <Card title={w.talkOpen}>
        <Field label={w.talkTitle} name="title" error={errors['title']}>
          <TextInput value={value.title} onChange={(title) => change((now) => ({ ...now, title }))} maxLength={60} />
        </Field>
        <Field label={w.talkWords} name="words" error={errors['words']}>
          <TextArea value={value.words} onChange={(words) => change((now) => ({ ...now, words }))} maxLength={2000} />
        </Field>
        <Field label={w.called} name="called" hint={w.calledHint} error={errors['called']}>
          <TextInput value={value.called} onChange={(next) => change((now) => ({ ...now, called: next }))} maxLength={20} />
        </Field>
        <ButtonRow>
          <Button type="submit" busy={open.isPending}>
            {w.talkSend}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Card>
    </Form>
  )
}
