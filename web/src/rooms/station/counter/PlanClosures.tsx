import { addClosure, dropClosure, readCounterPlan } from '@ronghe/contract/station/counter-plan.ts'
import { listAppointmentsOfDay, listSlots } from '@ronghe/contract/station/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import { counterWords } from './words/words.ts'

const touched = [readCounterPlan, listSlots, listAppointmentsOfDay]

export function PlanClosures() {
  const w = useWords(counterWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(readCounterPlan))
  const [adding, setAdding] = useState(false)
  const drop = useDeed(dropClosure, { refreshes: touched, onDone: () => toast(w.closureDropped) })
  return (
    <Card title={w.closures}>
      {drop.error && <RefusalLine error={drop.error} />}
      <Shown read={read}>
        {({ closures }) =>
          closures.length === 0 ? (
            <p className="muted">{w.closuresEmpty}</p>
          ) : (
            <CardList>
              {closures.map(({ id, from, to, reason }) => (
                <CardItem
                  key={id}
                  title={from === to ? format.day(from) : w.span(format.day(from), format.day(to))}
                  second={text(reason)}
                  end={
                    <Button kind="quiet" busy={drop.isPending} onPress={() => drop.mutate({ params: { closureId: id } })}>
                      {w.dropClosure}
                    </Button>
                  }
                />
              ))}
            </CardList>
          )
        }
      </Shown>
      <ButtonRow>
        <Button kind="quiet" onPress={() => setAdding(true)}>
          {w.addClosure}
        </Button>
      </ButtonRow>
      {adding && <AddClosure onClose={() => setAdding(false)} />}
    </Card>
  )
}

function AddClosure({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(counterWords)
  const [today] = useState(() => dayOf(new Date()))
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const add = useDeed(addClosure, {
    refreshes: touched,
    onDone({ cancelled }) {
      toast(w.closureSaved(cancelled))
      onClose()
    },
  })
  const save = (): void => {
    const faults: FieldErrors = {
      ...(from === '' && { from: w.needDay }),
      ...(zh.trim() === '' && { reason: w.needReason }),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    add.mutate({ body: { from, to: to === '' ? from : to, reason: { 'zh-CN': zh.trim(), ...(en.trim() !== '' && { en: en.trim() }) } } })
  }
  const faultOf = (name: string) => errors[name] ?? fieldErrorsOf(add.error)[name]
  return (
    <Dialog title={w.addClosure} open onClose={onClose}>
      <Form onSubmit={save} busy={add.isPending} errors={errors} error={add.error}>
        <div className={styles.pair}>
          <Field label={w.closureFrom} name="from" error={faultOf('from')}>
            <DateInput value={from} onChange={setFrom} min={today} />
          </Field>
          <Field label={w.closureTo} name="to" error={faultOf('to')} optional>
            <DateInput value={to} onChange={setTo} min={from || today} />
          </Field>
        </div>
        <Field label={w.closureReason} name="reason" error={faultOf('reason')}>
          <TextInput value={zh} onChange={setZh} maxLength={120} />
        </Field>
        <Field label={w.closureReasonEn} name="reasonEn" optional>
          <TextInput value={en} onChange={setEn} maxLength={200} />
        </Field>
        <Notice>{w.closureHint}</Notice>
        <ButtonRow>
          <Button type="submit" busy={add.isPending}>
            {w.saveClosure}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
