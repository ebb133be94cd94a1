import { useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import type { Editing } from './editing.ts'
import { catalogueWords } from './words/words.ts'

/** Another service of the street that something leads to, or none. */
export function ServiceSelect({
  editing,
  path,
  value,
  label,
}: {
  readonly editing: Editing
  readonly path: string
  readonly value: string | undefined
  readonly label: string
}) {
  const w = useWords(catalogueWords)
  const known = editing.services.some(({ key }) => key === value)
  return (
    <Field label={label} name={path} error={editing.fault(path)} optional>
      <Select
        value={value ?? ''}
        placeholder={w.noService}
        onChange={(service) => editing.change(path, service || undefined)}
        options={[
          ...editing.services.map(({ key, name }) => ({ value: key, label: name })),
          ...(value === undefined || known ? [] : [{ value, label: `“${value}”` }]),
        ]}
      />
    </Field>
  )
}
