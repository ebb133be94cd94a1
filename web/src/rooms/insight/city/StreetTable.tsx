import type { CityLine, CityStreet } from '@ronghe/contract/insight/city.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Table } from '../../../ui/Table.tsx'
import { NamedMark } from '../charts/Mark.tsx'
import { useChartGroupName } from '../charts/names.ts'
import { rangeOf } from '../charts/scale.ts'
import type { Figure } from './CityFigure.tsx'
import { Value } from './Figures.tsx'
import { SmallTrend } from './SmallTrend.tsx'
import { usePoints } from './value.ts'
import { cityWords } from './words/words.ts'
import styles from './city.module.css'

interface Row {
  readonly street: CityStreet
  readonly line: CityLine | undefined
}

/** Every street in a row of its own. No column can be sorted by: the order is the register's. */
export function StreetTable({ figure, streets }: { readonly figure: Figure; readonly streets: readonly CityStreet[] }) {
  const w = useWords(cityWords)
  const text = useText()
  const format = useFormat()
  const lines = new Map(figure.streets.map((line) => [line.street, line]))
  const rows = streets.map((street): Row => ({ street, line: lines.get(street.id) }))
  // One scale for all of them, or the small pictures could not be compared.
  const range =
    figure.kind === 'share'
      ? ([0, 1] as const)
      : rangeOf(
          figure.streets.flatMap(({ trend }) =>
            trend.flatMap(({ values }) =>
              values.map((value) => (value === null ? null : { kind: 'shown' as const, value, low: null, high: null })),
            ),
          ),
        )
  const ifThere = (line: CityLine | undefined, cell: (line: CityLine) => ReactNode) =>
    line?.handedOver ? cell(line) : <span className="muted">{w.notYet}</span>
  return (
    <Table
      caption={<span className={styles.caption}>{w.tableCaption(text(figure.title), format.month(figure.month))}</span>}
      rows={rows}
      rowKey={({ street }) => street.id}
      columns={[
        {
          key: 'street',
          label: w.street,
          cell: ({ street }) => (
            <span className={styles.street}>
              {text(street.name)}
              {street.missingSince !== null && <span className="small">{w.missing}</span>}
            </span>
          ),
        },
        {
          key: 'groups',
          label: figure.groups.length > 1 ? w.groups : w.everybody,
          cell: ({ line }) => ifThere(line, (there) => <Groups figure={figure} line={there} />),
        },
        ...(figure.weights
          ? [
              {
                key: 'compared',
                label: w.compared,
                cell: ({ line }: Row) => ifThere(line, (there) => <Compared figure={figure} line={there} />),
              },
            ]
          : []),
        {
          key: 'months',
          label: w.months,
          cell: ({ line }) => line && <SmallTrend figure={figure} trend={line.trend} range={range} />,
        },
      ]}
    />
  )
}

/** Newcomers first, then locals, the same size, and those who do not say. */
function Groups({ figure, line }: { readonly figure: Figure; readonly line: CityLine }) {
  const name = useChartGroupName()
  return (
    <span className={styles.groups}>
      {line.groups.map((group) => (
        <span key={group.group} className={styles.group}>
          <NamedMark group={group.group} name={name(group.group)} />
          <Value measure={figure} estimate={group.value} counts={group} />
        </span>
      ))}
    </span>
  )
}

/** The gap, and the share the street would have with the city's composition. */
function Compared({ figure, line: { gap, standardised } }: { readonly figure: Figure; readonly line: CityLine }) {
  const w = useWords(cityWords)
  const points = usePoints()
  return (
    <span className={styles.groups}>
      {gap && (
        <span>
          <span className="muted small">{w.gap}</span> {points(gap)}
        </span>
      )}
      {standardised && (
        <span>
          <span className="muted small">{w.standardised}</span> <Value measure={figure} estimate={standardised} />
        </span>
      )}
    </span>
  )
}
