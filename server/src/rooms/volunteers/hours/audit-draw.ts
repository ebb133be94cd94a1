import { createHash } from 'node:crypto'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** What is published before the month ends: whoever knows it can tell later that the seed was not chosen afterwards. */
export const commitmentOf = (seed: string): string => sha256(`hours-audit ${seed}`)

/** An entry's name in the published list: tells nobody whose it is, or when it was made. */
export const listName = (entryId: string): string => sha256(`hours-entry ${entryId}`).slice(0, 32)

/** So many are checked: a share of the month, at least a few, never more than there are. */
export const wantedOf = (entries: number, { percent, least }: { readonly percent: number; readonly least: number }): number =>
  Math.min(entries, Math.max(least, Math.ceil((entries * percent) / 100)))

/**
 * The draw: of the list, the names whose SHA-256 behind the seed (`<seed> <name>`) is smallest. Anybody with the published seed and list gets the
 * same names, with one line of any language.
 */
export const drawFrom = (list: readonly string[], seed: string, wanted: number): readonly string[] =>
  list
    .map((name) => ({ name, ticket: sha256(`${seed} ${name}`) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .slice(0, wanted)
    .map(({ name }) => name)
