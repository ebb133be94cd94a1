import type { CommendationFigures, CommendationRound } from '@ronghe/contract/programme/commendations.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './commendations.module.css'
import { commendationWords } from './words/words.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly all: Shown
  readonly groups: Readonly<Record<'newcomer' | 'local' | 'unstated', Shown>>
}

/** Group figures of a round, with what is too small left out. */
export function CommendationFiguresCard({ round, figures }: { readonly round: CommendationRound; readonly figures: CommendationFigures }) {
  const w = useWords(commendationWords)
  const text = useText()
  const format = useFormat()
  const group = useGroupName()
  const count = (shown: Shown, few = w.few): string => (shown.kind === 'shown' ? format.count(shown.count) : few)
  const { nominated } = figures.withoutPost
  const rows: readonly Row[] = [
    ...figures.categories.map(({ key, nominated: all, groups }) => ({
      key,
      name: text(round.categories.find((one) => one.key === key)!.name),
      all,
      groups,
    })),
    { key: 'awarded', name: w.figureRow.awarded, all: figures.awarded.all, groups: figures.awarded.groups },
  ]
  return (
    <Card title={w.figures} className={styles.gap}>
      <Facts
        facts={[
          [w.figureRow.nominated, count(figures.nominated)],
          [w.figureRow.declined, count(figures.declined)],
          [w.figureRow.withoutPost, nominated.kind === 'shown' ? format.percent(nominated.value) : w.few],
        ]}
      />
      {figures.nominated.kind === 'shown' && (
        <Table
          caption={w.byCategory}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'category', label: w.category, cell: ({ name }) => name },
            ...(['newcomer', 'local', 'unstated'] as const).map((one) => ({
              key: one,
              label: group(one),
              number: true,
              cell: ({ groups }: Row) => count(groups[one], w.fewCell),
            })),
            { key: 'all', label: w.all, number: true, cell: ({ all }) => count(all, w.fewCell) },
          ]}
        />
      )}
      <p className="muted small">{w.figuresText}</p>
    </Card>
  )
}
