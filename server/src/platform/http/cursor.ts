import { Refusal } from './problems.ts'

/** Where a page of a list ended: the values it is sorted by, the id last. Opaque to the caller, checked when it comes back. */
export const toCursor = (...keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url')

/** The values again, as many as the list sorts by; undefined at the start of the list. */
export function readCursor(after: string | undefined, count: number): readonly string[] | undefined {
  if (after === undefined || after === '') return undefined
  try {
    const keys: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
    if (
      Array.isArray(keys) &&
      keys.length === count &&
      keys.every((key) => typeof key === 'string' && !key.includes('\0') && key.length < 100)
    )
      return keys
  } catch {
    // Not ours: refused below like any other nonsense.
  }
  throw new Refusal(400, 'not-a-cursor')
}

/** Cuts the one row too many that was asked for to see whether there is more. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
