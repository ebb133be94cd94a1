import { cancelAppointmentAtDesk, listAppointmentsOfDay, listSlots } from '@ronghe/contract/station/appointments.ts'
import { listQueueAtCounter } from '@ronghe/contract/station/counter.ts'
import { arriveForAppointmentAtDesk } from '@ronghe/contract/station/tickets.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag, type Tone } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import { counterWords } from './words/words.ts'

type Booking = ReplyOf<typeof listAppointmentsOfDay>['items'][number]
const tones: Readonly<Record<Booking['state'], Tone>> = { booked: 'going', arrived: 'quiet', cancelled: 'quiet', missed: 'attention' }

/** Names are covered; reading the list is recorded for everybody on it. */
export function BookingsOfDay({ day, items }: { readonly day: string; readonly items: readonly Booking[] }) {
  const w = useWords(counterWords)
  const text = useText()
  const format = useFormat()
  const [leaving, setLeaving] = useState<Booking>()
  const arrive = useDeed(arriveForAppointmentAtDesk, {
    refreshes: [listAppointmentsOfDay, listQueueAtCounter],
    onDone: ({ ticket }) => toast(w.arrived(ticket.label)),
  })
  return (
    <div>
      {arrive.error && <RefusalLine error={arrive.error} />}
      <Table
        caption={`${w.appointmentsTitle} · ${format.day(day)}`}
        rows={items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={w.expectedEmpty}>{w.expectedNext}</EmptyState>}
        columns={[
          {
            key: 'time',
            label: w.time,
            cell: ({ startsAt }) => <strong>{format.time(startsAt)}</strong>,
            sortBy: ({ startsAt }) => startsAt,
          },
          { key: 'person', label: w.person, cell: ({ person }) => person },
          {
            key: 'matters',
            label: w.matters,
            cell: ({ services, speaks }) => (
              <>
                {format.list(services.map(({ name }) => text(name)))}
                {speaks !== null && <span className="muted"> · {speaks}</span>}
              </>
            ),
          },
          {
            key: 'state',
            label: w.state,
            cell: ({ state }) => <Tag tone={tones[state]}>{w.bookingStates[state]}</Tag>,
            sortBy: ({ state }) => state,
          },
          {
            key: 'actions',
            label: w.actions,
            cell: (booking) => (
              <div className={styles.barSteps}>
                {booking.may.includes('arrive') && (
                  <Button
                    kind="quiet"
                    busy={arrive.isPending && arrive.variables?.params?.bookingId === booking.id}
                    onPress={() => arrive.mutate({ params: { bookingId: booking.id } })}
                  >
                    {w.arrive}
                  </Button>
                )}
                {booking.may.includes('cancel') && (
                  <Button kind="plain" onPress={() => setLeaving(booking)}>
                    {w.cancelBooking}
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
      {leaving && <CancelBooking booking={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  )
}

/** The place is free for others at once, so this cannot be undone and is asked once. */
function CancelBooking({ booking, onClose }: { readonly booking: Booking; readonly onClose: () => void }) {
  const w = useWords(counterWords)
  const format = useFormat()
  const cancel = useDeed(cancelAppointmentAtDesk, {
    refreshes: [listAppointmentsOfDay, listSlots],
    onDone() {
      toast(w.cancelledBooking)
      onClose()
    },
  })
  return (
    <Dialog title={w.cancelBooking} open onClose={onClose}>
      <p>{w.cancelSure(format.time(booking.startsAt))}</p>
      {cancel.error && <RefusalLine error={cancel.error} />}
      <ButtonRow>
        <Button kind="careful" busy={cancel.isPending} onPress={() => cancel.mutate({ params: { bookingId: booking.id } })}>
          {w.cancelBooking}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {w.keepBooking}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}
