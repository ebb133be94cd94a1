import { addLeave, listLeave, readOpenWork } from '@ronghe/contract/programme/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

/** Days away, with the post that does the work meanwhile. */
export function LeaveForm({ appointmentId, onDone }: { readonly appointmentId: string; readonly onDone: () => void }) {
  const today = useToday()
  const w = useWords(organDeskWords)
  const text = useText()
  const work = useQuery(reading(readOpenWork, { params: { appointmentId } }))
  const [typed, setTyped] = useState({ fromDay: today, toDay: '', standIn: '', note: '' })
  const [faults, setFaults] = useState<FieldErrors>({})
  const set = (part: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...part }))
  const deed = useDeed(addLeave, {
    refreshes: [...organReads, listLeave],
    onDone: () => {
      toast(w.leaveDone)
      onDone()
    },
  })
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const found: FieldErrors = {
      ...(typed.fromDay === '' && { fromDay: w.dayMissing }),
      ...(typed.toDay === '' && { toDay: w.dayMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({
      params: { appointmentId },
      body: { fromDay: typed.fromDay, toDay: typed.toDay, standInPostId: typed.standIn || null, note: typed.note.trim() },
    })
  }
  return (
    <Shown read={work}>
      {({ items, candidates }) => (
        <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.leave}>
          <p className="muted small">{items.length > 0 ? w.openWork(items.length) : w.noOpenWork}</p>
          <div className={styles.pair}>
            <Field label={w.fromDay} name="fromDay" error={errors['fromDay']}>
              <DateInput value={typed.fromDay} onChange={(fromDay) => set({ fromDay })} />
            </Field>
            <Field label={w.toDay} name="toDay" error={errors['toDay']}>
              <DateInput value={typed.toDay} onChange={(toDay) => set({ toDay })} min={typed.fromDay} />
            </Field>
          </div>
          <Field label={w.standIn} name="standInPostId" hint={w.standInHint} error={errors['standInPostId']} optional>
            <Select
              value={typed.standIn}
              onChange={(standIn) => set({ standIn })}
              placeholder={w.standInNone}
              options={candidates.map(({ postId, name, organ }) => ({ value: postId, label: `${text(organ)} · ${text(name)}` }))}
            />
          </Field>
          <Field label={w.leaveNote} name="note" error={errors['note']} optional>
            <TextInput value={typed.note} onChange={(note) => set({ note })} maxLength={300} />
          </Field>
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.leaveDo}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Shown>
  )
}
