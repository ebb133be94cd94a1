import type { AgreementPage } from '@ronghe/contract/programme/agreements.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { agreementDeskWords } from './words/words.ts'

type Uses = AgreementPage['uses']

/** Counts by outcome; what is too few to show is said to be too few. */
export function AgreementUses({ uses }: { readonly uses: Uses }) {
  const w = useWords(agreementDeskWords)
  const format = useFormat()
  const count = (shown: Uses['total']): string => (shown.kind === 'shown' ? format.count(shown.count) : w.few)
  const rows = [
    ...uses.outcomes.map(({ outcome, count: shown }) => ({ key: outcome as string, label: w.outcomes[outcome], count: count(shown) })),
    { key: 'total', label: w.total, count: count(uses.total) },
  ]
  return (
    <>
      <Table
        caption={w.uses}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'outcome', label: w.outcome, cell: ({ label }) => label },
          { key: 'count', label: w.count, number: true, cell: (row) => row.count },
        ]}
      />
      <p className="muted small">{w.usesUntil(format.day(uses.until))}</p>
    </>
  )
}
