import { answerEvaluation, readAbilityForm } from '@ronghe/contract/school/ability.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { CodeStep, type Key } from './CodeStep.tsx'
import { askingWords } from './words/words.ts'

const items = ['content', 'usefulness', 'place'] as const

/** What the course was like: the code, three questions, and what else there is to say. */
export function Evaluate() {
  const w = useWords(askingWords)
  const text = useText()
  const format = useFormat()
  const today = useToday()
  const courseId = useParam('courseId')
  return (
    <Shown read={useQuery(reading(readAbilityForm, { params: { courseId } }))}>
      {({ title, windows }) =>
        windows?.after.open ? (
          <Saying courseId={courseId} />
        ) : (
          <>
            <PageHeader
              title={w.evaluate}
              above={text(title)}
              lead={w.evaluateLead}
              back={{ to: '/school/courses/$courseId', params: { courseId } }}
            />
            <EmptyState
              title={windows ? w.notOpen : w.noWindows}
              next={
                <LinkButton kind="quiet" to="/school/courses/$courseId" params={{ courseId }}>
                  {w.backToCourse}
                </LinkButton>
              }
            >
              {windows &&
                (windows.after.from > today ? w.opensOn(format.day(windows.after.from)) : w.wasUntil(format.day(windows.after.until)))}
            </EmptyState>
          </>
        )
      }
    </Shown>
  )
}

function Saying({ courseId }: { readonly courseId: string }) {
  const w = useWords(askingWords)
  const key = useDraft<Key>(`ability-code:${courseId}`, { code: '', word: '' })
  const said = useDraft<{ step: number; given: Readonly<Partial<Record<(typeof items)[number], number>>>; words: string }>(
    `evaluation:${courseId}`,
    {
      step: 0,
      given: {},
      words: '',
    },
  )
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const send = useDeed(answerEvaluation, { onDone: () => void said.discard() })
  const { change: changeKey } = key
  const setKey = useCallback((next: Key) => changeKey(next), [changeKey])
  if (key.state === 'reading' || said.state === 'reading') return <Loading />
  const back = { to: '/school/courses/$courseId', params: { courseId } }
  if (send.isSuccess)
    return (
      <>
        <PageHeader title={w.kept} plainTitle={w.evaluate} />
        <LinkButton to={back.to} params={back.params}>
          {w.backToCourse}
        </LinkButton>
      </>
    )
  const { step, given, words } = said.value
  const item = items[step - 1]
  const last = step === items.length + 1
  const go = (): void => {
    const missing: Record<string, string> = {}
    if (step === 0 && key.value.code.trim().length < 16) missing['code'] = w.codeNeeded
    if (step === 0 && key.value.word.trim().length < 4) missing['word'] = w.wordNeeded
    if (item && given[item] === undefined) missing['answer'] = w.pick
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    if (!last) return said.change((now) => ({ ...now, step: step + 1 }))
    send.mutate(
      {
        params: { courseId },
        body: { ...key.value, content: given.content ?? 3, usefulness: given.usefulness ?? 3, place: given.place ?? 3, words },
      },
      { onError: (error) => Object.keys(fieldErrorsOf(error)).length > 0 && said.change((now) => ({ ...now, step: 0 })) },
    )
  }
  const all = { ...fieldErrorsOf(send.error), ...errors }
  const question = step === 0 ? w.codeQuestion : item ? w[item] : w.words
  return (
    <QuestionPage
      matter={w.evaluate}
      question={question}
      hint={step === 0 ? w.codeHint : last ? w.wordsHint : undefined}
      step={step + 1}
      of={items.length + 2}
      back={back}
      next={last ? w.send : w.next}
      onNext={go}
      busy={send.isPending}
      errors={all}
      error={Object.keys(all).length > 0 ? undefined : send.error}
    >
      {step === 0 && <CodeStep courseId={courseId} value={key.value} onChange={setKey} errors={all} />}
      {item && (
        <Choice
          key={item}
          hideLabel
          label={w[item]}
          name="answer"
          error={errors['answer']}
          value={given[item] === undefined ? undefined : String(given[item])}
          onChange={(value) => said.change((now) => ({ ...now, given: { ...now.given, [item]: Number(value) } }))}
          options={w.liking.map((label, place) => ({ value: String(place + 1), label }))}
        />
      )}
      {last && (
        <Field label={w.words} name="words" optional>
          <TextArea value={words} onChange={(next) => said.change((now) => ({ ...now, words: next }))} rows={4} maxLength={500} />
        </Field>
      )}
    </QuestionPage>
  )
}
