import { listQuestionnaires, listWaves, planWave } from '@ronghe/contract/insight/survey-desk.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, NumberInput, Select, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { surveyWords } from './words/words.ts'

/** One wave: which questionnaire, how many doors, from when to when. */
export function PlanWave() {
  const w = useWords(surveyWords)
  return (
    <>
      <PageHeader title={w.plan} back={{ to: '/survey' }} />
      <Shown read={useQuery(reading(listQuestionnaires))}>
        {({ questionnaires }) =>
          questionnaires.length === 0 ? (
            <EmptyState title={w.noQuestionnaire} next={<LinkButton to="/survey/questionnaires">{w.questionnaires}</LinkButton>} />
          ) : (
            <Plan questionnaires={questionnaires} />
          )
        }
      </Shown>
    </>
  )
}

function Plan({
  questionnaires,
}: {
  readonly questionnaires: readonly {
    readonly id: string
    readonly version: number
    readonly title: Parameters<ReturnType<typeof useText>>[0]
  }[]
}) {
  const w = useWords(surveyWords)
  const text = useText()
  const today = useToday()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const [questionnaireId, setQuestionnaire] = useState(questionnaires[0]!.id)
  const [doors, setDoors] = useState<number | null>(1300)
  const [least, setLeast] = useState<number | null>(2)
  const [openLink, setOpenLink] = useState(false)
  const [opensOn, setOpensOn] = useState(today)
  const [closesOn, setClosesOn] = useState('')
  const [tried, setTried] = useState(false)
  const plan = useDeed(planWave, {
    refreshes: [listWaves],
    onDone({ id }) {
      toast(w.planned)
      void navigate({ to: '/survey/waves/$waveId', params: { waveId: id } as never })
    },
  })
  const missing: Record<string, string> = {}
  if (title.trim() === '') missing['title'] = w.nameNeeded
  if (!doors) missing['doors'] = w.needCount
  if (closesOn === '') missing['closesOn'] = w.closesOn
  const errors = { ...fieldErrorsOf(plan.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    plan.mutate({
      body: {
        title: { 'zh-CN': title.trim(), ...(titleEn.trim() && { en: titleEn.trim() }) },
        questionnaireId,
        doors: doors!,
        leastPerLane: least ?? 0,
        openLink,
        opensOn,
        closesOn,
      },
    })
  }
  return (
    <Card>
      <Form label={w.plan} onSubmit={send} busy={plan.isPending} error={plan.error} errors={tried ? missing : {}}>
        <Field label={w.waveTitle} name="title" error={errors['title']}>
          <TextInput value={title} onChange={setTitle} maxLength={100} />
        </Field>
        <Field label={w.waveTitleEn} name="titleEn" optional>
          <TextInput value={titleEn} onChange={setTitleEn} maxLength={100} />
        </Field>
        <Field label={w.questionnaire} name="questionnaireId" error={errors['questionnaireId']}>
          <Select
            value={questionnaireId}
            onChange={setQuestionnaire}
            options={questionnaires.map((one) => ({ value: one.id, label: `${text(one.title)} · ${w.version(one.version)}` }))}
          />
        </Field>
        <Field label={w.doors} name="doors" hint={w.doorsHint} error={errors['doors']}>
          <NumberInput value={doors} onChange={setDoors} />
        </Field>
        <Field label={w.least} name="leastPerLane" error={errors['leastPerLane']}>
          <NumberInput value={least} onChange={setLeast} />
        </Field>
        <Field label={w.opensOn} name="opensOn" error={errors['opensOn']}>
          <DateInput value={opensOn} onChange={setOpensOn} />
        </Field>
        <Field label={w.closesOn} name="closesOn" error={errors['closesOn']}>
          <DateInput value={closesOn} onChange={setClosesOn} min={opensOn} />
        </Field>
        <Tick checked={openLink} onChange={setOpenLink} label={w.openLink} />
        <Button type="submit" busy={plan.isPending}>
          {w.planDo}
        </Button>
      </Form>
    </Card>
  )
}
