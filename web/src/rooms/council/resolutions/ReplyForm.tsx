import { replyToAdvice, type Resolution } from '@ronghe/contract/council/resolutions.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { refreshed } from './refreshed.ts'
import { resolutionWords } from './words/words.ts'

type Reply = 'accepted' | 'partly' | 'refused'

/** What the body says to the advice: its own post, or the clerk from its letter. */
export function ReplyForm({ resolution }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const [reply, setReply] = useState<Reply>()
  const [words, setWords] = useState('')
  const [law, setLaw] = useState('')
  const deed = useDeed(replyToAdvice, { refreshes: refreshed, onDone: () => toast(w.doneToast) })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card title={w.replyTitle}>
      <Form
        onSubmit={() => deed.mutate({ params: { resolutionId: resolution.id }, body: { reply: reply as Reply, words, law } })}
        busy={deed.isPending}
        error={deed.error}
        label={w.replyTitle}
      >
        <Choice
          label={w.replyHow}
          name="reply"
          error={errors['reply']}
          value={reply}
          onChange={setReply}
          options={(['accepted', 'partly', 'refused'] as const).map((one) => ({ value: one, label: w.replies[one] }))}
        />
        <Field label={w.replyWords} name="words" error={errors['words']}>
          <TextArea value={words} onChange={setWords} maxLength={4000} rows={4} />
        </Field>
        <Field label={w.replyLaw} name="law" error={errors['law']} optional={reply !== 'refused'}>
          <TextInput value={law} onChange={setLaw} maxLength={300} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.replyDo}
        </Button>
      </Form>
    </Card>
  )
}
