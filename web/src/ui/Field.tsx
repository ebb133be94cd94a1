import { createContext, type ReactNode, useContext, useId } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { Icon } from './Icon.tsx'
import { uiWords } from './words/words.ts'

interface FieldState {
  readonly id: string
  readonly name: string | undefined
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
}

const FieldContext = createContext<FieldState | undefined>(undefined)

/** Where an error summary's link leads. */
export const fieldId = (name: string): string => `field-${name.replace(/[^\w-]/g, '-')}`

export interface FieldProps {
  readonly label: ReactNode
  /** The path of the value in the request's body; errors find their field by it. */
  readonly name?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
}

/** A question with its hint and its error, around one input. Inputs inside find their label and error by themselves. */
export function Field({ label, name, hint, error, optional = false, children }: FieldProps & { readonly children: ReactNode }) {
  const field = useNewField({ name, hint, error, optional })
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={field.id}>
        <LabelText label={label} optional={optional} />
      </label>
      <HintAndError id={field.id} hint={hint} error={error} />
      <FieldContext value={field}>{children}</FieldContext>
    </div>
  )
}

/** The same for a group of choices: the question is the legend. */
export function FieldGroup({
  label,
  name,
  hint,
  error,
  optional = false,
  hideLabel = false,
  children,
}: FieldProps & { readonly hideLabel?: boolean; readonly children: ReactNode }) {
  const field = useNewField({ name, hint, error, optional })
  return (
    <fieldset className={styles.field} id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend className={classNames(styles.label, hideLabel && 'unseen')}>
        <LabelText label={label} optional={optional} />
      </legend>
      <HintAndError id={field.id} hint={hint} error={error} />
      <FieldContext value={field}>{children}</FieldContext>
    </fieldset>
  )
}

/** For an input of one's own inside a Field: the attributes it must carry. */
export function useField() {
  const field = useContext(FieldContext)
  const own = useId()
  return {
    id: field?.id ?? own,
    name: field?.name ?? own,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
  }
}

function useNewField({
  name,
  hint,
  error,
  optional,
}: {
  readonly name: string | undefined
  readonly hint: ReactNode
  readonly error: string | undefined
  readonly optional: boolean
}): FieldState {
  const own = useId()
  const id = name === undefined ? own : fieldId(name)
  return {
    id,
    name,
    describedBy: classNames(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) || undefined,
    invalid: error !== undefined,
    required: !optional,
  }
}

function LabelText({ label, optional }: { readonly label: ReactNode; readonly optional: boolean }) {
  const w = useWords(uiWords)
  return (
    <>
      {label}
      {optional && <span className={styles.aside}>{w.optional}</span>}
    </>
  )
}

const HintAndError = ({ id, hint, error }: { readonly id: string; readonly hint: ReactNode; readonly error: string | undefined }) => (
  <>
    {hint !== undefined && (
      <div id={`${id}-hint`} className={styles.hint}>
        {hint}
      </div>
    )}
    {error !== undefined && (
      <p id={`${id}-error`} className={styles.error}>
        <Icon name="attention" />
        {error}
      </p>
    )}
  </>
)
