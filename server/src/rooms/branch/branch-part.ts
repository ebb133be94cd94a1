import type { BranchDeed } from '../../platform/branch/branch-deed.ts'

/**
 * One noun's part in what the room keeps about a person. Withdrawing, closing an account, "my data" and a restore all go through these, so
 * that nothing is left behind by one way that another would have taken.
 */
export interface BranchPart {
  /** Tables of the schema branch with rows about somebody, by their plain names. */
  readonly tables: readonly string[]
  /** Of those, the ones that name the person in a column `person_hash`. */
  readonly byHash: readonly string[]
  export(deed: BranchDeed, hash: Buffer): Promise<Record<string, unknown>>
  forget(deed: BranchDeed, hash: Buffer): Promise<void>
}
