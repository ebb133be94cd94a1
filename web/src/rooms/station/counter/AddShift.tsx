import { addModelShift, listModelRoster, listModelShifts } from '@ronghe/contract/station/counter-plan.ts'
import { useState } from 'react'
import { dayOf } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TimeInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import { minuteOf } from './minutes.ts'
import { counterWords } from './words/words.ts'

/** A shift is planned open; whoever wants it signs up. */
export function AddShift({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(counterWords)
  const [today] = useState(() => dayOf(new Date()))
  const [day, setDay] = useState('')
  const [from, setFrom] = useState('09:00')
  const [to, setTo] = useState('12:00')
  const [errors, setErrors] = useState<FieldErrors>({})
  const add = useDeed(addModelShift, {
    refreshes: [listModelRoster, listModelShifts],
    onDone() {
      toast(w.shiftSaved)
      onClose()
    },
  })
  const save = (): void => {
    const [start, end] = [minuteOf(from), minuteOf(to)]
    setErrors({
      ...(day === '' && { day: w.needDay }),
      ...(start === undefined && { from: w.needTime }),
      ...(end === undefined && { to: w.needTime }),
    })
    if (day !== '' && start !== undefined && end !== undefined) add.mutate({ body: { day, from: start, to: end } })
  }
  const faultOf = (name: string) => errors[name] ?? fieldErrorsOf(add.error)[name]
  return (
    <Dialog title={w.addShift} open onClose={onClose}>
      <Form onSubmit={save} busy={add.isPending} errors={errors} error={add.error}>
        <Field label={w.shiftDay} name="day" error={faultOf('day')}>
          <DateInput value={day} onChange={setDay} min={today} />
        </Field>
        <div className={styles.pair}>
          <Field label={w.from} name="from" error={faultOf('from')}>
            <TimeInput value={from} onChange={setFrom} />
          </Field>
          <Field label={w.to} name="to" error={faultOf('to')}>
            <TimeInput value={to} onChange={setTo} />
          </Field>
        </div>
        <ButtonRow>
          <Button type="submit" busy={add.isPending}>
            {w.saveShift}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
