import { startAssisting } from '@ronghe/contract/people/assist.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useNumbers } from '../../../../platform/numbers.ts'
import { remember } from '../../../../platform/memory.ts'
import { placeOf } from '../../../../platform/place.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { AssistMatter, type Chosen, matterIn } from './AssistMatter.tsx'
import type { ResidentForm } from './ResidentDialog.tsx'
import { findWords } from './words/words.ts'

/** From here this browser acts for the person: it goes to their own pages, under a banner that counts the minutes. */
export function AssistForm({ person }: ResidentForm) {
  const w = useWords(findWords)
  const numbers = useNumbers()
  const [chosen, setChosen] = useState<Chosen>({ kind: 'account', ref: '', words: w.assistKinds.account })
  const [typed, setTyped] = useState<string>()
  const [missing, setMissing] = useState(false)
  const deed = useDeed(startAssisting, {
    onDone: ({ until }) => {
      remember('assisting-until', until)
      remember('session', undefined)
      // Another door, and nothing read for the clerk may be left in the page's memory.
      location.assign(`${placeOf(location.pathname).prefix}/`)
    },
  })
  const matter = typed ?? chosen.words
  const about = matterIn(chosen)
  const faults: FieldErrors = {
    ...(missing && about === undefined && { [chosen.kind === 'case' ? 'caseId' : 'service']: w.assistWhich }),
    ...(missing && matter.trim() === '' && { matter: w.assistMissing }),
  }
  const start = (): void => {
    setMissing(true)
    if (about !== undefined && matter.trim() !== '')
      deed.mutate({ params: { personId: person.id }, body: { matter: matter.trim().slice(0, 60), about } })
  }
  return (
    <Form onSubmit={start} busy={deed.isPending} errors={faults} error={deed.error} label={w.assist}>
      <p>{w.assistText(numbers.signIn.assistMinutes)}</p>
      <AssistMatter personId={person.id} chosen={chosen} onChange={setChosen} error={faults['service'] ?? faults['caseId']} />
      <Field label={w.assistMatter} name="matter" hint={w.assistMatterHint} error={faults['matter'] ?? fieldErrorsOf(deed.error)['matter']}>
        <TextInput value={matter} onChange={setTyped} maxLength={60} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.assistDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
