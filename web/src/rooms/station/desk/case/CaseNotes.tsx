import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { noteOnCase } from '@ronghe/contract/station/cases-steps.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import { useCaseDeed } from './use-case-step.ts'

/** For colleagues; what is being written stays on the device until it is noted. */
export function CaseNotes({ found }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const format = useFormat()
  const me = useSession().person?.id ?? ''
  const draft = useDraft(`note:${found.id}:${me}`, '')
  const deed = useCaseDeed(noteOnCase, () => {
    draft.change('')
    void draft.discard()
    toast(w.noteDone)
  })
  const add = (): void => {
    if (draft.value.trim() !== '') deed.mutate({ params: { caseId: found.id }, body: { words: draft.value.trim() } })
  }
  return (
    <Card title={w.notes}>
      {found.notes.length === 0 && <p className="muted">{w.noNotes}</p>}
      <ul className={styles.notes}>
        {found.notes.map(({ at, by, words }, place) => (
          <li key={place}>
            {words} <span className="muted small">{by === null ? format.moment(at) : w.byWhom(format.moment(at), by)}</span>
          </li>
        ))}
      </ul>
      {found.may.includes('note') && draft.state !== 'reading' && (
        <Form onSubmit={add} busy={deed.isPending} error={deed.error} label={w.notes}>
          <Field label={w.addNote} name="note" hint={w.notesHint} error={fieldErrorsOf(deed.error)['words']} optional>
            <TextArea value={draft.value} onChange={draft.change} rows={2} maxLength={2000} />
          </Field>
          <Button kind="quiet" type="submit" busy={deed.isPending}>
            {w.addNote}
          </Button>
        </Form>
      )}
    </Card>
  )
}
