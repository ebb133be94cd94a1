import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Page, pageOf, Phone, Text, words } from '../values.ts'
import { ServiceKey } from './services.ts'

/** A time that can be booked. `id` is made from the hours and the moment; whoever books sends it back. */
export const Slot = z.object({
  id: z.string(),
  startsAt: Moment,
  endsAt: Moment,
  /** Room at the counter, not people (08, What D7 covers). */
  placesLeft: z.int(),
})
export type Slot = z.infer<typeof Slot>
export const SlotId = z.string().check(z.regex(/^[0-9a-f-]{36}_\d{4}-\d{2}-\d{2}_\d{4}$/))

/** A language or dialect somebody asks to be served in, as they say it: 洪湖话, 粤语, English. */
export const Speaks = words(20)

export const listSlots = operation({
  id: 'station.appointments.slots',
  method: 'GET',
  path: '/api/v1/appointment-slots',
  post: 'anyone',
  summary: 'Free times for a service, day by day; days off and closures are left out and named',
  query: z.object({
    service: z.optional(ServiceKey),
    from: z.optional(Day),
    days: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(14)), 7),
  }),
  reply: z.object({
    days: z.array(z.object({ day: Day, closed: z.nullable(Text), slots: z.array(Slot) })),
    /** The last day that can be booked today. */
    until: Day,
  }),
})

export const Booking = z.object({
  id: Id,
  services: z.array(z.object({ key: z.string(), name: Text })),
  startsAt: Moment,
  endsAt: Moment,
  speaks: z.nullable(z.string()),
  state: z.enum(['booked', 'arrived', 'cancelled', 'missed']),
  may: z.array(z.string()),
})
export type Booking = z.infer<typeof Booking>

const Wanted = {
  slot: SlotId,
  services: z.array(ServiceKey).check(z.minLength(1), z.maxLength(8)),
  speaks: z.optional(Speaks),
}

export const bookAppointment = operation({
  id: 'station.appointments.book',
  method: 'POST',
  path: '/api/v1/my-appointments',
  post: 'resident',
  summary: 'Book a time: of many who want the last place one gets it, the others are told at once',
  body: z.object(Wanted),
  status: 201,
  reply: Booking,
})

export const bookAppointmentAtDesk = operation({
  id: 'station.appointments.book-at-desk',
  method: 'POST',
  path: '/api/v1/desk/appointments',
  post: 'station.counter.serve',
  summary: 'Book a time for somebody who calls or comes in',
  body: z.object({ ...Wanted, person: Id }),
  status: 201,
  reply: Booking,
})

export const listMyAppointments = operation({
  id: 'station.appointments.mine',
  method: 'GET',
  path: '/api/v1/my-appointments',
  post: 'resident',
  summary: 'My appointments, the next first',
  query: z.object(Page),
  reply: pageOf(Booking),
})

export const moveAppointment = operation({
  id: 'station.appointments.move',
  method: 'POST',
  path: '/api/v1/my-appointments/:bookingId/move',
  post: 'resident',
  summary: 'Take another time; the old one is free again in the same moment',
  params: z.object({ bookingId: Id }),
  body: z.object({ slot: SlotId }),
  reply: Booking,
})

export const cancelAppointment = operation({
  id: 'station.appointments.cancel',
  method: 'POST',
  path: '/api/v1/my-appointments/:bookingId/cancel',
  post: 'resident',
  summary: 'Cancel; no reason is asked and nothing follows',
  params: z.object({ bookingId: Id }),
  reply: Booking,
})

const AtDesk = z.object({
  id: Id,
  startsAt: Moment,
  /** Covered: 陈**. */
  person: z.string(),
  personId: z.nullable(Id),
  services: z.array(z.object({ key: z.string(), name: Text })),
  speaks: z.nullable(z.string()),
  state: Booking.shape.state,
  may: z.array(z.string()),
})

export const listAppointmentsOfDay = operation({
  id: 'station.appointments.of-day',
  method: 'GET',
  path: '/api/v1/desk/appointments',
  post: 'station.counter.serve',
  summary: 'Who is expected today, for the desk; who cancelled stays on the list, marked',
  query: z.object({ day: z.optional(Day) }),
  purpose: 'appointment',
  reply: z.object({ items: z.array(AtDesk) }),
})

export const cancelAppointmentAtDesk = operation({
  id: 'station.appointments.cancel-at-desk',
  method: 'POST',
  path: '/api/v1/desk/appointments/:bookingId/cancel',
  post: 'station.counter.serve',
  summary: 'Cancel for somebody who calls',
  params: z.object({ bookingId: Id }),
  reply: z.object({ id: Id, state: Booking.shape.state }),
})

/** Somebody with an appointment and no account at hand says the number it was booked with. */
export const findAppointmentByPhone = operation({
  id: 'station.appointments.find',
  method: 'POST',
  path: '/api/v1/desk/appointments/find',
  post: 'station.counter.serve',
  summary: 'Today’s appointments under a phone number',
  body: z.object({ phone: Phone }),
  purpose: 'appointment',
  reply: z.object({ items: z.array(z.object({ id: Id, startsAt: Moment, person: z.string() })) }),
})
