import { type CommendationLine, listCommendations } from '@ronghe/contract/programme/commendations.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toneOf } from '../tones.ts'
import { commendationWords } from '../words/words.ts'
import { commendationDeskWords } from './words/words.ts'

/** The rounds as the office runs them. */
export function DeskCommendations() {
  const w = useWords(commendationDeskWords)
  const { states } = useWords(commendationWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const open = ({ id }: CommendationLine): void =>
    void navigate({ to: '/commendations/$roundId' as string, params: { roundId: id } as never })
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} beside={<LinkButton to="/commendations/new">{w.newRound}</LinkButton>} />
      <Shown read={useQuery(reading(listCommendations))}>
        {({ items }) => (
          <Table
            caption={w.caption}
            rows={items}
            rowKey={({ id }) => id}
            onOpen={open}
            empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}
            columns={[
              { key: 'year', label: w.year, number: true, cell: ({ year }) => String(year) },
              { key: 'name', label: w.name, cell: ({ title }) => text(title) },
              { key: 'state', label: w.state, cell: ({ state }) => <Tag tone={toneOf(state)}>{states[state]}</Tag> },
              { key: 'until', label: w.until, cell: ({ nominationsUntil }) => format.day(nominationsUntil) },
            ]}
          />
        )}
      </Shown>
    </>
  )
}
