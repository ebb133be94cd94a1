import { useWords } from '../../../platform/language/language.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Behind } from './Behind.tsx'
import styles from './charts.module.css'
import { NamedMark, Mark } from './Mark.tsx'
import { useSeriesName } from './names.ts'
import { place, rangeOf, stretches, type Range, type Series } from './scale.ts'
import { chartWords } from './words/words.ts'

export interface Period {
  readonly key: string
  readonly label: string
}

const [width, height, edge] = [320, 120, 8]

/**
 * A figure over time, by group: a line with a mark for every period, a pale band for the interval, broken where too few were counted. The
 * labels stand beside the picture, not in it, so that large print makes them large. The table behind says the same.
 */
export function Trend({
  label,
  periods,
  series,
  format,
  range = rangeOf(series.flatMap(({ points }) => points.map(({ estimate }) => estimate))),
  small = false,
}: {
  /** What is shown: the name of the picture and the caption of its table. */
  readonly label: string
  /** Oldest first; every series has one point for each. */
  readonly periods: readonly Period[]
  readonly series: readonly Series[]
  readonly format: (value: number) => string
  readonly range?: Range
  /** The picture alone, beside words that say what it shows. */
  readonly small?: boolean
}) {
  const w = useWords(chartWords)
  const heard = useHeard({ label, periods, series, format })
  const picture = (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.plot} role="img" aria-label={heard}>
      <line x1="0" x2={width} y1={height - edge} y2={height - edge} className={styles.axis} />
      <line x1="0" x2={width} y1={edge} y2={edge} className={styles.grid} />
      {range[0] < 0 && <line x1="0" x2={width} y1={yOf(0, range)} y2={yOf(0, range)} className={styles.zero} />}
      {series.map((one) => (
        <Line key={`${one.group} ${one.name ?? ''}`} series={one} count={periods.length} range={range} />
      ))}
    </svg>
  )
  if (small) return <span className={styles.spark}>{picture}</span>
  return (
    <figure className={styles.figure}>
      <Legend series={series} />
      <div className={styles.frame}>
        <span className={styles.top}>{format(range[1])}</span>
        <span className={styles.bottom}>{format(range[0])}</span>
        {picture}
        <span className={styles.first}>{periods[0]?.label}</span>
        {periods.length > 1 && <span className={styles.last}>{periods.at(-1)!.label}</span>}
      </div>
      <figcaption className="muted small extra">{hasBand(series) ? w.band : w.bandShort}</figcaption>
      <Behind>
        <TrendTable label={label} periods={periods} series={series} format={format} />
      </Behind>
    </figure>
  )
}

const yOf = (value: number, range: Range): number => height - edge - place(value, range, height - 2 * edge)
const xOf = (index: number, count: number): number => (count < 2 ? width / 2 : edge + (index / (count - 1)) * (width - 2 * edge))
const hasBand = (series: readonly Series[]): boolean =>
  series.some(({ points }) => points.some(({ estimate }) => estimate?.kind === 'shown' && estimate.low !== null))

function Line({ series: { group, points }, count, range }: { readonly series: Series; readonly count: number; readonly range: Range }) {
  const found = stretches(points)
  const at = (index: number, value: number): string => `${xOf(index, count)} ${yOf(value, range)}`
  return (
    <g>
      {found.map((dots) => {
        const banded = dots.filter(({ low, high }) => low !== null && high !== null)
        const over = banded.map(({ index, high }) => at(index, high!))
        const under = banded.toReversed().map(({ index, low }) => at(index, low!))
        return (
          <g key={dots[0]!.index}>
            {banded.length > 1 && <path d={`M${[...over, ...under].join('L')}Z`} className={styles[`band-${group}`]} />}
            {banded.length === 1 && <path d={`M${over[0]}L${under[0]}`} className={styles[`line-${group}`]} />}
            {dots.length > 1 && (
              <path d={`M${dots.map(({ index, value }) => at(index, value)).join('L')}`} className={styles[`line-${group}`]} />
            )}
          </g>
        )
      })}
      {found.flat().map(({ index, value }) => (
        <Mark key={index} group={group} x={xOf(index, count)} y={yOf(value, range)} />
      ))}
    </g>
  )
}

export function Legend({ series }: { readonly series: readonly Pick<Series, 'group' | 'name'>[] }) {
  const name = useSeriesName()
  if (series.length === 1 && series[0]!.group === 'all' && series[0]!.name === undefined) return null
  return (
    <ul className={styles.legend}>
      {series.map((one) => (
        <li key={`${one.group} ${one.name ?? ''}`}>
          <NamedMark group={one.group} name={name(one)} />
        </li>
      ))}
    </ul>
  )
}

/** The picture for the ear: where each line begins and where it is now. */
function useHeard({
  label,
  periods,
  series,
  format,
}: Pick<Parameters<typeof Trend>[0], 'label' | 'periods' | 'series' | 'format'>): string {
  const w = useWords(chartWords)
  const name = useSeriesName()
  const sentences = series.map((one) => {
    const dots = stretches(one.points).flat()
    const [first, last] = [dots[0], dots.at(-1)]
    if (!first || !last) return w.heardFew(name(one))
    const label = (index: number): string => periods[index]!.label
    const gaps = one.points.filter(({ estimate }) => estimate?.kind === 'few').length
    const said =
      first === last
        ? w.heardOnce(name(one), label(first.index), format(first.value))
        : w.heard(name(one), label(first.index), format(first.value), label(last.index), format(last.value))
    return said + (gaps === 0 ? '' : w.heardGaps(gaps))
  })
  return `${label}: ${sentences.join('')}`.trim()
}

function TrendTable({ label, periods, series, format }: Pick<Parameters<typeof Trend>[0], 'label' | 'periods' | 'series' | 'format'>) {
  const w = useWords(chartWords)
  const name = useSeriesName()
  return (
    <Table
      caption={label}
      rows={periods.map((period, index) => ({ ...period, index })).toReversed()}
      rowKey={({ key }) => key}
      columns={[
        { key: 'period', label: w.period, cell: (period) => period.label },
        ...series.map((one, place) => ({
          key: String(place),
          label: name(one),
          number: true,
          cell: ({ index }: { readonly index: number }) => <Cell point={one.points[index]} format={format} />,
        })),
      ]}
    />
  )
}

function Cell({ point, format }: { readonly point: Series['points'][number] | undefined; readonly format: (value: number) => string }) {
  const w = useWords(chartWords)
  if (!point?.estimate) return <span className="muted">{w.noneShort}</span>
  if (point.estimate.kind === 'few') return <span className="muted">{w.few}</span>
  const { value, low, high } = point.estimate
  return (
    <span className={styles.cell}>
      <strong>{format(value)}</strong>
      {low !== null && high !== null && (
        <span className="muted small">
          {format(low)}–{format(high)}
        </span>
      )}
      {point.counted !== undefined && <span className="muted small">{point.counted}</span>}
    </span>
  )
}
