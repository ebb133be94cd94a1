import type { Measure, readPlaces } from '@ronghe/contract/insight/indicators.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Table } from '../../../ui/Table.tsx'
import { useChartGroupName } from '../charts/names.ts'
import { useValueFormat } from '../charts/values.ts'
import { useCounted } from './counted.ts'
import styles from './indicators.module.css'
import { indicatorWords } from './words/words.ts'

type Place = ReplyOf<typeof readPlaces>['places'][number]

/** Every place with both groups and the gap; the order is the street's own and no figure sorts it. */
export function PlaceTable({
  caption,
  measure,
  places,
}: {
  readonly caption: string
  readonly measure: Measure
  readonly places: readonly Place[]
}) {
  const w = useWords(indicatorWords)
  const text = useText()
  const value = useValueFormat()(measure, true)
  const counted = useCounted(measure)
  const name = useChartGroupName()
  const groups = places[0]?.groups.map(({ group }) => group) ?? []
  return (
    <Table
      caption={caption}
      rows={places}
      rowKey={({ id }) => id ?? ''}
      columns={[
        { key: 'place', label: w.place, cell: (place: Place) => (place.name === null ? w.noPlace : text(place.name)) },
        ...groups.map((group) => ({
          key: group,
          label: name(group),
          number: true,
          cell: (place: Place) => {
            const own = place.groups.find((one) => one.group === group)
            if (own?.value.kind !== 'shown') return <span className="muted">{w.few}</span>
            const { low, high } = own.value
            return (
              <span className={styles.cell}>
                <strong>{value(own.value.value)}</strong>
                <span className="muted small">
                  {[low === null || high === null ? undefined : `${value(low)}–${value(high)}`, counted(own)].filter(Boolean).join(' · ')}
                </span>
              </span>
            )
          },
        })),
        ...(places.some(({ gap }) => gap !== null)
          ? [
              {
                key: 'gap',
                label: w.gap,
                number: true,
                cell: ({ gap }: Place) =>
                  gap?.kind === 'shown' ? (
                    <span className={styles.cell}>
                      <strong>{w.points(Math.round(100 * gap.value))}</strong>
                      {gap.low !== null && gap.high !== null && (
                        <span className="muted small">
                          {Math.round(100 * gap.low)} – {Math.round(100 * gap.high)}
                        </span>
                      )}
                    </span>
                  ) : (
                    <span className="muted">{w.few}</span>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
