// Representative statements and consensus of the default mode: as many as the votes support, not five.
import { compareGroups, type Direction, type Standing } from './compare-groups.ts'
import { controlFalseDiscoveries } from './control-false-discoveries.ts'
import { normalTail } from './normal-tail.ts'
import { tallyOf } from './vote-matrix.ts'
import { propTest } from './z-tests.ts'

/** Of what is reported, this share may be there by chance. */
export const falseDiscoveryRate = 0.1
/** Fewer than so many people of a group say nothing about the group. */
export const leastSeen = 5

/**
 * For every group the statements on which most of it takes one side, and takes it more than the others do, the strongest first. Both
 * together are tested (the larger of two p-values), over all groups, statements and directions at once.
 * @param counts group -> table of counts
 * @param asked columns to look at
 */
export function representativeStatements(counts: readonly Uint32Array[], asked: readonly number[]): Standing[][] {
  if (counts.length < 2) return counts.map(() => [])
  const tried = counts.flatMap((_, group) =>
    asked.flatMap((column) =>
      compareGroups(counts, group, column).flatMap((standing) => (standing.trials >= leastSeen ? [{ group, standing }] : [])),
    ),
  )
  const chances = tried.map(({ standing }) => Math.max(normalTail(standing.shareTest), normalTail(standing.ratioTest)))
  const qValues = controlFalseDiscoveries(chances)
  const found: Standing[][] = counts.map(() => [])
  tried.forEach(({ group, standing }, at) => {
    if (qValues[at]! <= falseDiscoveryRate) found[group]!.push(standing)
  })
  return found.map((standings) => standings.sort((one, other) => other.ratioTest - one.ratioTest || one.column - other.column))
}

export interface Agreement {
  readonly column: number
  /** the least share of a group on that side */
  readonly leastShare: number
}

/**
 * Statements on which most of *every* group takes the same side, by the share of the least convinced group. A statement that a
 * group has hardly seen (fewer than five) is not among them, however much the others like it.
 */
export function consensusOf(counts: readonly Uint32Array[], asked: readonly number[]): Record<Direction, Agreement[]> {
  const tried = (['agree', 'disagree'] as const).flatMap((direction) =>
    asked.flatMap((column) => {
      const tallies = counts.map((table) => tallyOf(table, column))
      if (tallies.length === 0 || tallies.some(({ seen }) => seen < leastSeen)) return []
      // Every group has to pass, so the least convincing one decides: an intersection-union test.
      const chance = Math.max(...tallies.map((tally) => normalTail(propTest(tally[direction], tally.seen))))
      return [{ direction, column, chance, leastShare: Math.min(...tallies.map((tally) => tally[direction] / tally.seen)) }]
    }),
  )
  const qValues = controlFalseDiscoveries(tried.map(({ chance }) => chance))
  const kept = tried.filter((_, at) => qValues[at]! <= falseDiscoveryRate)
  const ofDirection = (direction: Direction): Agreement[] =>
    kept
      .filter((one) => one.direction === direction)
      .map(({ column, leastShare }) => ({ column, leastShare }))
      .sort((one, other) => other.leastShare - one.leastShare || one.column - other.column)
  return { agree: ofDirection('agree'), disagree: ofDirection('disagree') }
}
