import { type ContractLine, listContracts } from '@ronghe/contract/programme/contracts.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toneOf } from '../tones.ts'
import { contractWords } from '../words/words.ts'
import { contractDeskWords } from './words/words.ts'

/** Every project, for whoever prepares, decides, offers or pays. */
export function DeskContracts() {
  const w = useWords(contractDeskWords)
  const { states } = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const prepares = usePermission('programme.contracts.prepare')
  const open = ({ id }: ContractLine): void => void navigate({ to: '/contracts/$projectId' as string, params: { projectId: id } as never })
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} beside={prepares && <LinkButton to="/contracts/new">{w.newNeed}</LinkButton>} />
      <Shown read={useQuery(reading(listContracts))}>
        {({ items }) => (
          <Table
            caption={w.caption}
            rows={items}
            rowKey={({ id }) => id}
            onOpen={open}
            empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}
            columns={[
              { key: 'number', label: w.number, cell: ({ number }) => number },
              { key: 'name', label: w.name, cell: ({ title }) => text(title) },
              { key: 'state', label: w.state, cell: ({ state }) => <Tag tone={toneOf(state)}>{states[state]}</Tag> },
              { key: 'contractor', label: w.contractor, cell: ({ contractor }) => (contractor ? text(contractor.name) : '') },
              {
                key: 'amount',
                label: w.amount,
                number: true,
                cell: ({ contractCents, budgetCents }) =>
                  (contractCents ?? budgetCents) === null ? '' : format.money(contractCents ?? budgetCents ?? 0),
              },
              { key: 'paid', label: w.paid, number: true, cell: ({ paidCents }) => format.money(paidCents) },
            ]}
          />
        )}
      </Shown>
    </>
  )
}
