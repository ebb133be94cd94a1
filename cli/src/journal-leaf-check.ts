// One leaf and its entries against each other; nothing here knows of the tree.
import { hashLeaf, hashValue } from './journal-hashes.ts'
import type { Find } from './journal-findings.ts'

export interface LeafRow {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly commitments: unknown
  readonly leaf_hash: string
  readonly date_only: boolean
  readonly index: string | null
}

export interface EntryRow {
  readonly leaf_id: string
  readonly name: string
  readonly salt: Buffer | null
  readonly value: string | null
  readonly about: string | null
  readonly erased: boolean
}

/** The kind under which the journal says how many entries were erased. */
export const erasedKind = 'journal.entries.erase'
const graceMs = 60_000
const dayMs = 24 * 3600_000

/** @returns the hash that the row's contents really have */
export function checkLeaf(streetId: string, leaf: LeafRow, find: Find): string {
  const at = milliseconds(leaf.at)
  const { id, kind, commitments } = leaf
  const readable = at !== undefined && isCommitments(commitments)
  const hash = readable ? hashLeaf({ id, street: streetId, kind, at, commitments }) : 'not a leaf'
  if (hash !== leaf.leaf_hash) find('edited', `leaf ${leaf.id} is not what was hashed when it was written`)
  // The mark is not in the hash. It may delay a leaf by a day, so it must not be found on one that has a time of day.
  if (leaf.date_only && !leaf.at.endsWith('T00:00:00.000000Z'))
    find('edited', `leaf ${leaf.id} is marked as keeping its date only, but has a time`)
  return hash
}

export function checkWaiting(leaf: LeafRow, now: Date, find: Find): void {
  const due = Date.parse(leaf.at) + (leaf.date_only ? dayMs : 0) + graceMs
  if (due < now.getTime()) find('late', `leaf ${leaf.id} of ${leaf.at} has no place in the order yet`)
}

/** How many entries a leaf says were erased. */
export function countOf(commitments: unknown): number {
  const entries = isCommitments(commitments) ? /^plain:(\d+)$/.exec(commitments['entries'] ?? '') : null
  return Number(entries?.[1] ?? 0)
}

/** @returns how many of them are erased */
export function checkEntries(leaf: LeafRow, entries: readonly EntryRow[], find: Find): number {
  if (!isCommitments(leaf.commitments)) return 0 // found already
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const person = byName.get('about')?.value ?? null
  let erased = 0
  for (const [name, commitment] of Object.entries(leaf.commitments)) {
    if (!commitment.startsWith('sha256:')) continue
    const where = `entry ${name} of leaf ${leaf.id}`
    const entry = byName.get(name)
    byName.delete(name)
    if (!entry) {
      find('deleted', `${where} is missing, and was not erased`)
    } else if (entry.salt === null && entry.value === null && entry.about === null && entry.erased) {
      erased++
    } else if (entry.salt === null || entry.value === null) {
      find('deleted', `${where} lost its contents without having been erased`)
    } else if (entry.erased) {
      find('edited', `${where} is marked as erased, but is still there`)
    } else if (`sha256:${hashValue(entry.salt, entry.value)}` !== commitment) {
      find('edited', `${where} is not what the leaf commits to`)
    } else if (entry.about !== subjectOf(name, entry.value, person)) {
      // `about` decides what an erasure reaches; it is not in the hash, but it repeats a value that is.
      find('edited', `${where} was assigned to another person`)
    }
  }
  for (const name of byName.keys()) find('inserted', `entry ${name} of leaf ${leaf.id} is not in the leaf`)
  return erased
}

/** Whom an entry is about: the actor and the assistant themselves (an actor need not be a person), everything else the leaf's `about`. */
function subjectOf(name: string, value: string, person: string | null): string | null {
  if (name === 'assistant' || (name === 'actor' && /^[0-9a-f]{8}-/.test(value))) return value
  return name === 'actor' ? null : person
}

function isCommitments(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === 'string')
  )
}

/** The journal keeps milliseconds; anything finer was not written by it. */
export function milliseconds(at: string): string | undefined {
  return at.endsWith('000Z') ? `${at.slice(0, -4)}Z` : undefined
}
