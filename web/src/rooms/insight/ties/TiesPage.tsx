import { readTies } from '@ronghe/contract/insight/ties.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Comparison } from './Comparison.tsx'
import { Kinds } from './Kinds.tsx'
import { Quarters } from './Quarters.tsx'
import styles from './ties.module.css'
import { WhoCame } from './WhoCame.tsx'
import { tiesWords } from './words/words.ts'

/** Whether newcomers and locals do things together (M32). */
export function TiesPage() {
  const w = useWords(tiesWords)
  const format = useFormat()
  const group = useGroupName()
  const [wanted, setWanted] = useState<string>()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead(group('newcomer'), group('local'))} back={{ to: '/insight' }} />
      <Shown read={useQuery(reading(readTies))}>
        {({ quarters, next }) => {
          const quarter = quarters.find(({ period }) => period === wanted) ?? quarters[0]
          const soon = w.next(format.quarter(next.period), format.wholeDay(next.shownFrom))
          return (
            <>
              {quarter ? (
                <>
                  <Field label={w.quarter}>
                    <Select
                      value={quarter.period}
                      onChange={setWanted}
                      options={quarters.map(({ period }) => ({ value: period, label: format.quarter(period) }))}
                    />
                  </Field>
                  <Comparison quarter={quarter} />
                  {quarters.length > 1 && <Quarters quarters={quarters} />}
                  {quarter.kinds.length > 0 && <Kinds quarter={quarter} />}
                  <WhoCame quarter={quarter} />
                  <p className="muted small">{soon}</p>
                </>
              ) : (
                <EmptyState title={w.noneYet}>
                  {soon} {w.tooLittleNext}
                </EmptyState>
              )}
              <Card title={w.howTitle}>
                <ul className={styles.how}>
                  {w.how.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <LinkButton kind="plain" to="/insight/flows">
                  {w.toFlows}
                </LinkButton>
              </Card>
            </>
          )
        }}
      </Shown>
    </>
  )
}
