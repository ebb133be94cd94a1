import { listRechecks, recheck } from '@ronghe/contract/people/residence.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
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

/** Drawn confirmations of others, looked at once more. */
export function Rechecks() {
  const w = useWords(findWords)
  const numbers = useNumbers()
  const text = useText()
  const format = useFormat()
  const read = useQuery({ ...reading(listRechecks), staleTime: Number.POSITIVE_INFINITY })
  const places = useQuery(reading(listPlaces))
  const deed = useDeed(recheck, { refreshes: [listRechecks] })
  const decide = (levelId: string, stands: boolean): void =>
    deed.mutate({ params: { levelId }, body: { stands } }, { onSuccess: () => toast(stands ? w.rechecked : w.recheckEnded) })
  const nameOf = (communityId: string): string => {
    const found = places.data?.communities.find(({ id }) => id === communityId)
    return found ? text(found.name) : ''
  }
  return (
    <>
      <PageHeader title={w.rechecks} lead={w.rechecksLead(numbers.residence.recheckPercent)} back={{ to: '/people', label: w.title }} />
      {deed.error && <RefusalLine error={deed.error} />}
      <Shown read={read}>
        {({ items }) => (
          <Table
            caption={w.rechecks}
            rows={items}
            rowKey={({ id }) => id}
            empty={<EmptyState title={w.rechecksEmpty}>{w.rechecksEmptyNext}</EmptyState>}
            columns={[
              { key: 'who', label: w.who, cell: ({ name }) => name },
              { key: 'community', label: w.community, cell: ({ communityId }) => nameOf(communityId) },
              { key: 'day', label: w.confirmedOn, sortBy: ({ onDay }) => onDay, cell: ({ onDay }) => format.day(onDay) },
              {
                key: 'acts',
                label: w.acts,
                cell: ({ id }) => (
                  <span className={styles.inline}>
                    <Button kind="quiet" busy={deed.isPending} onPress={() => decide(id, true)}>
                      {w.stands}
                    </Button>
                    <Button kind="careful" busy={deed.isPending} onPress={() => decide(id, false)}>
                      {w.ends}
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
