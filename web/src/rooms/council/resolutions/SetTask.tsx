import { type Resolution, setTask } from '@ronghe/contract/council/resolutions.ts'
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
import { noFacts, TaskFields } from './TaskFields.tsx'
import { resolutionWords } from './words/words.ts'

/** One task more: what, who, by when. */
export function SetTask({ resolution }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const [what, setWhat] = useState('')
  const [facts, setFacts] = useState({ ...noFacts, dueOn: resolution.wantedBy ?? '' })
  const deed = useDeed(setTask, {
    refreshes: refreshed,
    onDone: () => {
      setWhat('')
      setFacts(noFacts)
      toast(w.doneToast)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card title={w.setTitle}>
      <Form
        onSubmit={() => deed.mutate({ params: { resolutionId: resolution.id }, body: { what, ...facts } })}
        busy={deed.isPending}
        error={deed.error}
        label={w.setTitle}
      >
        <Field label={w.what} name="what" error={errors['what']}>
          <TextArea value={what} onChange={setWhat} maxLength={500} rows={2} />
        </Field>
        <TaskFields value={facts} onChange={setFacts} errors={errors} />
        <Button type="submit" busy={deed.isPending}>
          {w.setDo}
        </Button>
      </Form>
    </Card>
  )
}
