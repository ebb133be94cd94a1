import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { useOnline } from '../platform/offline/online.ts'
import { classNames } from '../ui/class-names.ts'
import styles from './hall.module.css'
import { shellWords } from './words/words.ts'

/** The projector: the whole screen, nothing to press, sizes that follow the width (30 px of text at 1920). */
export function HallShell() {
  const w = useWords(shellWords)
  const online = useOnline()
  return (
    <main id="main" className={styles.stage}>
      <Outlet />
      {!online && (
        <p className={styles.lost} role="status">
          {w.hallLost}
        </p>
      )}
    </main>
  )
}

/** One idea per area: what is on, the main thing, what comes next, the balance. */
export const HallLayout = ({
  above,
  title,
  right,
  main,
  side,
  foot,
}: {
  readonly above?: ReactNode
  readonly title: ReactNode
  readonly right?: ReactNode
  readonly main: ReactNode
  readonly side?: ReactNode
  readonly foot?: ReactNode
}) => (
  <div className={styles.layout} data-side={side === undefined ? 'none' : undefined}>
    <header className={styles.head}>
      <div>
        {above !== undefined && <p className="muted">{above}</p>}
        <h1>{title}</h1>
      </div>
      {right !== undefined && <div className={styles.right}>{right}</div>}
    </header>
    <section className={classNames(styles.panel, styles.main)}>{main}</section>
    {side !== undefined && <section className={classNames(styles.panel, styles.side)}>{side}</section>}
    {foot !== undefined && <section className={classNames(styles.panel, styles.foot)}>{foot}</section>}
  </div>
)
