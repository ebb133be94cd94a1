import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Text, words } from '../values.ts'
import { Speaks } from './appointments.ts'
import { ServiceKey } from './services.ts'

export const ticketStates = ['waiting', 'called', 'serving', 'held', 'done', 'noShow', 'left'] as const
export const TicketState = z.enum(ticketStates)
export type TicketState = z.infer<typeof TicketState>

/** What its holder sees: no name, and how many are before them (capacity, 08). */
export const PlaceInLine = z.object({
  id: Id,
  /** A001, counted without gaps every day. */
  label: z.string(),
  day: Day,
  state: TicketState,
  services: z.array(z.object({ key: z.string(), name: Text })),
  speaks: z.nullable(z.string()),
  ahead: z.int(),
  /** Windows that are open for one of these services now. */
  windowsOpen: z.int(),
  /** Where to go, once called. */
  window: z.nullable(z.object({ number: z.int(), name: Text })),
  drawnAt: Moment,
  may: z.array(z.string()),
})
export type PlaceInLine = z.infer<typeof PlaceInLine>

const Wanted = {
  /** Several matters, one ticket. Empty where the person does not know yet. */
  services: z._default(z.array(ServiceKey).check(z.maxLength(8)), []),
  /** Asked of everybody: who is served in which language decides which window calls. */
  speaks: z.optional(Speaks),
}
/** With the code on the slip its place in line can be asked for without an account; it is told once, when the ticket is drawn. */
const Drawn = z.object({ ticket: PlaceInLine, code: z.nullable(z.string()) })

export const drawTicket = operation({
  id: 'station.tickets.draw',
  method: 'POST',
  path: '/api/v1/my-tickets',
  post: 'resident',
  summary: 'Draw a ticket for today by phone; who has one already gets that one again',
  body: z.object(Wanted),
  status: 201,
  reply: Drawn,
})

export const drawTicketAtDesk = operation({
  id: 'station.tickets.draw-at-desk',
  method: 'POST',
  path: '/api/v1/desk/tickets',
  post: 'station.counter.serve',
  summary: 'Draw a ticket for somebody who walked in or calls; name and number are not needed',
  body: z.object({ ...Wanted, person: z.optional(Id), channel: z._default(z.enum(['desk', 'telephone']), 'desk') }),
  status: 201,
  reply: Drawn,
})

/** The person with an appointment is here: the ticket goes to the head of its hour. */
export const arriveForAppointment = operation({
  id: 'station.tickets.arrive',
  method: 'POST',
  path: '/api/v1/my-appointments/:bookingId/arrive',
  post: 'resident',
  summary: 'I am here for my appointment',
  params: z.object({ bookingId: Id }),
  status: 201,
  reply: Drawn,
})
export const arriveForAppointmentAtDesk = operation({
  id: 'station.tickets.arrive-at-desk',
  method: 'POST',
  path: '/api/v1/desk/appointments/:bookingId/arrive',
  post: 'station.counter.serve',
  summary: 'The person with this appointment is here',
  params: z.object({ bookingId: Id }),
  status: 201,
  reply: Drawn,
})
export const listMyTickets = operation({
  id: 'station.tickets.mine',
  method: 'GET',
  path: '/api/v1/my-tickets',
  post: 'resident',
  summary: 'My tickets of today with my place in line; asked again every few seconds, unchanged answers cost nothing (ETag)',
  reply: z.object({ items: z.array(PlaceInLine) }),
})

export const readPlaceInLine = operation({
  id: 'station.tickets.place',
  method: 'GET',
  path: '/api/v1/ticket-places/:code',
  post: 'nobody',
  summary: 'The place in line of a printed ticket, by the code on it',
  params: z.object({ code: words(20) }),
  perMinute: 60,
  reply: PlaceInLine,
})

export const leaveLine = operation({
  id: 'station.tickets.leave',
  method: 'POST',
  path: '/api/v1/my-tickets/:ticketId/leave',
  post: 'resident',
  summary: 'Give my ticket back',
  params: z.object({ ticketId: Id }),
  reply: PlaceInLine,
})

export const leaveLineByCode = operation({
  id: 'station.tickets.leave-by-code',
  method: 'POST',
  path: '/api/v1/ticket-places/:code/leave',
  post: 'nobody',
  summary: 'Give a printed ticket back',
  params: z.object({ code: words(20) }),
  perMinute: 20,
  reply: PlaceInLine,
})

/**
 * What hangs in the hall: numbers and windows, never a name. It is polled every two seconds; the answer carries an ETag, so that an
 * unchanged hall is a 304 without a body. (Chosen over a stream: a screen on a weak network recovers by itself.)
 */
export const readHall = operation({
  id: 'station.hall.read',
  method: 'GET',
  path: '/api/v1/station/hall',
  post: 'nobody',
  summary: 'The screen in the hall: which number goes to which window, how many wait',
  reply: z.object({
    windows: z.array(
      z.object({
        number: z.int(),
        name: Text,
        state: z.enum(['open', 'closed', 'lunch']),
        model: z.boolean(),
        label: z.nullable(z.string()),
        ticketState: z.nullable(z.enum(['called', 'serving'])),
        /** Grows with every call and recall, so that the screen knows when to chime. */
        calls: z.int(),
      }),
    ),
    /** The last numbers called, newest first. */
    called: z.array(z.object({ label: z.string(), window: z.int() })),
    waiting: z.int(),
    next: z.array(z.string()),
  }),
})
