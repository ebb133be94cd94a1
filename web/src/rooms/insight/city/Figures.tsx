import type { CityGroup, CityMeasure } from '@ronghe/contract/insight/city.ts'
import type { Estimate } from '@ronghe/contract/insight/indicators.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { NamedMark } from '../charts/Mark.tsx'
import { useChartGroupName } from '../charts/names.ts'
import { useValueFormat } from '../charts/values.ts'
import styles from './city.module.css'
import { useBeside, usePoints } from './value.ts'
import { cityWords } from './words/words.ts'

/** Both groups side by side, same order and size, with interval and counts; the gap below them. */
export function Figures({
  measure,
  figures: { groups, gap },
}: {
  readonly measure: Pick<CityMeasure, 'kind' | 'unit'>
  readonly figures: { readonly groups: readonly CityGroup[]; readonly gap: Estimate | null }
}) {
  const w = useWords(cityWords)
  const points = usePoints()
  return (
    <dl className={styles.figures}>
      {groups.map((group) => (
        <GroupFigure key={group.group} measure={measure} figure={group} />
      ))}
      {gap && (
        <div>
          <dt>{w.gap}</dt>
          <dd>{points(gap)}</dd>
        </div>
      )}
    </dl>
  )
}

function GroupFigure({ measure, figure }: { readonly measure: Pick<CityMeasure, 'kind' | 'unit'>; readonly figure: CityGroup }) {
  const name = useChartGroupName()
  return (
    <div>
      <dt>
        <NamedMark group={figure.group} name={name(figure.group)} />
      </dt>
      <dd>
        <Value measure={measure} estimate={figure.value} counts={figure} />
      </dd>
    </div>
  )
}

/** A figure, its interval and its counts; too few is said, never left out. */
export function Value({
  measure,
  estimate,
  counts,
}: {
  readonly measure: Pick<CityMeasure, 'kind' | 'unit'>
  readonly estimate: Estimate
  readonly counts?: Pick<CityGroup, 'n' | 'of'>
}) {
  const w = useWords(cityWords)
  const value = useValueFormat()(measure, true)
  const beside = useBeside()
  if (estimate.kind === 'few') return <span className="muted">{w.few}</span>
  const small = beside(estimate, counts ?? { n: null, of: null })
  return (
    <span className={styles.value}>
      <strong>{value(estimate.value)}</strong>
      {small !== '' && <span className="muted small">{small}</span>}
    </span>
  )
}
