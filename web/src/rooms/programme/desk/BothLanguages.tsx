import type { Text } from '@ronghe/contract/values.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import styles from './desk.module.css'
import { programmeDeskWords } from './words/words.ts'

/** A text as it is typed: both languages are there, either may still be empty. */
export interface TypedText {
  readonly 'zh-CN': string
  readonly en: string
}

export const noText: TypedText = { 'zh-CN': '', en: '' }
export const typedText = (text: Text | null | undefined): TypedText => ({ 'zh-CN': text?.['zh-CN'] ?? '', en: text?.en ?? '' })
/** As it is sent: without the English where there is none. */
export const sentText = (typed: TypedText): Text => ({
  'zh-CN': typed['zh-CN'].trim(),
  ...(typed.en.trim() !== '' && { en: typed.en.trim() }),
})
/** The same where there may be no text at all. */
export const sentTextOrNull = (typed: TypedText): Text | null => (typed['zh-CN'].trim() === '' ? null : sentText(typed))

/** One text in both languages, side by side. */
export function BothLanguages({
  label,
  name,
  value,
  onChange,
  errors,
  hint,
  long = false,
  optional = false,
}: {
  readonly label: string
  readonly name: string
  readonly value: TypedText
  readonly onChange: (value: TypedText) => void
  readonly errors: Readonly<Record<string, string>>
  readonly hint?: string
  readonly long?: boolean
  readonly optional?: boolean
}) {
  const w = useWords(programmeDeskWords)
  const Input = long ? Long : Short
  return (
    <div className={styles.pair}>
      <Field
        label={w.inLanguage(label, w.chinese)}
        name={`${name}.zh-CN`}
        hint={hint}
        error={errors[`${name}.zh-CN`] ?? errors[name]}
        optional={optional}
      >
        <Input value={value['zh-CN']} onChange={(next) => onChange({ ...value, 'zh-CN': next })} />
      </Field>
      <Field label={w.inLanguage(label, w.english)} name={`${name}.en`} error={errors[`${name}.en`]} optional>
        <Input value={value.en} onChange={(next) => onChange({ ...value, en: next })} />
      </Field>
    </div>
  )
}

interface Typing {
  readonly value: string
  readonly onChange: (value: string) => void
}
const Short = (typing: Typing) => <TextInput {...typing} maxLength={200} />
const Long = (typing: Typing) => <TextArea {...typing} rows={4} maxLength={4000} />
