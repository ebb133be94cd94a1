import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './survey-results.module.css'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** Communities in the order in which the street names them, never by a figure. */
export function ByCommunity({ measure }: { readonly measure: Measure }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const name = useGroupName()
  const groups = measure.groups.map(({ group }) => group).filter((group) => group !== 'unstated')
  return (
    <Card title={w.byCommunity}>
      <p className="muted small">{w.byCommunityNote}</p>
      <Table
        caption={`${text(measure.name)} · ${w.byCommunity}`}
        rows={measure.communities}
        rowKey={({ id }) => id}
        empty={<p className="muted">{w.noCommunity}</p>}
        columns={[
          { key: 'community', label: w.community, cell: (community) => text(community.name) },
          ...groups.map((group) => ({
            key: group,
            label: name(group),
            number: true,
            cell: (community: Measure['communities'][number]) => {
              const value = community.groups.find((one) => one.group === group)?.value
              if (value?.kind !== 'shown') return <span className="muted">{w.few}</span>
              return (
                <span className={styles.cell}>
                  <strong>{value.value.toFixed(2)}</strong>
                  {value.low !== null && value.high !== null && (
                    <span className="muted small">
                      {value.low.toFixed(2)}–{value.high.toFixed(2)}
                    </span>
                  )}
                </span>
              )
            },
          })),
        ]}
      />
    </Card>
  )
}
