import { giveFeedback } from '@ronghe/contract/programme/contracts.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { contractWords } from './words/words.ts'

/** Without a session and without a name. */
export function GiveFeedback({ projectId }: { readonly projectId: string }) {
  const w = useWords(contractWords)
  const [helped, setHelped] = useState<'yes' | 'partly' | 'no'>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(giveFeedback)
  const missing: Readonly<Record<string, string>> = helped === undefined ? { helped: w.helpedMissing } : {}
  const send = (): void => {
    setTried(true)
    if (helped !== undefined) deed.mutate({ params: { projectId }, body: { helped, words: words.trim() } })
  }
  return (
    <Card title={w.askFeedback}>
      {deed.isSuccess ? (
        <p role="status">{w.feedbackThanks}</p>
      ) : (
        <>
          <p className="muted">{w.askFeedbackText}</p>
          <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.askFeedback}>
            <Choice
              label={w.askFeedback}
              hideLabel
              name="helped"
              error={tried ? missing['helped'] : undefined}
              value={helped}
              onChange={setHelped}
              options={(['yes', 'partly', 'no'] as const).map((value) => ({ value, label: w.helped[value] }))}
            />
            <Field label={w.words} name="words" optional>
              <TextArea value={words} onChange={setWords} rows={2} maxLength={600} />
            </Field>
            <Button type="submit" busy={deed.isPending}>
              {w.sendFeedback}
            </Button>
          </Form>
        </>
      )}
    </Card>
  )
}
