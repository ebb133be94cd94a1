import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { ProblemError } from '../api.ts'
import { useWords } from '../platform/language/language.tsx'
import { fieldId } from './Field.tsx'
import styles from './field.module.css'
import { RefusalLine } from './Refusal.tsx'
import { uiWords } from './words/words.ts'

export type FieldErrors = Readonly<Record<string, string>>

/**
 * A form that is sent once at a time. `errors` are what the page itself found, `error` is what the server said: errors with a path are
 * listed with links to their fields (pass `fieldErrorsOf(error)[name]` to the fields), anything else is a sentence above them. Either
 * takes the focus: whoever pressed the button at the foot of a long form must not think that nothing happened.
 */
export function Form({
  onSubmit,
  busy = false,
  errors = {},
  error,
  children,
  label,
}: {
  readonly onSubmit: () => void
  readonly busy?: boolean
  readonly errors?: FieldErrors
  readonly error?: unknown
  readonly children: ReactNode
  readonly label?: string
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  const all = { ...fieldErrorsOf(error), ...errors }
  const listed = Object.keys(all).length > 0
  return (
    <form onSubmit={submit} noValidate aria-label={label} aria-busy={busy || undefined}>
      {listed && <ErrorSummary errors={all} />}
      {error != null && !listed && <Refused error={error} />}
      {children}
    </form>
  )
}

export const fieldErrorsOf = (error: unknown): FieldErrors => (error instanceof ProblemError ? error.fieldErrors : {})

function Refused({ error }: { readonly error: unknown }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [error])
  return (
    <div ref={box} tabIndex={-1}>
      <RefusalLine error={error} />
    </div>
  )
}

/** All errors of a form in one place; takes the focus when they change, so that nobody has to look for them. */
export function ErrorSummary({ errors }: { readonly errors: FieldErrors }) {
  const w = useWords(uiWords)
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors)
  const content = JSON.stringify(entries)
  useEffect(() => {
    box.current?.focus()
  }, [content])
  if (entries.length === 0) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{w.errorsTitle(entries.length)}</h2>
      <ul>
        {entries.map(([path, sentence]) => (
          <li key={path}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                event.preventDefault()
                const field = document.getElementById(fieldId(path))
                field?.scrollIntoView({ block: 'center' })
                field?.focus()
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
