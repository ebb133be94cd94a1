import { confirmAuthenticator, enrolAuthenticator } from '@ronghe/contract/people/second-factor.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { CodeInput } from '../../../ui/inputs.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Actions, LargeCode } from '../Actions.tsx'
import styles from '../people.module.css'
import { signInWords } from '../words/sign-in/words.ts'

/** The secret is shown this once, as a QR code and in letters; the app's first code shows that it arrived. */
export function EnrolAuthenticator({ onGiven }: { readonly onGiven: () => void }) {
  const w = useWords(signInWords)
  const [code, setCode] = useState('')
  const enrol = useDeed(enrolAuthenticator)
  const confirm = useDeed(confirmAuthenticator, { onDone: onGiven })
  if (!enrol.data)
    return (
      <Card title={w.secondNew}>
        <p>{w.secondNewText}</p>
        {enrol.error && <RefusalLine error={enrol.error} />}
        <Actions>
          <Button wide busy={enrol.isPending} onPress={() => enrol.mutate({})}>
            {w.secondEnrol}
          </Button>
        </Actions>
      </Card>
    )
  return (
    <Card title={w.secondScan}>
      <div className={styles.qr}>
        <QrCode text={enrol.data.uri} label={w.secondScan} />
      </div>
      <p className="muted">{w.secondSecret}</p>
      <LargeCode code={enrol.data.secret} />
      <Form onSubmit={() => confirm.mutate({ body: { code } })} busy={confirm.isPending} error={confirm.error} label={w.secondEnrol}>
        <Field label={w.secondFirst} name="code" error={fieldErrorsOf(confirm.error)['code']}>
          <CodeInput value={code} onChange={setCode} />
        </Field>
        <Button type="submit" wide busy={confirm.isPending}>
          {w.secondConfirm}
        </Button>
      </Form>
    </Card>
  )
}
