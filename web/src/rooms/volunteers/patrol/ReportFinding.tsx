import {
  type FindingKind,
  findingKinds,
  listMyRounds,
  type PatrolRound,
  readRound,
  reportFinding,
} from '@ronghe/contract/volunteers/patrol.ts'
import { useState } from 'react'
import { newId } from '../../../platform/ids.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { file } from '../../../platform/offline/outbox.ts'
import { useRefresh } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { patrolWords } from './words/words.ts'

interface Found {
  readonly id: string
  readonly kind: FindingKind | ''
  readonly laneId: string
  readonly words: string
}

/** A thing and a place; sent now or when there is a line, and never twice. */
export function ReportFinding({ round }: { readonly round: PatrolRound }) {
  const w = useWords(patrolWords)
  const ui = useWords(uiWords)
  const text = useText()
  const refresh = useRefresh()
  const [fresh] = useState<Found>(() => ({ id: newId(), kind: '', laneId: '', words: '' }))
  const draft = useDraft<Found>(`patrol-finding-${round.id}`, fresh)
  const [open, setOpen] = useState(false)
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly tried: boolean; readonly error?: unknown }>({
    busy: false,
    tried: false,
  })
  const { value, change } = draft
  const missing = (['kind', 'laneId', 'words'] as const).filter((name) => value[name].trim() === '')
  const errors: Readonly<Record<string, string>> = {
    ...fieldErrorsOf(attempt.error),
    ...(attempt.tried ? Object.fromEntries(missing.map((name) => [name, w.missing[name]])) : {}),
  }
  const send = async (): Promise<void> => {
    setAttempt({ busy: false, tried: true })
    const { kind, ...found } = value
    if (missing.length > 0 || kind === '') return
    setAttempt({ busy: true, tried: true })
    try {
      const asked = { params: { roundId: round.id }, body: { ...found, kind } }
      const outcome = await file(reportFinding, asked, `${w.found} · ${w.kinds[kind]}`, { opens: `/volunteers/patrols/${round.id}` })
      await draft.discard()
      change(() => ({ id: newId(), kind: '', laneId: '', words: '' }))
      setAttempt({ busy: false, tried: false })
      setOpen(false)
      if (outcome.sent) await refresh(readRound, listMyRounds)
      toast(outcome.sent ? w.sent : w.sentLater)
    } catch (error) {
      setAttempt({ busy: false, tried: true, error })
    }
  }
  if (!open && value.kind === '' && value.words === '')
    return (
      <Button wide onPress={() => setOpen(true)}>
        {w.reportFound}
      </Button>
    )
  return (
    <Card title={w.found}>
      <p className="muted small">{w.foundHint}</p>
      <Form onSubmit={() => void send()} busy={attempt.busy} error={attempt.error} errors={errors} label={w.found}>
        <Choice
          label={w.kind}
          name="kind"
          error={errors['kind']}
          value={value.kind || undefined}
          onChange={(kind) => change((now) => ({ ...now, kind }))}
          options={findingKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
        />
        <Field label={w.lane} name="laneId" error={errors['laneId']}>
          <Select
            value={value.laneId}
            onChange={(laneId) => change((now) => ({ ...now, laneId }))}
            placeholder={ui.chooseOne}
            options={round.lanes.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
        <Field label={w.words} name="words" hint={w.wordsHint} error={errors['words']}>
          <TextArea value={value.words} onChange={(words) => change((now) => ({ ...now, words }))} maxLength={600} rows={3} />
        </Field>
        <Button type="submit" wide busy={attempt.busy}>
          {w.send}
        </Button>
      </Form>
    </Card>
  )
}
