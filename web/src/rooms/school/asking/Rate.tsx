import { AbilityMoment, answerAbility, readAbilityForm } from '@ronghe/contract/school/ability.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { fieldErrorsOf } from '../../../ui/Form.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from '../learning.module.css'
import { CodeStep, type Key } from './CodeStep.tsx'
import { askingWords } from './words/words.ts'

type AbilityForm = ReplyOf<typeof readAbilityForm>

/** Rating oneself before, after and three months on: the code, then one question per page. */
export function Rate() {
  const courseId = useParam('courseId')
  const [moment, setMoment] = useState<AbilityMoment>()
  const read = useQuery(reading(readAbilityForm, { params: { courseId } }))
  return (
    <Shown read={read}>
      {(form) =>
        moment ? <Rating courseId={courseId} form={form} moment={moment} /> : <When courseId={courseId} form={form} onStart={setMoment} />
      }
    </Shown>
  )
}

function When({
  courseId,
  form,
  onStart,
}: {
  readonly courseId: string
  readonly form: AbilityForm
  readonly onStart: (moment: AbilityMoment) => void
}) {
  const w = useWords(askingWords)
  const text = useText()
  const format = useFormat()
  const today = useToday()
  const { windows } = form
  return (
    <>
      <PageHeader
        title={w.rate}
        above={text(form.title)}
        lead={w.rateLead}
        back={{ to: '/school/courses/$courseId', params: { courseId } }}
      />
      {!windows ? (
        <EmptyState title={w.noWindows} />
      ) : (
        <>
          <Card>
            <CardList>
              {AbilityMoment.options.map((moment) => {
                const { open, from, until } = windows[moment]
                return (
                  <CardItem
                    key={moment}
                    title={w.moment[moment]}
                    second={
                      open ? w.openUntil(format.day(until)) : from > today ? w.opensOn(format.day(from)) : w.wasUntil(format.day(until))
                    }
                    end={open ? <Tag>{w.start('').replace(/[：:]\s*$/, '')}</Tag> : undefined}
                    below={
                      open && (
                        <Button wide onPress={() => onStart(moment)}>
                          {w.start(w.moment[moment])}
                        </Button>
                      )
                    }
                  />
                )
              })}
            </CardList>
          </Card>
          {AbilityMoment.options.every((moment) => !windows[moment].open) && <p className="muted">{w.notOpen}</p>}
        </>
      )}
      <div className={styles.acts}>
        <LinkButton kind="quiet" to="/school/courses/$courseId/ability/results" params={{ courseId }}>
          {w.results}
        </LinkButton>
      </div>
    </>
  )
}

function Rating({ courseId, form, moment }: { readonly courseId: string; readonly form: AbilityForm; readonly moment: AbilityMoment }) {
  const w = useWords(askingWords)
  const text = useText()
  // The code stays on this phone for a month, the answers until they are sent.
  const key = useDraft<Key>(`ability-code:${courseId}`, { code: '', word: '' })
  const answers = useDraft<{ readonly step: number; readonly given: readonly (number | null)[] }>(`ability:${courseId}:${moment}`, {
    step: 0,
    given: form.questions.map(() => null),
  })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const send = useDeed(answerAbility, { onDone: () => void answers.discard() })
  const { change: changeKey } = key
  const setKey = useCallback((next: Key) => changeKey(next), [changeKey])
  if (key.state === 'reading' || answers.state === 'reading') return <Loading />
  if (send.isSuccess) return <Kept courseId={courseId} code={key.value.code} />
  const { step, given } = answers.value
  const of = form.questions.length + 1
  const question = form.questions[step - 1]
  const go = (): void => {
    const missing: Record<string, string> = {}
    if (step === 0 && key.value.code.trim().length < 16) missing['code'] = w.codeNeeded
    if (step === 0 && key.value.word.trim().length < 4) missing['word'] = w.wordNeeded
    if (step > 0 && given[step - 1] === null) missing['answer'] = w.pick
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    if (step < of - 1) return answers.change((now) => ({ ...now, step: step + 1 }))
    send.mutate(
      { params: { courseId }, body: { ...key.value, moment, answers: given.map((one) => one ?? 1) } },
      // What is wrong with code or word is shown where they are typed.
      { onError: (error) => Object.keys(fieldErrorsOf(error)).length > 0 && answers.change((now) => ({ ...now, step: 0 })) },
    )
  }
  const all = { ...fieldErrorsOf(send.error), ...errors }
  return (
    <QuestionPage
      matter={w.moment[moment]}
      question={question ? text(question) : w.codeQuestion}
      hint={question ? undefined : w.codeHint}
      step={step + 1}
      of={of}
      back={{ to: '/school/courses/$courseId', params: { courseId } }}
      next={step === of - 1 ? w.send : w.next}
      onNext={go}
      busy={send.isPending}
      errors={all}
      error={Object.keys(all).length > 0 ? undefined : send.error}
    >
      {question ? (
        <Choice
          key={step}
          hideLabel
          label={text(question)}
          name="answer"
          error={errors['answer']}
          value={given[step - 1] === null ? undefined : String(given[step - 1])}
          onChange={(value) =>
            answers.change((now) => ({ ...now, given: now.given.map((one, place) => (place === step - 1 ? Number(value) : one)) }))
          }
          options={w.scale.map((label, place) => ({ value: String(place + 1), label }))}
        />
      ) : (
        <CodeStep courseId={courseId} value={key.value} onChange={setKey} errors={all} />
      )}
    </QuestionPage>
  )
}

function Kept({ courseId, code }: { readonly courseId: string; readonly code: string }) {
  const w = useWords(askingWords)
  return (
    <>
      <PageHeader title={w.kept} plainTitle={w.rate} />
      <Notice>
        <p>{w.keptCode}</p>
        <p className={styles.code}>{code}</p>
      </Notice>
      <LinkButton to="/school/courses/$courseId" params={{ courseId }}>
        {w.backToCourse}
      </LinkButton>
    </>
  )
}
