import { endAppointment } from '@ronghe/contract/programme/appointments.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { useBackToOrgan } from './back-to-organ.ts'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

/** The planned end, now or on a last day. */
export function EndForm({
  appointmentId,
  organId,
  startsOn,
}: {
  readonly appointmentId: string
  readonly organId: string | undefined
  readonly startsOn: string | undefined
}) {
  const w = useWords(organDeskWords)
  const back = useBackToOrgan(organId)
  const [lastDay, setLastDay] = useState('')
  const [note, setNote] = useState('')
  const deed = useDeed(endAppointment, {
    refreshes: organReads,
    onDone: () => {
      toast(w.endDone)
      back()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Form
      label={w.stepEnd}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={() => deed.mutate({ params: { appointmentId }, body: { ...(lastDay !== '' && { lastDay }), note: note.trim() } })}
    >
      <div className={styles.pair}>
        <Field label={w.lastDay} name="lastDay" hint={w.lastDayHint} error={errors['lastDay']} optional>
          <DateInput value={lastDay} onChange={setLastDay} {...(startsOn && { min: startsOn })} />
        </Field>
        <Field label={w.endNote} name="note" error={errors['note']} optional>
          <TextInput value={note} onChange={setNote} maxLength={500} />
        </Field>
      </div>
      <ButtonRow>
        <Button type="submit" kind="careful" busy={deed.isPending}>
          {w.endDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
