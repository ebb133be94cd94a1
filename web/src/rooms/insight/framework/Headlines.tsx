import type { FrameworkBox, Headline } from '@ronghe/contract/insight/framework.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Meaning } from '../charts/Meaning.tsx'
import { usePeriodLabel } from '../charts/periods.ts'
import { useValueFormat } from '../charts/values.ts'
import { Trend } from '../charts/Trend.tsx'
import type { Series } from '../charts/scale.ts'
import styles from './framework.module.css'
import { frameworkWords } from './words/words.ts'

/** The figure a box is told by at first sight: the first of which something can be shown. */
export const toldBy = ({ headlines }: FrameworkBox): Headline | undefined => headlines.find(({ thin }) => !thin) ?? headlines[0]

/** A figure of a box in full: its sentence, its trend with the table behind, what it means and does not, and the way to all of it. */
export function FullHeadline({ headline }: { readonly headline: Headline }) {
  const w = useWords(frameworkWords)
  const text = useText()
  return (
    <div className={styles.headline}>
      <h4>{text(headline.title)}</h4>
      <p>{text(headline.state)}</p>
      <HeadlineTrend headline={headline} />
      <Meaning says={headline.says} saysNot={headline.saysNot} />
      <LinkButton kind="plain" to="/insight/indicators/$key" params={{ key: headline.indicator }}>
        {w.seeIndicator(text(headline.title))}
      </LinkButton>
    </div>
  )
}

/** The last months as a line; `small` beside words that say the same. */
export function HeadlineTrend({ headline, small = false }: { readonly headline: Headline; readonly small?: boolean }) {
  const w = useWords(frameworkWords)
  const text = useText()
  const format = useFormat()
  const label = usePeriodLabel()
  const value = useValueFormat()(headline)
  if (headline.periods.length === 0) return null
  const groups = [...new Set(headline.periods.flatMap((period) => period.groups.map(({ group }) => group)))]
  // In the picture only the two groups that are compared; those who do not say stand in the indicator's table.
  const series = groups
    .filter((group) => group !== 'unstated')
    .map((group): Series => ({
      group,
      points: headline.periods.map((period) => {
        const own = period.groups.find((one) => one.group === group)
        return {
          estimate: own?.value ?? null,
          counted: own?.of.kind === 'shown' ? w.counted(format.count(own.of.count), text(headline.unit)) : undefined,
        }
      }),
    }))
  // A single point is no line: the words say it.
  if (small && series.every(({ points }) => points.filter(({ estimate }) => estimate?.kind === 'shown').length < 2)) return null
  return (
    <Trend
      label={headline.kind === 'share' ? w.trendPercent(text(headline.title)) : w.trend(text(headline.title), text(headline.unit))}
      periods={headline.periods.map(({ period }) => ({ key: period, label: label(period) }))}
      series={series}
      format={value}
      small={small}
    />
  )
}
