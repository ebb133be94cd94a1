import type { BranchPart } from './branch-part.ts'
import { housePart } from './house-part.ts'
import { lifePart } from './life-part.ts'

/** The nouns of the room add theirs here. */
export const branchParts: readonly BranchPart[] = [lifePart, housePart]
