import type { HTMLInputAutoCompleteAttribute } from 'react'
import { classNames } from './class-names.ts'
import { useField } from './Field.tsx'
import styles from './field.module.css'
import { Icon } from './Icon.tsx'

interface Typed {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly placeholder?: string
}

export const TextInput = ({
  value,
  onChange,
  autoComplete = 'off',
  placeholder,
  maxLength,
  short = false,
  type = 'text',
}: Typed & { readonly maxLength?: number; readonly short?: boolean; readonly type?: 'text' | 'search' | 'email' | 'password' | 'url' }) => (
  <input
    {...useField()}
    type={type}
    className={classNames(styles.input, short && styles.short)}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    autoComplete={autoComplete}
    placeholder={placeholder}
    maxLength={maxLength}
  />
)

/** Several lines. The count appears once three quarters of the room are used. */
export function TextArea({
  value,
  onChange,
  rows = 5,
  maxLength,
  placeholder,
}: Typed & { readonly rows?: number; readonly maxLength?: number }) {
  return (
    <>
      <textarea
        {...useField()}
        className={styles.input}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={maxLength}
        placeholder={placeholder}
      />
      {maxLength !== undefined && value.length > maxLength * 0.75 && (
        <p className={styles.counter} role="status">
          {value.length} / {maxLength}
        </p>
      )}
    </>
  )
}

/** A number as it is being typed; `null` while there is none. Whole unless `decimals`. */
export function NumberInput({
  value,
  onChange,
  decimals = false,
  unit,
}: {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly decimals?: boolean
  readonly unit?: string
}) {
  const field = useField()
  const read = (text: string): void => {
    const tidy = text.replace(/[^\d.-]/g, '')
    const number = decimals ? Number.parseFloat(tidy) : Number.parseInt(tidy, 10)
    onChange(Number.isNaN(number) ? null : number)
  }
  return (
    <>
      <input
        {...field}
        className={classNames(styles.input, styles.short)}
        inputMode={decimals ? 'decimal' : 'numeric'}
        defaultValue={value ?? ''}
        onChange={(event) => read(event.target.value)}
        autoComplete="off"
      />
      {unit !== undefined && <span className={styles.aside}>{unit}</span>}
    </>
  )
}

/** `2026-11-28`, empty while there is none; phones show their own calendar. */
export const DateInput = ({ value, onChange, min, max, autoComplete }: Typed & { readonly min?: string; readonly max?: string }) => (
  <input
    {...useField()}
    type="date"
    className={classNames(styles.input, styles.short)}
    value={value}
    min={min}
    max={max}
    onChange={(event) => onChange(event.target.value)}
    autoComplete={autoComplete}
  />
)

export const TimeInput = ({ value, onChange }: Typed) => (
  <input
    {...useField()}
    type="time"
    className={classNames(styles.input, styles.short)}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly hint?: string
}

/** For long lists only; up to seven answers are better as Choice. `placeholder` is the empty first line. */
export const Select = <V extends string>({
  value,
  onChange,
  options,
  placeholder,
}: {
  readonly value: V | ''
  readonly onChange: (value: V) => void
  readonly options: readonly Option<V>[]
  readonly placeholder?: string
}) => (
  <span className={styles.selectBox}>
    <select {...useField()} className={styles.input} value={value} onChange={(event) => onChange(event.target.value as V)}>
      {(placeholder !== undefined || value === '') && <option value="">{placeholder ?? ''}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="down" size="1em" />
  </span>
)

/** Eleven digits, shown in groups while typed: 138 0013 8000. The value is digits only. */
export const PhoneInput = ({ value, onChange }: Typed) => (
  <input
    {...useField()}
    type="tel"
    inputMode="numeric"
    className={classNames(styles.input, styles.phone)}
    value={grouped(value)}
    onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 11))}
    autoComplete="tel-national"
    maxLength={13}
  />
)

export const grouped = (digits: string): string => [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7, 11)].filter(Boolean).join(' ')

/** One box for the whole code, so that it can be pasted and that the phone can fill it in from the message. */
export const CodeInput = ({ value, onChange, length = 6 }: Typed & { readonly length?: number }) => (
  <input
    {...useField()}
    inputMode="numeric"
    className={classNames(styles.input, styles.code)}
    value={value}
    onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, length))}
    autoComplete="one-time-code"
    maxLength={length + 2}
  />
)
