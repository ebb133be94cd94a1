import { type AllocationProject, appealProject, readProject } from '@ronghe/contract/council/allocation-projects.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

/** Against a refusal, until the day that is named. */
export function Appeal({ project }: { readonly project: AllocationProject }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const draft = useDraft(`appeal:${project.id}`, '')
  const [tried, setTried] = useState(false)
  const deed = useDeed(appealProject, {
    refreshes: [readProject],
    onDone: () => {
      void draft.discard()
      toast(w.appealDone)
    },
  })
  const missing: Readonly<Record<string, string>> = draft.value.trim() === '' ? { words: w.missing.what } : {}
  const send = (): void => {
    setTried(true)
    if (!('words' in missing)) deed.mutate({ params: { projectId: project.id }, body: { words: draft.value.trim() } })
  }
  return (
    <Card title={w.appealTitle} className={styles.gap}>
      {project.appealUntil && <p>{w.appealUntil(format.day(project.appealUntil))}</p>}
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}}>
        <Field label={w.appealWords} name="words" error={fieldErrorsOf(deed.error)['words'] ?? (tried ? missing['words'] : undefined)}>
          <TextArea value={draft.value} onChange={draft.change} rows={3} maxLength={1000} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.appealDo}
        </Button>
      </Form>
    </Card>
  )
}
