import { listRounds, type RoundLine } from '@ronghe/contract/council/allocation.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Paged } from '../../../../ui/Paged.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toneOf } from '../tones.ts'
import { allocationWords } from '../words/words.ts'
import { allocationDeskWords } from './words/words.ts'

/** Every round as the clerk, the office and the windows work on it. */
export function DeskRounds() {
  const w = useWords(allocationDeskWords)
  const { states } = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const isClerk = usePermission('council.clerk')
  const handsOut = usePermission('people.find')
  const pages = useInfiniteQuery(readingPages(listRounds))
  const open = ({ id }: RoundLine): void =>
    void navigate({ to: '/council/allocation/$roundId' as string, params: { roundId: id } as never })
  return (
    <>
      <PageHeader
        title={w.title}
        lead={w.lead}
        beside={
          <ButtonRow>
            {isClerk && <LinkButton to="/council/allocation/new">{w.newRound}</LinkButton>}
            {handsOut && (
              <LinkButton kind="quiet" to="/council/allocation/hand-out">
                {w.handOut}
              </LinkButton>
            )}
          </ButtonRow>
        }
      />
      <Paged pages={pages} empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}>
        {(rounds) => (
          <Table
            caption={w.caption}
            rows={rounds}
            rowKey={({ id }) => id}
            onOpen={open}
            columns={[
              { key: 'round', label: w.round, cell: ({ title }) => text(title) },
              { key: 'state', label: w.state, cell: ({ state }) => <Tag tone={toneOf(state)}>{states[state]}</Tag> },
              { key: 'until', label: w.until, cell: ({ until }) => (until ? format.day(until) : '') },
              { key: 'projects', label: w.projects, number: true, cell: ({ projects }) => format.count(projects) },
              { key: 'budget', label: w.budget, number: true, cell: ({ budgetCents }) => format.money(budgetCents) },
            ]}
          />
        )}
      </Paged>
    </>
  )
}
