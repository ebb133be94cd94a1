import { useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import field from '../../../../ui/field.module.css'
import { useField } from '../../../../ui/Field.tsx'
import { sheetsWords } from './words/words.ts'

const workbook = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One Excel file. */
export function SheetInput({
  label,
  hint,
  error,
  onChange,
}: {
  readonly label?: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly onChange: (file: File | undefined) => void
}) {
  const w = useWords(sheetsWords)
  return (
    <Field label={label ?? w.import.file} name="file" hint={hint ?? w.import.fileHint} error={error}>
      <Picker onChange={onChange} />
    </Field>
  )
}

const Picker = ({ onChange }: { readonly onChange: (file: File | undefined) => void }) => (
  <input {...useField()} type="file" accept={workbook} className={field.input} onChange={(event) => onChange(event.target.files?.[0])} />
)
