import styles from './charts.module.css'
import type { ChartGroup } from './scale.ts'

/** A circle for newcomers, a diamond for locals, a ring for those who do not say, a square where nobody is told apart. */
export function Mark({ group, x, y, r = 4 }: { readonly group: ChartGroup; readonly x: number; readonly y: number; readonly r?: number }) {
  if (group === 'newcomer') return <circle cx={x} cy={y} r={r} className={styles.markNewcomer} />
  if (group === 'unstated') return <circle cx={x} cy={y} r={r * 0.85} className={styles.markUnstated} />
  if (group === 'local') {
    const d = r * 1.3
    return <path d={`M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}Z`} className={styles.markLocal} />
  }
  return <rect x={x - r * 0.85} y={y - r * 0.85} width={r * 1.7} height={r * 1.7} className={styles.markAll} />
}

/** The mark in front of a name. */
export const NamedMark = ({ group, name }: { readonly group: ChartGroup; readonly name: string }) => (
  <span className={styles.named}>
    <svg viewBox="0 0 12 12" aria-hidden="true" className={styles.small}>
      <Mark group={group} x={6} y={6} r={4.4} />
    </svg>
    {name}
  </span>
)
