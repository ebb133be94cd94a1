import type { Compared } from '@ronghe/contract/insight/ties.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { type ChanceScale, placeOf, scaleOf } from './chance-scale.ts'
import styles from './ties.module.css'
import { tiesWords } from './words/words.ts'

const width = 300

/** What happened as a square, what chance gives as a pale band with an upright line in its middle. */
export function ChancePicture({
  what,
  compared,
  scale = scaleOf([compared]),
}: {
  readonly what: string
  readonly compared: Compared
  readonly scale?: ChanceScale
}) {
  const w = useWords(tiesWords)
  const format = useFormat()
  const { observed, expected, low, high } = compared
  const x = (value: number): number => 8 + placeOf(value, expected, scale) * (width - 16)
  const whole = (value: number): string => format.count(Math.round(value))
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} 30`}
      role="img"
      aria-label={w.picture(what, whole(observed), whole(low), whole(high), whole(expected))}
    >
      <line x1="0" x2={width} y1="15" y2="15" className={styles.axis} />
      <rect x={x(low)} width={Math.max(1, x(high) - x(low))} y="6" height="18" rx="3" className={styles.band} />
      <line x1={x(expected)} x2={x(expected)} y1="2" y2="28" className={styles.middle} />
      <rect x={x(observed) - 5} y="10" width="10" height="10" className={styles.observed} />
    </svg>
  )
}

/** What the signs of the pictures stand for. */
export function ChanceLegend() {
  const w = useWords(tiesWords)
  return (
    <ul className={styles.legend}>
      <li>
        <svg viewBox="0 0 14 14" className={styles.sign} aria-hidden="true">
          <rect x="2" y="2" width="10" height="10" className={styles.observed} />
        </svg>
        {w.observedMark}
      </li>
      <li>
        <svg viewBox="0 0 28 14" className={styles.wideSign} aria-hidden="true">
          <rect x="0" y="1" width="28" height="12" rx="2" className={styles.band} />
          <line x1="14" x2="14" y1="0" y2="14" className={styles.middle} />
        </svg>
        {w.chanceBand}
      </li>
    </ul>
  )
}
