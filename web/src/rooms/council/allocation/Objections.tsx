import { answerObjection, listObjections, Objection, objectToResult } from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

/** What was said against the result and what was answered; and a way to say something while it stands open. */
export function Objections({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const { person } = useSession()
  const read = useQuery(reading(listObjections, { params: { roundId: round.id } }))
  return (
    <Card title={w.objectionsTitle} className={styles.gap}>
      <Shown read={read}>
        {({ items, until }) => (
          <>
            {until && <p>{w.objectionsUntil(format.day(until))}</p>}
            {items.length === 0 && <p className="muted">{w.objectionsNone}</p>}
            {items.map((objection) => (
              <OneObjection key={objection.id} objection={objection} />
            ))}
            {round.may.includes('object') && person && <Object roundId={round.id} />}
          </>
        )}
      </Shown>
    </Card>
  )
}

export function OneObjection({ objection }: { readonly objection: Objection }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const { about, on, words, answer } = objection
  return (
    <div className={styles.gap}>
      <p>
        <strong>{w.objectionOn(w.abouts[about], format.day(on))}</strong>
        {words && <span className={styles.why}>{words}</span>}
      </p>
      {answer ? (
        <p>
          {answer.words} <span className="muted small">{w.answered(format.day(answer.on))}</span>
        </p>
      ) : (
        <p className="muted small">{w.objectionWaits}</p>
      )}
      {objection.may.includes('answer') && <Answer objectionId={objection.id} />}
    </div>
  )
}

function Answer({ objectionId }: { readonly objectionId: string }) {
  const w = useWords(allocationWords)
  const [words, setWords] = useState('')
  const deed = useDeed(answerObjection, { refreshes: [listObjections, readRound] })
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { objectionId }, body: { words: words.trim() } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.answerDo}
    >
      <Field label={w.answerWords} name="words" error={fieldErrorsOf(deed.error)['words']}>
        <TextArea value={words} onChange={setWords} rows={2} maxLength={1000} />
      </Field>
      <Button type="submit" kind="quiet" busy={deed.isPending}>
        {w.answerDo}
      </Button>
    </Form>
  )
}

function Object({ roundId }: { readonly roundId: string }) {
  const w = useWords(allocationWords)
  const draft = useDraft<{ readonly about: Objection['about'] | undefined; readonly words: string }>(`objection:${roundId}`, {
    about: undefined,
    words: '',
  })
  const [tried, setTried] = useState(false)
  const deed = useDeed(objectToResult, {
    refreshes: [listObjections],
    onDone: () => {
      draft.change({ about: undefined, words: '' })
      setTried(false)
      toast(w.objectionDone)
    },
  })
  const { about, words } = draft.value
  const errors: Record<string, string> = {
    ...(about === undefined && { about: w.objectionAboutMissing }),
    ...(words.trim() === '' && { words: w.missing.what }),
  }
  const send = (): void => {
    setTried(true)
    if (about !== undefined && words.trim() !== '') deed.mutate({ params: { roundId }, body: { about, words: words.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? errors : {}} label={w.objectionDo}>
      <Choice
        label={w.objectionAbout}
        name="about"
        error={tried ? errors['about'] : undefined}
        value={about}
        onChange={(next) => draft.change((now) => ({ ...now, about: next }))}
        options={Objection.shape.about.options.map((value) => ({ value, label: w.abouts[value] }))}
      />
      <Field label={w.objectionWords} hint={w.objectionHint} name="words" error={tried ? errors['words'] : undefined}>
        <TextArea value={words} onChange={(next) => draft.change((now) => ({ ...now, words: next }))} rows={3} maxLength={1000} />
      </Field>
      <Button type="submit" kind="quiet" busy={deed.isPending}>
        {w.objectionDo}
      </Button>
    </Form>
  )
}
