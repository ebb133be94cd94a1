import type { Ratio as RatioSchema } from '@ronghe/contract/station/equity.ts'
import type * as z from 'zod/mini'
import { useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import styles from './equity.module.css'
import { equityWords } from './words/words.ts'

export type Ratio = z.infer<typeof RatioSchema>

export const twoPlaces = (value: number): string => value.toFixed(2)

/** Half to double, by the logarithm, so that two thirds and one and a half lie equally far from 1; what lies beyond is cut at the edge. */
const position = (value: number): number => 100 * Math.min(1, Math.max(0, (Math.log2(value) + 1) / 2))

/** The ratio as a dot on its interval, with an upright line at 1. */
export function RatioPicture({ ratio, short = false }: { readonly ratio: Ratio; readonly short?: boolean }) {
  const w = useWords(equityWords)
  if (ratio.kind === 'tooFew') return <span className="muted small">{short ? w.tooFewShort : w.tooFewToCompare}</span>
  const [at, from, to] = [position(ratio.value), position(ratio.from), position(ratio.to)]
  return (
    <span className={styles.ratio}>
      <strong>{twoPlaces(ratio.value)}</strong>
      <span className="muted small">
        {twoPlaces(ratio.from)}–{twoPlaces(ratio.to)}
      </span>
      <svg
        className={styles.forest}
        viewBox="-3 0 106 16"
        role="img"
        aria-label={w.ratioPicture(twoPlaces(ratio.value), twoPlaces(ratio.from), twoPlaces(ratio.to))}
      >
        <line x1="0" x2="100" y1="8" y2="8" className={styles.axis} />
        <line x1="50" x2="50" y1="1" y2="15" className={styles.one} />
        <line x1={from} x2={to} y1="8" y2="8" className={styles.span} />
        <rect x={at - 2.5} y="5.5" width="5" height="5" className={styles.dot} />
      </svg>
    </span>
  )
}

/** The same in a sentence, with what can be said of it. */
export function RatioSentence({ ratio }: { readonly ratio: Ratio }) {
  const w = useWords(equityWords)
  const group = useGroupName()
  const [newcomer, local] = [group('newcomer'), group('local')]
  if (ratio.kind === 'tooFew') return <p>{w.tooFewToCompare}</p>
  const verdict = ratio.to < 1 ? w.ratioBelow(newcomer) : ratio.from > 1 ? w.ratioAbove(newcomer) : w.ratioAcross
  return (
    <p>
      {w.ratioLine(newcomer, local, twoPlaces(ratio.value), twoPlaces(ratio.from), twoPlaces(ratio.to))} {verdict}
    </p>
  )
}
