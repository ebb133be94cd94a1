import { answerObjection, listReviews, type ObjectionTask, type ReviewTask, writeReview } from '@ronghe/contract/programme/commendations.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../commendations.module.css'
import desk from '../../desk/desk.module.css'
import { commendationDeskWords } from './words/words.ts'

/** What a reviewer has to read and to answer; words only. */
export function Reviews() {
  const w = useWords(commendationDeskWords)
  const format = useFormat()
  return (
    <div className={desk.page}>
      <PageHeader title={w.reviewsTitle} lead={w.reviewsLead} />
      <Shown read={useQuery(reading(listReviews))}>
        {({ nominations, objections, leftOut }) => (
          <>
            {leftOut > 0 && <Notice>{w.leftOut(format.count(leftOut))}</Notice>}
            {nominations.length + objections.length === 0 && <EmptyState title={w.nothing}>{w.nothingText}</EmptyState>}
            {objections.map((task) => (
              <Objection key={task.id} task={task} />
            ))}
            {nominations.map((task) => (
              <Review key={task.id} task={task} />
            ))}
          </>
        )}
      </Shown>
    </div>
  )
}

interface Typed {
  readonly recommends: 'yes' | 'no' | undefined
  readonly words: Readonly<Record<string, string>>
}

function Review({ task }: { readonly task: ReviewTask }) {
  const w = useWords(commendationDeskWords)
  const text = useText()
  const draft = useDraft<Typed>(`review:${task.id}`, { recommends: undefined, words: {} })
  const [tried, setTried] = useState(false)
  const deed = useDeed(writeReview, {
    refreshes: [listReviews],
    onDone: () => {
      void draft.discard()
      toast(w.done)
    },
  })
  const { recommends, words } = draft.value
  const missing: Record<string, string> = {
    ...Object.fromEntries(task.criteria.filter(({ key }) => !words[key]?.trim()).map(({ key }) => [`words.${key}`, w.missing.words])),
    ...(recommends === undefined && { recommends: w.recommendMissing }),
  }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    deed.mutate({
      params: { nominationId: task.id },
      body: { recommends: recommends === 'yes', words: task.criteria.map(({ key }) => ({ criterion: key, words: words[key]!.trim() })) },
    })
  }
  return (
    <Card title={w.deedOf(task.name, text(task.category))} className={styles.gap}>
      <p className={styles.words}>{task.deeds}</p>
      <div className={styles.before}>
        <Form
          onSubmit={send}
          busy={deed.isPending}
          error={deed.error}
          errors={tried ? missing : {}}
          label={w.deedOf(task.name, text(task.category))}
        >
          {task.criteria.map(({ key, name }) => (
            <Field key={key} label={text(name)} name={`words.${key}`} error={tried ? missing[`words.${key}`] : undefined}>
              <TextArea
                value={words[key] ?? ''}
                onChange={(next) => draft.change((now) => ({ ...now, words: { ...now.words, [key]: next } }))}
                rows={2}
                maxLength={800}
              />
            </Field>
          ))}
          <Choice
            label={w.recommend}
            name="recommends"
            error={tried ? missing['recommends'] : undefined}
            value={recommends}
            onChange={(next) => draft.change((now) => ({ ...now, recommends: next }))}
            options={[
              { value: 'yes' as const, label: w.yes },
              { value: 'no' as const, label: w.no },
            ]}
          />
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.sendReview}
            </Button>
          </ButtonRow>
        </Form>
      </div>
    </Card>
  )
}

function Objection({ task }: { readonly task: ObjectionTask }) {
  const w = useWords(commendationDeskWords)
  const text = useText()
  const format = useFormat()
  const [answer, setAnswer] = useState('')
  const [upheld, setUpheld] = useState<'yes' | 'no'>()
  const [tried, setTried] = useState(false)
  const deed = useDeed(answerObjection, { refreshes: [listReviews], onDone: () => toast(w.done) })
  const missing: Record<string, string> = {
    ...(answer.trim() === '' && { answer: w.missing.words }),
    ...(upheld === undefined && { upheld: w.recommendMissing }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length === 0)
      deed.mutate({ params: { objectionId: task.id }, body: { answer: answer.trim(), upheld: upheld === 'yes' } })
  }
  return (
    <Card title={w.objection(format.day(task.raisedOn))} className={styles.gap}>
      <p>
        <strong>{w.deedOf(task.name, text(task.category))}</strong>
      </p>
      <p className={styles.words}>{task.deeds}</p>
      <div className={styles.before}>
        <div className={styles.answer}>
          <p className="muted small">{w.objectionSaid}</p>
          <p className={styles.words}>{task.words}</p>
        </div>
      </div>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.toAnswer}>
        <Field label={w.answer} name="answer" error={said['answer']}>
          <TextArea value={answer} onChange={setAnswer} rows={3} maxLength={1000} />
        </Field>
        <Choice
          label={w.upheld}
          name="upheld"
          error={said['upheld']}
          value={upheld}
          onChange={setUpheld}
          options={[
            { value: 'no' as const, label: w.upheldNo },
            { value: 'yes' as const, label: w.upheldYes },
          ]}
        />
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.sendAnswer}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
