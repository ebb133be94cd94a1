import type { ParameterField } from '@ronghe/contract/council/charters/form.ts'
import { choiceLabels } from '@ronghe/contract/council/charters/parameters.ts'
import { sayValue } from '@ronghe/contract/council/charters/say.ts'
import { useLanguage, useText, useWords } from '../../../platform/language/language.tsx'
import { Choices } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { NumberInput, Select } from '../../../ui/inputs.tsx'
import styles from './charter.module.css'
import { charterWords } from './words/words.ts'

export type Value = number | boolean | string | readonly [number, number] | readonly string[]

/** One parameter, typed in the way its kind asks for. */
export function ParameterInput({
  field,
  label,
  value,
  error,
  onChange,
}: {
  readonly field: ParameterField
  readonly label: string
  readonly value: Value
  readonly error: string | undefined
  readonly onChange: (value: Value) => void
}) {
  const w = useWords(charterWords)
  const text = useText()
  const { language } = useLanguage()
  const options = (names: readonly string[]) =>
    names.map((name) => ({ value: name, label: choiceLabels[name] ? text(choiceLabels[name]) : name }))
  if (field.kind === 'choices')
    return (
      <Choices
        label={label}
        name={field.name}
        error={error}
        value={value as readonly string[]}
        onChange={(chosen) => onChange(chosen)}
        options={options(field.options)}
      />
    )
  const inside = () => {
    if (field.kind === 'count') return <NumberInput value={value as number} onChange={(count) => onChange(count ?? Number.NaN)} />
    if (field.kind === 'yesNo')
      return (
        <Select
          value={value ? 'yes' : 'no'}
          onChange={(chosen) => onChange(chosen === 'yes')}
          options={[
            { value: 'yes', label: w.yes },
            { value: 'no', label: w.no },
          ]}
        />
      )
    if (field.kind === 'choice') return <Select value={value as string} onChange={onChange} options={options(field.options)} />
    if (field.kind === 'share') return <ShareInput value={value as readonly [number, number]} onChange={onChange} />
    return <p className="muted">{sayValue(value, language)}</p>
  }
  const hint =
    field.kind === 'count'
      ? w.least(field.least, field.most)
      : field.kind === 'share'
        ? sayValue(value, language)
        : field.kind === 'fixed'
          ? w.fixed
          : undefined
  return (
    <Field label={label} name={field.name} error={error} {...(hint !== undefined && { hint })}>
      {inside()}
    </Field>
  )
}

/** The shares a charter uses; anything else is a slip. */
const shares = ['1/5', '1/4', '1/3', '2/5', '1/2', '3/5', '2/3', '3/4', '4/5', '1/1'] as const

function ShareInput({ value, onChange }: { readonly value: readonly [number, number]; readonly onChange: (value: Value) => void }) {
  const { language } = useLanguage()
  const now = value.join('/')
  const offered = (shares as readonly string[]).includes(now) ? shares : [now, ...shares]
  const read = (share: string): readonly [number, number] => share.split('/').map(Number) as unknown as [number, number]
  return (
    <span className={styles.share}>
      <Select
        value={now}
        onChange={(share) => onChange(read(share))}
        options={offered.map((share) => ({ value: share, label: sayValue(read(share), language) }))}
      />
    </span>
  )
}
