import { isPanel, type Panel } from './panel-rows.ts'
import type { HouseholdKind, PersonType, Problem } from './sort-into-types.ts'

export type Climb = (from: Panel, weights: Float64Array) => Panel

/** Above so many types, or so many different lists of features among them, the tables of exchanges would outgrow their use. */
const mostTypes = 3000
const mostLists = 700

/**
 * Improves a panel by exchanging one person, or two at once whose exchanges even each other out in every quota, until no such exchange helps.
 * Finds most of what branch and bound finds, in a small part of its time; it proves nothing.
 */
export function makeClimb(problem: Problem): Climb {
  const { types, quotas, households } = problem
  const size = types.length
  const ids = sameFeatures(types)
  if (size > mostTypes || new Set(ids).size > mostLists) return (from) => from
  const { kinds, opposite, examples } = exchangeKinds(types, ids)
  const homeOf: (HouseholdKind | undefined)[] = types.map((_, type) => households.find((household) => household.types.includes(type)))
  const mosts = Int32Array.from(types, (type) => type.most)
  const gains = new Float64Array(examples.length)
  const outs = new Int32Array(examples.length)
  const intos = new Int32Array(examples.length)
  const seen = new Int32Array(examples.length)
  const counts = new Int32Array(quotas.length)
  let look = 0

  return (from, weights) => {
    const panel = Int32Array.from(from)
    for (let round = 0; round < 500; round++) if (!exchange(panel, weights)) break
    if (!isPanel(problem, panel)) throw new Error('an exchange broke a quota')
    return panel
  }

  /** One look at all exchanges, after which everything that helps is done, the best first. A gain does not depend on what was done before it. */
  function exchange(panel: Panel, weights: Float64Array): boolean {
    counts.fill(0)
    for (let type = 0; type < size; type++) {
      if (panel[type] === 0) continue
      for (const feature of types[type]!.features) counts[feature]! += panel[type]!
    }
    const helpful: { gain: number; kind: number; other: number }[] = []
    for (const kind of bestOfEachKind(panel, weights)) {
      const gain = gains[kind]!
      if (gain > 1e-12 && keepsQuotas(kind)) helpful.push({ gain, kind, other: -1 })
      const other = opposite[kind]!
      if (other <= kind || seen[other] !== look || gain + gains[other]! <= 1e-12) continue
      if (outs[kind] === intos[other] || intos[kind] === outs[other]) continue
      helpful.push({ gain: gain + gains[other]!, kind, other })
    }
    helpful.sort((one, next) => next.gain - one.gain)
    let done = 0
    for (const { kind, other } of helpful) {
      while (other < 0 ? keepsQuotas(kind) && move(panel, kind) : movePair(panel, kind, other)) done++
    }
    return done > 0
  }

  function bestOfEachKind(panel: Panel, weights: Float64Array): number[] {
    look++
    const met: number[] = []
    for (let out = 0; out < size; out++) {
      if (panel[out] === 0) continue
      const lost = weights[out]!
      const row = out * size
      for (let into = 0; into < size; into++) {
        if (into === out || panel[into]! >= mosts[into]!) continue
        const kind = kinds[row + into]!
        const gain = weights[into]! - lost
        if (seen[kind] !== look) {
          seen[kind] = look
          met.push(kind)
        } else if (gain <= gains[kind]!) continue
        gains[kind] = gain
        outs[kind] = out
        intos[kind] = into
      }
    }
    return met
  }

  /** Whether counts stay within the quotas: the same for all exchanges of a kind. */
  function keepsQuotas(kind: number): boolean {
    const leaving = types[outs[kind]!]!.features
    const coming = types[intos[kind]!]!.features
    for (let category = 0; category < leaving.length; category++) {
      const lost = leaving[category]!
      const won = coming[category]!
      if (lost !== won && (counts[lost]! - 1 < quotas[lost]!.min || counts[won]! + 1 > quotas[won]!.max)) return false
    }
    return true
  }

  function move(panel: Panel, kind: number): boolean {
    const out = outs[kind]!
    const into = intos[kind]!
    if (panel[out] === 0 || panel[into]! >= mosts[into]!) return false
    shift(panel, out, into)
    const home = homeOf[into]
    if (home === undefined || home.types.reduce((sum, type) => sum + panel[type]!, 0) <= home.most) return true
    shift(panel, into, out)
    return false
  }

  function movePair(panel: Panel, kind: number, other: number): boolean {
    if (!move(panel, kind)) return false
    if (move(panel, other)) return true
    shift(panel, intos[kind]!, outs[kind]!)
    return false
  }

  function shift(panel: Panel, out: number, into: number): void {
    panel[out]!--
    panel[into]!++
    for (const feature of types[out]!.features) counts[feature]!--
    for (const feature of types[into]!.features) counts[feature]!++
  }
}

/** Exchanges are of one kind when they change every quota's count alike. Kind of (out, into) at out * size + into; the opposite's kind by kind. */
function exchangeKinds(
  types: readonly PersonType[],
  ids: readonly number[],
): { kinds: Int32Array; opposite: Int32Array; examples: readonly number[] } {
  const size = types.length
  const kinds = new Int32Array(size * size)
  const known = new Map<string, number>()
  const examples: number[] = []
  // What two types have in common plays no part: only the categories in which they differ.
  const lists = Math.max(0, ...ids) + 1
  const byPair = new Int32Array(lists * lists).fill(-1)
  for (let out = 0; out < size; out++) {
    for (let into = 0; into < size; into++) {
      const pair = ids[out]! * lists + ids[into]!
      if (byPair[pair] === -1) {
        const change = types[out]!.features.map((lost, category) => {
          const won = types[into]!.features[category]!
          return lost === won ? '' : `${lost}>${won}`
        })
        const key = change.join()
        let kind = known.get(key)
        if (kind === undefined) {
          kind = examples.length
          known.set(key, kind)
          examples.push(out * size + into)
        }
        byPair[pair] = kind
      }
      kinds[out * size + into] = byPair[pair]!
    }
  }
  const opposite = Int32Array.from(examples, (example) => kinds[(example % size) * size + Math.floor(example / size)]!)
  return { kinds, opposite, examples }
}

/** A number per type, the same for types of equal features (they differ in their households). */
function sameFeatures(types: readonly PersonType[]): number[] {
  const known = new Map<string, number>()
  return types.map(({ features }) => {
    const key = features.join()
    const id = known.get(key) ?? known.size
    known.set(key, id)
    return id
  })
}
