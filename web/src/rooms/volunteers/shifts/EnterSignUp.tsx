import { enterSignUp } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../volunteers.module.css'
import { refreshed } from './refreshed.ts'
import { shiftWords } from './words/words.ts'

const nothing = { name: '', phone: '', briefed: false }

/** Somebody said they will come, or signed on paper: the same line for them. */
export function EnterSignUp({ shiftId }: { readonly shiftId: string }) {
  const w = useWords(shiftWords)
  const [typed, setTyped] = useState(nothing)
  const deed = useDeed(enterSignUp, {
    refreshes: refreshed,
    onDone: ({ state }) => {
      setTyped(nothing)
      toast(state === 'placed' ? w.added : w.addedWaiting)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card title={w.addTitle} className={styles.after}>
      <Form onSubmit={() => deed.mutate({ params: { shiftId }, body: typed })} busy={deed.isPending} error={deed.error} label={w.addTitle}>
        <Field label={w.addName} name="name" error={errors['name']}>
          <TextInput value={typed.name} onChange={(name) => setTyped({ ...typed, name })} maxLength={60} />
        </Field>
        <Field label={w.addPhone} name="phone" error={errors['phone']}>
          <PhoneInput value={typed.phone} onChange={(phone) => setTyped({ ...typed, phone })} />
        </Field>
        <Tick label={w.addBriefed} checked={typed.briefed} onChange={(briefed) => setTyped({ ...typed, briefed })} />
        <div className={styles.acts}>
          <Button type="submit" kind="quiet" wide busy={deed.isPending}>
            {w.addDo}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
