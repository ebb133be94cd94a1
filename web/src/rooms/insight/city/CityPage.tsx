import { readCity, type CityMeasure } from '@ronghe/contract/insight/city.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { CityPathsLink } from '../path-model/CityPathsLink.tsx'
import styles from './city.module.css'
import { Figures } from './Figures.tsx'
import { Missing } from './Missing.tsx'
import { cityWords } from './words/words.ts'

type City = ReplyOf<typeof readCity>

/** The city at one glance (M34): which streets are there, and a month of every measure added up over them. */
export function CityPage() {
  const w = useWords(cityWords)
  const name = useGroupName()
  const format = useFormat()
  const [wanted, setWanted] = useState<string>()
  const read = useQuery(reading(readCity, { query: wanted === undefined ? {} : { month: wanted } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead(name('newcomer'), name('local'))} back={{ to: '/' }} />
      <Shown read={read}>
        {(city) =>
          !city.connected ? (
            <EmptyState title={w.alone} next={<LinkButton to="/insight">{w.toStreet}</LinkButton>}>
              {w.aloneText}
            </EmptyState>
          ) : city.month === null ? (
            <EmptyState title={w.nothing} next={<LinkButton to="/insight">{w.toStreet}</LinkButton>}>
              {w.nothingText}
            </EmptyState>
          ) : (
            <>
              <div className={styles.head}>
                <Field label={w.month}>
                  <Select
                    value={city.month}
                    onChange={setWanted}
                    options={city.months.map((month) => ({ value: month, label: format.month(month) }))}
                  />
                </Field>
                <p className="muted">
                  {w.streetsThere(
                    format.count(city.streets.filter(({ missingSince }) => missingSince === null).length),
                    format.count(city.streets.length),
                  )}{' '}
                  {w.noRanking}
                </p>
              </div>
              <Missing city={city} />
              <Measures city={city} />
              <CityPathsLink />
            </>
          )
        }
      </Shown>
    </>
  )
}

/** One card for each of the nineteen groups that somebody could show something of. */
function Measures({ city }: { readonly city: City }) {
  const w = useWords(cityWords)
  const text = useText()
  const byIndicator = Map.groupBy(city.measures, ({ indicator }) => indicator.number)
  return [...byIndicator.values()].map((measures) => {
    const { indicator } = measures[0]!
    return (
      <Card key={indicator.key} title={w.indicator(indicator.number, text(indicator.title))}>
        <ul className={styles.measures}>
          {measures.map((measure) => (
            <li key={measure.key}>
              <MeasureLine measure={measure} />
            </li>
          ))}
        </ul>
      </Card>
    )
  })
}

function MeasureLine({ measure }: { readonly measure: City['measures'][number] }) {
  const w = useWords(cityWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <h3 className={styles.measure}>
        <Link {...toFigure(measure)}>{text(measure.title)}</Link>
      </h3>
      <Figures measure={measure} figures={measure} />
      <p className="muted small">{w.ofStreets(format.count(measure.streets))}</p>
    </>
  )
}

const toFigure = ({ key }: Pick<CityMeasure, 'key'>) => {
  const [indicator = '', measure = ''] = key.split('.')
  return { to: '/city/$indicator/$measure', params: { indicator, measure } } as const
}
