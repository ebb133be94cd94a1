import { useWords } from '../../../platform/language/language.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Behind } from './Behind.tsx'
import styles from './charts.module.css'
import { Mark, NamedMark } from './Mark.tsx'
import { useSeriesName } from './names.ts'
import { place, rangeOf, type ChartGroup, type Point, type Range } from './scale.ts'
import { chartWords } from './words/words.ts'

export interface IntervalRow extends Point {
  readonly key: string
  readonly group: ChartGroup
  readonly name?: string
}

/** Values with their intervals, one below the other on the same scale: both groups in the same order and size. `mark` draws a line, such as zero or one half. */
export function Interval({
  label,
  rows,
  format,
  range = rangeOf(rows.map(({ estimate }) => estimate)),
  mark,
  table = true,
}: {
  readonly label: string
  readonly rows: readonly IntervalRow[]
  readonly format: (value: number) => string
  readonly range?: Range
  readonly mark?: number
  readonly table?: boolean
}) {
  const w = useWords(chartWords)
  const name = useSeriesName()
  const spoken = rows.map((row) => {
    if (row.estimate?.kind !== 'shown') return w.heardRow(name(row), row.estimate ? w.few : w.none, '')
    const { value, low, high } = row.estimate
    return w.heardRow(name(row), format(value), low === null || high === null ? '' : `${format(low)}–${format(high)}`)
  })
  return (
    <figure className={styles.figure} aria-label={`${label}: ${spoken.join('')}`.trim()}>
      <div className={styles.rows} aria-hidden="true">
        {rows.map((row) => (
          <Row key={row.key} row={row} name={name(row)} format={format} range={range} mark={mark} />
        ))}
        <span className={styles.scale}>
          <span>{format(range[0])}</span>
          <span>{format(range[1])}</span>
        </span>
      </div>
      {table && (
        <Behind>
          <IntervalTable label={label} rows={rows} format={format} />
        </Behind>
      )}
    </figure>
  )
}

function Row({
  row: { group, estimate, counted },
  name,
  format,
  range,
  mark,
}: {
  readonly row: IntervalRow
  readonly name: string
  readonly format: (value: number) => string
  readonly range: Range
  readonly mark: number | undefined
}) {
  const w = useWords(chartWords)
  const x = (value: number): number => 6 + place(value, range, 188)
  return (
    <div className={styles.row}>
      <span className={styles.rowName}>
        <NamedMark group={group} name={name} />
      </span>
      {estimate?.kind === 'shown' ? (
        <>
          <svg viewBox="0 0 200 18" className={styles.rowPlot} preserveAspectRatio="xMinYMid meet">
            <line x1="6" x2="194" y1="9" y2="9" className={styles.grid} />
            {mark !== undefined && <line x1={x(mark)} x2={x(mark)} y1="0" y2="18" className={styles.zero} />}
            {estimate.low !== null && estimate.high !== null && <Whisker from={x(estimate.low)} to={x(estimate.high)} group={group} />}
            <Mark group={group} x={x(estimate.value)} y={9} r={4.5} />
          </svg>
          <span className={styles.rowValue}>
            <strong>{format(estimate.value)}</strong>
            <span className="muted small">
              {[estimate.low === null || estimate.high === null ? undefined : `${format(estimate.low)}–${format(estimate.high)}`, counted]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </>
      ) : (
        <span className="muted">{estimate ? w.few : w.none}</span>
      )}
    </div>
  )
}

const Whisker = ({ from, to, group }: { readonly from: number; readonly to: number; readonly group: ChartGroup }) => (
  <path d={`M${from} 4V14M${from} 9H${to}M${to} 4V14`} className={styles[`whisker-${group}`]} />
)

function IntervalTable({
  label,
  rows,
  format,
}: {
  readonly label: string
  readonly rows: readonly IntervalRow[]
  readonly format: (value: number) => string
}) {
  const w = useWords(chartWords)
  const name = useSeriesName()
  const counted = rows.some((row) => row.counted !== undefined)
  return (
    <Table
      caption={label}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', label: w.name, cell: (row) => <NamedMark group={row.group} name={name(row)} /> },
        {
          key: 'value',
          label: w.value,
          number: true,
          cell: ({ estimate }) => (estimate?.kind === 'shown' ? format(estimate.value) : estimate ? w.few : w.none),
        },
        {
          key: 'interval',
          label: w.interval,
          number: true,
          cell: ({ estimate }) =>
            estimate?.kind === 'shown' && estimate.low !== null && estimate.high !== null
              ? `${format(estimate.low)}–${format(estimate.high)}`
              : '',
        },
        ...(counted ? [{ key: 'counted', label: w.ofWhich, number: true, cell: (row: IntervalRow) => row.counted ?? '' }] : []),
      ]}
    />
  )
}
