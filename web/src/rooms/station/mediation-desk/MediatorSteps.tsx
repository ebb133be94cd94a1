import { listMediations, type MediatedDispute, mediate } from '@ronghe/contract/station/mediation-work.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextArea, TextInput, TimeInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './mediation-desk.module.css'
import { mediationDeskWords } from './words/words.ts'

const steps = ['plan', 'agree', 'sign', 'recordKept', 'fail', 'refer', 'stepBack'] as const
type Step = (typeof steps)[number]

interface Typed {
  readonly day: string
  readonly time: string
  readonly place: string
  readonly words: string
}
const nothing: Typed = { day: '', time: '19:00', place: '', words: '' }

/** The steps a mediator may take now, one at a time; what ends the matter says so before it is confirmed. */
export function MediatorSteps({ dispute }: { readonly dispute: MediatedDispute }) {
  const w = useWords(mediationDeskWords)
  const navigate = useNavigate()
  const offered = steps.filter((step) => dispute.may.includes(step))
  const held = dispute.sessions.some((session) => session.held)
  const [wanted, setWanted] = useState<Step>()
  const draft = useDraft<Typed>(`mediate:${dispute.id}`, nothing)
  const [side, setSide] = useState<'requester' | 'other'>()
  const [kept, setKept] = useState<'yes' | 'partly' | 'no'>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const deed = useDeed(mediate, { refreshes: [listMediations] })
  const usual: Step = held && offered.includes('agree') ? 'agree' : (offered[0] ?? 'plan')
  const step = wanted && offered.includes(wanted) ? wanted : usual
  if (offered.length === 0 || draft.state === 'reading') return null
  const { day, time, place, words } = draft.value
  const change = (part: Partial<Typed>): void => draft.change((typed) => ({ ...typed, ...part }))
  const faultsOf = (): FieldErrors => ({
    ...(step === 'plan' && day === '' && { day: w.needDay }),
    ...(step === 'plan' && time === '' && { time: w.needTime }),
    ...(step === 'plan' && place.trim() === '' && { place: w.needPlace }),
    ...(step === 'agree' && words.trim() === '' && { words: w.needWords }),
    ...(step === 'recordKept' && side === undefined && { side: w.needSide }),
    ...(step === 'recordKept' && kept === undefined && { kept: w.needKept }),
  })
  const save = (): void => {
    const faults = faultsOf()
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    const body: BodyOf<typeof mediate> =
      step === 'plan'
        ? { step, at: `${day}T${time}:00+08:00`, place: place.trim() }
        : step === 'agree'
          ? { step, words: words.trim() }
          : step === 'recordKept'
            ? { step, side: side!, kept: kept! }
            : { step }
    deed.mutate(
      { params: { disputeId: dispute.id }, body },
      {
        onSuccess({ dispute: next }) {
          toast(w.done[step])
          draft.change(nothing)
          void draft.discard()
          setWanted(undefined)
          if (next === null || next.may.length === 0) void navigate({ to: '/mediations' as string })
        },
      },
    )
  }
  const faultOf = (name: string) => errors[name] ?? fieldErrorsOf(deed.error)[name]
  return (
    <Card title={w.next}>
      <Form onSubmit={save} busy={deed.isPending} errors={errors} error={deed.error} label={w.next}>
        <Choice
          label={w.next}
          name="step"
          hideLabel
          value={step}
          onChange={setWanted}
          options={offered.map((one) => ({ value: one, label: w.steps[one] }))}
        />
        {step === 'plan' && (
          <>
            <div className={styles.pair}>
              <Field label={w.day} name="day" error={faultOf('day') ?? faultOf('at')}>
                <DateInput value={day} onChange={(value) => change({ day: value })} />
              </Field>
              <Field label={w.time} name="time" error={faultOf('time')}>
                <TimeInput value={time} onChange={(value) => change({ time: value })} />
              </Field>
            </div>
            <Field label={w.place} hint={w.placeHint} name="place" error={faultOf('place')}>
              <TextInput value={place} onChange={(value) => change({ place: value })} maxLength={120} />
            </Field>
          </>
        )}
        {step === 'agree' && (
          <Field label={w.words} hint={w.wordsHint} name="words" error={faultOf('words')}>
            <TextArea value={words} onChange={(value) => change({ words: value })} rows={6} maxLength={4000} />
          </Field>
        )}
        {step === 'recordKept' && (
          <>
            <Choice
              label={w.side}
              name="side"
              error={faultOf('side')}
              value={side}
              onChange={setSide}
              options={(['requester', 'other'] as const).map((one) => ({
                value: one,
                label: w.sides[one],
                ...(dispute.kept[one] !== null && { hint: w.keptSaid(w.keptAs[dispute.kept[one]]) }),
              }))}
            />
            <Choice
              label={w.kept}
              name="kept"
              error={faultOf('kept')}
              value={kept}
              onChange={setKept}
              options={(['yes', 'partly', 'no'] as const).map((one) => ({ value: one, label: w.keptAs[one] }))}
            />
          </>
        )}
        {(step === 'sign' || step === 'fail' || step === 'refer' || step === 'stepBack') && <Notice>{w.sure[step]}</Notice>}
        <ButtonRow>
          <Button
            type="submit"
            kind={step === 'fail' || step === 'refer' || step === 'stepBack' ? 'careful' : 'main'}
            busy={deed.isPending}
          >
            {w.do(w.steps[step])}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
