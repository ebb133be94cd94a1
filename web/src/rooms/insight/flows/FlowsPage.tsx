import { readFlows, type FlowsHalf } from '@ronghe/contract/insight/flows.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Behind } from '../charts/Behind.tsx'
import { FlowPicture } from './FlowPicture.tsx'
import { FlowSentences, useDoorSentence } from './FlowSentences.tsx'
import { FlowTable } from './FlowTable.tsx'
import styles from './flows.module.css'
import { streamsOf } from './streams.ts'
import { flowsWords } from './words/words.ts'

/** How people move between being served, learning, volunteering and deciding (M33). */
export function FlowsPage() {
  const w = useWords(flowsWords)
  const format = useFormat()
  const [wanted, setWanted] = useState<string>()
  const name = (half: string): string => w.halfOf(half.slice(0, 4), half.slice(-1))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/insight' }} />
      <Shown read={useQuery(reading(readFlows))}>
        {({ halves, next }) => {
          const half = halves.find(({ period }) => period === wanted) ?? halves[0]
          const soon = w.next(name(next.period), format.wholeDay(next.shownFrom))
          return (
            <>
              {half ? (
                <>
                  <Field label={w.half}>
                    <Select
                      value={half.period}
                      onChange={setWanted}
                      options={halves.map(({ period }) => ({ value: period, label: name(period) }))}
                    />
                  </Field>
                  <OneHalf half={half} name={name(half.period)} />
                  <p className="muted small">{soon}</p>
                </>
              ) : (
                <EmptyState title={w.noneYet}>
                  {soon} {w.noneText}
                </EmptyState>
              )}
              <LinkButton kind="plain" to="/insight/ties">
                {w.toTies}
              </LinkButton>
            </>
          )
        }}
      </Shown>
    </>
  )
}

function OneHalf({ half, name }: { readonly half: FlowsHalf; readonly name: string }) {
  const w = useWords(flowsWords)
  const say = useDoorSentence()
  return (
    <>
      <Card title={w.wordsTitle}>
        <FlowSentences half={half} />
      </Card>
      <Card title={w.pictureTitle}>
        {streamsOf(half).length > 0 && <FlowPicture half={half} label={w.picture(name, half.doors.map(say).join(' '))} />}
        <Behind>
          <FlowTable half={half} />
        </Behind>
        <dl className={styles.meaning}>
          <dt>{w.says}</dt>
          <dd>{w.saysText}</dd>
          <dt>{w.saysNot}</dt>
          <dd>{w.saysNotText}</dd>
        </dl>
        <p className="muted small">{w.few5}</p>
      </Card>
    </>
  )
}
