import type { TicketState } from '@ronghe/contract/station/tickets.ts'

export type TicketStep = 'call' | 'recall' | 'serve' | 'hold' | 'return' | 'transfer' | 'finish' | 'noShow' | 'leave'

/** The whole life of a ticket. What is not in the table is refused. */
export const ticketTransitions: Readonly<Record<TicketState, Readonly<Partial<Record<TicketStep, TicketState>>>>> = {
  waiting: { call: 'called', transfer: 'waiting', leave: 'left' },
  called: { recall: 'called', serve: 'serving', hold: 'held', transfer: 'waiting', noShow: 'noShow', leave: 'left' },
  serving: { hold: 'held', transfer: 'waiting', finish: 'done' },
  held: { return: 'waiting', finish: 'done', noShow: 'noShow', leave: 'left' },
  // Whoever comes after all is not sent to the end of the line for having been late once.
  noShow: { return: 'waiting' },
  done: {},
  left: {},
}

export const stepTicketState = (state: TicketState, step: TicketStep): TicketState | undefined => ticketTransitions[state][step]
export const stepsOfTicket = (state: TicketState): TicketStep[] => Object.keys(ticketTransitions[state]) as TicketStep[]

/** States of which a period is kept. Being done is no period. */
export const isPeriod = (state: TicketState): state is 'waiting' | 'called' | 'serving' | 'held' =>
  state === 'waiting' || state === 'called' || state === 'serving' || state === 'held'

/** A001 and on; the thousandth of a day is A1000. */
export const ticketLabel = (number: number): string => `A${String(number).padStart(3, '0')}`

const hourMs = 3_600_000

/**
 * The place in line. A ticket that was drawn stands where it was drawn; an appointment stands at the head of its hour, before everybody who
 * drew a number within that hour and behind those who were waiting already. Whoever comes more than the minutes of grace after its end waits like everybody else.
 */
export function lineAt(now: Date, graceMinutes: number, appointment?: { readonly startsAt: Date; readonly endsAt: Date }): Date {
  if (!appointment || now.getTime() > appointment.endsAt.getTime() + graceMinutes * 60_000) return now
  return new Date(Math.floor(appointment.startsAt.getTime() / hourMs) * hourMs)
}

export interface Period {
  readonly kind: 'waiting' | 'called' | 'serving' | 'held'
  readonly startedAt: Date
  readonly endedAt: Date | null
}

/** Minutes spent in one kind of period, rounded down; what is still running counts up to `now`. */
export function minutesIn(periods: readonly Period[], kinds: readonly Period['kind'][], now: Date): number {
  const spent = periods
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { startedAt, endedAt }) => sum + Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime()), 0)
  return Math.floor(spent / 60_000)
}
