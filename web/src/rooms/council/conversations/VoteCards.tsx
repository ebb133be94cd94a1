import { type Card as VotingCard, readCard, type Stance, type StatementWords } from '@ronghe/contract/council/conversations.ts'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { call } from '../../../api.ts'
import { listenForShortcuts, useShortcut } from '../../../platform/keyboard/shortcuts.ts'
import { useLanguage, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { useAt } from './ConversationPage.tsx'
import styles from './conversations.module.css'
import { type At, useVoting } from './use-voting.ts'
import { conversationWords } from './words/words.ts'

const stances = ['agree', 'disagree', 'pass'] as const

/** One statement at a time, three large answers, and the way back for a slip. */
export function VoteCards() {
  const w = useWords(conversationWords)
  const at = useAt()
  // What was answered since is the truth; reading it again behind the voter's back would change the card under the thumb.
  const read = useQuery({ ...reading(readCard, { params: at }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  return (
    <>
      <PageHeader
        title={w.cardTitle}
        back={{ to: '/council/$councilId/conversations/$conversationId', params: { ...at }, label: w.toConversation }}
      />
      <Shown read={read}>{(first) => <Cards at={at} first={first} />}</Shown>
    </>
  )
}

interface Last {
  readonly statement: StatementWords
  readonly stance: Stance
}

function Cards({ at, first }: { readonly at: At; readonly first: VotingCard }) {
  const w = useWords(conversationWords)
  const { prepare, cast, takeBack } = useVoting(at)
  const [card, setCard] = useState(first)
  const [last, setLast] = useState<Last>()
  const [sending, setSending] = useState<Stance | 'undo'>()
  const [error, setError] = useState<unknown>()
  const heading = useRef<HTMLHeadingElement>(null)
  const { statement, ticket } = card

  useEffect(() => {
    if (statement) void prepare(ticket, statement.id)
    // The sum belongs to the card, not to this rendering of it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ticket.text, statement?.id])

  const show = (next: VotingCard): void => {
    setCard(next)
    heading.current?.focus({ preventScroll: true })
  }
  const attempt = async (what: Stance | 'undo', work: () => Promise<void>): Promise<void> => {
    if (sending) return
    setSending(what)
    setError(undefined)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(undefined)
    }
  }
  const say = (stance: Stance): void => {
    if (!statement) return
    void attempt(stance, async () => {
      const next = await cast(ticket, statement.id, stance, async () => (await call(readCard, { params: at })).ticket)
      setLast({ statement, stance })
      show(next)
    })
  }
  const undo = (): void => {
    if (!last) return
    void attempt('undo', async () => {
      const next = await takeBack(last.statement.id)
      setLast(undefined)
      show({ ...next, statement: last.statement })
    })
  }
  // The residents' door has no keys of its own; here a keyboard is quicker than a thumb.
  useEffect(() => listenForShortcuts(document), [])
  useShortcut('1', statement ? w.agree : undefined, () => say('agree'))
  useShortcut('2', statement ? w.disagree : undefined, () => say('disagree'))
  useShortcut('3', statement ? w.pass : undefined, () => say('pass'))
  useShortcut('u', last ? w.undo : undefined, undo)

  return (
    <>
      <ProgressBar value={card.voted} of={card.of} label={w.progress(card.voted, card.of)} />
      <p className="muted small" role="status">
        {last ? `${w.said[last.stance]} · ` : ''}
        {w.progress(card.voted, card.of)}
      </p>
      {error !== undefined && <RefusalLine error={error} />}
      {statement ? (
        <section className={styles.voting} aria-labelledby="statement">
          <Words ref={heading} statement={statement} />
          <div className={styles.answers}>
            {stances.map((stance) => (
              <Button key={stance} wide kind={stance === 'pass' ? 'plain' : 'quiet'} busy={sending === stance} onPress={() => say(stance)}>
                {w[stance]}
              </Button>
            ))}
          </div>
          <p className="muted small extra">{w.passHint}</p>
        </section>
      ) : (
        <EmptyState
          title={w.doneTitle}
          next={
            <div className={styles.acts}>
              <LinkButton wide to="/council/$councilId/conversations/$conversationId/result" params={{ ...at }}>
                {w.result}
              </LinkButton>
              <LinkButton wide kind="quiet" to="/council/$councilId/conversations/$conversationId/say" params={{ ...at }}>
                {w.write}
              </LinkButton>
            </div>
          }
        >
          {w.doneText}
        </EmptyState>
      )}
      <div className={styles.foot}>
        {last && (
          <Button kind="plain" icon="back" busy={sending === 'undo'} onPress={undo}>
            {w.undo}
          </Button>
        )}
        <LinkButton kind="plain" to="/council/$councilId/conversations/$conversationId/my-votes" params={{ ...at }}>
          {w.changeLater}
        </LinkButton>
      </div>
      <p className={`muted small extra ${styles.keys}`}>{w.keys}</p>
    </>
  )
}

/** The statement in large letters, in the reader's language where it was translated, with the original below. */
function Words({ ref, statement }: { readonly ref: RefObject<HTMLHeadingElement | null>; readonly statement: StatementWords }) {
  const w = useWords(conversationWords)
  const { language } = useLanguage()
  const inEnglish = language === 'en' && statement.translation
  const said = inEnglish || statement.words
  return (
    <div className={styles.statement}>
      <p className="muted small">{w.numberOf(statement.number)}</p>
      <h2 id="statement" ref={ref} tabIndex={-1} lang={inEnglish ? 'en' : 'zh-CN'}>
        {said}
      </h2>
      {inEnglish && (
        <p className="muted" lang="zh-CN">
          {statement.words}
        </p>
      )}
      <ReadAloud text={said} />
    </div>
  )
}
