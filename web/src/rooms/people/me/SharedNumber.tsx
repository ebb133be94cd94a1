import { setPin } from '@ronghe/contract/people/sign-in.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { CodeInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Actions } from '../Actions.tsx'
import styles from '../people.module.css'
import { meWords } from '../words/me/words.ts'

/** One number, several people: four digits of one's own, and a day in which one more may join (08, Sign-in). */
export function SharedNumber() {
  const w = useWords(meWords)
  const format = useFormat()
  const [pin, setOwnPin] = useState('')
  const [share, setShare] = useState(false)
  const deed = useDeed(setPin, {
    onDone() {
      setOwnPin('')
      toast(w.pinSaved)
    },
  })
  const until = deed.data?.shareableUntil
  return (
    <Card title={w.pinTitle}>
      <p className={`muted ${styles.note}`}>{w.pinText}</p>
      <Form onSubmit={() => deed.mutate({ body: { pin, share } })} busy={deed.isPending} error={deed.error} label={w.pinTitle}>
        <Field label={w.pin} name="pin" error={fieldErrorsOf(deed.error)['pin']}>
          <CodeInput value={pin} onChange={setOwnPin} length={4} />
        </Field>
        <Tick label={w.pinShare} checked={share} onChange={setShare} />
        <Actions>
          <Button type="submit" kind="quiet" wide busy={deed.isPending}>
            {w.pinSave}
          </Button>
        </Actions>
      </Form>
      {until && <Notice>{w.pinSharedUntil(format.moment(until))}</Notice>}
    </Card>
  )
}
