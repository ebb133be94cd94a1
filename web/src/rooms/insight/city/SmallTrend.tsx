import type { CityLine } from '@ronghe/contract/insight/city.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Mark } from '../charts/Mark.tsx'
import { useChartGroupName } from '../charts/names.ts'
import { place, stretches, type Range } from '../charts/scale.ts'
import type { Figure } from './CityFigure.tsx'
import { useValueFormat } from '../charts/values.ts'
import styles from './city.module.css'
import { cityWords } from './words/words.ts'

const [width, height, edge] = [140, 56, 6]

/** Twelve months of a street as one of many small pictures on the same scale; broken where too few, the mark of the group at its end. */
export function SmallTrend({
  figure,
  trend,
  range,
}: {
  readonly figure: Figure
  readonly trend: CityLine['trend']
  readonly range: Range
}) {
  const w = useWords(cityWords)
  const format = useFormat()
  const name = useChartGroupName()
  const value = useValueFormat()(figure, true)
  const x = (index: number): number => (trend.length < 2 ? width / 2 : edge + (index / (trend.length - 1)) * (width - 2 * edge))
  const y = (at: number): number => height - edge - place(at, range, height - 2 * edge)
  const lines = figure.groups.flatMap((group, place) => {
    if (group === 'unstated') return []
    const points = trend.map(({ values }) => {
      const at = values[place] ?? null
      return { estimate: at === null ? null : { kind: 'shown' as const, value: at, low: null, high: null } }
    })
    const found = stretches(points)
    return found.length === 0 ? [] : [{ group, found, first: found[0]![0]!, last: found.at(-1)!.at(-1)! }]
  })
  if (lines.length === 0) return <span className="muted small">{w.trendNone}</span>
  const heard = lines.map(({ group, first, last }) =>
    w.trendFrom(
      name(group),
      format.month(trend[first.index]!.month),
      value(first.value),
      format.month(trend[last.index]!.month),
      value(last.value),
    ),
  )
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.spark} role="img" aria-label={heard.join('').trim()}>
      <line x1="0" x2={width} y1={height - edge} y2={height - edge} className={styles.tileAxis} />
      {lines.map(({ group, found, last }) => (
        <g key={group}>
          {found.map((dots) => (
            <path
              key={dots[0]!.index}
              d={`M${dots.map(({ index, value: at }) => `${x(index)} ${y(at)}`).join('L')}`}
              className={styles[`line-${group}`]}
            />
          ))}
          <Mark group={group} x={x(last.index)} y={y(last.value)} r={3} />
        </g>
      ))}
    </svg>
  )
}
