import { type IndicatorPage as Page, readIndicator } from '@ronghe/contract/insight/indicators.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { usePeriodLabel } from '../charts/periods.ts'
import styles from './indicators.module.css'
import { endOf } from './nearest.ts'
import { MeasureCard } from './MeasureCard.tsx'
import { Places } from './Places.tsx'
import { indicatorWords } from './words/words.ts'

/** An indicator (M30): all its figures of a month, quarter or year, then by place, and how each is made. */
export function IndicatorPage() {
  const w = useWords(indicatorWords)
  const text = useText()
  const key = useParam('key')
  const read = useQuery(reading(readIndicator, { params: { key } }))
  return (
    <>
      <PageHeader
        title={read.data ? text(read.data.title) : w.back}
        above={read.data && w.number(read.data.number)}
        lead={w.lead}
        back={{ to: '/insight', label: w.back }}
      />
      <Shown read={read}>{(page) => <Figures page={page} key={page.key} />}</Shown>
    </>
  )
}

/** Months and quarters first, what ended last at the top and of those the shortest, then years. */
const periodsOf = ({ measures }: Page): readonly string[] => {
  const every = (part: 'years' | 'months') => [...new Set(measures.flatMap((measure) => measure[part].map(({ period }) => period)))]
  const [years, months] = [every('years'), every('months')].map((periods) => periods.toSorted(lastEnded))
  return [...months!.filter((month) => !years!.includes(month)), ...years!]
}

const lastEnded = (one: string, other: string): number =>
  endOf(one) === endOf(other) ? one.length - other.length || one.localeCompare(other) : endOf(one) < endOf(other) ? 1 : -1

function Figures({ page }: { readonly page: Page }) {
  const w = useWords(indicatorWords)
  const format = useFormat()
  const label = usePeriodLabel()
  const periods = periodsOf(page)
  const [chosen, setChosen] = useState<string>()
  const period = chosen ?? periods[0]
  const { next } = page
  return (
    <>
      {period === undefined ? (
        <EmptyState title={w.none}>{w.noneText(label(next.period), format.day(next.shownFrom))}</EmptyState>
      ) : (
        <>
          <div className={styles.choosers}>
            <Field label={w.period} hint={w.next(label(next.period), format.day(next.shownFrom))}>
              <Select value={period} onChange={setChosen} options={periods.map((value) => ({ value, label: label(value) }))} />
            </Field>
          </div>
          <div className={styles.cards}>
            {page.measures.map((measure) => (
              <MeasureCard key={measure.key} measure={measure} period={period} />
            ))}
          </div>
          <Places page={page} />
        </>
      )}
      <LinkButton kind="quiet" wide to="/insight/dictionary">
        {w.toDictionary}
      </LinkButton>
    </>
  )
}
