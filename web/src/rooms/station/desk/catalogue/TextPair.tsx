import type { Text } from '@ronghe/forms'
import { useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { TextArea, TextInput } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { valueAt } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { catalogueWords } from './words/words.ts'

/** A text in both languages, side by side; without the Chinese there is no text. */
export function TextPair({
  editing,
  path,
  label,
  hint,
  long = false,
  optional = false,
}: {
  readonly editing: Editing
  readonly path: string
  readonly label: string
  readonly hint?: string
  readonly long?: boolean
  readonly optional?: boolean
}) {
  const w = useWords(catalogueWords)
  const value = valueAt(editing.definition, path) as Text | undefined
  const change = (part: 'zh-CN' | 'en', next: string): void => {
    const merged = { 'zh-CN': value?.['zh-CN'] ?? '', ...value, [part]: next }
    const { en, ...chinese } = merged
    const nothing = merged['zh-CN'] === '' && !en
    editing.change(path, nothing && optional ? undefined : en ? merged : chinese)
  }
  const Input = long ? LongText : ShortText
  return (
    <div className={styles.pair}>
      <Field
        label={
          <>
            {label} <span className="muted small">{w.chinese}</span>
          </>
        }
        name={path}
        hint={hint}
        error={editing.fault(path) ?? editing.fault(`${path}.zh-CN`)}
        optional={optional}
      >
        <Input value={value?.['zh-CN'] ?? ''} onChange={(next) => change('zh-CN', next)} />
      </Field>
      <Field
        label={
          <>
            {label} <span className="muted small">{w.english}</span>
          </>
        }
        name={`${path}.en`}
        hint={value?.['zh-CN'] ? editing.advice(path) : undefined}
        error={editing.fault(`${path}.en`)}
        optional
      >
        <Input value={value?.en ?? ''} onChange={(next) => change('en', next)} />
      </Field>
    </div>
  )
}

interface Typing {
  readonly value: string
  readonly onChange: (value: string) => void
}
const ShortText = (typing: Typing) => <TextInput {...typing} maxLength={400} />
const LongText = (typing: Typing) => <TextArea {...typing} rows={4} maxLength={4000} />
