import type { PersonField } from '@ronghe/forms'
import { isRecord } from '@ronghe/forms'
import { useWords } from '../../platform/language/language.tsx'
import { Field, FieldGroup, type FieldProps } from '../../ui/Field.tsx'
import { PhoneInput, TextInput } from '../../ui/inputs.tsx'
import { answerWords } from './words/answer/words.ts'

/** `{ name, phone?, relation? }`, as far as the form asks for it. */
export function PersonInput({
  asked,
  path,
  hideLabel,
  field,
  value,
  onChange,
  errors,
}: {
  readonly asked: FieldProps
  readonly path: string
  readonly hideLabel: boolean
  readonly field: PersonField
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const w = useWords(answerWords)
  const given = isRecord(value) ? (value as { readonly name?: string; readonly phone?: string; readonly relation?: string }) : {}
  const change = (part: 'name' | 'phone' | 'relation', next: string): void => {
    const merged = { ...given, [part]: next || undefined }
    onChange(Object.values(merged).some(Boolean) ? merged : undefined)
  }
  const self = field.known !== undefined
  return (
    <FieldGroup {...asked} hideLabel={hideLabel}>
      <Field label={w.name} name={`${path}.name`} error={errors[`${path}.name`]}>
        <TextInput value={given.name ?? ''} onChange={(next) => change('name', next)} autoComplete={self ? 'name' : 'off'} maxLength={60} />
      </Field>
      {(field.phone !== undefined || given.phone !== undefined) && (
        <Field label={w.phone} name={`${path}.phone`} error={errors[`${path}.phone`]} optional={field.phone !== 'needed'}>
          <PhoneInput value={given.phone ?? ''} onChange={(next) => change('phone', next)} />
        </Field>
      )}
      {field.relation !== undefined && (
        <Field
          label={w.relation}
          hint={w.relationHint}
          name={`${path}.relation`}
          error={errors[`${path}.relation`]}
          optional={field.relation !== 'needed'}
        >
          <TextInput value={given.relation ?? ''} onChange={(next) => change('relation', next)} maxLength={40} />
        </Field>
      )}
    </FieldGroup>
  )
}
