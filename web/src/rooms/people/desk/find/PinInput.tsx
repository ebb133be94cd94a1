import { useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { findWords } from './words/words.ts'

/** Four digits typed by the person at the desk; dots on the screen, so that the clerk does not read them. */
export function PinInput({
  value,
  onChange,
  error,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}) {
  const w = useWords(findWords)
  return (
    <Field label={w.pin} name="pin" hint={w.pinHint} error={error}>
      <TextInput
        type="password"
        value={value}
        onChange={(typed) => onChange(typed.replace(/\D/g, '').slice(0, 4))}
        maxLength={4}
        autoComplete="off"
        short
      />
    </Field>
  )
}
