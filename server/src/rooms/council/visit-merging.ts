import { visitParts, type VisitAside, type VisitParts } from '@ronghe/contract/council/visits.ts'
import { mergeDrafts, nothingYet, type DraftParts } from '@ronghe/forms'

/** A visit as one phone, or the server, has it. */
export interface VisitVersion {
  readonly parts: VisitParts
  readonly times: Readonly<Record<string, string>>
  readonly aside: readonly VisitAside[]
}

/**
 * Two phones went on with one visit. What only one of them changed is taken; where both changed a part the later value stands and the other
 * is put aside until a delegate picks: nothing that was written down is dropped.
 */
export function bringTogether(base: VisitVersion | null, mine: VisitVersion, theirs: VisitVersion): VisitVersion {
  const merged = mergeDrafts(base ? toDraft(base) : nothingYet, toDraft(mine), toDraft(theirs))
  return {
    parts: { ...mine.parts, ...empty, ...(merged.values as Partial<VisitParts>) },
    times: merged.times,
    aside: merged.aside as readonly VisitAside[], // the parts are those that went in
  }
}

export const sameVisit = (one: VisitVersion, other: VisitVersion): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

const empty = { topics: [] as string[], seen: '' }
const inOrder = ({ parts, aside }: VisitVersion) => [visitParts.map((part) => parts[part]), aside.map(({ part, value }) => [part, value])]
const toDraft = ({ parts, times, aside }: VisitVersion): DraftParts => ({ values: { ...parts }, times, aside })
