import type { Deed } from './deed.ts'

/** Something that waits on a post and would be left lying when nobody holds it: a case, a concern, an agreement's matter. */
export interface OpenWork {
  readonly kind: string
  readonly id: string
  /** Number and kind of the thing, never a resident's words or name. */
  readonly title: string
  readonly dueOn: string | null
}

/**
 * A room's open work by post. A post cannot end while something is open on it (08, Handing over); the programme asks every owner of work,
 * which it may not import, through the list in app.ts.
 */
export interface WorkOwner {
  /** What its items are called: `case`, `concern`, `matter`. */
  readonly kind: string
  openItems(deed: Deed, postId: string): Promise<readonly OpenWork[]>
  /** Gives one item to another post, journalled; refuses a post that may not have it. */
  handOver(deed: Deed, itemId: string, toPost: string, note: string): Promise<void>
}
