import { type ReactNode, useState } from 'react'
import styles from './charter.module.css'

/** Closed until it is wanted; a mistake inside opens it, so that the way to it is never shut. */
export function Folded({
  open,
  title,
  beside,
  children,
}: {
  readonly open: boolean
  readonly title: ReactNode
  readonly beside: ReactNode
  readonly children: ReactNode
}) {
  const [unfolded, setUnfolded] = useState(false)
  return (
    <details className={styles.folded} open={open || unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2> {beside}
      </summary>
      {children}
    </details>
  )
}
