import type { MentoringLanguage } from '@ronghe/contract/school/mentoring-choices.ts'
import { listStudyGroups, startStudyGroup } from '@ronghe/contract/school/study-groups.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { NumberInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { useMentoringChoices } from '../mentoring/choice-words.ts'
import { groupsWords } from './words/words.ts'

/** Any resident starts one; nobody has to approve it. */
export function StartGroup() {
  const w = useWords(groupsWords)
  const { languages } = useMentoringChoices()
  const navigate = useNavigate()
  const { person } = useSession()
  const [tried, setTried] = useState(false)
  const draft = useDraft(`study-group:${person?.id ?? ''}`, {
    name: '',
    about: '',
    language: 'mandarin' as MentoringLanguage,
    places: 8 as number | null,
    called: '',
  })
  const start = useDeed(startStudyGroup, {
    refreshes: [listStudyGroups],
    onDone({ id }) {
      toast(w.started)
      void draft.discard().then(() => navigate({ to: '/school/groups/$groupId', params: { groupId: id } as never, replace: true }))
    },
  })
  if (draft.state === 'reading') return <Loading />
  const { value, change } = draft
  const missing: Record<string, string> = {}
  for (const key of ['name', 'about', 'called'] as const) if (value[key].trim() === '') missing[key] = w.missing
  if (value.places === null || value.places < 2 || value.places > 30) missing['places'] = w.placesHint
  const errors = { ...fieldErrorsOf(start.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length === 0) start.mutate({ body: { ...value, places: value.places! } })
  }
  return (
    <>
      <PageHeader title={w.startTitle} back={{ to: '/school/groups', label: w.title }} />
      <Form label={w.startTitle} onSubmit={send} busy={start.isPending} error={start.error} errors={tried ? missing : {}}>
        <Card>
          <Field label={w.name} name="name" hint={w.nameHint} error={errors['name']}>
            <TextInput value={value.name} onChange={(name) => change((now) => ({ ...now, name }))} maxLength={30} />
          </Field>
          <Field label={w.about} name="about" hint={w.aboutHint} error={errors['about']}>
            <TextArea value={value.about} onChange={(about) => change((now) => ({ ...now, about }))} maxLength={300} rows={4} />
          </Field>
          <Field label={w.language} name="language">
            <Select value={value.language} onChange={(language) => change((now) => ({ ...now, language }))} options={languages} />
          </Field>
          <Field label={w.places} name="places" hint={w.placesHint} error={errors['places']}>
            <NumberInput value={value.places} onChange={(places) => change((now) => ({ ...now, places }))} />
          </Field>
          <Field label={w.called} name="called" hint={w.calledHint} error={errors['called']}>
            <TextInput value={value.called} onChange={(called) => change((now) => ({ ...now, called }))} maxLength={20} />
          </Field>
        </Card>
        <div className={styles.acts}>
          <Button type="submit" wide busy={start.isPending}>
            {w.startDo}
          </Button>
        </div>
      </Form>
    </>
  )
}
