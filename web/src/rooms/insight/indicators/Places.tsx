import { type IndicatorPage, readPlaces } from '@ronghe/contract/insight/indicators.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Bars } from '../charts/Bars.tsx'
import { usePeriodLabel } from '../charts/periods.ts'
import { useValueFormat } from '../charts/values.ts'
import { useCounted } from './counted.ts'
import styles from './indicators.module.css'
import { PlaceTable } from './PlaceTable.tsx'
import { indicatorWords } from './words/words.ts'

type Measure = IndicatorPage['measures'][number]

/** A figure by community or organ, of a finished quarter or a year; never of anything smaller. */
export function Places({ page }: { readonly page: IndicatorPage }) {
  const w = useWords(indicatorWords)
  const text = useText()
  const placed = page.measures.filter(({ places }) => places.length > 0)
  const [wanted, setWanted] = useState(placed[0]?.key)
  const [way, setWay] = useState<'community' | 'organ'>()
  const [period, setPeriod] = useState<string>()
  const measure = placed.find(({ key }) => key === wanted)
  if (!measure) return null
  const by = way && measure.places.includes(way) ? way : measure.places[0]!
  return (
    <Card title={w.places}>
      <p className="muted small">{w.placesLead}</p>
      <div className={styles.choosers}>
        {placed.length > 1 && (
          <Field label={w.measure}>
            <Select
              value={measure.key}
              onChange={(key) => {
                setWanted(key)
                setPeriod(undefined)
              }}
              options={placed.map(({ key, title }) => ({ value: key, label: text(title) }))}
            />
          </Field>
        )}
        {measure.places.length > 1 && (
          <Field label={w.by}>
            <Select
              value={by}
              onChange={setWay}
              options={measure.places.map((value) => ({ value, label: value === 'community' ? w.byCommunity : w.byOrgan }))}
            />
          </Field>
        )}
      </div>
      <ByPlace indicator={page.key} measure={measure} by={by} period={period} onPeriod={setPeriod} />
    </Card>
  )
}

function ByPlace({
  indicator,
  measure,
  by,
  period,
  onPeriod,
}: {
  readonly indicator: string
  readonly measure: Measure
  readonly by: 'community' | 'organ'
  readonly period: string | undefined
  readonly onPeriod: (period: string) => void
}) {
  const w = useWords(indicatorWords)
  const label = usePeriodLabel()
  const read = useQuery(
    reading(readPlaces, { params: { key: indicator }, query: { measure: measure.key, by, ...(period !== undefined && { period }) } }),
  )
  return (
    <Shown read={read}>
      {(reply) =>
        reply.period === null ? (
          <p className="muted">{w.placesNone}</p>
        ) : (
          <>
            <div className={styles.choosers}>
              <Field label={w.placePeriod}>
                <Select value={reply.period} onChange={onPeriod} options={reply.periods.map((value) => ({ value, label: label(value) }))} />
              </Field>
            </div>
            <Compared measure={measure} reply={reply} />
          </>
        )
      }
    </Shown>
  )
}

function Compared({ measure, reply }: { readonly measure: Measure; readonly reply: ReplyOf<typeof readPlaces> }) {
  const w = useWords(indicatorWords)
  const text = useText()
  const label = usePeriodLabel()
  const value = useValueFormat()
  const counted = useCounted(measure)
  const groups = reply.places[0]?.groups.map(({ group }) => group) ?? []
  const title = `${text(measure.title)} · ${label(reply.period!)}`
  if (groups.length === 0) return <p className="muted">{w.noPeriod}</p>
  return (
    <>
      <Bars
        label={title}
        rows={reply.places.map(({ id, name }) => ({ key: id ?? '', label: name === null ? w.noPlace : text(name) }))}
        series={groups.map((group) => ({
          group,
          points: reply.places.map((place) => {
            const own = place.groups.find((one) => one.group === group)
            return { estimate: own?.value ?? null, counted: own && counted(own) }
          }),
        }))}
        format={value(measure, true)}
        {...(measure.kind === 'share' && { range: [0, 1] as const })}
        table={<PlaceTable caption={title} measure={measure} places={reply.places} />}
      />
      {(reply.places[0]?.leftOut ?? 0) > 0 && <p className="muted small">{w.leftOut(reply.places[0]!.leftOut)}</p>}
    </>
  )
}
