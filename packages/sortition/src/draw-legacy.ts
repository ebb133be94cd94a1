import type { Random } from './random.ts'
import type { Problem } from './sort-into-types.ts'

export type LegacyDraw =
  | { readonly kind: 'panel'; readonly people: readonly number[]; readonly tries: number }
  | { readonly kind: 'gave up'; readonly tries: number }

/**
 * The greedy rule that was usual before optimal lotteries (Flanigan et al. 2021, "LEGACY"): fill the seat that is most urgent,
 * (min - selected) / remaining, with anybody who has that feature; start again where a minimum can no longer be met. It optimises nothing: it is here
 * to be compared with. The ratio is not cut off at 0, people without a seat for their feature never sit, and a minimum that needs everybody can be met.
 * @returns indices into the pool's people, those chosen before not among them
 */
export function drawLegacy(problem: Problem, random: Random, mostTries = 100): LegacyDraw {
  for (let tries = 1; tries <= mostTries; tries++) {
    const people = tryOnce(problem, random)
    if (people) return { kind: 'panel', people, tries }
  }
  return { kind: 'gave up', tries: mostTries }
}

function tryOnce({ pool, quotas, types, seats }: Problem, random: Random): number[] | undefined {
  const left = new Set(types.flatMap((type) => type.people).toSorted((one, other) => one - other))
  const selected = quotas.map(() => 0)
  const remaining = quotas.map(() => 0)
  const featuresOf = (person: number) => pool.people[person]!.features
  for (const person of left) for (const feature of featuresOf(person)) remaining[feature]!++
  const leave = (person: number) => {
    if (left.delete(person)) for (const feature of featuresOf(person)) remaining[feature]!--
  }
  const leaveIfFull = (feature: number) => {
    if (selected[feature]! < quotas[feature]!.max) return
    for (const person of left) if (featuresOf(person).includes(feature)) leave(person)
  }
  quotas.forEach((_, feature) => leaveIfFull(feature))
  const panel: number[] = []
  while (panel.length < seats) {
    let urgent = -1
    let urgency = Number.NEGATIVE_INFINITY
    for (let feature = 0; feature < quotas.length; feature++) {
      if (remaining[feature] === 0) {
        if (selected[feature]! < quotas[feature]!.min) return undefined
        continue
      }
      const ratio = (quotas[feature]!.min - selected[feature]!) / remaining[feature]!
      if (ratio > urgency) [urgent, urgency] = [feature, ratio]
    }
    if (urgent < 0) return undefined
    const candidates = [...left].filter((person) => featuresOf(person).includes(urgent))
    const person = candidates[random(candidates.length)]!
    panel.push(person)
    leave(person)
    const { household } = pool.people[person]!
    if (household !== undefined) for (const mate of left) if (pool.people[mate]!.household === household) leave(mate)
    for (const feature of featuresOf(person)) selected[feature]!++
    for (const feature of featuresOf(person)) leaveIfFull(feature)
  }
  return quotas.every(({ min, max }, feature) => selected[feature]! >= min && selected[feature]! <= max) ? panel : undefined
}
