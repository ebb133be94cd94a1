import { findAlike, listMyStatements, longestStatement, writeStatement } from '@ronghe/contract/council/conversations.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { newId } from '../../../platform/ids.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, type FieldErrors, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { useAt } from './ConversationPage.tsx'
import styles from './conversations.module.css'
import { StatementWordsIn } from './StatementResultCard.tsx'
import { conversationWords } from './words/words.ts'

interface Draft {
  readonly id: string
  readonly words: string
  readonly translation: string
}
type Looked = ReplyOf<typeof findAlike>

/** One sentence; before it is sent the author sees whether somebody said it already. Kept with every key. */
export function WriteStatement() {
  const w = useWords(conversationWords)
  const at = useAt()
  const { person } = useSession()
  const [fresh] = useState<Draft>(() => ({ id: newId(), words: '', translation: '' }))
  const draft = useDraft<Draft>(`statement:${at.conversationId}:${person?.id ?? ''}`, fresh)
  const [looked, setLooked] = useState<Looked>()
  const [sent, setSent] = useState(false)
  const [tried, setTried] = useState(false)
  const look = useDeed(findAlike, { onDone: setLooked })
  const write = useDeed(writeStatement, {
    refreshes: [listMyStatements],
    onDone: () => {
      setSent(true)
      void draft.discard()
    },
  })
  const { words, translation, id } = draft.value
  const missing: FieldErrors = tried && words.trim() === '' ? { words: w.wordsMissing } : {}
  const again = (): void => {
    draft.change({ id: newId(), words: '', translation: '' })
    setLooked(undefined)
    setSent(false)
    setTried(false)
  }
  return (
    <>
      <PageHeader
        title={w.writeTitle}
        lead={w.writeLead}
        back={{ to: '/council/$councilId/conversations/$conversationId', params: { ...at }, label: w.toConversation }}
      />
      {draft.state === 'reading' ? (
        <Loading />
      ) : sent ? (
        <EmptyState
          title={w.sent}
          next={
            <div className={styles.acts}>
              <LinkButton wide to="/my-statements">
                {w.mine}
              </LinkButton>
              <Button wide kind="quiet" onPress={again}>
                {w.sendAgain}
              </Button>
            </div>
          }
        />
      ) : looked ? (
        <Check
          at={at}
          words={words}
          looked={looked}
          busy={write.isPending}
          error={write.error}
          onChange={() => setLooked(undefined)}
          onSend={() => write.mutate({ params: at, body: { id, words, ...(translation.trim() && { translation }) } })}
        />
      ) : (
        <Form
          label={w.writeTitle}
          busy={look.isPending}
          error={look.error}
          errors={missing}
          onSubmit={() => {
            setTried(true)
            if (words.trim() !== '') look.mutate({ params: at, body: { words } })
          }}
        >
          <Card>
            <Field label={w.words} name="words" hint={w.wordsHint} error={missing['words'] ?? fieldErrorsOf(look.error)['words']}>
              <TextArea
                value={words}
                onChange={(next) => draft.change((now) => ({ ...now, words: next }))}
                maxLength={longestStatement}
                rows={3}
              />
            </Field>
            <Field label={w.translation} name="translation" hint={w.translationHint} optional>
              <TextArea
                value={translation}
                onChange={(next) => draft.change((now) => ({ ...now, translation: next }))}
                maxLength={longestStatement * 3}
                rows={2}
              />
            </Field>
          </Card>
          <Button type="submit" wide busy={look.isPending}>
            {w.look}
          </Button>
        </Form>
      )}
    </>
  )
}

/** The sentence once more, what is like it, and what in it looks personal. */
function Check({
  at,
  words,
  looked: { alike, traces },
  busy,
  error,
  onChange,
  onSend,
}: {
  readonly at: { readonly councilId: string; readonly conversationId: string }
  readonly words: string
  readonly looked: Looked
  readonly busy: boolean
  readonly error: unknown
  readonly onChange: () => void
  readonly onSend: () => void
}) {
  const w = useWords(conversationWords)
  const format = useFormat()
  return (
    <>
      <Card title={w.words}>
        <p className={styles.words}>{words}</p>
      </Card>
      {alike.length > 0 && (
        <Card title={w.alikeTitle}>
          <p className="muted">{w.alikeText}</p>
          <CardList>
            {alike.map((one) => (
              <CardItem key={one.id} title={<StatementWordsIn statement={one} />} second={w.numberOf(one.number)} />
            ))}
          </CardList>
          <LinkButton kind="quiet" to="/council/$councilId/conversations/$conversationId/vote" params={{ ...at }}>
            {w.vote}
          </LinkButton>
        </Card>
      )}
      {traces.length > 0 && (
        <Notice tone="attention" title={w.tracesTitle}>
          {w.tracesText(format.list(traces.map((trace) => w.traces[trace])))}
        </Notice>
      )}
      <p className="muted small">{w.moderated(2)}</p>
      {error != null && <RefusalLine error={error} />}
      <ButtonRow>
        <Button busy={busy} onPress={onSend}>
          {w.send}
        </Button>
        <Button kind="quiet" onPress={onChange}>
          {w.change}
        </Button>
      </ButtonRow>
    </>
  )
}
