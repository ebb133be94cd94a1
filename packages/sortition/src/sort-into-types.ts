import type { Pool, Quota } from './pool.ts'

/** People nobody could tell apart when filling a panel: the same features and the same kind of household. */
export interface PersonType {
  /** Indices into the pool's quotas, one per category. */
  readonly features: readonly number[]
  /** Indices into the pool's people. */
  readonly people: readonly number[]
  /** How many of them can sit on one panel at most. */
  readonly most: number
}

/** Households of the same composition: at most `most` people (one per household) of these types in one panel. */
export interface HouseholdKind {
  readonly types: readonly number[]
  readonly most: number
}

/** What the programs work on. Seats and quotas are those left when the people already chosen have taken theirs. */
export interface Problem {
  readonly pool: Pool
  readonly seats: number
  readonly quotas: readonly Quota[]
  readonly types: readonly PersonType[]
  readonly households: readonly HouseholdKind[]
  /** Indices into the pool's people: sure of a seat. */
  readonly chosen: readonly number[]
  /** Indices: out of the draw, because withdrawn or living with somebody chosen. */
  readonly out: readonly number[]
}

/** How many seats there are, and whose fate is settled. */
export interface ProblemOptions {
  readonly seats: number
  /** Rows of people who have their seat already. */
  readonly chosen?: readonly number[]
  /** Rows of people who cannot be drawn. */
  readonly excluded?: readonly number[]
}

/**
 * Sorts a pool into types. Averaging a lottery over all ways of exchanging interchangeable people keeps every quota and worsens no objective
 * that is concave and treats people alike, so the optimum over types is the optimum over people, and equal people get equal chances.
 * Two households of the same composition are interchangeable too; that is why a type knows its kind of household.
 * @throws RangeError for seats that are no whole number from 1, rows that are not in the pool and rows both chosen and excluded
 */
export function sortIntoTypes(pool: Pool, { seats, chosen = [], excluded = [] }: ProblemOptions): Problem {
  if (!Number.isInteger(seats) || seats < 1) throw new RangeError(`seats must be a whole number from 1, not ${seats}`)
  const indexOf = new Map(pool.people.map((person, index) => [person.row, index]))
  const indices = (rows: readonly number[]): Set<number> =>
    new Set(
      rows.map((row) => {
        const index = indexOf.get(row)
        if (index === undefined) throw new RangeError(`there is no row ${row} among the respondents`)
        return index
      }),
    )
  const kept = indices(chosen)
  const out = indices(excluded)
  for (const index of kept) if (out.has(index)) throw new RangeError(`row ${pool.people[index]!.row} is both chosen and excluded`)
  if (kept.size > seats) throw new RangeError(`${kept.size} people are chosen already, more than the ${seats} seats`)
  const keptHouseholds = new Set([...kept].flatMap((index) => pool.people[index]!.household ?? []))
  pool.people.forEach((person, index) => {
    if (!kept.has(index) && person.household !== undefined && keptHouseholds.has(person.household)) out.add(index)
  })
  const taken = pool.quotas.map(() => 0)
  for (const index of kept) for (const feature of pool.people[index]!.features) taken[feature]!++
  const quotas = pool.quotas.map((quota, feature) => ({
    ...quota,
    min: Math.max(0, quota.min - taken[feature]!),
    max: quota.max - taken[feature]!,
    ...(quota.minFlex === undefined ? {} : { minFlex: Math.max(0, quota.minFlex - taken[feature]!) }),
    ...(quota.maxFlex === undefined ? {} : { maxFlex: quota.maxFlex - taken[feature]! }),
  }))
  const drawn = pool.people.flatMap((_, index) => (kept.has(index) || out.has(index) ? [] : [index]))
  return { pool, seats: seats - kept.size, quotas, ...typesOf(pool, drawn), chosen: [...kept], out: [...out].toSorted((a, b) => a - b) }
}

function typesOf(pool: Pool, drawn: readonly number[]): Pick<Problem, 'types' | 'households'> {
  const members = new Map<string, number[]>()
  for (const index of drawn) {
    const home = pool.people[index]!.household ?? `\n${index}`
    members.set(home, [...(members.get(home) ?? []), index])
  }
  const kinds = new Map<string, { count: number; people: Map<string, number[]> }>()
  for (const people of members.values()) {
    const composition = people.map((index) => pool.people[index]!.features.join(','))
    const key = composition.toSorted().join(' ')
    const kind = kinds.get(key) ?? { count: 0, people: new Map<string, number[]>() }
    kind.count++
    people.forEach((index, place) => {
      const same = kind.people.get(composition[place]!)
      if (same) same.push(index)
      else kind.people.set(composition[place]!, [index])
    })
    kinds.set(key, kind)
  }
  const types: PersonType[] = []
  const households: HouseholdKind[] = []
  for (const { count, people } of kinds.values()) {
    const first = types.length
    for (const same of people.values()) {
      types.push({ features: pool.people[same[0]!]!.features, people: same, most: Math.min(same.length, count) })
    }
    const among = types.slice(first).map((_, index) => first + index)
    if (among.length > 1) households.push({ types: among, most: count })
  }
  return { types, households }
}
