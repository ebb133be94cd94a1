import { listVisits, readVisit, readVisitForm, saveVisit, type VisitPart } from '@ronghe/contract/council/visits.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { newId } from '../../../platform/ids.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useKept } from '../../../platform/offline/kept.ts'
import { file } from '../../../platform/offline/outbox.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useRefresh } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { useToday } from '../../../platform/today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice, Choices } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, Select, TextArea } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { HeardList } from './HeardList.tsx'
import { type Missing, missingIn, newVisiting, toBody, visitDraft, type Visiting, withPart } from './visiting.ts'
import styles from './visits.module.css'
import { visitWords } from './words/words.ts'

/** A visit being written: kept with every key, sent now or when there is a line. */
export function NewVisit() {
  const params = { councilId: useParam('councilId') }
  const w = useWords(visitWords)
  const { person } = useSession()
  const read = useKept(reading(readVisitForm, { params }))
  const today = useToday()
  // What comes after sending must be here before the line goes.
  useEffect(() => void import('./VisitPage.tsx').catch(() => {}), [])
  const [fresh] = useState(() => newVisiting(newId(), today))
  const draft = useDraft<Visiting>(visitDraft(params.councilId, person?.id), fresh)
  if (draft.state === 'reading') return <Loading />
  return (
    <>
      <PageHeader
        title={draft.value.base ? w.changeTitle : w.formTitle}
        back={{ to: '/council/$councilId/visits', params, label: w.back }}
      />
      <Shown read={read}>
        {(needs) => (
          <Writing councilId={params.councilId} needs={needs} value={draft.value} change={draft.change} discard={draft.discard} />
        )}
      </Shown>
    </>
  )
}

function Writing({
  councilId,
  needs,
  value,
  change,
  discard,
}: {
  readonly councilId: string
  readonly needs: ReplyOf<typeof readVisitForm>
  readonly value: Visiting
  readonly change: (next: (value: Visiting) => Visiting) => void
  readonly discard: () => Promise<void>
}) {
  const w = useWords(visitWords)
  const ui = useWords(uiWords)
  const text = useText()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly tried: boolean; readonly error?: unknown }>({
    busy: false,
    tried: false,
  })
  const today = useToday()
  const visiting = value.delegates.length === 0 && needs.ownTerm ? { ...value, delegates: [needs.ownTerm] } : value
  const [everybody, setEverybody] = useState(needs.ownTerm === null)
  const set = (part: VisitPart) => (next: unknown) => change((now) => withPart(now, part, next, new Date()))
  const missing = missingIn(visiting)
  const errors: Readonly<Record<string, string>> = {
    ...fieldErrorsOf(attempt.error),
    ...(attempt.tried && Object.fromEntries(missing.map((one: Missing) => [one, w.missing[one]]))),
  }
  const send = async (): Promise<void> => {
    setAttempt({ busy: false, tried: true })
    if (missing.length > 0) return
    setAttempt({ busy: true, tried: true })
    try {
      const lane = needs.lanes.find(({ laneId }) => laneId === visiting.laneId)
      const opens = `/council/${councilId}/visits/${visiting.id}`
      const title = `${w.title} · ${lane ? text(lane.place) : ''}`
      const outcome = await file(saveVisit, { params: { councilId }, body: toBody(visiting, needs.consent.version) }, title, { opens })
      await discard()
      if (outcome.sent) await refresh(listVisits, readVisit)
      toast(outcome.sent ? w.saved : w.savedLater)
      await navigate({ to: '/council/$councilId/visits/$visitId', params: { councilId, visitId: visiting.id } as never, replace: true })
    } catch (error) {
      setAttempt({ busy: false, tried: true, error })
    }
  }
  return (
    <Form onSubmit={() => void send()} busy={attempt.busy} error={attempt.error} errors={attempt.tried ? errors : {}} label={w.formTitle}>
      <Card>
        <Field label={w.where} name="laneId" hint={w.whereHint} error={errors['laneId'] ?? errors['parts.laneId']}>
          <Select
            value={visiting.laneId}
            onChange={set('laneId')}
            placeholder={ui.chooseOne}
            options={needs.lanes.map(({ laneId, place }) => ({ value: laneId, label: text(place) }))}
          />
        </Field>
        <Field label={w.when} name="parts.onDay" error={errors['parts.onDay']}>
          <DateInput value={visiting.onDay} onChange={set('onDay')} max={today} />
        </Field>
        <Choice
          label={w.partOfDay}
          name="part"
          error={errors['part']}
          value={visiting.part || undefined}
          onChange={set('part')}
          options={(['morning', 'afternoon', 'evening'] as const).map((part) => ({ value: part, label: w.parts[part] }))}
        />
        <Choices
          label={w.who}
          name="delegates"
          error={errors['delegates']}
          value={visiting.delegates}
          onChange={(delegates) => change((now) => ({ ...now, delegates }))}
          options={needs.delegates
            .filter(({ termId }) => everybody || visiting.delegates.includes(termId))
            .map(({ termId, name, bench }) => ({ value: termId, label: name, hint: bench ? w.bench[bench] : w.chair }))}
        />
        {!everybody && (
          <Button kind="plain" onPress={() => setEverybody(true)}>
            {w.together}
          </Button>
        )}
      </Card>
      <Card>
        <Choices
          label={w.about}
          optional
          value={visiting.topics}
          onChange={set('topics')}
          options={needs.topics.map(({ key, name }) => ({ value: key, label: text(name) }))}
        />
        <Field label={w.seen} hint={w.seenHint} optional>
          <TextArea value={visiting.seen} onChange={set('seen')} maxLength={1000} rows={4} />
        </Field>
      </Card>
      <HeardList
        kind="words"
        heard={visiting.words}
        onChange={(words) => change((now) => ({ ...now, words }))}
        error={errors['words']}
        needs={needs}
      />
      <HeardList
        kind="concerns"
        heard={visiting.concerns}
        onChange={(concerns) => change((now) => ({ ...now, concerns }))}
        error={errors['concerns']}
        needs={needs}
      />
      <div className={styles.acts}>
        <Button type="submit" wide busy={attempt.busy}>
          {w.send}
        </Button>
      </div>
      <p className="muted small">{w.draftHere}</p>
    </Form>
  )
}
