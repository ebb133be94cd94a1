import { AbilityMoment, enterAbility, enterEvaluation, readAbilityForm } from '@ronghe/contract/school/ability.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { askingWords } from './words/words.ts'

const items = ['content', 'usefulness', 'place'] as const

/** What came on paper, form by form; the code is printed on each. */
export function PaperAnswers() {
  const w = useWords(askingWords)
  const text = useText()
  const courseId = useParam('courseId')
  return (
    <Shown read={useQuery(reading(readAbilityForm, { params: { courseId } }))}>
      {({ title, questions }) => (
        <>
          <PageHeader
            title={w.paper}
            above={text(title)}
            lead={w.paperLead}
            back={{ to: '/school/courses/$courseId', params: { courseId } }}
          />
          <Ability courseId={courseId} questions={questions.map(text)} />
          <Evaluation courseId={courseId} />
        </>
      )}
    </Shown>
  )
}

function Ability({ courseId, questions }: { readonly courseId: string; readonly questions: readonly string[] }) {
  const w = useWords(askingWords)
  const [code, setCode] = useState('')
  const [moment, setMoment] = useState<AbilityMoment>('before')
  const [answers, setAnswers] = useState<readonly string[]>(questions.map(() => ''))
  const [tried, setTried] = useState(false)
  const enter = useDeed(enterAbility, {
    onDone() {
      toast(w.paperDone)
      setCode('')
      setAnswers(questions.map(() => ''))
      setTried(false)
    },
  })
  const missing: Record<string, string> = {}
  if (code.trim().length < 16) missing['code'] = w.codeNeeded
  answers.forEach((answer, place) => {
    if (answer === '') missing[`answers.${place}`] = w.pick
  })
  const errors = { ...fieldErrorsOf(enter.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length === 0) enter.mutate({ params: { courseId }, body: { code, moment, answers: answers.map(Number) } })
  }
  return (
    <Card title={w.paperAbility}>
      <Form label={w.paperAbility} onSubmit={send} busy={enter.isPending} error={enter.error} errors={tried ? missing : {}}>
        <Field label={w.formCode} name="code" error={errors['code']}>
          <TextInput value={code} onChange={setCode} maxLength={30} />
        </Field>
        <Field label={w.paperMoment} name="moment">
          <Select value={moment} onChange={setMoment} options={AbilityMoment.options.map((value) => ({ value, label: w.moment[value] }))} />
        </Field>
        {questions.map((question, place) => (
          <Field key={question} label={question} name={`answers.${place}`} error={errors[`answers.${place}`]}>
            <Select
              value={answers[place] ?? ''}
              placeholder="—"
              onChange={(next) => setAnswers(answers.map((one, at) => (at === place ? next : one)))}
              options={w.scale.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label}` }))}
            />
          </Field>
        ))}
        <Button type="submit" busy={enter.isPending}>
          {w.paperDo}
        </Button>
      </Form>
    </Card>
  )
}

function Evaluation({ courseId }: { readonly courseId: string }) {
  const w = useWords(askingWords)
  const empty = { content: '', usefulness: '', place: '' }
  const [code, setCode] = useState('')
  const [given, setGiven] = useState(empty)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const enter = useDeed(enterEvaluation, {
    onDone() {
      toast(w.paperDone)
      setCode('')
      setGiven(empty)
      setWords('')
      setTried(false)
    },
  })
  const missing: Record<string, string> = {}
  if (code.trim().length < 16) missing['evaluation-code'] = w.codeNeeded
  for (const item of items) if (given[item] === '') missing[item] = w.pick
  const said = fieldErrorsOf(enter.error)
  const errors: Readonly<Record<string, string>> = {
    ...said,
    ...(said['code'] ? { 'evaluation-code': said['code'] } : {}),
    ...(tried ? missing : {}),
  }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    enter.mutate({
      params: { courseId },
      body: { code, content: Number(given.content), usefulness: Number(given.usefulness), place: Number(given.place), words },
    })
  }
  return (
    <Card title={w.paperEvaluation}>
      <Form label={w.paperEvaluation} onSubmit={send} busy={enter.isPending} error={enter.error} errors={tried ? missing : {}}>
        <Field label={w.formCode} name="evaluation-code" error={errors['evaluation-code']}>
          <TextInput value={code} onChange={setCode} maxLength={30} />
        </Field>
        {items.map((item) => (
          <Field key={item} label={w[item]} name={item} error={errors[item]}>
            <Select
              value={given[item]}
              placeholder="—"
              onChange={(next) => setGiven({ ...given, [item]: next })}
              options={w.liking.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label}` }))}
            />
          </Field>
        ))}
        <Field label={w.words} name="words" optional>
          <TextArea value={words} onChange={setWords} rows={2} maxLength={500} />
        </Field>
        <Button type="submit" busy={enter.isPending}>
          {w.paperDo}
        </Button>
      </Form>
    </Card>
  )
}
