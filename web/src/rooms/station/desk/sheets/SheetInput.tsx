import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Field, useField } from '../../../../ui/Field.tsx'
import field from '../../../../ui/field.module.css'
import { Icon } from '../../../../ui/Icon.tsx'
import { sheetsWords } from './words/words.ts'

const workbook = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One Excel file; its name stands on the button once it is chosen. */
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

function Picker({ onChange }: { readonly onChange: (file: File | undefined) => void }) {
  const w = useWords(sheetsWords)
  const [name, setName] = useState<string>()
  return (
    <span className={field.addFile}>
      <Icon name="file" />
      {name ?? w.import.choose}
      <input
        {...useField()}
        type="file"
        accept={workbook}
        onChange={(event) => {
          const file = event.target.files?.[0]
          setName(file?.name)
          onChange(file)
        }}
      />
    </span>
  )
}
