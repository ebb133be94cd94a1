import { reopenResolution, type Resolution } from '@ronghe/contract/council/resolutions.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { refreshed } from './refreshed.ts'
import { resolutionWords } from './words/words.ts'

/** "Closed" is not "solved": taken up again with a reason everybody reads. */
export function ReopenForm({ resolution }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const [reason, setReason] = useState('')
  const deed = useDeed(reopenResolution, { refreshes: refreshed, onDone: () => toast(w.doneToast) })
  return (
    <Card title={w.reopenTitle}>
      <Form
        onSubmit={() => deed.mutate({ params: { resolutionId: resolution.id }, body: { reason } })}
        busy={deed.isPending}
        error={deed.error}
        label={w.reopenTitle}
      >
        <Field label={w.reopenWords} name="reason" error={fieldErrorsOf(deed.error)['reason']}>
          <TextArea value={reason} onChange={setReason} maxLength={1000} rows={3} />
        </Field>
        <Button type="submit" kind="quiet" busy={deed.isPending}>
          {w.reopenDo}
        </Button>
      </Form>
    </Card>
  )
}
