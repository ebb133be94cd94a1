// The branch's days against the street's journal. The verifier reads the branch's leaves as the owner; what lies in them stays sealed.
import type pg from 'pg'
import { sha256Of, hashBranchLeaf, hashValue } from './journal-hashes.ts'
import type { Find } from './journal-findings.ts'

interface LeafRow {
  readonly id: string
  readonly kind: string
  readonly day: string
  readonly commitments: Readonly<Record<string, string>>
  readonly leaf_hash: Buffer
  readonly sealed_on: string | null
}

/** The kind of the leaf that holds a day of the branch in the street's journal; `root` in it is the day's salted hash. */
const sealedKind = 'journal.sealed'
/** The kind under which the branch's journal says how many of its entries were erased. */
const erasedKind = 'branch.entries.erase'
const dayMs = 24 * 3600_000

/** A day's hash must be what its leaves give, and what the street's journal holds; what is erased is told apart from what is missing. */
export async function checkBranchDays(client: pg.Client, streetId: string, now: Date, find: Find): Promise<void> {
  const { rows: leaves } = await client.query<LeafRow>(
    `select id::text, kind, day::text, commitments, leaf_hash, sealed_on::text from branch.journal_leaf where street_id = $1 order by journal_leaf.id`,
    [streetId],
  )
  for (const leaf of leaves) {
    const { id, kind, day, commitments } = leaf
    if (hashBranchLeaf({ id, street: streetId, kind, day, commitments }) !== leaf.leaf_hash.toString('hex'))
      find('edited', `a leaf of the branch (${id}) is not what was hashed when it was written`)
    if (leaf.sealed_on === null && Date.parse(day) + 3 * dayMs < now.getTime())
      find('late', `a leaf of the branch of ${day} is in no sealed day yet`)
  }
  await checkEntries(client, streetId, leaves, find)
  await checkDays(client, streetId, leaves, find)
}

async function checkDays(client: pg.Client, streetId: string, leaves: readonly LeafRow[], find: Find): Promise<void> {
  const { rows: days } = await client.query<{ day: string; nonce: Buffer; root: Buffer }>(
    'select day::text, nonce, root from branch.journal_day where street_id = $1 order by day',
    [streetId],
  )
  const { rows: heldRows } = await client.query<{ day: string; root: string }>(
    `select commitments ->> 'day' as day, commitments ->> 'root' as root from journal_leaf where street_id = $1 and kind = $2`,
    [streetId, sealedKind],
  )
  const held = new Map(heldRows.map(({ day, root }) => [day.replace('plain:', ''), root.replace('plain:', '')]))
  for (const { day, nonce, root } of days) {
    const of = leaves.filter(({ sealed_on }) => sealed_on === day).map(({ leaf_hash }) => leaf_hash)
    const name = root.toString('hex')
    if (sha256Of('\x02', nonce, ...of) !== name) find('edited', `the leaves of the branch do not give the hash of ${day}`)
    // The night that sealed it may not have come to its end; the night after adds what is missing.
    if (held.has(day) && held.get(day) !== name) find('edited', `the branch’s hash of ${day} is not the one in the street’s journal`)
    held.delete(day)
  }
  for (const day of held.keys()) find('deleted', `the street’s journal holds a day of the branch, ${day}, that is missing there`)
}

async function checkEntries(client: pg.Client, streetId: string, leaves: readonly LeafRow[], find: Find): Promise<void> {
  const { rows } = await client.query<{ leaf_id: string; name: string; salt: Buffer | null; value: string | null; erased: boolean }>(
    'select leaf_id::text, name, salt, value, erased_on is not null as erased from branch.journal_entry where street_id = $1',
    [streetId],
  )
  const byLeaf = Map.groupBy(rows, ({ leaf_id }) => leaf_id)
  let erased = 0
  let declared = 0
  for (const { id, kind, commitments } of leaves) {
    if (kind === erasedKind) declared += Number(/^plain:(\d+)$/.exec(commitments['entries'] ?? '')?.[1] ?? 0)
    const entries = new Map((byLeaf.get(id) ?? []).map((entry) => [entry.name, entry]))
    for (const [name, commitment] of Object.entries(commitments)) {
      if (!commitment.startsWith('sha256:')) continue
      const entry = entries.get(name)
      if (!entry) find('deleted', `entry ${name} of the branch’s leaf ${id} is missing, and was not erased`)
      else if (entry.salt === null && entry.value === null && entry.erased) erased++
      else if (entry.salt === null || entry.value === null)
        find('deleted', `entry ${name} of the branch’s leaf ${id} lost its contents without having been erased`)
      else if (`sha256:${hashValue(entry.salt, entry.value)}` !== commitment)
        find('edited', `entry ${name} of the branch’s leaf ${id} is not what the leaf commits to`)
    }
  }
  if (erased !== declared) find('deleted', `${erased} entries of the branch look erased, but its journal says that ${declared} were`)
}
