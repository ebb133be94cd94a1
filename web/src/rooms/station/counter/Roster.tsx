import { dropModelShift, listModelRoster, listModelShifts, takeModelShift } from '@ronghe/contract/station/counter-plan.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { usePermission } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { AddShift } from './AddShift.tsx'
import { clockOf } from './minutes.ts'
import { counterWords } from './words/words.ts'

interface Shift {
  readonly id: string
  readonly day: string
  readonly from: number
  readonly to: number
  readonly taken: boolean
  readonly mine: boolean
  readonly may: readonly string[]
  /** Only for whoever plans. */
  readonly person?: string | null
}

/** 示范岗: who sits at the model window when. Names for whoever plans it, "taken" for everybody else. */
export function Roster() {
  const w = useWords(counterWords)
  const plans = usePermission('station.counter.manage')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        title={w.rosterTitle}
        lead={w.rosterLead}
        beside={plans && <Button onPress={() => setAdding(true)}>{w.addShift}</Button>}
      />
      {plans ? <WithNames /> : <WithoutNames />}
      {adding && <AddShift onClose={() => setAdding(false)} />}
    </>
  )
}

function WithNames() {
  const w = useWords(counterWords)
  const read = useQuery(reading(listModelRoster))
  return (
    <Shown read={read}>
      {({ items }) => <Shifts shifts={items} empty={<EmptyState title={w.rosterEmpty}>{w.rosterEmptyNext}</EmptyState>} />}
    </Shown>
  )
}

export function WithoutNames() {
  const w = useWords(counterWords)
  const read = useQuery(reading(listModelShifts))
  return (
    <Shown read={read}>
      {({ items }) => <Shifts shifts={items} empty={<EmptyState title={w.rosterEmpty}>{w.rosterEmptyWait}</EmptyState>} />}
    </Shown>
  )
}

function Shifts({ shifts, empty }: { readonly shifts: readonly Shift[]; readonly empty: ReactNode }) {
  const w = useWords(counterWords)
  const format = useFormat()
  const refreshes = [listModelRoster, listModelShifts]
  const drop = useDeed(dropModelShift, {
    refreshes,
    onDone: ({ id }) => toast(w.shiftDropped, () => take.mutate({ params: { shiftId: id } })),
  })
  const take = useDeed(takeModelShift, {
    refreshes,
    onDone: ({ id }) => toast(w.shiftTaken, () => drop.mutate({ params: { shiftId: id } })),
  })
  const error = take.error ?? drop.error
  return (
    <>
      {error && <RefusalLine error={error} />}
      <Table
        caption={w.rosterTitle}
        rows={shifts}
        rowKey={({ id }) => id}
        empty={empty}
        columns={[
          { key: 'day', label: w.shiftDay, cell: ({ day }) => format.day(day) },
          { key: 'time', label: w.time, cell: ({ from, to }) => w.span(clockOf(from), clockOf(to)) },
          {
            key: 'who',
            label: w.person,
            cell: ({ taken, mine, person }) =>
              mine ? <Tag>{w.mine}</Tag> : taken ? (person ?? <Tag tone="quiet">{w.taken}</Tag>) : <Tag tone="attention">{w.open}</Tag>,
          },
          {
            key: 'actions',
            label: w.actions,
            cell: ({ id, may }) =>
              may.includes('take') ? (
                <Button kind="quiet" onPress={() => take.mutate({ params: { shiftId: id } })}>
                  {w.takeShift}
                </Button>
              ) : may.includes('drop') ? (
                <Button kind="plain" onPress={() => drop.mutate({ params: { shiftId: id } })}>
                  {w.dropShift}
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  )
}
