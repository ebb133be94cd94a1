import type { Motion } from '@ronghe/contract/council/motions.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table } from '../../../ui/Table.tsx'
import { groupOf } from './MotionTags.tsx'
import { motionWords } from './words/words.ts'

interface Votes {
  readonly for?: number
  readonly against?: number
  readonly abstain?: number
}
interface Row extends Votes {
  readonly name: string
}

/** What the vote said, in total and by bench where the kind has totals by bench; and what was done about it by hand, if anything. */
export function ResultCard({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const rows = useRows(motion)
  const { outcome } = motion
  if (!outcome) return null
  return (
    <Card title={w.resultTitle}>
      {outcome.kind && <p>{w.outcomes[outcome.kind]}</p>}
      {rows.length > 0 && (
        <Table<Row>
          caption={w.figureCaption}
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', label: w.colBench, cell: ({ name }) => name },
            { key: 'for', label: w.figureFor, number: true, cell: (row) => row.for ?? '' },
            { key: 'against', label: w.figureAgainst, number: true, cell: (row) => row.against ?? '' },
            { key: 'abstain', label: w.figureAbstain, number: true, cell: (row) => row.abstain ?? '' },
          ]}
        />
      )}
      {outcome.override && (
        <Notice tone="attention">
          <p>{w.override(w.states[outcome.override.was], outcome.override.reason)}</p>
        </Notice>
      )}
      {outcome.asked && (
        <Notice tone="attention">
          <p>{w.overrideAsked(w.states[outcome.asked.state], outcome.asked.reason)}</p>
        </Notice>
      )}
    </Card>
  )
}

function useRows({ outcome }: Motion): readonly Row[] {
  const w = useWords(motionWords)
  const name = useGroupName()
  const { total, benches } = (outcome?.figures ?? {}) as {
    readonly total?: Votes
    readonly benches?: Partial<Record<'newcomers' | 'locals', Votes>>
  }
  return [
    ...(total ? [{ ...total, name: w.figureTotal }] : []),
    ...(['newcomers', 'locals'] as const).flatMap((bench) => (benches?.[bench] ? [{ ...benches[bench], name: name(groupOf(bench)) }] : [])),
  ]
}
