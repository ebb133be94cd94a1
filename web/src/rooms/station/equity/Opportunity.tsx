import type { readEquity } from '@ronghe/contract/station/equity.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './equity.module.css'
import { GroupCell, GroupLine } from './GroupLine.tsx'
import { MeaningNote } from './MeaningNote.tsx'
import { twoPlaces } from './RatioPicture.tsx'
import { equityWords } from './words/words.ts'

type Page = ReplyOf<typeof readEquity>
type Change = Page['opportunity']['openedSince'][number]

/** What is open to whom, what is for one group only and by which law, and what was opened or narrowed when. */
export function Opportunity({ page: { opportunity, meanings } }: { readonly page: Page }) {
  const w = useWords(equityWords)
  const text = useText()
  const group = useGroupName()
  const { ratio } = opportunity
  return (
    <>
      <Card title={w.opportunity}>
        <div className={styles.two}>
          <Counts title={w.openSame} count={opportunity.open} />
          <Counts title={w.openOther} count={opportunity.withOtherPapers} />
        </div>
        <p>{ratio === null ? w.opportunityNone : w.opportunityRatio(twoPlaces(ratio), group('newcomer'), group('local'))}</p>
        <MeaningNote meaning={meanings.opportunity} />
      </Card>
      <Table
        caption={w.oneGroup}
        rows={opportunity.oneGroup}
        rowKey={({ key }) => key}
        empty={<Empty>{w.oneGroupEmpty}</Empty>}
        columns={[
          { key: 'service', label: w.service, cell: ({ name }) => text(name), sortBy: ({ name }) => text(name) },
          { key: 'group', label: w.forGroup, cell: ({ group }) => <GroupCell group={group} />, sortBy: ({ group }) => group },
          { key: 'law', label: w.oneGroupWhy, cell: ({ law }) => (law === null ? w.noLaw : text(law)) },
        ]}
      />
      <Changes caption={w.openedSince} changes={opportunity.openedSince} empty={w.openedEmpty} />
      <Changes caption={w.narrowedSince} changes={opportunity.narrowedSince} empty={w.narrowedEmpty} />
    </>
  )
}

function Counts({ title, count }: { readonly title: string; readonly count: { readonly newcomer: number; readonly local: number } }) {
  const w = useWords(equityWords)
  const format = useFormat()
  return (
    <div className={styles.groups}>
      <h3>{title}</h3>
      {(['newcomer', 'local'] as const).map((group) => (
        <GroupLine key={group} group={group}>
          <strong>{w.services(format.count(count[group]))}</strong>
        </GroupLine>
      ))}
    </div>
  )
}

function Changes({ caption, changes, empty }: { readonly caption: string; readonly changes: readonly Change[]; readonly empty: string }) {
  const w = useWords(equityWords)
  const text = useText()
  const format = useFormat()
  const named = (state: string): string => (w.openness as Readonly<Record<string, string>>)[state] ?? state
  return (
    <Table
      caption={caption}
      rows={changes}
      rowKey={({ key, group, since }) => `${key} ${group} ${since}`}
      empty={<Empty>{empty}</Empty>}
      columns={[
        { key: 'since', label: w.since, cell: ({ since }) => format.day(since), sortBy: ({ since }) => since },
        { key: 'service', label: w.service, cell: ({ name }) => text(name), sortBy: ({ name }) => text(name) },
        { key: 'group', label: w.forGroup, cell: ({ group }) => <GroupCell group={group} /> },
        { key: 'what', label: w.changeWhat, cell: ({ from, to }) => w.change(named(from), named(to)) },
      ]}
    />
  )
}

const Empty = ({ children }: { readonly children: string }) => <p className={`${styles.empty} muted`}>{children}</p>
