import { carryConcern, listCarried } from '@ronghe/contract/programme/concerns.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { reading, readingPages, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { concernWords } from '../words/resident/concerns/words.ts'
import { ClockLine } from './ConcernView.tsx'
import { keepSent } from './sent.ts'
import { toneOf } from './tone.ts'
import styles from './concerns.module.css'

/** Delegates, lane heads and social workers carry the exact words of somebody who agreed (08, Concerns). */
export function Carry() {
  const w = useWords(concernWords)
  return (
    <>
      <PageHeader title={w.carryTitle} lead={w.carryLead} back={{ to: '/me' }} />
      <CarryForm />
      <Carried />
    </>
  )
}

const empty = { words: '', topic: '', communityId: '', agreed: false }

function CarryForm() {
  const w = useWords(concernWords)
  const ui = useWords(uiWords)
  const text = useText()
  const navigate = useNavigate()
  const { person } = useSession()
  const draft = useDraft(`carry:${person?.id}`, empty)
  const { data: settings } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  const { data: places } = useQuery({ ...reading(listPlaces), staleTime: 3_600_000 })
  const deed = useDeed(carryConcern, {
    refreshes: [listCarried],
    onDone: (raised) =>
      void keepSent({ kind: 'coded', raised, carried: true })
        .then(draft.discard)
        .then(() => navigate({ to: '/concerns/sent' })),
  })
  if (draft.state === 'reading') return <Loading />
  const { words, topic, communityId, agreed } = draft.value
  const set = (part: Partial<typeof empty>): void => draft.change({ ...draft.value, ...part })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void =>
    // An unticked box is refused by the server, beside the box: agreeing is the author's, not the form's.
    deed.mutate({ body: { words, topic, ...(communityId !== '' && { communityId }), authorAgreed: agreed as true } })
  return (
    <Card>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.carryTitle}>
        <Field label={w.topicQuestion} name="topic" error={errors['topic']}>
          <Select
            value={topic}
            onChange={(next) => set({ topic: next })}
            placeholder={ui.chooseOne}
            options={(settings?.concernTopics ?? []).map(({ key, name }) => ({ value: key, label: text(name) }))}
          />
        </Field>
        <Field label={w.placeQuestion} name="communityId" error={errors['communityId']} optional>
          <Select
            value={communityId}
            onChange={(next) => set({ communityId: next })}
            placeholder={w.placeNone}
            options={(places?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
        <Field label={w.checkWords} name="words" error={errors['words']}>
          <TextArea value={words} onChange={(next) => set({ words: next })} maxLength={4000} rows={6} />
        </Field>
        <Tick label={w.carryAgreed} checked={agreed} onChange={(next) => set({ agreed: next })} />
        <div className={styles.acts}>
          <Button type="submit" wide busy={deed.isPending}>
            {w.carryDo}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function Carried() {
  const w = useWords(concernWords)
  const text = useText()
  const pages = useInfiniteQuery(readingPages(listCarried))
  return (
    <Card title={w.carried}>
      <Paged pages={pages} empty={<p className="muted">{w.carriedEmpty}</p>}>
        {(items) => (
          <CardList>
            {items.map((concern) => (
              <CardItem
                key={concern.id}
                title={`${text(concern.topic)} ${concern.number}`}
                second={<ClockLine of={concern} />}
                end={<Tag tone={toneOf(concern)}>{w.states[concern.state]}</Tag>}
              />
            ))}
          </CardList>
        )}
      </Paged>
    </Card>
  )
}
