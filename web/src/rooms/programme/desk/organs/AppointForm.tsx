import { appoint, type PostLine } from '@ronghe/contract/programme/appointments.ts'
import { useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, PhoneInput, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

/** Name and number must both fit one account, so that nobody is appointed by a slip of the finger. */
export function AppointForm({ post, onDone }: { readonly post: PostLine; readonly onDone: () => void }) {
  const today = useToday()
  const w = useWords(organDeskWords)
  const [typed, setTyped] = useState({ phone: '', name: '', startsOn: today, endsOn: '', document: '', hidden: false })
  const [faults, setFaults] = useState<FieldErrors>({})
  const set = (part: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...part }))
  const deed = useDeed(appoint, {
    refreshes: organReads,
    onDone: () => {
      toast(w.appointed)
      onDone()
    },
  })
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const found: FieldErrors = {
      ...(typed.phone.length !== 11 && { phone: w.phoneMissing }),
      ...(typed.name.trim() === '' && { name: w.personNameMissing }),
      ...(typed.startsOn === '' && { startsOn: w.dayMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({
      params: { postId: post.id },
      body: {
        phone: typed.phone,
        name: typed.name.trim(),
        startsOn: typed.startsOn,
        endsOn: typed.endsOn || null,
        document: typed.document.trim(),
        publishName: !typed.hidden,
      },
    })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.appoint}>
      <p className="muted small">{w.appointLead}</p>
      <div className={styles.pair}>
        <Field label={w.personName} name="name" error={errors['name']}>
          <TextInput value={typed.name} onChange={(name) => set({ name })} maxLength={40} />
        </Field>
        <Field label={w.phone} name="phone" error={errors['phone']}>
          <PhoneInput value={typed.phone} onChange={(phone) => set({ phone })} autoComplete="off" />
        </Field>
        <Field label={w.startsOn} name="startsOn" error={errors['startsOn']}>
          <DateInput value={typed.startsOn} onChange={(startsOn) => set({ startsOn })} />
        </Field>
        <Field label={w.endsOn} name="endsOn" error={errors['endsOn']} optional>
          <DateInput value={typed.endsOn} onChange={(endsOn) => set({ endsOn })} min={typed.startsOn} />
        </Field>
      </div>
      <Field label={w.document} name="document" hint={w.documentHint} error={errors['document']} optional>
        <TextInput value={typed.document} onChange={(document) => set({ document })} maxLength={100} />
      </Field>
      <Tick label={w.hideName} hint={w.hideNameHint} checked={typed.hidden} onChange={(hidden) => set({ hidden })} />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.appointDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
