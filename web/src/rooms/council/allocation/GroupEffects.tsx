import type { AllocationResult, GroupEffect } from '@ronghe/contract/council/allocation-results.ts'
import type { ShownFigure } from '@ronghe/contract/platform/shown.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

const groups = ['newcomer', 'local', 'unstated'] as const

/** Both groups side by side: who came, what their money did, and what the other rule would have done for them. */
export function GroupEffects({ result }: { readonly result: AllocationResult }) {
  const w = useWords(allocationWords)
  const ui = useWords(uiWords)
  const format = useFormat()
  const name = useGroupName()
  const share = (figure: ShownFigure): string => (figure.kind === 'shown' ? format.percent(figure.value) : ui.tooFew)
  const each = (figure: ShownFigure): string =>
    figure.kind === 'shown' ? w.projectsEach(format.count(Math.round(figure.value * 100) / 100)) : ui.tooFew
  const rows: readonly (readonly [string, (effect: GroupEffect) => string])[] = [
    [w.groupRows.voters, ({ voters }) => (voters.kind === 'shown' ? format.count(voters.count) : ui.tooFew)],
    [w.groupRows.turnoutShare, ({ turnoutShare }) => share(turnoutShare)],
    [w.groupRows.moneyShare, ({ moneyShare }) => share(moneyShare)],
    [w.groupRows.expected, ({ expected }) => (expected === null ? '—' : format.percent(expected))],
    [w.groupRows.nothing, ({ nothing }) => share(nothing.here)],
    [w.groupRows.nothingGreedy, ({ nothing }) => share(nothing.greedy)],
    [w.groupRows.fundedMean, ({ funded }) => each(funded.here)],
    [w.groupRows.fundedMeanGreedy, ({ funded }) => each(funded.greedy)],
    [w.groupRows.prefer, ({ preferHere }) => share(preferHere)],
  ]
  const column = (key: keyof AllocationResult['groups'], label: string, head?: ReactNode) => ({
    key,
    label,
    cell: ([, cell]: (typeof rows)[number]) => (
      <>
        {head} {cell(result.groups[key])}
      </>
    ),
  })
  return (
    <Card title={w.groupsTitle} className={styles.gap}>
      <p>{w.groupsText(format.money(result.greedy.costCents), format.count(result.greedy.projects))}</p>
      <Table
        caption={w.groupsTitle}
        rows={rows}
        rowKey={([label]) => label}
        columns={[
          { key: 'what', label: '', cell: ([label]) => <strong>{label}</strong> },
          column('all', w.everybody),
          ...groups.map((group) => column(group, name(group), <GroupMark group={group} />)),
        ]}
      />
      <p className="muted small">{w.groupsMean}</p>
    </Card>
  )
}
