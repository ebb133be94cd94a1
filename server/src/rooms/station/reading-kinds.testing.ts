import { periodOf } from '../../platform/calendar/periods.ts'
import { filedCases } from './report-figures.ts'
import { raisedConcerns } from '../programme/concern-public.ts'
import { shownFrom } from '../../platform/privacy/frozen-figures.ts'
import {
  concernWays,
  ends,
  groups,
  isThere,
  levels,
  months,
  quarters,
  services,
  useOutcomes,
  useYears,
  ways,
  type Life,
} from './readings.testing.ts'

/** What an event is to whoever counts: every kind there could be, whether or not the street has one. */
export interface CaseKind {
  readonly of: 'case'
  readonly service: string
  readonly way: string
  readonly group: string
  readonly month: string
  readonly end: (typeof ends)[number]
  /** The quarter it is counted as decided in; none where it came too late, was gone, or was never decided. */
  readonly quarter: string | undefined
  /** Where it stood when its month was counted; none where it came too late or was gone. */
  readonly column: '同意' | '不同意' | '在办' | undefined
}
export interface ConcernKind {
  readonly of: 'concern'
  readonly way: string
  readonly quarter: string
  readonly inTime: boolean
}
export interface RatingKind {
  readonly of: 'rating'
  readonly service: string
  readonly level: number
  readonly quarter: string
}
export interface UseKind {
  readonly of: 'use'
  readonly outcome: string
  readonly year: string
}
export type Kind = CaseKind | ConcernKind | RatingKind | UseKind

const decidedColumn = { granted: '同意', refusedA: '不同意', refusedB: '不同意', never: '在办' } as const
const quarterOfMonth = (month: string): string => periodOf(`${month}-01`, 'quarter')

const caseKinds = services.flatMap((service) =>
  ways.flatMap((way) =>
    groups.flatMap((group) =>
      months.flatMap((month) =>
        ends.flatMap((end) =>
          [undefined, ...(end === 'never' ? [] : quarters.filter((quarter) => quarter >= quarterOfMonth(month)))].flatMap((quarter) =>
            [...new Set([undefined, '在办' as const, decidedColumn[end]])].map((column): CaseKind => ({
              of: 'case',
              service,
              way,
              group,
              month,
              end,
              quarter,
              column,
            })),
          ),
        ),
      ),
    ),
  ),
)
const concernKinds = concernWays.flatMap((way) =>
  quarters.flatMap((quarter) => [true, false].map((inTime): ConcernKind => ({ of: 'concern', way, quarter, inTime }))),
)
const ratingKinds = services.flatMap((service) =>
  levels.flatMap((level) => quarters.map((quarter): RatingKind => ({ of: 'rating', service, level, quarter }))),
)
const useKinds = useOutcomes.flatMap((outcome) => useYears.map((year): UseKind => ({ of: 'use', outcome, year })))
const kinds: readonly Kind[] = [...caseKinds, ...concernKinds, ...ratingKinds, ...useKinds]
const placeOf = new Map(kinds.map((kind, place) => [keyOf(kind), place]))

function keyOf(kind: Kind): string {
  return Object.values(kind).join(' ')
}

const known = new Map<string, ReadonlySet<number>>()

/** The kinds a figure counts; one set for one name, so that a figure read again is the same figure. */
export function kindsOf<Of extends Kind['of']>(
  name: string,
  of: Of,
  fits: (kind: Extract<Kind, { of: Of }>) => boolean,
): ReadonlySet<number> {
  const before = known.get(name)
  if (before) return before
  // `of` tells which member of the union it is, which the compiler does not follow.
  const set = new Set(kinds.flatMap((kind, place) => (kind.of === of && fits(kind as Extract<Kind, { of: Of }>) ? [place] : [])))
  known.set(name, set)
  return set
}

/** How many events of each kind a life had, as they were counted when everything is counted on the days of reading. */
export function countKinds({ cases, concerns, ratings, uses, readings }: Life): (set: ReadonlySet<number>) => number {
  const counts = new Map<number, number>()
  const add = (kind: Kind) => {
    const place = placeOf.get(keyOf(kind))
    if (place === undefined) throw new Error(`no such kind: ${keyOf(kind)}`)
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const firstFrom = (day: string): string | undefined => readings.find((reading) => reading.day >= day)?.day
  for (const one of cases) {
    const month = periodOf(one.filed, 'month')
    const countedOn = firstFrom(shownFrom(filedCases, month))
    const quarter = one.decided && periodOf(one.decided, 'quarter')
    const addedUpOn = quarter && firstFrom(shownFrom({ waits: 0 }, quarter))
    add({
      of: 'case',
      service: one.service,
      way: one.way,
      group: one.group,
      month,
      end: one.end,
      quarter: addedUpOn && isThere(one, addedUpOn) ? quarter : undefined,
      column:
        countedOn && isThere(one, countedOn) ? (one.decided && one.decided <= countedOn ? decidedColumn[one.end] : '在办') : undefined,
    })
  }
  for (const one of concerns) {
    const quarter = periodOf(one.raised, 'quarter')
    const countedOn = firstFrom(shownFrom(raisedConcerns, quarter))
    if (countedOn && isThere(one, countedOn)) add({ of: 'concern', way: one.way, quarter, inTime: one.inTime && one.answered <= countedOn })
  }
  for (const { service, level, on } of ratings) add({ of: 'rating', service, level, quarter: periodOf(on, 'quarter') })
  for (const one of uses) {
    const year = periodOf(one.on, 'year')
    const countedOn = firstFrom(shownFrom({ waits: 0 }, year))
    if (countedOn && isThere({ ...one, entered: one.on }, countedOn)) add({ of: 'use', outcome: one.outcome, year })
  }
  return (set) => [...set].reduce((sum, place) => sum + (counts.get(place) ?? 0), 0)
}
