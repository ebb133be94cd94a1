import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text } from '../values.ts'
import { ServiceKey } from './services.ts'

/** Minutes since midnight in the street's zone: 540 is nine o'clock. */
const Minute = z.int().check(z.gte(0), z.lte(1440))

export const CounterHours = z.object({
  id: Id,
  /** 1 is Monday. */
  weekday: z.int().check(z.gte(1), z.lte(7)),
  from: Minute,
  to: Minute,
  /** Length of one appointment. */
  slotMinutes: z.int().check(z.gte(5), z.lte(240)),
  /** Appointments at the same time; 0 means open, without appointments. */
  capacity: z.int().check(z.gte(0), z.lte(50)),
  /** Empty: every service. */
  services: z.array(z.string()),
  since: Day,
  until: z.nullable(Day),
})
export type CounterHours = z.infer<typeof CounterHours>
export const Closure = z.object({ id: Id, from: Day, to: Day, reason: Text })

export const readCounterPlan = operation({
  id: 'station.counter.plan',
  method: 'GET',
  path: '/api/v1/counter-plan',
  post: 'anyone',
  summary: 'Opening hours and closures; public holidays and worked weekends come from the calendar',
  reply: z.object({ hours: z.array(CounterHours), closures: z.array(Closure) }),
})

export const addCounterHours = operation({
  id: 'station.counter.add-hours',
  method: 'POST',
  path: '/api/v1/counter-plan/hours',
  post: 'station.counter.manage',
  summary: 'Open the counter on a weekday, with so many appointments at a time',
  body: z.object({
    weekday: CounterHours.shape.weekday,
    from: Minute,
    to: Minute,
    slotMinutes: z._default(CounterHours.shape.slotMinutes, 20),
    capacity: CounterHours.shape.capacity,
    services: z._default(z.array(ServiceKey).check(z.maxLength(80)), []),
    since: z.optional(Day),
  }),
  status: 201,
  reply: CounterHours,
})
export const endCounterHours = operation({
  id: 'station.counter.end-hours',
  method: 'POST',
  path: '/api/v1/counter-plan/hours/:hoursId/end',
  post: 'station.counter.manage',
  summary: 'These hours hold until a day; appointments booked for later are listed, not dropped silently',
  params: z.object({ hoursId: Id }),
  body: z.object({ until: Day }),
  reply: z.object({ hours: CounterHours, affected: z.array(Id) }),
})

export const addClosure = operation({
  id: 'station.counter.add-closure',
  method: 'POST',
  path: '/api/v1/counter-plan/closures',
  post: 'station.counter.manage',
  summary: 'Close on days of one’s own; everybody with an appointment is told and the appointment is cancelled',
  body: z.object({ from: Day, to: Day, reason: Text }),
  status: 201,
  reply: z.object({ closure: Closure, cancelled: z.int() }),
})
export const dropClosure = operation({
  id: 'station.counter.drop-closure',
  method: 'DELETE',
  path: '/api/v1/counter-plan/closures/:closureId',
  post: 'station.counter.manage',
  summary: 'Open after all',
  params: z.object({ closureId: Id }),
  status: 204,
})

/** A shift at the model window (示范岗): a person and a time. What else the person is or is not a member of is no part of it. */
const Shift = z.object({ id: Id, day: Day, from: Minute, to: Minute, taken: z.boolean(), mine: z.boolean(), may: z.array(z.string()) })

export const listModelShifts = operation({
  id: 'station.counter.shifts',
  method: 'GET',
  path: '/api/v1/model-window/shifts',
  post: 'resident',
  summary: 'Shifts at the model window from today on; anybody may serve',
  reply: z.object({ items: z.array(Shift) }),
})
export const listModelRoster = operation({
  id: 'station.counter.roster',
  method: 'GET',
  path: '/api/v1/desk/model-window/roster',
  post: 'station.counter.manage',
  summary: 'The roster with names, for whoever plans it',
  query: z.object({ from: z.optional(Day) }),
  purpose: 'roster',
  reply: z.object({ items: z.array(z.object({ ...Shift.shape, person: z.nullable(z.string()), personId: z.nullable(Id) })) }),
})
export const addModelShift = operation({
  id: 'station.counter.add-shift',
  method: 'POST',
  path: '/api/v1/desk/model-window/shifts',
  post: 'station.counter.manage',
  summary: 'Plan a shift, open or for a person who agreed',
  body: z.object({ day: Day, from: Minute, to: Minute, person: z.optional(Id) }),
  status: 201,
  reply: Shift,
})
export const takeModelShift = operation({
  id: 'station.counter.take-shift',
  method: 'POST',
  path: '/api/v1/model-window/shifts/:shiftId/take',
  post: 'resident',
  inPerson: true,
  summary: 'I take this shift',
  params: z.object({ shiftId: Id }),
  reply: Shift,
})
export const dropModelShift = operation({
  id: 'station.counter.drop-shift',
  method: 'POST',
  path: '/api/v1/model-window/shifts/:shiftId/drop',
  post: 'resident',
  inPerson: true,
  summary: 'I cannot come after all; no reason is asked',
  params: z.object({ shiftId: Id }),
  reply: Shift,
})
