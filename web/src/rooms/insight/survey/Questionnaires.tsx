import { listQuestionnaires, type Questionnaire, saveQuestionnaire } from '@ronghe/contract/insight/survey-desk.ts'
import { itemsFor, surveyScales } from '@ronghe/contract/insight/survey-scales.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choices } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useGroupWords, useQuestion } from './wording.ts'
import { surveyWords } from './words/words.ts'

/** The questionnaires, and putting one together from the shipped sets. */
export function Questionnaires() {
  const w = useWords(surveyWords)
  const [editing, setEditing] = useState<Questionnaire>()
  return (
    <>
      <PageHeader title={w.composeTitle} lead={w.composeLead} back={{ to: '/survey' }} />
      <Shown read={useQuery(reading(listQuestionnaires))}>
        {({ questionnaires }) => (
          <>
            {questionnaires.map((one) => (
              <Known key={one.id} known={one} onEdit={() => setEditing(one)} />
            ))}
            <Compose key={editing ? `${editing.id} ${editing.version}` : 'new'} known={editing} onDone={() => setEditing(undefined)} />
          </>
        )}
      </Shown>
    </>
  )
}

function Known({ known, onEdit }: { readonly known: Questionnaire; readonly onEdit: () => void }) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const words = useGroupWords()
  const question = useQuestion()
  return (
    <Card title={`${text(known.title)} · ${w.version(known.version)}`}>
      <p className="muted">
        {w.madeOn(format.wholeDay(known.madeOn))} · {w.minutes(itemsFor(known.content, 'local').length)}
      </p>
      <details>
        <summary>{format.list(known.content.scales.map(({ name }) => words(name)))}</summary>
        {known.content.scales.map((scale) => (
          <section key={scale.id}>
            <h3>{words(scale.name)}</h3>
            <ol>
              {scale.items.map((item) => (
                <li key={item.id}>{question.text(scale, item, scale.asks === 'everyone' ? 'unstated' : scale.asks)}</li>
              ))}
            </ol>
            <p className="muted small">{scale.source}</p>
          </section>
        ))}
      </details>
      <Button kind="quiet" onPress={onEdit}>
        {w.edit}
        <span className="unseen">{text(known.title)}</span>
      </Button>
    </Card>
  )
}

function Compose({ known, onDone }: { readonly known: Questionnaire | undefined; readonly onDone: () => void }) {
  const w = useWords(surveyWords)
  const text = useText()
  const words = useGroupWords()
  const { groupNames } = useSession()
  const [title, setTitle] = useState(known?.title['zh-CN'] ?? '')
  const [titleEn, setTitleEn] = useState(known?.title.en ?? '')
  const [scales, setScales] = useState<readonly string[]>(known?.content.scales.map(({ id }) => id) ?? surveyScales.map(({ id }) => id))
  const [tried, setTried] = useState(false)
  const save = useDeed(saveQuestionnaire, {
    refreshes: [listQuestionnaires],
    onDone() {
      toast(w.composeDone)
      onDone()
      setTried(false)
      if (!known) setTitle('')
    },
  })
  const missing: Record<string, string> = {}
  if (title.trim() === '') missing['title'] = w.nameNeeded
  if (scales.length === 0) missing['scales'] = w.composeNone
  const errors = { ...fieldErrorsOf(save.error), ...(tried ? missing : {}) }
  return (
    <Card title={known ? w.edit : w.composeNew}>
      <Form
        label={known ? w.edit : w.composeNew}
        busy={save.isPending}
        error={save.error}
        errors={tried ? missing : {}}
        onSubmit={() => {
          setTried(true)
          if (Object.keys(missing).length === 0)
            save.mutate({
              body: {
                ...(known ? { id: known.id } : {}),
                title: { 'zh-CN': title.trim(), ...(titleEn.trim() && { en: titleEn.trim() }) },
                scales: [...scales],
              },
            })
        }}
      >
        <Field label={w.composeName} name="title" error={errors['title']}>
          <TextInput value={title} onChange={setTitle} maxLength={100} />
        </Field>
        <Field label={w.composeNameEn} name="titleEn" optional>
          <TextInput value={titleEn} onChange={setTitleEn} maxLength={100} />
        </Field>
        <Choices
          label={w.composeScales}
          name="scales"
          error={errors['scales']}
          value={scales}
          onChange={setScales}
          options={surveyScales.map((scale) => ({
            value: scale.id,
            label: words(scale.name),
            hint: `${words(scale.about)} ${w.items(scale.items.length)}${scale.asks === 'everyone' ? '' : `，${w.onlyAsks(text(groupNames[scale.asks]))}`}`,
          }))}
        />
        <Button type="submit" busy={save.isPending}>
          {known ? w.composeDo : w.composeAdd}
        </Button>
      </Form>
    </Card>
  )
}
