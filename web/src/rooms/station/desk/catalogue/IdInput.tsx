import type { FormDefinition } from '@ronghe/forms'
import { useRef } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from './catalogue.module.css'
import type { Editing } from './editing.ts'
import { renameField } from './rename-field.ts'
import { catalogueWords } from './words/words.ts'

/**
 * The name conditions and letters know a question by. When it is left with another name than it had, everything that spoke of the old one
 * speaks of the new one; half a name on the way there is not carried anywhere.
 */
export function IdInput({
  editing,
  path,
  value,
  form,
}: {
  readonly editing: Editing
  readonly path: string
  readonly value: string
  readonly form: FormDefinition
}) {
  const w = useWords(catalogueWords)
  const before = useRef(value)
  const settle = (): void => {
    const from = before.current
    const taken = form.pages.flatMap((page) => [page.id, ...page.fields.map(({ id }) => id)])
    const once = taken.filter((id) => id === value).length === 1 && !taken.includes(from)
    if (value === from || value === '' || !once) return
    before.current = value
    if (renameField(editing.definition, from, value) === editing.definition) return
    editing.rename(from, value)
    toast(w.renamed(from, value))
  }
  return (
    <div className={styles.plainBox} onFocus={() => (before.current = value)} onBlur={settle}>
      <Field label={w.fieldId} name={path} hint={w.fieldIdHint} error={editing.fault(path)}>
        <TextInput value={value} onChange={(id) => editing.change(path, id.trim())} maxLength={60} short />
      </Field>
    </div>
  )
}
