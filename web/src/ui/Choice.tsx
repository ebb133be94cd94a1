import { FieldGroup, type FieldProps, useField } from './Field.tsx'
import styles from './field.module.css'
import { Icon } from './Icon.tsx'
import type { Option } from './inputs.tsx'

type Offered<V extends string> = FieldProps & { readonly options: readonly Option<V>[]; readonly hideLabel?: boolean }

/** One answer out of a few, each a large card. Forms always offer 都没有，或说不清 as the last one. */
export const Choice = <V extends string>({
  value,
  onChange,
  options,
  ...field
}: Offered<V> & { readonly value: V | undefined; readonly onChange: (value: V) => void }) => (
  <FieldGroup {...field}>
    <Cards type="radio" options={options} chosen={value === undefined ? [] : [value]} onChoose={(chosen) => onChange(chosen)} />
  </FieldGroup>
)

/** Any number of answers. */
export const Choices = <V extends string>({
  value,
  onChange,
  options,
  ...field
}: Offered<V> & { readonly value: readonly V[]; readonly onChange: (value: readonly V[]) => void }) => (
  <FieldGroup {...field}>
    <Cards
      type="checkbox"
      options={options}
      chosen={value}
      onChoose={(chosen) => onChange(value.includes(chosen) ? value.filter((one) => one !== chosen) : [...value, chosen])}
    />
  </FieldGroup>
)

/** A single box to tick, for a consent: never ticked beforehand. */
export const Tick = ({
  checked,
  onChange,
  label,
  hint,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly label: string
  readonly hint?: string
}) => (
  <Card
    type="checkbox"
    option={{ value: 'yes', label, ...(hint !== undefined && { hint }) }}
    checked={checked}
    onChoose={() => onChange(!checked)}
    name={label}
  />
)

function Cards<V extends string>({
  type,
  options,
  chosen,
  onChoose,
}: {
  readonly type: 'radio' | 'checkbox'
  readonly options: readonly Option<V>[]
  readonly chosen: readonly V[]
  readonly onChoose: (value: V) => void
}) {
  const { name } = useField()
  return (
    <div className={styles.choices}>
      {options.map((option) => (
        <Card
          key={option.value}
          type={type}
          option={option}
          checked={chosen.includes(option.value)}
          onChoose={() => onChoose(option.value)}
          name={name}
        />
      ))}
    </div>
  )
}

const Card = ({
  type,
  option,
  checked,
  onChoose,
  name,
}: {
  readonly type: 'radio' | 'checkbox'
  readonly option: Option
  readonly checked: boolean
  readonly onChoose: () => void
  readonly name: string
}) => (
  <label className={styles.choice}>
    <input type={type} name={name} value={option.value} checked={checked} onChange={onChoose} />
    {type === 'checkbox' && (
      <span className={styles.tick}>
        <Icon name="check" size="1.1rem" />
      </span>
    )}
    <span>
      {option.label}
      {option.hint !== undefined && <span className={styles.choiceHint}>{option.hint}</span>}
    </span>
  </label>
)
