import type { TiesQuarter, TookPart } from '@ronghe/contract/insight/ties.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './ties.module.css'
import { tiesWords } from './words/words.ts'

const groups = ['newcomer', 'local', 'unstated'] as const
type Table = TiesQuarter['who'][number]
interface Line {
  readonly name: string
  readonly groups: readonly TookPart[]
}

/** Who took part at least once, in the street and by place, both groups side by side; and what is not known. */
export function WhoCame({ quarter }: { readonly quarter: TiesQuarter }) {
  const w = useWords(tiesWords)
  const text = useText()
  const community = quarter.who.find(({ by }) => by === 'community')
  const county = quarter.who.find(({ by }) => by === 'homeCounty')
  const lines = (table: Table, nameless: string): Line[] =>
    table.rows.map(({ name, groups: cells }) => ({ name: name === null ? nameless : text(name), groups: cells }))
  return (
    <Card title={w.whoTitle}>
      <p>{w.whoLead}</p>
      <Shares
        caption={w.byCommunity}
        first={w.place}
        lines={[{ name: w.street, groups: quarter.people }, ...(community ? lines(community, w.notSaid) : [])]}
      />
      {county && <Shares caption={w.byHomeCounty} first={w.county} lines={lines(county, w.countyOthers)} />}
      <p className="muted small">{w.whoSaysNot}</p>
      <p className="muted small">{w.unknown}</p>
    </Card>
  )
}

function Shares({ caption, first, lines }: { readonly caption: string; readonly first: string; readonly lines: readonly Line[] }) {
  const w = useWords(tiesWords)
  const name = useGroupName()
  const apart = lines[0]?.groups.some(({ group }) => group !== 'all') ?? false
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={({ name: key }) => key}
      columns={[
        { key: 'name', label: first, cell: (line) => line.name },
        ...(apart ? groups : (['all'] as const)).map((group) => ({
          key: group,
          label: group === 'all' ? w.everybody : name(group),
          number: true,
          cell: (line: Line) => <ShareCell part={line.groups.find((one) => one.group === group)} />,
        })),
      ]}
    />
  )
}

function ShareCell({ part }: { readonly part: TookPart | undefined }) {
  const w = useWords(tiesWords)
  const format = useFormat()
  if (!part || part.took.kind === 'few' || part.not.kind === 'few' || part.share.kind === 'few')
    return <span className="muted">{w.few}</span>
  return (
    <span className={styles.stacked}>
      <span className={styles.marked}>
        {part.group !== 'all' && <GroupMark group={part.group} />}
        <strong>{format.percent(part.share.value)}</strong>
      </span>
      {part.share.low !== null && part.share.high !== null && (
        <span className="muted small">{format.interval(part.share.low, part.share.high)}</span>
      )}
      <span className="muted small">{w.ofPeople(format.count(part.took.count), format.count(part.took.count + part.not.count))}</span>
    </span>
  )
}
