import fc from 'fast-check'
import { daysOf, periodOf } from '../../platform/calendar/periods.ts'
import { addDays } from '../../platform/calendar/working-days.ts'

/** The streets that figures are read in: few events of every kind, some entered late, some erased, over a year of reading. */
export const services = ['leaseFiling', 'residencePermit'] as const
export const ways = ['phone', 'paper'] as const
export const groups = ['newcomer', 'local', 'unstated'] as const
/** Granted, refused for one of two reasons, or never decided. */
export const ends = ['granted', 'refusedA', 'refusedB', 'never'] as const
export const months = ['2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06'] as const
export const quarters = ['2027-Q1', '2027-Q2', '2027-Q3'] as const
export const concernWays = ['phone', 'anonymous', 'desk', 'paper', 'carried', 'homeVisit'] as const
export const levels = [1, 2, 3, 4, 5] as const
export const useOutcomes = ['settledOnTheSpot', 'reimbursedLater', 'refused'] as const
export const useYears = ['2026', '2027', '2028'] as const

export interface CaseEvent {
  readonly service: (typeof services)[number]
  readonly way: (typeof ways)[number]
  readonly group: (typeof groups)[number]
  readonly end: (typeof ends)[number]
  readonly filed: string
  readonly entered: string
  readonly decided: string | undefined
  readonly gone: string | undefined
}
export interface ConcernEvent {
  readonly way: (typeof concernWays)[number]
  readonly raised: string
  readonly entered: string
  /** The day it was answered, in time or not. */
  readonly answered: string
  readonly inTime: boolean
  readonly gone: string | undefined
}
export interface RatingEvent {
  readonly service: (typeof services)[number]
  readonly level: (typeof levels)[number]
  readonly on: string
}
export interface UseEvent {
  readonly outcome: (typeof useOutcomes)[number]
  readonly on: string
  readonly gone: string | undefined
}
export interface Life {
  readonly cases: readonly CaseEvent[]
  readonly concerns: readonly ConcernEvent[]
  readonly ratings: readonly RatingEvent[]
  readonly uses: readonly UseEvent[]
  /** The days on which everything is read, and the months that reports are asked for on each. */
  readonly readings: readonly { readonly day: string; readonly from: number; readonly to: number }[]
}

const of = <T>(values: readonly T[]) => fc.constantFrom(...values)
const howMany = fc.integer({ min: 1, max: 14 })
const dayIn = (period: string, share: number): string => {
  const { first, last } = daysOf(period)
  return addDays(first, Math.floor((share * (Date.parse(last) - Date.parse(first))) / 86_400_000))
}
const share = fc.integer({ min: 0, max: 99 }).map((hundredth) => hundredth / 100)
const late = fc.constantFrom(0, 0, 2, 12, 45)
const goneAfter = fc.constantFrom(undefined, undefined, 15, 70)

const someCases = fc
  .record({
    service: of(services),
    way: of(ways),
    group: of(groups),
    end: of(ends),
    month: of(months),
    share,
    took: fc.nat(60),
    late,
    goneAfter,
    howMany,
  })
  .map(({ month, share: at, took, late: lateBy, goneAfter: gone, howMany: count, ...rest }): CaseEvent[] => {
    const filed = dayIn(month, at)
    const entered = rest.way === 'paper' ? addDays(filed, lateBy) : filed
    const due = addDays(filed, took)
    const decided = rest.end === 'never' ? undefined : due < entered ? entered : due
    return Array.from({ length: count }, () => ({
      ...rest,
      filed,
      entered,
      decided,
      gone: gone === undefined ? undefined : addDays(decided ?? entered, gone),
    }))
  })
const someConcerns = fc
  .record({
    way: of(concernWays),
    quarter: of(quarters.slice(0, 2)),
    share,
    late,
    took: fc.nat(80),
    inTime: fc.boolean(),
    goneAfter,
    howMany,
  })
  .map(({ way, quarter, share: at, late: lateBy, took, inTime, goneAfter: gone, howMany: count }): ConcernEvent[] => {
    const raised = dayIn(quarter, at)
    const entered = addDays(raised, way === 'paper' || way === 'homeVisit' ? lateBy : 0)
    const answered = addDays(entered, took)
    return Array.from({ length: count }, () => ({
      way,
      raised,
      entered,
      answered,
      inTime,
      gone: gone === undefined ? undefined : addDays(answered, gone),
    }))
  })
const someRatings = fc
  .record({ service: of(services), level: of(levels), quarter: of(quarters.slice(0, 2)), share, howMany })
  .map(({ service, level, quarter, share: at, howMany: count }): RatingEvent[] =>
    Array.from({ length: count }, () => ({ service, level, on: dayIn(quarter, at) })),
  )
const someUses = fc
  .record({ outcome: of(useOutcomes), year: of(useYears), share, goneAfter, howMany })
  .map(({ outcome, year, share: at, goneAfter: gone, howMany: count }): UseEvent[] => {
    const on = dayIn(year, at)
    return Array.from({ length: count }, () => ({ outcome, on, gone: gone === undefined ? undefined : addDays(on, gone) }))
  })

/** From some days after the first month to well after everything. */
const someReadings = fc
  .array(fc.record({ after: fc.integer({ min: 20, max: 760 }), from: fc.nat(5), to: fc.nat(5) }), { minLength: 3, maxLength: 6 })
  .map((list) =>
    list
      .map(({ after, from, to }) => ({ day: addDays('2027-01-20', after), from: Math.min(from, to), to: Math.max(from, to) }))
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .filter(({ day }, place, all) => place === 0 || all[place - 1]!.day !== day),
  )

export const lives: fc.Arbitrary<Life> = fc.record({
  cases: fc.array(someCases, { minLength: 8, maxLength: 40 }).map((batches) => batches.flat()),
  concerns: fc.array(someConcerns, { minLength: 2, maxLength: 14 }).map((batches) => batches.flat()),
  ratings: fc.array(someRatings, { minLength: 2, maxLength: 14 }).map((batches) => batches.flat()),
  uses: fc.array(someUses, { maxLength: 8 }).map((batches) => batches.flat()),
  readings: someReadings,
})

export const quarterOfDay = (day: string): string => periodOf(day, 'quarter')
export const isThere = ({ entered, gone }: { readonly entered: string; readonly gone: string | undefined }, day: string): boolean =>
  entered <= day && (gone === undefined || gone > day)
