import { readCity, readCityMeasure } from '@ronghe/contract/insight/city.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './city.module.css'
import { Figures } from './Figures.tsx'
import { Missing } from './Missing.tsx'
import { StreetMap } from './StreetMap.tsx'
import { StreetTable } from './StreetTable.tsx'
import { cityWords } from './words/words.ts'

export type Figure = ReplyOf<typeof readCityMeasure>

/** One measure in every street, side by side in the order of the register. */
export function CityFigure() {
  const w = useWords(cityWords)
  const text = useText()
  const { indicator, measure } = useParams({ strict: false }) as { readonly indicator: string; readonly measure: string }
  const [wanted, setWanted] = useState<string>()
  const city = useQuery(reading(readCity))
  const read = useQuery(
    reading(readCityMeasure, { params: { measure: `${indicator}.${measure}` }, query: wanted === undefined ? {} : { month: wanted } }),
  )
  return (
    <>
      <PageHeader title={read.data ? text(read.data.title) : w.title} back={{ to: '/city', label: w.title }} lead={w.noRanking} />
      <Shown read={read}>
        {(figure) => (
          <>
            <Chooser figure={figure} onChoose={setWanted} />
            <Card title={w.whole}>
              <Figures measure={figure} figures={figure.city} />
              <p className="muted small">{w.wholeMeans(String(figure.city.streets))}</p>
              <dl className={styles.meaning}>
                {(['says', 'saysNot', 'bias'] as const).map((part) => (
                  <div key={part}>
                    <dt>{w[part]}</dt>
                    <dd>{text(figure[part])}</dd>
                  </div>
                ))}
              </dl>
            </Card>
            <Shown read={city}>
              {({ streets, cells }) => (
                <>
                  <Missing city={{ streets, cells }} />
                  <StreetMap figure={figure} streets={streets} />
                  <Card title={w.tableTitle} className={styles.wide}>
                    <Composition figure={figure} />
                    <p>
                      {w.intervals} {w.causes}
                    </p>
                    <StreetTable figure={figure} streets={streets} />
                  </Card>
                </>
              )}
            </Shown>
          </>
        )}
      </Shown>
    </>
  )
}

function Chooser({ figure, onChoose }: { readonly figure: Figure; readonly onChoose: (month: string) => void }) {
  const w = useWords(cityWords)
  const format = useFormat()
  return (
    <div className={styles.head}>
      <Field label={w.month}>
        <Select
          value={figure.month}
          onChange={onChoose}
          options={figure.months.map((month) => ({ value: month, label: format.month(month) }))}
        />
      </Field>
    </div>
  )
}

/** What the weighting does, in words first; the formula and its sources behind. */
function Composition({ figure: { weights } }: { readonly figure: Figure }) {
  const w = useWords(cityWords)
  const format = useFormat()
  const name = useGroupName()
  if (!weights) return null
  const parts = [name('newcomer'), format.percent(weights.newcomer), name('local'), format.percent(weights.local)] as const
  return (
    <>
      <p>{w.standardisedMeans(...parts)}</p>
      <details className={styles.behind}>
        <summary>{w.howWorked}</summary>
        <p>{w.standardisedFormula(...parts)}</p>
      </details>
    </>
  )
}
