import { enterRecipient, listRecipients } from '@ronghe/contract/volunteers/care.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { emptyWish, missingIn, WishFields, type WishValue } from './WishFields.tsx'
import { careWords } from './words/words.ts'

/** A form that came on paper, with the signature seen. */
export function EnterRecipient({ onDone }: { readonly onDone: () => void }) {
  const w = useWords(careWords)
  const text = useText()
  const [value, setValue] = useState<WishValue>(emptyWish)
  const [signed, setSigned] = useState(false)
  const [tried, setTried] = useState(false)
  const enter = useDeed(enterRecipient, {
    refreshes: [listRecipients],
    onDone: () => {
      toast(w.entered)
      onDone()
    },
  })
  const missing = { ...missingIn(value, true, w), ...(signed ? {} : { signed: w.missing.consent }) }
  const errors = { ...fieldErrorsOf(enter.error), ...(tried ? missing : {}) }
  const { version, text: consent } = consentTexts.careVisits
  return (
    <Card title={w.enterTitle}>
      <Form
        label={w.enterTitle}
        busy={enter.isPending}
        error={enter.error}
        errors={errors}
        onSubmit={() => {
          setTried(true)
          if (Object.keys(missing).length === 0) enter.mutate({ body: { ...value, consentVersion: version, signed: true } })
        }}
      >
        <WishFields value={value} onChange={setValue} family errors={errors} />
        <p className="muted">{text(consent)}</p>
        <Tick label={w.enterSigned} checked={signed} onChange={setSigned} />
        <ButtonRow>
          <Button type="submit" busy={enter.isPending}>
            {w.enterSend}
          </Button>
          <Button kind="plain" onPress={onDone}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
