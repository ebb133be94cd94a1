import { useText, useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import { steps } from './numbers.ts'
import styles from './survey-results.module.css'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** Everything that was asked on one sheet, both groups in the same order. */
export function AtAGlance({ measures, title }: { readonly measures: readonly Measure[]; readonly title: string }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const name = useGroupName()
  const mean = (group: 'newcomer' | 'local') => (measure: Measure) => {
    const value = measure.groups.find((one) => one.group === group)?.value
    return value === undefined ? '' : value.kind === 'shown' ? value.value.toFixed(2) : w.few
  }
  const gapOf = ({ gap }: Measure): string =>
    gap === null ? w.onlyOneShort : gap.kind === 'shown' ? w.gapShort(steps(gap.value), gap.clear) : w.notEnoughShort
  return (
    <details className={styles.more}>
      <summary>{w.atAGlance}</summary>
      <p className="muted small">{w.glanceNote}</p>
      <Table
        caption={title}
        rows={measures}
        rowKey={({ id }) => id}
        columns={[
          { key: 'measure', label: w.measure, cell: (measure) => text(measure.name) },
          { key: 'newcomer', label: name('newcomer'), number: true, cell: mean('newcomer') },
          { key: 'local', label: name('local'), number: true, cell: mean('local') },
          { key: 'gap', label: w.gap, number: true, cell: gapOf },
        ]}
      />
    </details>
  )
}
