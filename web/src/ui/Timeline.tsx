import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './figures.module.css'

export interface TimelineStep {
  readonly key: string
  readonly title: ReactNode
  /** Worded already: 11月22日 09:10 · 何敏. */
  readonly when?: ReactNode
  readonly detail?: ReactNode
  readonly state?: 'done' | 'now' | 'later'
}

/** What happened and what comes, in order. The step that is on now is marked for screen readers too. */
export const Timeline = ({ steps }: { readonly steps: readonly TimelineStep[] }) => (
  <ol className={styles.timeline}>
    {steps.map(({ key, title, when, detail, state = 'done' }) => (
      <li key={key} className={classNames(state !== 'done' && styles[state])} aria-current={state === 'now' ? 'step' : undefined}>
        {title} {when !== undefined && <span className={styles.when}>{when}</span>}
        {detail !== undefined && <div className="muted small">{detail}</div>}
      </li>
    ))}
  </ol>
)
