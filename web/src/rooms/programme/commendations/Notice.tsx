import { type CommendationRound, type NoticeLine, objectAnonymously, objectToNomination } from '@ronghe/contract/programme/commendations.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Notice as Box } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './commendations.module.css'
import { commendationWords } from './words/words.ts'

/** Names and deeds as far as those who did them wish it, with what was answered to objections. */
export function Notice({ round }: { readonly round: CommendationRound }) {
  const w = useWords(commendationWords)
  return (
    <Card title={round.state === 'awarded' ? w.awardedTitle : w.notice} className={styles.gap}>
      <p className="muted small">{w.order}</p>
      {round.notice.map((line) => (
        <Line key={line.id} line={line} round={round} />
      ))}
    </Card>
  )
}

function Line({ line, round }: { readonly line: NoticeLine; readonly round: CommendationRound }) {
  const w = useWords(commendationWords)
  const text = useText()
  const format = useFormat()
  const [objecting, setObjecting] = useState(false)
  const [sent, setSent] = useState(false)
  const category = round.categories.find(({ key }) => key === line.category)
  const name = line.name ?? w.noName
  return (
    <article className={styles.line}>
      <p className={styles.head}>
        <strong>{name}</strong>
        {category && <span className="muted">{text(category.name)}</span>}
        {line.state === 'postponed' && <Tag tone="quiet">{w.postponed}</Tag>}
        {line.openObjections && <Tag tone="attention">{w.objectionOpen}</Tag>}
      </p>
      <p className={line.deeds ? styles.words : 'muted small'}>{line.deeds ?? w.noDeeds}</p>
      {line.story && (
        <div className={styles.answer}>
          <p>
            <strong>{line.story.title}</strong>
          </p>
          <p className={styles.words}>{line.story.text}</p>
          <p className="muted small">{w.storyOn(format.day(line.story.publishedOn))}</p>
        </div>
      )}
      {line.answers.map(({ id, answer, answeredOn }) => (
        <div key={id} className={styles.answer}>
          <p className="muted small">{w.answerTo(format.day(answeredOn))}</p>
          <p className={styles.words}>{answer}</p>
        </div>
      ))}
      {sent && <Box title={w.object}>{w.objectDone}</Box>}
      {round.may.includes('object') && line.state === 'proposed' && !sent && !objecting && (
        <p className={styles.before}>
          <Button kind="quiet" onPress={() => setObjecting(true)}>
            {w.objectTo(name)}
          </Button>
        </p>
      )}
      {objecting && (
        <div className={styles.before}>
          <Object
            line={line}
            name={name}
            onDone={() => {
              setObjecting(false)
              setSent(true)
            }}
          />
        </div>
      )}
    </article>
  )
}

/** With or without a name; both are looked into the same way. */
function Object({ line, name, onDone }: { readonly line: NoticeLine; readonly name: string; readonly onDone: () => void }) {
  const w = useWords(commendationWords)
  const { person } = useSession()
  const draft = useDraft<{ readonly way: 'anonymous' | 'named'; readonly words: string }>(`commendation-objection:${line.id}`, {
    way: 'anonymous',
    words: '',
  })
  const [tried, setTried] = useState(false)
  const done = {
    onDone: () => {
      void draft.discard()
      onDone()
    },
  }
  const named = useDeed(objectToNomination, done)
  const anonymous = useDeed(objectAnonymously, done)
  const { way, words } = draft.value
  const deed = way === 'named' ? named : anonymous
  const missing: Readonly<Record<string, string>> = words.trim() === '' ? { words: w.objectMissing } : {}
  const send = (): void => {
    setTried(true)
    if (words.trim() !== '') deed.mutate({ params: { nominationId: line.id }, body: { words: words.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.objectTo(name)}>
      <Choice
        label={w.objectHow}
        name="way"
        value={way}
        onChange={(next) => draft.change((now) => ({ ...now, way: next }))}
        options={(['anonymous', 'named'] as const).map((value) => ({ value, label: w.objectWays[value] }))}
      />
      <Field
        label={w.objectWords}
        hint={w.objectHint}
        name="words"
        error={fieldErrorsOf(deed.error)['words'] ?? (tried ? missing['words'] : undefined)}
      >
        <TextArea value={words} onChange={(next) => draft.change((now) => ({ ...now, words: next }))} rows={4} maxLength={1500} />
      </Field>
      <p className={styles.paper}>{w.objectPaper}</p>
      {way === 'named' && !person ? (
        <LinkButton to="/sign-in">{w.objectSignIn}</LinkButton>
      ) : (
        <Button type="submit" busy={deed.isPending}>
          {w.object}
        </Button>
      )}
    </Form>
  )
}
