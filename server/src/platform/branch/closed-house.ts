declare const inside: unique symbol

/**
 * The branch's house as the rest of the platform knows it: that it is there, and nothing of what is in it. Only `houseOf` opens it, and
 * only the branch's own room may import that (architecture.test.ts).
 */
export interface ClosedHouse {
  readonly [inside]: never
}
