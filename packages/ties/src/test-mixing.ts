import { type Gathering, type Groups, toIncidence } from './gatherings.ts'
import { marksFor, measure } from './measure.ts'
import { seededRandom } from './random.ts'
import { compareWithChance, type Compared } from './compare-with-chance.ts'
import { roomFor, tradeTimes } from './trade.ts'

export interface Rules {
  /** How often people are dealt out anew. */
  readonly permutations: number
  /** Of gatherings of two or more; below it nothing is compared. */
  readonly leastGatherings: number
  /** Of people of each group who were at one of them. */
  readonly leastPeople: number
  /** A gathering is mixed when each group is at least this part of everybody there. */
  readonly mixedPercent: number
  /** Trades for each gathering between two arrangements. */
  readonly trades: number
}

export const standardRules: Rules = { permutations: 2000, leastGatherings: 10, leastPeople: 30, mixedPercent: 20, trades: 5 }

export interface KindOfGathering {
  readonly kind: string
  readonly gatherings: number
  readonly mixed: number
  /** The mean number of mixed ones over the arrangements. */
  readonly expectedMixed: number
}

/** How many there are to go by. `people` are of the first group, of the second, and of neither. */
export interface Extent {
  readonly gatherings: number
  readonly participations: number
  readonly people: readonly [number, number, number]
  readonly kinds: readonly KindOfGathering[]
}

export type Ties =
  | { readonly kind: 'tooLittle'; readonly gatherings: number; readonly people: readonly [number, number, number] }
  | ({
      readonly kind: 'compared'
      readonly permutations: number
      /** Gatherings in which each group is at least the part the rules name. */
      readonly mixed: Compared
      /** Pairs of one person of each group who were together at least once. */
      readonly bridging: Compared
      /** As many such pairs as there could be: people of the one times people of the other. */
      readonly possiblePairs: number
    } & Extent)

/**
 * Whether two groups are together more or less than if everybody went to as many gatherings as they did, each gathering had as many
 * people as it had, and nothing else decided who went where. What people are stays with them; where they were is dealt out anew.
 *
 * The arrangements are drawn as Besag and Clifford describe (1989, Generalized Monte Carlo significance tests, Biometrika 76, 633–642,
 * the parallel method): from what was observed a walk leads back to a hub, and from the hub as many walks of the same length lead
 * out. Under chance alone what was observed is then one among equals, so the p value is right however short the walks are.
 */
export function testMixing(gatherings: readonly Gathering[], groups: Groups, seed: string, given: Partial<Rules> = {}): Ties {
  const rules = { ...standardRules, ...given }
  refuseNonsense(rules)
  const incidence = toIncidence(gatherings, groups)
  const people = [1, 2, 0].map((side) => incidence.side.reduce((sum, of) => sum + Number(of === side), 0)) as [number, number, number]
  if (incidence.rows < rules.leastGatherings || Math.min(people[0], people[1]) < rules.leastPeople)
    return { kind: 'tooLittle', gatherings: incidence.rows, people }
  const random = seededRandom(seed)
  const [room, marks] = [roomFor(incidence), marksFor(incidence)]
  const observed = measure(incidence.members, incidence, rules.mixedPercent, marks)
  const walk = rules.trades * incidence.rows
  const hub = Int32Array.from(incidence.members)
  tradeTimes(hub, incidence, walk, random, room)
  const members = new Int32Array(hub.length)
  const pairs = new Float64Array(rules.permutations)
  const mixed = new Float64Array(rules.permutations)
  const mixedOfKind = new Float64Array(incidence.kinds.length)
  for (let permutation = 0; permutation < rules.permutations; permutation++) {
    members.set(hub)
    tradeTimes(members, incidence, walk, random, room)
    const counted = measure(members, incidence, rules.mixedPercent, marks)
    pairs[permutation] = counted.pairs
    counted.mixed.forEach((count, kind) => {
      mixed[permutation]! += count
      mixedOfKind[kind]! += count
    })
  }
  return {
    kind: 'compared',
    permutations: rules.permutations,
    gatherings: incidence.rows,
    participations: incidence.members.length,
    people,
    mixed: compareWithChance(
      observed.mixed.reduce((sum, count) => sum + count, 0),
      mixed,
    ),
    bridging: compareWithChance(observed.pairs, pairs),
    possiblePairs: people[0] * people[1],
    kinds: incidence.kinds.map((kind, index) => ({
      kind,
      gatherings: incidence.kind.reduce((sum, of) => sum + Number(of === index), 0),
      mixed: observed.mixed[index]!,
      expectedMixed: mixedOfKind[index]! / rules.permutations,
    })),
  }
}

function refuseNonsense({ permutations, leastGatherings, leastPeople, mixedPercent, trades }: Rules): void {
  for (const [name, value] of Object.entries({ permutations, leastGatherings, leastPeople, trades }))
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} is a whole number from 1: ${value}`)
  if (!(mixedPercent > 0 && mixedPercent <= 50)) throw new RangeError(`mixedPercent is above 0 and at most 50: ${mixedPercent}`)
}
