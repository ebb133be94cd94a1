import type { IndicatorPage, PeriodFigure } from '@ronghe/contract/insight/indicators.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Bars } from '../charts/Bars.tsx'
import { Interval } from '../charts/Interval.tsx'
import { Meaning } from '../charts/Meaning.tsx'
import { usePeriodLabel } from '../charts/periods.ts'
import { Trend } from '../charts/Trend.tsx'
import { useValueFormat } from '../charts/values.ts'
import { useCounted } from './counted.ts'
import { HowMade } from './HowMade.tsx'
import styles from './indicators.module.css'
import { nearest } from './nearest.ts'
import { indicatorWords } from './words/words.ts'

type Measure = IndicatorPage['measures'][number]
/** So many periods are drawn at once. */
const drawn = 13

/** One figure: of the chosen period with interval and counts, the gap, the way it came, and how it is made. */
export function MeasureCard({ measure, period }: { readonly measure: Measure; readonly period: string }) {
  const w = useWords(indicatorWords)
  const text = useText()
  const label = usePeriodLabel()
  const figure = nearest(measure, period)
  return (
    <Card title={text(measure.title)}>
      {figure ? (
        <>
          <h3 className={styles.period}>{label(figure.period)}</h3>
          <Values measure={measure} figure={figure} />
          {figure.leftOut > 0 && <p className="muted small">{w.leftOut(figure.leftOut)}</p>}
        </>
      ) : (
        <p className="muted">{w.noPeriod}</p>
      )}
      <OverTime measure={measure} period={period} />
      <Meaning says={measure.says} saysNot={measure.saysNot} />
      <HowMade measure={measure} />
    </Card>
  )
}

function Values({ measure, figure }: { readonly measure: Measure; readonly figure: PeriodFigure }) {
  const w = useWords(indicatorWords)
  const text = useText()
  const value = useValueFormat()
  const counted = useCounted(measure)
  const title = `${text(measure.title)} · ${w.values}`
  return (
    <>
      <Interval
        label={title}
        rows={figure.groups.map((one) => ({ key: one.group, group: one.group, estimate: one.value, counted: counted(one) }))}
        format={value(measure, true)}
        {...(measure.kind === 'share' && { range: [0, 1] as const })}
      />
      {measure.kind === 'spread' && <p className="muted small">{w.spreadNote}</p>}
      {figure.gap && <Gap measure={measure} figure={figure} />}
      {measure.parts.length > 0 && <Parts measure={measure} figure={figure} />}
    </>
  )
}

function Gap({ measure, figure: { gap, ratio } }: { readonly measure: Pick<Measure, 'kind'>; readonly figure: PeriodFigure }) {
  const w = useWords(indicatorWords)
  const isShare = measure.kind === 'share'
  const group = useGroupName()
  const [newcomer, local] = [group('newcomer'), group('local')]
  const verdict =
    gap?.kind !== 'shown' || gap.low === null || gap.high === null
      ? undefined
      : gap.low <= 0 && gap.high >= 0
        ? w.gapNone
        : gap.value < 0
          ? w.gapLower(newcomer)
          : w.gapHigher(newcomer)
  return (
    <>
      <Interval
        label={w.gapTitle(newcomer, local)}
        rows={[{ key: 'gap', group: 'all', name: w.gapTitle(newcomer, local), estimate: gap }]}
        format={(value) => (isShare ? w.points(Math.round(100 * value)) : value.toFixed(2))}
        range={isShare ? [-1, 1] : [-2, 2]}
        mark={0}
        table={false}
      />
      {verdict !== undefined && <p>{verdict}</p>}
      {ratio?.kind === 'shown' && (
        <p className="muted small">
          {w.ratioTitle(newcomer, local)} {ratio.value.toFixed(2)}
          {ratio.low !== null && ratio.high !== null && ` (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`}
        </p>
      )}
    </>
  )
}

function Parts({ measure, figure }: { readonly measure: Measure; readonly figure: PeriodFigure }) {
  const w = useWords(indicatorWords)
  const text = useText()
  const format = useFormat()
  const value = useValueFormat()
  // A mean that is told by part shows the part's own value, not how many it is made of; parts of which there was nothing are left out.
  const ofMeans = figure.groups.some(({ parts }) => parts.some((one) => one.value))
  const told = measure.parts.filter(
    ({ part }) => !ofMeans || figure.groups.some(({ parts }) => parts.find((one) => one.part === part)?.value?.kind === 'shown'),
  )
  if (told.length === 0) return null
  return (
    <Bars
      label={`${text(measure.title)} · ${w.parts}`}
      rows={told.map(({ part, name }) => ({ key: part, label: text(name) }))}
      series={figure.groups.map(({ group, parts }) => ({
        group,
        points: told.map(({ part }) => {
          const own = parts.find((one) => one.part === part)
          const count = own?.count
          return {
            estimate: ofMeans
              ? (own?.value ?? null)
              : count === undefined
                ? null
                : count.kind === 'few'
                  ? count
                  : { kind: 'shown' as const, value: count.count, low: null, high: null },
          }
        }),
      }))}
      format={ofMeans ? value(measure, true) : (count) => format.count(count)}
    />
  )
}

/** The periods within the chosen year, or the ones that led to the chosen month. */
function OverTime({ measure, period }: { readonly measure: Measure; readonly period: string }) {
  const w = useWords(indicatorWords)
  const text = useText()
  const label = usePeriodLabel()
  const value = useValueFormat()
  const counted = useCounted(measure)
  const isYear = period.length === 4 && measure.every !== 'year'
  const periods = isYear
    ? measure.months.filter((one) => one.period.startsWith(period))
    : measure.months.filter((one) => one.period <= period || one.period.length !== period.length).slice(-drawn)
  if (periods.length < 2) return null
  const groups = [...new Set(periods.flatMap((one) => one.groups.map(({ group }) => group)))]
  return (
    <>
      <h3 className={styles.period}>{w.trend}</h3>
      <Trend
        label={`${text(measure.title)} · ${w.trend}`}
        periods={periods.map((one) => ({ key: one.period, label: label(one.period) }))}
        series={groups.map((group) => ({
          group,
          points: periods.map((one) => {
            const own = one.groups.find((some) => some.group === group)
            return { estimate: own?.value ?? null, counted: own && counted(own) }
          }),
        }))}
        format={value(measure)}
      />
    </>
  )
}
