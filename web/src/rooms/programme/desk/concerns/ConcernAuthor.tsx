import { type ConcernPage, revealAuthor } from '@ronghe/contract/programme/concerns.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import styles from '../desk.module.css'
import { concernDeskWords } from './words/words.ts'

/** Who raised it stays covered; whoever uncovers it says why, and the author reads that. */
export function ConcernAuthor({ found }: { readonly found: ConcernPage }) {
  const w = useWords(concernDeskWords)
  const [why, setWhy] = useState('')
  const deed = useDeed(revealAuthor)
  if (!found.may.includes('revealAuthor'))
    return found.author === 'code' ? (
      <Card title={w.author}>
        <p className="muted">{w.authorCode}</p>
      </Card>
    ) : null
  if (deed.data)
    return (
      <Card title={w.author}>
        <p className={styles.words}>
          {deed.data.name} {deed.data.phone === null ? w.noPhone : <a href={`tel:${deed.data.phone}`}>{deed.data.phone}</a>}
        </p>
        <p className="muted small" role="status">
          {w.revealed}
        </p>
      </Card>
    )
  return (
    <Card title={w.author}>
      <p className="muted small">{w.authorHidden}</p>
      <Form
        label={w.author}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params: { concernId: found.id }, body: { why: why.trim() } })}
      >
        <Field label={w.revealWhy} name="why" error={fieldErrorsOf(deed.error)['why']} optional>
          <TextInput value={why} onChange={setWhy} maxLength={200} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" icon="eye" busy={deed.isPending}>
            {w.revealDo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
