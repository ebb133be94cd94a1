import type { AllocationResult, GroupEffect } from '@ronghe/contract/council/allocation-results.ts'
import type { ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
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
  const columns = [
    { key: 'all', label: w.everybody, mark: null },
    ...groups.map((group) => ({ key: group, label: name(group), mark: <GroupMark group={group} /> })),
  ] as const
  return (
    <Card title={w.groupsTitle} className={styles.gap}>
      <p>{w.groupsText(format.money(result.greedy.costCents), format.count(result.greedy.projects))}</p>
      <table className={styles.effects} aria-label={w.groupsTitle}>
        <thead>
          <tr>
            <th scope="col">{w.measure}</th>
            {columns.map(({ key, label, mark }) => (
              <th key={key} scope="col">
                {mark} {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map(({ key, label: whose, mark }) => (
                <td key={key}>
                  <span className={styles.whose}>
                    {mark} {whose}{' '}
                  </span>
                  {cell(result.groups[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">{w.groupsMean}</p>
    </Card>
  )
}
