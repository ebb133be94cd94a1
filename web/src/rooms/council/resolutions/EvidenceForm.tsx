import { addEvidence, type ResolutionTask } from '@ronghe/contract/council/resolutions.ts'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useRefresh } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { refreshed } from './refreshed.ts'
import { resolutionWords } from './words/words.ts'

/** A photo or paper that shows it; public at once, so that nobody is in it is ticked first. */
export function EvidenceForm({ task, onDone }: { readonly task: ResolutionTask; readonly onDone: () => void }) {
  const w = useWords(resolutionWords)
  const refresh = useRefresh()
  const [files, setFiles] = useState<readonly File[]>([])
  const [caption, setCaption] = useState('')
  const [nobody, setNobody] = useState(false)
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const errors = fieldErrorsOf(attempt.error)
  const add = async (): Promise<void> => {
    const form = new FormData()
    form.append('caption', caption)
    form.append('nobody', String(nobody))
    if (files[0]) form.append('file', files[0])
    setAttempt({ busy: true })
    try {
      await send(addEvidence, form, { params: { taskId: task.id } })
      await refresh(...refreshed)
      toast(w.doneToast)
      onDone()
    } catch (error) {
      setAttempt({ busy: false, error })
    }
  }
  return (
    <Form onSubmit={() => void add()} busy={attempt.busy} error={attempt.error} label={w.evidenceTitle}>
      <Field label={w.file} name="file" error={errors['file']}>
        <FileInput files={files} onChange={setFiles} most={1} />
      </Field>
      <Field label={w.caption} name="caption" error={errors['caption']}>
        <TextInput value={caption} onChange={setCaption} maxLength={200} />
      </Field>
      <Tick label={w.nobody} hint={w.nobodyHint} checked={nobody} onChange={setNobody} />
      <Button type="submit" busy={attempt.busy}>
        {w.evidenceDo}
      </Button>
    </Form>
  )
}
