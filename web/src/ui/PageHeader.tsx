import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { useStreetName } from '../platform/session/session.tsx'
import { Icon } from './Icon.tsx'
import styles from './page-header.module.css'
import { uiWords } from './words/words.ts'

/** The page the browser opened keeps its focus at the top; every later one begins at its title, which is thereby read out. */
let pagesShown = 0

export interface Back {
  readonly to: string
  readonly params?: Record<string, string>
  readonly label?: string
}

/** What this page is: its only h1, the title of the window, and the way back. Every screen has exactly one. */
export function PageHeader({
  title,
  plainTitle,
  back,
  above,
  beside,
  lead,
}: {
  readonly title: ReactNode
  /** Needed where `title` is not a string. */ readonly plainTitle?: string
  readonly back?: Back
  readonly above?: ReactNode
  readonly beside?: ReactNode
  readonly lead?: ReactNode
}) {
  const w = useWords(uiWords)
  const street = useStreetName()
  const heading = useRef<HTMLHeadingElement>(null)
  const words = plainTitle ?? (typeof title === 'string' ? title : street)
  useEffect(() => {
    document.title = `${words} · ${street}`
  }, [words, street])
  useEffect(() => {
    if (pagesShown++ > 0) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className={styles.header}>
      {back && (
        <Link className={styles.back} to={back.to} {...(back.params && { params: back.params as never })}>
          <Icon name="back" size="1.1em" />
          {back.label ?? w.back}
        </Link>
      )}
      {above !== undefined && <p className="muted small">{above}</p>}
      <div className={styles.title}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </div>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
    </header>
  )
}
