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
  /** How many that would be, for every post at once: the list of posts shows a number beside each, and no item. */
  openCounts(deed: Deed): Promise<OpenCounts>
  /** Gives one item to another post, journalled; refuses a post that may not have it. */
  handOver(deed: Deed, itemId: string, toPost: string, note: string): Promise<void>
}

export type OpenCounts = ReadonlyMap<string, number>

/** From rows grouped by post; what waits on no post is nobody's to hand over. */
export const toCounts = (rows: readonly { readonly post: string | null; readonly count: number }[]): OpenCounts =>
  new Map(rows.flatMap(({ post, count }) => (post === null ? [] : [[post, count] as const])))
