import { scalesFor } from '@ronghe/contract/insight/survey-scales.ts'
import type { AnswerSheet, Asked } from '@ronghe/contract/insight/survey.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import styles from './survey.module.css'
import { useGroupWords, useQuestion } from './wording.ts'
import { surveyWords } from './words/words.ts'

/** How far somebody has come: -1 is the group, then the questions, then the page that shows them all. */
export interface Sheet {
  readonly step: number
  readonly group: Group | null
  readonly answers: AnswerSheet['answers']
}
export const emptySheet: Sheet = { step: -1, group: null, answers: {} }

interface Put {
  readonly asked: Asked
  readonly sheet: Sheet
  readonly onChange: (sheet: Sheet) => void
  readonly onSend: (sheet: AnswerSheet) => void
  readonly busy: boolean
  readonly error: unknown
}

/** The group, then one question to a page, then all of them to look over; the same on a phone and at the door. */
export function Questions(put: Put) {
  const { asked, sheet, onChange } = put
  const w = useWords(surveyWords)
  const text = useText()
  const { groupNames } = useSession()
  const question = useQuestion()
  const [missing, setMissing] = useState(false)
  const group = sheet.group ?? 'unstated'
  const questions = scalesFor(asked.content, group).flatMap((scale) => scale.items.map((item) => ({ scale, item })))
  const go = (step: number): void => {
    setMissing(false)
    onChange({ ...sheet, step })
  }
  const at = questions[sheet.step]
  if (sheet.step >= 0 && !at) return <Review {...put} questions={questions} go={go} />
  const given = at ? sheet.answers[at.item.id] : undefined
  const answered = at ? given !== undefined : sheet.group !== null
  const words = at ? question.text(at.scale, at.item, group) : w.groupQuestion
  return (
    <QuestionPage
      key={sheet.step}
      matter={text(asked.title)}
      question={words}
      hint={at ? (at.scale.choices === 'agree' ? w.agreeHint : undefined) : w.groupHint}
      step={sheet.step + 2}
      of={questions.length + 1}
      back={{ to: '/survey' }}
      next={w.next}
      onNext={() => (answered ? go(sheet.step + 1) : setMissing(true))}
      saved={w.savedHere}
      errors={missing ? { answer: w.pick } : {}}
    >
      <Choice
        hideLabel
        label={words}
        name="answer"
        error={missing ? w.pick : undefined}
        value={at ? (given === undefined ? undefined : String(given)) : (sheet.group ?? undefined)}
        options={
          at
            ? question.options(at.scale)
            : [
                { value: 'newcomer', label: text(groupNames.newcomer) },
                { value: 'local', label: text(groupNames.local) },
                { value: 'unstated', label: w.groupUnstated },
              ]
        }
        onChange={(value) => {
          setMissing(false)
          // Another group is asked other questions; what it is not asked is not kept.
          if (!at) onChange({ ...sheet, group: value as Group, answers: value === sheet.group ? sheet.answers : {} })
          else onChange({ ...sheet, answers: { ...sheet.answers, [at.item.id]: Number(value) } })
        }}
      />
      <ButtonRow>
        {at && (
          <Button kind="plain" onPress={() => go(sheet.step - 1)}>
            {w.previous}
          </Button>
        )}
        {at && Object.keys(sheet.answers).length > 0 && (
          <Button kind="plain" onPress={() => go(questions.length)}>
            {w.skipToEnd}
          </Button>
        )}
        <ReadAloud text={words} />
      </ButtonRow>
    </QuestionPage>
  )
}

function Review({
  asked,
  sheet,
  onSend,
  busy,
  error,
  questions,
  go,
}: Put & {
  readonly questions: readonly {
    readonly scale: Asked['content']['scales'][number]
    readonly item: Asked['content']['scales'][number]['items'][number]
  }[]
  readonly go: (step: number) => void
}) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const words = useGroupWords()
  const question = useQuestion()
  const { groupNames } = useSession()
  const group = sheet.group ?? 'unstated'
  const scales = scalesFor(asked.content, group)
  return (
    <>
      <PageHeader title={w.review} above={text(asked.title)} lead={w.reviewHint} back={{ to: '/survey' }} />
      <Form label={w.review} busy={busy} error={error} onSubmit={() => onSend({ group, answers: sheet.answers })}>
        <Card>
          <CardList>
            <CardItem
              title={w.groupQuestion}
              second={group === 'unstated' ? w.groupUnstated : text(groupNames[group])}
              end={<Change name={w.groupQuestion} onPress={() => go(-1)} />}
            />
          </CardList>
        </Card>
        {scales.map((scale) => (
          <Card key={scale.id} title={words(scale.name, group)}>
            <CardList>
              {scale.items.map((item) => (
                <CardItem
                  key={item.id}
                  title={question.text(scale, item, group)}
                  second={question.answer(scale, sheet.answers[item.id])}
                  end={
                    <Change
                      name={question.text(scale, item, group)}
                      onPress={() => go(questions.findIndex((one) => one.item.id === item.id))}
                    />
                  }
                />
              ))}
            </CardList>
          </Card>
        ))}
        <div className={styles.acts}>
          <p className="muted small">{w.left(format.day(asked.closesOn))}</p>
          <Button type="submit" wide busy={busy}>
            {w.send}
          </Button>
        </div>
      </Form>
    </>
  )
}

function Change({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const w = useWords(surveyWords)
  return (
    <Button kind="plain" onPress={onPress}>
      {w.change}
      <span className="unseen">{name}</span>
    </Button>
  )
}
