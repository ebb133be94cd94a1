import { listThanks, sendThanks } from '@ronghe/contract/volunteers/giving.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProveButton } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import styles from './giving.module.css'
import { Note } from './Note.tsx'
import { givingWords } from './words/words.ts'

/** Thanks to one team: what others wrote, and a form. */
export function ThanksPage() {
  const w = useWords(givingWords)
  const ui = useWords(uiWords)
  const text = useText()
  const teamId = useParam('teamId')
  const { person } = useSession()
  return (
    <Shown read={useQuery(reading(listThanks, { params: { teamId } }))}>
      {({ team, items }) => (
        <>
          <PageHeader title={w.writeTitle(text(team.name))} lead={w.writeLead} back={{ to: '/volunteers' }} />
          {person ? <Write teamId={teamId} /> : <ProveButton to="/sign-in" label={ui.signInDo} />}
          <p className={`muted small ${styles.aside}`}>{w.paperHint}</p>
          <Card title={w.thanksTitle}>
            {items.length === 0 ? (
              <p className="muted">{w.thanksNone}</p>
            ) : (
              <ul className={styles.notes}>
                {items.map((note) => (
                  <li key={note.id}>
                    <Note note={note} />
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </>
      )}
    </Shown>
  )
}

function Write({ teamId }: { readonly teamId: string }) {
  const w = useWords(givingWords)
  const [words, setWords] = useState('')
  const [signed, setSigned] = useState('')
  const send = useDeed(sendThanks)
  const errors = fieldErrorsOf(send.error)
  if (send.data)
    return (
      <div role="status">
        <Notice>{w.sent}</Notice>
      </div>
    )
  return (
    <Form
      onSubmit={() => send.mutate({ params: { teamId }, body: { words, signed } })}
      busy={send.isPending}
      error={send.error}
      label={w.writeDo}
    >
      <Field label={w.words} name="words" error={errors['words']}>
        <TextArea value={words} onChange={setWords} rows={4} maxLength={300} />
      </Field>
      <Field label={w.signed} name="signed" hint={w.signedHint} optional error={errors['signed']}>
        <TextInput value={signed} onChange={setSigned} maxLength={20} />
      </Field>
      <Button type="submit" busy={send.isPending}>
        {w.writeDo}
      </Button>
    </Form>
  )
}
