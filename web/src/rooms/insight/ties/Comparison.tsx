import type { Compared, TiesQuarter } from '@ronghe/contract/insight/ties.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Behind } from '../charts/Behind.tsx'
import { ChanceLegend, ChancePicture } from './ChancePicture.tsx'
import { verdictOf } from './chance-scale.ts'
import { Meaning } from './Meaning.tsx'
import styles from './ties.module.css'
import { tiesWords } from './words/words.ts'

type Tested = Extract<TiesQuarter['test'], { kind: 'compared' }>

/** Pairs that met and mixed gatherings, each beside what chance gives; or what it would take to compare. */
export function Comparison({ quarter }: { readonly quarter: TiesQuarter }) {
  const w = useWords(tiesWords)
  const { test } = quarter
  if (test.kind === 'tooLittle')
    return (
      <Card title={w.tooLittleTitle}>
        <Notice>{w.tooLittle(test.needs.gatherings, test.needs.people)}</Notice>
        <p>{w.tooLittleNext}</p>
      </Card>
    )
  return (
    <>
      <Pairs test={test} />
      <Mixed test={test} quarter={quarter} />
    </>
  )
}

function Pairs({ test: { bridging, possiblePairs } }: { readonly test: Tested }) {
  const w = useWords(tiesWords)
  const format = useFormat()
  const group = useGroupName()
  return (
    <Card title={w.bridgingTitle}>
      <Beside what={w.bridgingTitle} compared={bridging}>
        {w.bridgingSays(group('newcomer'), group('local'), format.count(bridging.observed))}
      </Beside>
      {possiblePairs !== null && <p className="muted small">{w.possible(format.count(possiblePairs))}</p>}
    </Card>
  )
}

function Mixed({ test: { mixed }, quarter }: { readonly test: Tested; readonly quarter: TiesQuarter }) {
  const w = useWords(tiesWords)
  const format = useFormat()
  return (
    <Card title={w.mixedTitle}>
      <Beside what={w.mixedTitle} compared={mixed}>
        {w.mixedSays(format.count(mixed.observed), format.count(quarter.gatherings), quarter.mixedPercent)}
      </Beside>
    </Card>
  )
}

/** The answer, what it is about, the picture, the table behind it, and what all of it means. */
function Beside({ what, compared, children }: { readonly what: string; readonly compared: Compared; readonly children: ReactNode }) {
  const w = useWords(tiesWords)
  const format = useFormat()
  const whole = (value: number): string => format.count(Math.round(value))
  const { observed, expected, low, high, z, p } = compared
  const verdict = verdictOf(compared)
  const rows = [
    { name: w.observed, value: whole(observed) },
    { name: w.expected, value: expected.toFixed(1) },
    { name: w.interval, value: `${whole(low)}–${whole(high)}` },
    ...(z === null ? [] : [{ name: w.z, value: z.toFixed(2) }]),
    { name: w.p, value: p < 0.001 ? w.less : p.toFixed(3) },
  ]
  return (
    <>
      <p>
        <strong>{w[verdict]}</strong>
      </p>
      <p>{children}</p>
      <p>{w.chance(whole(expected), whole(low), whole(high))}</p>
      <ChancePicture what={what} compared={compared} />
      <ChanceLegend />
      <Behind>
        <Table
          caption={what}
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', label: w.measure, cell: ({ name }) => name },
            { key: 'value', label: what, cell: ({ value }) => <span className={styles.number}>{value}</span>, number: true },
          ]}
        />
      </Behind>
      <Meaning says={w.testSays} saysNot={w.testSaysNot} />
    </>
  )
}
