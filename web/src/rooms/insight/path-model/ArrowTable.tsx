import type { PathArrow } from '@ronghe/contract/insight/path-model.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Behind } from '../charts/Behind.tsx'
import { pathModelWords } from './words/words.ts'

/** Every arrow in words, and why it is there. */
export function ArrowTable({ arrows }: { readonly arrows: readonly PathArrow[] }) {
  const w = useWords(pathModelWords)
  return (
    <Behind>
      <Table
        caption={w.arrowsCaption}
        rows={arrows}
        rowKey={({ from, to }) => `${from} ${to}`}
        columns={[
          { key: 'arrow', label: w.arrowColumn, cell: ({ from, to }) => w.arrow(w.boxes[from], w.boxes[to]) },
          { key: 'because', label: w.why, cell: ({ because }) => w.because[because] },
        ]}
      />
    </Behind>
  )
}
