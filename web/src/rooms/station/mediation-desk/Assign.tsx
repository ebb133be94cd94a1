import { type DisputeToAssign, listDisputesToAssign } from '@ronghe/contract/station/mediation-work.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { mediationWords } from '../words/mediation/words.ts'
import { Propose } from './Propose.tsx'
import { YearFigures } from './YearFigures.tsx'
import { mediationDeskWords } from './words/words.ts'

export type ToAssign = z.infer<typeof DisputeToAssign>

/** For whoever finds the mediators: kind and state of each dispute, nothing of what it is about or whose it is. */
export function Assign() {
  const w = useWords(mediationDeskWords)
  const { topic: topics, state: states } = useWords(mediationWords)
  const format = useFormat()
  const read = useQuery(reading(listDisputesToAssign))
  const [proposing, setProposing] = useState<ToAssign>()
  return (
    <>
      <PageHeader title={w.assignTitle} lead={w.assignLead} />
      <Shown read={read}>
        {({ items }) => (
          <Table
            caption={w.assignTitle}
            rows={items}
            rowKey={({ id }) => id}
            empty={<EmptyState title={w.assignEmpty}>{w.assignEmptyNext}</EmptyState>}
            columns={[
              { key: 'topic', label: w.topic, cell: ({ topic }) => topics[topic] },
              {
                key: 'state',
                label: w.state,
                cell: ({ state, needsMediators }) => (
                  <>
                    <Tag>{states[state]}</Tag> {needsMediators && <Tag tone="attention">{w.needs}</Tag>}
                  </>
                ),
              },
              {
                key: 'on',
                label: w.requestedOn,
                cell: ({ requestedOn }) => format.day(requestedOn),
                sortBy: ({ requestedOn }) => requestedOn,
              },
              { key: 'days', label: w.waiting, cell: ({ waitingDays }) => w.days(waitingDays), sortBy: ({ waitingDays }) => waitingDays },
              {
                key: 'mediators',
                label: w.mediators,
                cell: ({ mediators, accepted }) =>
                  mediators.length === 0 ? (
                    w.none
                  ) : (
                    <>
                      {format.list(mediators.map(({ name }) => name))} <span className="muted small">{w.acceptedCount(accepted)}</span>
                    </>
                  ),
              },
              {
                key: 'actions',
                label: w.actions,
                cell: (dispute) =>
                  dispute.may.includes('propose') && (
                    <Button kind={dispute.needsMediators ? 'main' : 'quiet'} onPress={() => setProposing(dispute)}>
                      {dispute.needsMediators ? w.propose : w.proposeOther}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Shown>
      <YearFigures />
      {proposing && <Propose dispute={proposing} onClose={() => setProposing(undefined)} />}
    </>
  )
}
