import type { Compared, TiesQuarter } from '@ronghe/contract/insight/ties.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Behind } from '../charts/Behind.tsx'
import { ChanceLegend, ChancePicture } from './ChancePicture.tsx'
import { scaleOf, verdictOf } from './chance-scale.ts'
import styles from './ties.module.css'
import { tiesWords } from './words/words.ts'

const figures = ['bridging', 'mixed'] as const
type Figure = (typeof figures)[number]

/** Quarter by quarter, the oldest first, each beside its own chance and all on one scale. */
export function Quarters({ quarters }: { readonly quarters: readonly TiesQuarter[] }) {
  const w = useWords(tiesWords)
  const inOrder = quarters.toReversed()
  return (
    <Card title={w.trendTitle}>
      <p>{w.trendLead}</p>
      <ChanceLegend />
      {figures.map((figure) => (
        <Trend key={figure} figure={figure} quarters={inOrder} />
      ))}
      <Behind>
        <TrendTable quarters={quarters} />
      </Behind>
    </Card>
  )
}

const comparedOf = (quarter: TiesQuarter, figure: Figure): Compared | null =>
  quarter.test.kind === 'compared' ? quarter.test[figure] : null

function Trend({ figure, quarters }: { readonly figure: Figure; readonly quarters: readonly TiesQuarter[] }) {
  const w = useWords(tiesWords)
  const format = useFormat()
  const name = figure === 'bridging' ? w.bridgingTitle : w.mixedTitle
  const scale = scaleOf(quarters.flatMap((quarter) => comparedOf(quarter, figure) ?? []))
  return (
    <>
      <h3 className={styles.next}>{name}</h3>
      <ul className={styles.quarters}>
        {quarters.map((quarter) => {
          const compared = comparedOf(quarter, figure)
          return (
            <li key={quarter.period}>
              <span>{format.quarter(quarter.period)}</span>
              {compared ? (
                <ChancePicture what={`${name}, ${format.quarter(quarter.period)}`} compared={compared} scale={scale} />
              ) : (
                <span className="muted">{w.trendFew}</span>
              )}
              {compared && compared.expected > 0 && (
                <span className={styles.number}>{w.times(format.percent(compared.observed / compared.expected))}</span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function TrendTable({ quarters }: { readonly quarters: readonly TiesQuarter[] }) {
  const w = useWords(tiesWords)
  const format = useFormat()
  const cell = (compared: Compared | null) =>
    compared === null ? (
      <span className="muted">{w.trendFew}</span>
    ) : (
      <span className={styles.stacked}>
        <strong>{format.count(compared.observed)}</strong>
        <span className="muted small">
          {w.expected} {format.count(Math.round(compared.low))}–{format.count(Math.round(compared.high))}
        </span>
        <span className="small">{w[verdictOf(compared)]}</span>
      </span>
    )
  return (
    <Table
      caption={w.trendTitle}
      rows={quarters}
      rowKey={({ period }) => period}
      columns={[
        { key: 'period', label: w.quarter, cell: ({ period }) => format.quarter(period) },
        { key: 'bridging', label: w.bridgingTitle, cell: (quarter) => cell(comparedOf(quarter, 'bridging')), number: true },
        { key: 'mixed', label: w.mixedTitle, cell: (quarter) => cell(comparedOf(quarter, 'mixed')), number: true },
        { key: 'gatherings', label: w.gatherings, cell: ({ gatherings }) => format.count(gatherings), number: true },
      ]}
    />
  )
}
