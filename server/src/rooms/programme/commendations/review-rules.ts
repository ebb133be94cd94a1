/** One person's opinion of one nomination. */
export interface Opinion {
  readonly recommends: boolean
}
export type ReviewOutcome = 'waiting' | 'recommended' | 'notRecommended'

/** Two that agree settle it; where the first two do not, a third does. There is nothing to add up, and nobody is compared with anybody (D2). */
export function outcomeOf(opinions: readonly Opinion[]): ReviewOutcome {
  const forIt = opinions.filter(({ recommends }) => recommends).length
  if (forIt >= 2) return 'recommended'
  return opinions.length - forIt >= 2 ? 'notRecommended' : 'waiting'
}

/** Who reads, with what could tie that person to a nomination. */
export interface Reader {
  readonly personId: string
  readonly household: ReadonlySet<string>
  /** Organs of the posts held today, the post of a reviewer aside. */
  readonly organs: ReadonlySet<string>
}
export interface Concerned {
  readonly nomineeId: string | null
  readonly nominatorId: string | null
  readonly nominatorOrgan: string | null
  readonly nomineeOrgans: readonly string[]
}
export type Conflict = 'self' | 'household' | 'ownNomination' | 'organ'

/** Why somebody must not read a nomination: it is their own, their household's, one they made, or their organ's. */
export function conflictOf(reader: Reader, { nomineeId, nominatorId, nominatorOrgan, nomineeOrgans }: Concerned): Conflict | undefined {
  if (nomineeId === reader.personId) return 'self'
  if (nominatorId === reader.personId) return 'ownNomination'
  if ([nomineeId, nominatorId].some((id) => id !== null && reader.household.has(id))) return 'household'
  if ([nominatorOrgan, ...nomineeOrgans].some((organ) => organ !== null && reader.organs.has(organ))) return 'organ'
  return undefined
}
