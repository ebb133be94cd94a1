import type { ReactNode } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Behind } from './Behind.tsx'
import styles from './charts.module.css'
import { Mark } from './Mark.tsx'
import { useSeriesName } from './names.ts'
import { Legend } from './Trend.tsx'
import { place, rangeOf, type Point, type Range, type Series } from './scale.ts'
import { chartWords } from './words/words.ts'

export interface BarRow {
  readonly key: string
  readonly label: string
}

/** Shares or counts side by side: for every row one bar per series, always in the order of the series. */
export function Bars({
  label,
  rows,
  series,
  format,
  range = rangeOf(series.flatMap(({ points }) => points.map(({ estimate }) => estimate))),
  table,
}: {
  readonly label: string
  readonly rows: readonly BarRow[]
  /** Every series has one point for each row. */
  readonly series: readonly Series[]
  readonly format: (value: number) => string
  readonly range?: Range
  /** Stands in place of the table behind, where there is more to say than the picture shows. */
  readonly table?: ReactNode
}) {
  const w = useWords(chartWords)
  const name = useSeriesName()
  const valueOf = (point: Point | undefined): string =>
    point?.estimate?.kind === 'shown' ? format(point.estimate.value) : point?.estimate ? w.few : w.none
  return (
    <figure className={styles.figure} aria-label={`${label}. ${w.tableFollows}`}>
      <Legend series={series} />
      <div className={styles.rows} aria-hidden="true">
        {rows.map((row, index) => (
          <div key={row.key} className={styles.bars}>
            <span className={styles.rowName}>{row.label}</span>
            {series.map((one) => (
              <span key={`${one.group} ${one.name ?? ''}`} className={styles.barLine}>
                <Bar point={one.points[index]} group={one.group} range={range} />
                <span className={styles.barValue}>{valueOf(one.points[index])}</span>
              </span>
            ))}
          </div>
        ))}
      </div>
      {table ?? (
        <Behind>
          <Table
            caption={label}
            rows={rows.map((row, index) => ({ ...row, index }))}
            rowKey={({ key }) => key}
            columns={[
              { key: 'row', label: w.name, cell: (row) => row.label },
              ...series.map((one, place) => ({
                key: String(place),
                label: name(one),
                number: true,
                cell: ({ index }: { readonly index: number }) => (
                  <span className={styles.cell}>
                    {valueOf(one.points[index])}
                    {one.points[index]?.counted !== undefined && <span className="muted small">{one.points[index].counted}</span>}
                  </span>
                ),
              })),
            ]}
          />
        </Behind>
      )}
    </figure>
  )
}

function Bar({ point, group, range }: { readonly point: Point | undefined; readonly group: Series['group']; readonly range: Range }) {
  if (point?.estimate?.kind !== 'shown') return <svg viewBox="0 0 200 14" className={styles.barPlot} />
  const { value, low, high } = point.estimate
  const x = (at: number): number => place(at, range, 186)
  return (
    <svg viewBox="0 0 200 14" className={styles.barPlot}>
      <rect x="0" y="2" width={x(value)} height="10" className={styles[`bar-${group}`]} />
      {low !== null && high !== null && <path d={`M${x(low)} 3V11M${x(low)} 7H${x(high)}M${x(high)} 3V11`} className={styles.barWhisker} />}
      <Mark group={group} x={x(value) + 7} y={7} r={3.6} />
    </svg>
  )
}
