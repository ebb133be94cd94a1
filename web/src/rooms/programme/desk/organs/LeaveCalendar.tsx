import { addLeave, type Leave, listLeave, removeLeave } from '@ronghe/contract/programme/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useFormat } from '../../../../platform/language/format.ts'
import { useToday } from '../../../../platform/today.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { LeaveMonth } from './LeaveMonth.tsx'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

export type LeaveLine = z.infer<typeof Leave>

/** Who is away and who stands in: the month at a glance, then the list. */
export function LeaveCalendar() {
  const today = useToday()
  const w = useWords(organDeskWords)
  const read = useQuery(reading(listLeave))
  return (
    <>
      <PageHeader title={w.leaveTitle} lead={w.leaveLead} back={{ to: '/organs', label: w.title }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.leaveEmpty} next={<LinkButton to="/organs">{w.title}</LinkButton>}>
              {w.leaveEmptyNext}
            </EmptyState>
          ) : (
            <>
              <LeaveMonth items={items} today={today} />
              <LeaveTable items={items} />
            </>
          )
        }
      </Shown>
    </>
  )
}

function LeaveTable({ items }: { readonly items: readonly LeaveLine[] }) {
  const w = useWords(organDeskWords)
  const text = useText()
  const format = useFormat()
  const today = useToday()
  const refreshes = [listLeave, ...organReads]
  const deed = useDeed(removeLeave, { refreshes })
  const again = useDeed(addLeave, { refreshes, onDone: () => toast(w.leaveDone) })
  const remove = ({ id, appointmentId, fromDay, toDay, standIn, note }: LeaveLine): void => {
    const asBefore = { params: { appointmentId }, body: { fromDay, toDay, standInPostId: standIn?.postId ?? null, note } }
    deed.mutate({ params: { leaveId: id } }, { onSuccess: () => toast(w.leaveRemoved, () => again.mutate(asBefore)) })
  }
  return (
    <>
      {(deed.error ?? again.error) && <RefusalLine error={deed.error ?? again.error} />}
      <Table
        caption={w.leaveTitle}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'who',
            label: w.leaveWho,
            sortBy: ({ name }) => name,
            cell: (item) => (
              <span>
                {item.name} {item.fromDay <= today && <Tag tone="attention">{w.awayToday}</Tag>}
              </span>
            ),
          },
          { key: 'post', label: w.leavePost, cell: ({ post }) => text(post) },
          {
            key: 'days',
            label: w.leaveDays,
            sortBy: ({ fromDay }) => fromDay,
            cell: ({ fromDay, toDay }) => (fromDay === toDay ? format.day(fromDay) : w.until(format.day(fromDay), format.day(toDay))),
          },
          { key: 'standIn', label: w.standIn, cell: ({ standIn }) => (standIn ? text(standIn.name) : w.standInNone) },
          { key: 'note', label: w.leaveNote, cell: ({ note }) => note },
          {
            key: 'act',
            label: w.actions,
            cell: (item) => (
              <Button kind="plain" busy={deed.isPending} onPress={() => remove(item)}>
                {w.leaveRemove}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
