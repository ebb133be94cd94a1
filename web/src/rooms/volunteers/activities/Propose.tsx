import { ActivityKind, listMyProposals, proposeActivity } from '@ronghe/contract/volunteers/activities.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../volunteers.module.css'
import { toneOf } from './Volunteers.tsx'
import { activityWords } from './words/words.ts'

interface Idea {
  readonly title: string
  readonly about: string
  readonly place: string
  readonly kind: ActivityKind | ''
}
const fresh: Idea = { title: '', about: '', place: '', kind: '' }

/** An idea of a resident, kept while it is written. */
export function Propose() {
  const w = useWords(activityWords)
  const { person } = useSession()
  const draft = useDraft<Idea>(`volunteers-idea-${person?.id}`, fresh)
  return (
    <>
      <PageHeader title={w.proposeTitle} lead={w.proposeLead} back={{ to: '/volunteers' }} />
      {draft.state === 'reading' ? <Loading /> : <Writing idea={draft.value} change={draft.change} discard={draft.discard} />}
      <MyIdeas />
    </>
  )
}

function Writing({
  idea,
  change,
  discard,
}: {
  readonly idea: Idea
  readonly change: (next: (idea: Idea) => Idea) => void
  readonly discard: () => Promise<void>
}) {
  const w = useWords(activityWords)
  const navigate = useNavigate()
  const [tried, setTried] = useState(false)
  const deed = useDeed(proposeActivity, {
    refreshes: [listMyProposals],
    onDone: () => {
      toast(w.proposed)
      void discard().then(() => navigate({ to: '/volunteers' }))
    },
  })
  const missing = (['title', 'about', 'place', 'kind'] as const).filter((key) => idea[key].trim() === '')
  const errors = { ...fieldErrorsOf(deed.error), ...(tried && Object.fromEntries(missing.map((key) => [key, w.missingField[key]]))) }
  const set = (part: Partial<Idea>): void => change((now) => ({ ...now, ...part }))
  const send = (): void => {
    setTried(true)
    if (missing.length === 0 && idea.kind !== '') deed.mutate({ body: { ...idea, kind: idea.kind } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={errors} label={w.proposeTitle}>
      <Card>
        <Field label={w.proposeName} name="title" error={errors['title']}>
          <TextInput value={idea.title} onChange={(title) => set({ title })} maxLength={60} />
        </Field>
        <Field label={w.proposeAbout} name="about" error={errors['about']}>
          <TextArea value={idea.about} onChange={(about) => set({ about })} maxLength={1000} rows={4} />
        </Field>
        <Field label={w.proposePlace} name="place" error={errors['place']}>
          <TextInput value={idea.place} onChange={(place) => set({ place })} maxLength={100} />
        </Field>
        <Choice
          label={w.proposeKind}
          name="kind"
          error={errors['kind']}
          value={idea.kind || undefined}
          onChange={(kind) => set({ kind })}
          options={ActivityKind.options.map((kind) => ({ value: kind, label: w.kind[kind], hint: w.kindHint[kind] }))}
        />
      </Card>
      <div className={styles.acts}>
        <Button type="submit" wide busy={deed.isPending}>
          {w.proposeDo}
        </Button>
      </div>
    </Form>
  )
}

function MyIdeas() {
  const w = useWords(activityWords)
  const text = useText()
  const { data } = useQuery(reading(listMyProposals))
  if (!data || data.items.length === 0) return null
  return (
    <Card title={w.myIdeas} className={styles.after}>
      <CardList>
        {data.items.map(({ id, title, state, reason }) => (
          <CardItem
            key={id}
            title={text(title)}
            {...(reason !== null && { second: reason })}
            end={<Tag tone={toneOf(state)}>{w.state[state]}</Tag>}
            to="/volunteers/activities/$activityId"
            params={{ activityId: id }}
          />
        ))}
      </CardList>
    </Card>
  )
}
