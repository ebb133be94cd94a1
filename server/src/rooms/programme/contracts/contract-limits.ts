import { addMonths } from '@ronghe/forms'
import { addDays } from '../../../platform/calendar/working-days.ts'

/** The last day a contract may run to when it begins on a day: twelve months from 1 January end on 31 December. */
export const lastDayOf = (startsOn: string, months: number): string => addDays(addMonths(startsOn, months), -1)

/** What may still be paid, in cents. */
export const restOf = (contractCents: number, payments: readonly number[]): number =>
  contractCents - payments.reduce((sum, cents) => sum + cents, 0)

/** Until the very last moment, and not a second later: clocks of offices and organs are the server's. */
export const takesOffers = (callUntil: Date, now: Date): boolean => now.getTime() <= callUntil.getTime()

export interface Reason {
  readonly offerId: string
  readonly criterion: string
}
/** Offers and criteria without a reason; a choice has one for every offer under every criterion, those not chosen included. */
export const missingReasons = (offers: readonly string[], criteria: readonly string[], reasons: readonly Reason[]): Reason[] =>
  offers
    .flatMap((offerId) => criteria.map((criterion) => ({ offerId, criterion })))
    .filter(({ offerId, criterion }) => !reasons.some((one) => one.offerId === offerId && one.criterion === criterion))
