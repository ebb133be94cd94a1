import { dayAfter, instantAt, onSameDay, wallTime } from './wall-clock.ts'

/** How long somebody has to answer. Hours of the day are those of the zone the list is kept in. */
export interface OfferRules {
  /** An offer usually lasts so many hours. */
  readonly hours: number
  /** When the start is no further away than this, it lasts `soonHours`. */
  readonly soonWithinHours: number
  readonly soonHours: number
  /** On the day of the start it lasts so many minutes. */
  readonly dayMinutes: number
  /** From this full hour to `quietTo` nobody is asked and no time runs out. */
  readonly quietFrom: number
  readonly quietTo: number
}

export const standardRules: OfferRules = { hours: 24, soonWithinHours: 48, soonHours: 2, dayMinutes: 20, quietFrom: 22, quietTo: 7 }

const hour = 3_600_000

/** When somebody may first be asked: now, or when the quiet hours end. */
export function offerBegins(now: Date, rules: OfferRules, zone: string): Date {
  check(rules)
  const { hour: shown, ...day } = wallTime(now, zone)
  if (shown < rules.quietTo) return instantAt(zone, day, rules.quietTo)
  return shown < rules.quietFrom ? now : instantAt(zone, dayAfter(day, 1), rules.quietTo)
}

/**
 * Until when an offer that is made now can be taken. The quiet hours stop the clock: it neither begins nor ends between `quietFrom` and
 * `quietTo`, and what is left at night is left in the morning. It never outlives the last moment before the start at which somebody could still
 * answer; `undefined` when that moment has passed and nobody can be asked any more.
 */
export function offerUntil(now: Date, startsAt: Date, rules: OfferRules, zone: string): Date | undefined {
  const begins = offerBegins(now, rules, zone)
  const last = lastAnswer(startsAt, rules, zone)
  if (begins >= last) return undefined
  const until = afterWaking(begins, lengthOf(begins, startsAt, rules, zone), rules, zone)
  return until < last ? until : last
}

function lengthOf(begins: Date, startsAt: Date, rules: OfferRules, zone: string): number {
  if (onSameDay(begins, startsAt, zone)) return rules.dayMinutes * 60_000
  return startsAt.getTime() - begins.getTime() <= rules.soonWithinHours * hour ? rules.soonHours * hour : rules.hours * hour
}

/** The start itself, or the evening before it when it lies in the quiet hours. */
function lastAnswer(startsAt: Date, rules: OfferRules, zone: string): Date {
  const { hour: shown, ...day } = wallTime(startsAt, zone)
  if (shown < rules.quietTo) return instantAt(zone, dayAfter(day, -1), rules.quietFrom)
  return shown < rules.quietFrom ? startsAt : instantAt(zone, day, rules.quietFrom)
}

/** So many milliseconds later, quiet hours not counted. `from` lies outside of them. */
function afterWaking(from: Date, length: number, rules: OfferRules, zone: string): Date {
  let at = from
  for (let left = length; ;) {
    const closes = instantAt(zone, wallTime(at, zone), rules.quietFrom)
    const open = closes.getTime() - at.getTime()
    if (left <= open) return new Date(at.getTime() + left)
    left -= open
    at = instantAt(zone, dayAfter(wallTime(at, zone), 1), rules.quietTo)
  }
}

function check({ hours, soonWithinHours, soonHours, dayMinutes, quietFrom, quietTo }: OfferRules): void {
  if (!(quietTo >= 0 && quietTo < quietFrom && quietFrom <= 24)) throw new RangeError(`quiet from ${quietFrom} to ${quietTo} is no night`)
  if (![hours, soonHours, dayMinutes].every((length) => length > 0) || !(soonWithinHours >= 0))
    throw new RangeError('an offer must last for some time')
}
