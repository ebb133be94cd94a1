import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Phone, Text, words } from '../values.ts'
import { ActivityKind, ShiftLine } from './activities.ts'

export const SignUpState = z.enum(['waiting', 'offered', 'placed', 'left', 'declined', 'passed'])
export type SignUpState = z.infer<typeof SignUpState>

/** The reader's own turn. */
export const OwnSignUp = z.object({
  id: Id,
  state: SignUpState,
  /** While waiting: how many stand before. */
  ahead: z.int(),
  /** While a place is offered: until when it is held. */
  offerUntil: z.nullable(Moment),
  checkedIn: z.nullable(Moment),
  checkedOut: z.nullable(Moment),
})
export type OwnSignUp = z.infer<typeof OwnSignUp>

export const Shift = z.object({
  ...ShiftLine.shape,
  activity: z.object({
    id: Id,
    kind: ActivityKind,
    title: Text,
    place: Text,
    briefing: z.nullable(Text),
    needsProof: z.boolean(),
    team: z.nullable(z.object({ id: Id, name: Text })),
  }),
  /** So many of the places need something of whoever takes them. */
  special: z.int(),
  mine: z.nullable(OwnSignUp),
  /** Whether the one question that is asked once is still to be answered: of age or not. */
  askAge: z.boolean(),
  may: z.array(z.enum(['signUp', 'wait', 'leave', 'accept', 'decline', 'checkIn', 'checkOut', 'lead'])),
})
export type Shift = z.infer<typeof Shift>

const oneShift = z.object({ shiftId: Id })

export const readShift = operation({
  id: 'volunteers.shifts.read',
  method: 'GET',
  path: '/api/v1/volunteers/shifts/:shiftId',
  post: 'anyone',
  summary: 'One shift: places left, how many wait, and the reader’s own turn',
  params: oneShift,
  reply: Shift,
})

export const signUp = operation({
  id: 'volunteers.sign-ups.make',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/sign-ups',
  post: 'resident',
  summary: 'Take a place, or the end of the line when none is free',
  params: oneShift,
  body: z.object({
    /** The briefing was read; needed where there is one. */
    briefed: z._default(z.boolean(), false),
    /** Asked the first time only. */
    minor: z.optional(z.boolean()),
  }),
  status: 201,
  reply: Shift,
})

export const leaveShift = operation({
  id: 'volunteers.sign-ups.leave',
  method: 'DELETE',
  path: '/api/v1/volunteers/shifts/:shiftId/sign-ups',
  post: 'resident',
  summary: 'Give back a place, an offer or a turn; nothing follows from it',
  params: oneShift,
  reply: Shift,
})

export const answerOffer = operation({
  id: 'volunteers.sign-ups.answer',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/offer',
  post: 'resident',
  summary: 'Take the place that is held, or let the next in line have it',
  params: oneShift,
  body: z.object({ answer: z.enum(['accept', 'decline']) }),
  reply: Shift,
})

export const MyShift = z.object({
  shiftId: Id,
  title: Text,
  place: Text,
  startsAt: Moment,
  endsAt: Moment,
  state: SignUpState,
  offerUntil: z.nullable(Moment),
  cancelled: z.boolean(),
  leading: z.boolean(),
})
export type MyShift = z.infer<typeof MyShift>

export const listMyShifts = operation({
  id: 'volunteers.sign-ups.mine',
  method: 'GET',
  path: '/api/v1/volunteers/my-shifts',
  post: 'resident',
  summary: 'My coming shifts and turns, and those I lead',
  reply: z.object({ items: z.array(MyShift) }),
})

/** Whoever comes, for the leader; in the order of sign-up, which says nothing about anybody. */
export const Attendee = z.object({
  personId: Id,
  name: z.string(),
  phone: z.nullable(z.string()),
  state: SignUpState,
  fromPaper: z.boolean(),
  inAt: z.nullable(Moment),
  outAt: z.nullable(Moment),
  way: z.nullable(z.enum(['code', 'paper'])),
})
export type Attendee = z.infer<typeof Attendee>

export const listAttendees = operation({
  id: 'volunteers.shifts.attendees',
  method: 'GET',
  path: '/api/v1/volunteers/shifts/:shiftId/attendees',
  post: 'volunteers.lead',
  purpose: 'volunteerShift',
  summary: 'Who comes to a shift one leads, and who was there; also what the paper list is printed from',
  params: oneShift,
  reply: z.object({
    title: Text,
    place: Text,
    startsAt: Moment,
    endsAt: Moment,
    items: z.array(Attendee),
    may: z.array(z.enum(['enterPaper', 'showCode', 'enterSignUp'])),
  }),
})

export const enterSignUp = operation({
  id: 'volunteers.sign-ups.enter',
  method: 'POST',
  path: '/api/v1/volunteers/shifts/:shiftId/paper-sign-ups',
  post: 'volunteers.lead',
  summary: 'Somebody signs up on paper or by word of mouth: same line, same rules',
  params: oneShift,
  body: z.object({ name: words(60), phone: Phone, briefed: z._default(z.boolean(), false) }),
  status: 201,
  reply: z.object({ personId: Id, state: SignUpState }),
})
