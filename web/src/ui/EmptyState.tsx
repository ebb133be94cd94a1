import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** Nothing here yet: a sentence, and what one may do next. */
export const EmptyState = ({
  title,
  children,
  next,
}: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly next?: ReactNode
}) => (
  <div className={styles.empty}>
    <svg
      className={styles.leaf}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.400"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M12 3C7 6 5 10 5.600 13.500 6.200 16.500 9 18 12 18s5.800-1.500 6.400-4.500C19 10 17 6 12 3zM12 8v13M12 12l-3-2M12 15l-3.500-2M12 12l3-2M12 15l3.500-2" />
    </svg>
    <h2>{title}</h2>
    {children !== undefined && <p>{children}</p>}
    {next}
  </div>
)
