import { type Booking, cancelAppointment, listMyAppointments } from '@ronghe/contract/station/appointments.ts'
import { arriveForAppointment, listMyTickets } from '@ronghe/contract/station/tickets.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { reading, useDeed } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/Toast.tsx'
import { MyTickets } from './Ticket.tsx'
import styles from './station.module.css'
import { visitWords } from './words/visit/words.ts'

/** Coming to the counter: my appointments, my ticket with its place in line. */
export function Visit() {
  const w = useWords(visitWords)
  const signedIn = useSession().person !== null
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/services' }} />
      {signedIn ? (
        <>
          <MyTickets />
          <Appointments />
        </>
      ) : (
        <EmptyState
          title={w.signInFirst}
          next={
            <LinkButton to="/sign-in" search={{ next: '/visit' }}>
              {w.signIn}
            </LinkButton>
          }
        >
          {w.signInText}
        </EmptyState>
      )}
      <Card className={styles.after}>
        <CardList>
          <CardItem title={w.byCode} to="/visit/slip" />
          {signedIn && <CardItem title={w.modelWindow} second={w.modelWindowText} to="/model-window" />}
        </CardList>
      </Card>
    </>
  )
}

function Appointments() {
  const w = useWords(visitWords)
  const bookings = useKept(reading(listMyAppointments, { query: { limit: 20 } }))
  return (
    <Card title={w.myAppointments}>
      <Shown read={bookings}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.noAppointments}</p>
          ) : (
            <ul className={styles.documents}>
              {items.map((booking) => (
                <OneAppointment key={booking.id} booking={booking} />
              ))}
            </ul>
          )
        }
      </Shown>
      <div className={styles.below}>
        <LinkButton wide to="/visit/book">
          {w.book}
        </LinkButton>
      </div>
    </Card>
  )
}

function OneAppointment({ booking }: { readonly booking: Booking }) {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  const cancel = useDeed(cancelAppointment, { refreshes: [listMyAppointments], onDone: () => toast(w.cancelled) })
  const arrive = useDeed(arriveForAppointment, { refreshes: [listMyTickets, listMyAppointments] })
  const { may } = booking
  return (
    <li>
      <strong>
        {format.day(booking.startsAt)} {format.time(booking.startsAt)}–{format.time(booking.endsAt)}
      </strong>{' '}
      <Tag tone={booking.state === 'booked' ? 'going' : 'quiet'}>{w.state[booking.state]}</Tag>
      <p className="small">{format.list(booking.services.map(({ name }) => text(name)))}</p>
      {[cancel, arrive].map((deed, place) => deed.error && <RefusalLine key={place} error={deed.error} />)}
      {may.length > 0 && (
        <ButtonRow>
          {may.includes('arrive') && (
            <Button busy={arrive.isPending} onPress={() => arrive.mutate({ params: { bookingId: booking.id } })}>
              {w.arrive}
            </Button>
          )}
          {may.includes('move') && (
            <LinkButton kind="quiet" to="/visit/book" search={{ move: booking.id }}>
              {w.move}
            </LinkButton>
          )}
          {may.includes('cancel') && (
            <Button kind="plain" busy={cancel.isPending} onPress={() => cancel.mutate({ params: { bookingId: booking.id } })}>
              {w.cancel}
            </Button>
          )}
        </ButtonRow>
      )}
    </li>
  )
}
