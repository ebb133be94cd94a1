import type { Gathering } from './gatherings.ts'

/** Every arrangement of people over gatherings with the same sizes and the same number of gatherings for each; small cases only. */
export function everyArrangement(gatherings: readonly Gathering[]): string[] {
  const people = [...new Set(gatherings.flatMap((gathering) => gathering.people))].toSorted()
  const left = new Map(people.map((name) => [name, gatherings.filter((one) => one.people.includes(name)).length]))
  const found: string[] = []
  const place = (row: number, so: readonly string[]): void => {
    if (row === gatherings.length) {
      found.push(so.join(' '))
      return
    }
    for (const chosen of subsets(people, gatherings[row]!.people.length)) {
      if (chosen.some((name) => left.get(name) === 0)) continue
      for (const name of chosen) left.set(name, left.get(name)! - 1)
      place(row + 1, [...so, chosen.join('')])
      for (const name of chosen) left.set(name, left.get(name)! + 1)
    }
  }
  place(0, [])
  return found
}

function subsets(names: readonly string[], size: number): string[][] {
  if (size === 0) return [[]]
  return names.flatMap((name, index) => subsets(names.slice(index + 1), size - 1).map((rest) => [name, ...rest]))
}
