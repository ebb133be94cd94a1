import { Link } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useWords } from '../platform/language/language.tsx'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import { uiWords } from './words/words.ts'

interface Look {
  /** `main` once on a page; `careful` for what is hard to undo. */
  readonly kind?: 'main' | 'quiet' | 'plain' | 'careful'
  readonly wide?: boolean
  readonly icon?: IconName
}

const lookOf = ({ kind = 'main', wide = false }: Look): string => classNames(styles.button, styles[kind], wide && styles.wide)

/** A verb and a noun: 提交申请. While `busy` it stays in place, keeps the focus and takes no second press. */
export function Button({
  children,
  onPress,
  type = 'button',
  busy = false,
  disabled = false,
  pressed,
  describedBy,
  ...look
}: Look & {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly type?: 'button' | 'submit'
  readonly busy?: boolean
  /** Only together with a sentence that says why. */
  readonly disabled?: boolean
  /** For one of several of which one is in force. */
  readonly pressed?: boolean
  readonly describedBy?: string
}) {
  const w = useWords(uiWords)
  const press = (event: MouseEvent): void => {
    if (busy || disabled) event.preventDefault()
    else onPress?.()
  }
  return (
    <button
      type={type}
      className={lookOf(look)}
      onClick={press}
      aria-disabled={busy || disabled || undefined}
      aria-pressed={pressed}
      aria-describedby={describedBy}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : look.icon && <Icon name={look.icon} />}
      {children}
      {busy && <span className="unseen">{w.busy}</span>}
    </button>
  )
}

/** A button with a drawing only; the label is spoken and shown as a tip. */
export function IconButton({
  icon,
  label,
  onPress,
  pressed,
}: {
  readonly icon: IconName
  readonly label: string
  readonly onPress: () => void
  readonly pressed?: boolean
}) {
  return (
    <button
      type="button"
      className={classNames(styles.button, styles.plain, styles.icon)}
      onClick={onPress}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}

/** Goes somewhere, looks like a button. `to` inside this door; `href` for another door, a file, tel: or another site. */
export function LinkButton({
  children,
  to,
  params,
  search,
  href,
  ...look
}: Look & {
  readonly children: ReactNode
  readonly to?: string
  readonly params?: Record<string, string>
  readonly search?: Record<string, unknown>
  readonly href?: string
}) {
  const inside = (
    <>
      {look.icon && <Icon name={look.icon} />}
      {children}
    </>
  )
  if (to === undefined)
    return (
      <a className={lookOf(look)} href={href}>
        {inside}
      </a>
    )
  return (
    <Link className={lookOf(look)} to={to} {...(params && { params: params as never })} {...(search && { search: search as never })}>
      {inside}
    </Link>
  )
}

/** Buttons side by side; under each other in large print. */
export const ButtonRow = ({ children }: { readonly children: ReactNode }) => <div className={styles.row}>{children}</div>
