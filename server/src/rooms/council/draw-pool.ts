import type { Bench } from '@ronghe/contract/council/charter.ts'
import { smallestCount } from '../../platform/privacy/suppression.ts'

/** Somebody in the pool as the draw sees them. */
export interface PoolPerson {
  readonly bench: Bench
  readonly community: string
  readonly age: string
}
export const poolCategories = ['group', 'community', 'age'] as const
export type PoolCategory = (typeof poolCategories)[number]
export const unstatedAge = 'unstated'

const featureOf = (person: PoolPerson, category: PoolCategory): string =>
  category === 'group' ? (person.bench === 'newcomers' ? 'newcomer' : 'local') : person[category]

/** What people have in common in the published file: nobody stands in it with fewer than `k` alike (D7). */
export function smallestCell(people: readonly PoolPerson[], categories: readonly PoolCategory[]): number {
  const counts = new Map<string, number>()
  for (const person of people) {
    const key = categories.map((category) => featureOf(person, category)).join('\n')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts.size === 0 ? 0 : Math.min(...counts.values())
}

/**
 * The categories that the file can carry without showing anybody: the finest wanted is left out until every combination has `k` people.
 * None where even the groups are too small.
 */
export function publishable(people: readonly PoolPerson[], asked: readonly PoolCategory[], k = smallestCount): readonly PoolCategory[] {
  // A column in which everybody says the same balances nothing.
  const wanted = asked.filter((category) => category === 'group' || new Set(people.map((person) => featureOf(person, category))).size > 1)
  // Without one, without the other, without both: the age goes before the community.
  const age = wanted.filter((category) => category !== 'age')
  const community = wanted.filter((category) => category !== 'community')
  return [wanted, age, community, wanted.filter((category) => category === 'group')].find((some) => smallestCell(people, some) >= k) ?? []
}

export interface Quota {
  readonly category: string
  readonly feature: string
  readonly min: number
  readonly max: number
  readonly minFlex: number
  readonly maxFlex: number
}

/** Groups exactly as the charter seats them, locked; every other feature its share of the pool, rounded down and up, that may give way. */
export function quotasFor(
  people: readonly PoolPerson[],
  categories: readonly PoolCategory[],
  seats: Readonly<Record<Bench, number>>,
): readonly Quota[] {
  const total = seats.newcomers + seats.locals
  return categories.flatMap((category) => {
    const counts = new Map<string, number>()
    for (const person of people) counts.set(featureOf(person, category), (counts.get(featureOf(person, category)) ?? 0) + 1)
    return [...counts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([feature, count]) => {
        if (category === 'group') {
          const exactly = feature === 'newcomer' ? seats.newcomers : seats.locals
          return { category, feature, min: exactly, max: exactly, minFlex: exactly, maxFlex: exactly }
        }
        const share = (total * count) / people.length
        return { category, feature, min: Math.floor(share), max: Math.ceil(share), minFlex: 0, maxFlex: total }
      })
  })
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.map((one) => cell(String(one))).join(',')).join('\n')}\n`

export const categoriesCsv = (quotas: readonly Quota[]): string =>
  csv([
    ['category', 'feature', 'min', 'max', 'min_flex', 'max_flex'],
    ...quotas.map(({ category, feature, min, max, minFlex, maxFlex }) => [category, feature, min, max, minFlex, maxFlex]),
  ])

/**
 * The pool as a file without names. Rows are in the order of their features, so that the place of a row says nothing more; among equals the
 * order is the one given, which the caller has shuffled.
 * @returns the file, and the people in the order of its rows
 */
export function respondentsCsv<P extends PoolPerson>(
  people: readonly P[],
  categories: readonly PoolCategory[],
): { readonly file: string; readonly rows: readonly P[] } {
  const key = (person: P): string => categories.map((category) => featureOf(person, category)).join('\n')
  const rows = people.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
  return { file: csv([[...categories], ...rows.map((person) => categories.map((category) => featureOf(person, category)))]), rows }
}
