import {
  decideStatement,
  listBursts,
  listStatements,
  markBurst,
  type WaitingStatement,
} from '@ronghe/contract/council/conversation-desk.ts'
import { readConversation, ReturnReason } from '@ronghe/contract/council/conversations.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, readingPages, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select, TextArea } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Paged } from '../../../../ui/Paged.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../conversations.module.css'
import type { At } from '../use-voting.ts'
import { deskWords } from './words/words.ts'

const states = ['waiting', 'admitted', 'returned', 'duplicate'] as const
type State = (typeof states)[number]

/** What residents said, to be published or not; minutes with unusually many votes beside it. */
export function Moderate({ at }: { readonly at: At }) {
  const w = useWords(deskWords)
  const [state, setState] = useState<State>('waiting')
  const pages = useInfiniteQuery(readingPages(listStatements, { params: at, query: { state } }))
  return (
    <>
      <Notice tone="why">{w.ruleNote}</Notice>
      <div className={styles.acts}>
        <ButtonRow>
          {states.map((one) => (
            <Button key={one} kind={state === one ? 'main' : 'quiet'} pressed={state === one} onPress={() => setState(one)}>
              {w.which[one]}
            </Button>
          ))}
        </ButtonRow>
      </div>
      <Paged pages={pages} empty={<EmptyState title={state === 'waiting' ? w.noneWaiting : w.noneHere} />}>
        {(items) => items.map((one) => <Statement key={one.id} at={at} statement={one} />)}
      </Paged>
      <Bursts at={at} />
    </>
  )
}

type Doing = 'return' | 'takeDown' | 'translate'

function Statement({ at, statement }: { readonly at: At; readonly statement: WaitingStatement }) {
  const w = useWords(deskWords)
  const format = useFormat()
  const [doing, setDoing] = useState<Doing>()
  const decide = useDeed(decideStatement, {
    refreshes: [listStatements, readConversation],
    onDone: () => {
      setDoing(undefined)
      toast(w.decided)
    },
  })
  const say = (body: BodyOf<typeof decideStatement>) => decide.mutate({ params: { ...at, statementId: statement.id }, body })
  const { may, alike, traces, dueOn, reason } = statement
  return (
    <Card>
      <p className={styles.above}>
        {statement.number !== null && <Tag tone="quiet">{statement.number}</Tag>}
        {dueOn && <Tag tone="attention">{w.byDay(format.day(dueOn))}</Tag>}
        {traces.map((trace) => (
          <Tag key={trace} tone="alert">
            {w.traces[trace]}
          </Tag>
        ))}
        {reason && <Tag tone="quiet">{w.reasons[reason]}</Tag>}
      </p>
      {statement.words !== '' && <h3 className={styles.words}>{statement.words}</h3>}
      {statement.translation && <p lang="en">{statement.translation}</p>}
      {statement.reasonWords !== '' && <p className="muted">{statement.reasonWords}</p>}
      {may.includes('decide') && alike.length > 0 && (
        <>
          <p className="muted small">{w.alike}</p>
          <CardList>
            {alike.map((one) => (
              <CardItem
                key={one.id}
                title={one.words}
                end={
                  <Button kind="plain" busy={decide.isPending} onPress={() => say({ what: 'duplicate', sameAs: one.id })}>
                    {w.sameAs}
                  </Button>
                }
              />
            ))}
          </CardList>
        </>
      )}
      {decide.error && <RefusalLine error={decide.error} />}
      {doing === undefined ? (
        <ButtonRow>
          {may.includes('decide') && (
            <>
              <Button busy={decide.isPending} onPress={() => say({ what: 'admit' })}>
                {w.admit}
              </Button>
              <Button kind="quiet" onPress={() => setDoing('return')}>
                {w.returnIt}
              </Button>
            </>
          )}
          {may.includes('translate') && (
            <Button kind="quiet" onPress={() => setDoing('translate')}>
              {w.translate}
            </Button>
          )}
          {may.includes('takeDown') && (
            <Button kind="plain" onPress={() => setDoing('takeDown')}>
              {w.takeDown}
            </Button>
          )}
        </ButtonRow>
      ) : doing === 'translate' ? (
        <Translating
          busy={decide.isPending}
          onCancel={() => setDoing(undefined)}
          onSave={(translation) => say({ what: 'translate', translation })}
        />
      ) : (
        <Reasoning
          doing={doing}
          busy={decide.isPending}
          onCancel={() => setDoing(undefined)}
          onDone={(why, words) => say({ what: doing, reason: why, words })}
        />
      )}
    </Card>
  )
}

/** Why something is not published: the reason stands on the page of the conversation. */
function Reasoning({
  doing,
  busy,
  onCancel,
  onDone,
}: {
  readonly doing: 'return' | 'takeDown'
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onDone: (reason: ReturnReason, words: string) => void
}) {
  const w = useWords(deskWords)
  const [reason, setReason] = useState<ReturnReason>('unclear')
  const [words, setWords] = useState('')
  const options = ReturnReason.options.filter((one) => one !== 'duplicate').map((one) => ({ value: one, label: w.reasons[one] }))
  return (
    <>
      {doing === 'takeDown' && <p className="muted small">{w.takeDownHint}</p>}
      <Field label={w.reason}>
        <Select value={reason} onChange={setReason} options={options} />
      </Field>
      <Field label={w.reasonWords} optional={doing === 'return'}>
        <TextArea value={words} onChange={setWords} maxLength={200} rows={2} />
      </Field>
      <ButtonRow>
        <Button kind="careful" busy={busy} onPress={() => onDone(reason, words)}>
          {doing === 'return' ? w.confirmReturn : w.confirmTakeDown}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </>
  )
}

function Translating({
  busy,
  onCancel,
  onSave,
}: {
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onSave: (words: string) => void
}) {
  const w = useWords(deskWords)
  const [words, setWords] = useState('')
  return (
    <>
      <Field label={w.translation} hint={w.translationHint}>
        <TextArea value={words} onChange={setWords} maxLength={400} rows={2} />
      </Field>
      <ButtonRow>
        <Button busy={busy} onPress={() => onSave(words)}>
          {w.saveTranslation}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </>
  )
}

function Bursts({ at }: { readonly at: At }) {
  const w = useWords(deskWords)
  const format = useFormat()
  const read = useQuery(reading(listBursts, { params: at }))
  const mark = useDeed(markBurst, { refreshes: [listBursts] })
  return (
    <Card title={w.burstsTitle}>
      <p className="muted small">{w.burstsLead}</p>
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.burstsNone}</p>
          ) : (
            <CardList>
              {items.map(({ id, beganAt, votes, lookedAt }) => (
                <CardItem
                  key={id}
                  title={w.burstVotes(format.count(votes))}
                  second={format.moment(beganAt)}
                  end={
                    lookedAt ? (
                      <Tag tone="quiet">{w.burstLooked}</Tag>
                    ) : (
                      <Button kind="plain" busy={mark.isPending} onPress={() => mark.mutate({ params: { ...at, burstId: id } })}>
                        {w.burstLook}
                      </Button>
                    )
                  }
                />
              ))}
            </CardList>
          )
        }
      </Shown>
    </Card>
  )
}
