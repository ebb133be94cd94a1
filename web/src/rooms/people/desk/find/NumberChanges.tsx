import { decideNumberChange, listNumberChanges, type NumberChange } from '@ronghe/contract/people/number-changes.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useNumbers } from '../../../../platform/numbers.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../people-desk.module.css'
import { findWords } from './words/words.ts'

type Change = z.infer<typeof NumberChange>

/** The second of two; one's own requests wait here for somebody else. */
export function NumberChanges() {
  const w = useWords(findWords)
  const numbers = useNumbers()
  const format = useFormat()
  const read = useQuery(reading(listNumberChanges))
  const deed = useDeed(decideNumberChange, { refreshes: [listNumberChanges] })
  const decide = (changeId: string, agree: boolean): void =>
    deed.mutate({ params: { changeId }, body: { agree } }, { onSuccess: () => toast(agree ? w.agreed : w.refused) })
  return (
    <>
      <PageHeader title={w.changes} lead={w.changesLead(numbers.signIn.numberChangeDays)} back={{ to: '/people', label: w.title }} />
      {deed.error && <RefusalLine error={deed.error} />}
      <Shown read={read}>
        {({ items }) => (
          <Table<Change>
            caption={w.changes}
            rows={items}
            rowKey={({ id }) => id}
            empty={<EmptyState title={w.changesEmpty}>{w.changesEmptyNext}</EmptyState>}
            columns={[
              { key: 'who', label: w.who, cell: ({ name }) => name },
              { key: 'why', label: w.reason, cell: ({ reason }) => w.changeReasons[reason] },
              {
                key: 'at',
                label: w.askedAt,
                sortBy: ({ requestedAt }) => requestedAt,
                cell: ({ requestedAt }) => format.moment(requestedAt),
              },
              { key: 'state', label: w.state, cell: ({ state }) => w.states[state] },
              {
                key: 'acts',
                label: w.acts,
                cell: ({ id, may }) =>
                  may.length === 0 ? (
                    <span className="muted small">{w.own}</span>
                  ) : (
                    <span className={styles.inline}>
                      <Button kind="quiet" busy={deed.isPending} onPress={() => decide(id, true)}>
                        {w.agree}
                      </Button>
                      <Button kind="careful" busy={deed.isPending} onPress={() => decide(id, false)}>
                        {w.refuse}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        )}
      </Shown>
    </>
  )
}
