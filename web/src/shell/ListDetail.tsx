import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useShortcut } from '../platform/keyboard/shortcuts.ts'
import { useWords } from '../platform/language/language.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './desk.module.css'
import { shellWords } from './words/words.ts'

/** A list and, beside it, the one that is open; on a narrow screen one after the other. `detail` is usually an `<Outlet />`. */
export function ListDetail({
  title,
  second,
  list,
  detail,
}: {
  readonly title: ReactNode
  readonly second?: ReactNode
  readonly list: ReactNode
  readonly detail?: ReactNode
}) {
  const w = useWords(shellWords)
  const rows = useRef<HTMLDivElement>(null)
  const step = (by: 1 | -1): void => {
    const links = Array.from(rows.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])
    const focused = links.findIndex((link) => link === document.activeElement)
    const at = focused >= 0 ? focused : links.findIndex((link) => link.hasAttribute('aria-current'))
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useShortcut('j', w.nextRow, () => step(1))
  useShortcut('k', w.previousRow, () => step(-1))
  const onArrows = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <div className={styles.listDetail} data-showing={detail === undefined ? 'list' : 'detail'}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows move between the links inside, which have the focus */}
      <section className={styles.list} ref={rows} onKeyDown={onArrows}>
        <header className={styles.listHead}>
          <h2>{title}</h2>
          {second !== undefined && <span className="muted small">{second}</span>}
        </header>
        {list}
      </section>
      <div className={styles.detail}>{detail ?? <EmptyState title={w.chooseRow} />}</div>
    </div>
  )
}

/** One line of the list: what and who, tags, and what to know before opening it. */
export const ListRow = ({
  to,
  params,
  title,
  tags,
  second,
}: {
  readonly to: string
  readonly params?: Record<string, string>
  readonly title: ReactNode
  readonly tags?: ReactNode
  readonly second?: ReactNode
}) => (
  <Link to={to} {...(params && { params: params as never })} className={styles.row} data-row="">
    <span className={styles.rowTop}>
      {title} {tags}
    </span>
    {second !== undefined && <span className="muted small">{second}</span>}
  </Link>
)

/** Within a detail: the matter at the left, what happened to it at the right. */
export const TwoColumns = ({ children, beside }: { readonly children: ReactNode; readonly beside: ReactNode }) => (
  <div className={styles.inline}>
    <div className={styles.columns}>
      <div>{children}</div>
      <div>{beside}</div>
    </div>
  </div>
)
