// `ronghe journal verify`: reads the journal's tables as the owner and believes nothing of them but the signatures.
import pg from 'pg'
import { hashLeaf, hashValue, isSigned, rootOver, subtrees } from './journal-hashes.ts'

export type Fault =
  | 'edited' // a leaf, an entry or a node is not what it was
  | 'deleted' // a leaf, an entry or a node that was there is missing; erased entries are not missing
  | 'reordered' // a leaf stands where another one belongs
  | 'inserted' // a leaf, an entry or a node that the signed heads do not cover
  | 'late' // a leaf still has no place in the order
  | 'head' // a head is not signed by the street, or the journal does not come to its root

export interface Finding {
  readonly fault: Fault
  readonly sentence: string
}

export interface StreetReport {
  readonly street: string
  /** leaves in order */
  readonly leaves: number
  /** leaves not in order yet, within their time */
  readonly waiting: number
  readonly heads: number
  readonly entries: number
  /** entries whose salt and value were destroyed; the journal itself says that it was so many */
  readonly erased: number
  readonly findings: readonly Finding[]
}

export interface Report {
  readonly ok: boolean
  readonly streets: readonly StreetReport[]
}

/** A head that somebody kept: from a receipt, a newspaper, another street. Against it a journal cannot even lose its end unseen. */
export interface KeptHead {
  readonly origin: string
  readonly size: number
  readonly root: string
}

export interface VerifyOptions {
  /** slug; all streets where it is left out */
  readonly street?: string
  readonly now: Date
  readonly kept?: readonly KeptHead[]
}

/** Reads one snapshot per street; `connectionString` is the owner's. */
export async function verifyJournal(connectionString: string, { street, now, kept = [] }: VerifyOptions): Promise<Report> {
  const client = new pg.Client({ connectionString, application_name: 'ronghe journal verify' })
  client.on('error', () => undefined) // a lost connection fails the query under way
  await client.connect()
  try {
    const { rows } = await client.query<StreetRow>(
      `select id::text, slug, encode(journal_public_key, 'hex') as key from street where $1::text is null or slug = $1 order by slug`,
      [street ?? null],
    )
    if (street !== undefined && rows.length === 0) throw new Error(`there is no street called ${street}`)
    const streets: StreetReport[] = []
    for (const row of rows) streets.push(await verifyStreet(client, row, now, kept))
    return { ok: streets.every(({ findings }) => findings.length === 0), streets }
  } finally {
    await client.end()
  }
}

interface StreetRow {
  readonly id: string
  readonly slug: string
  readonly key: string | null
}

interface LeafRow {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly commitments: unknown
  readonly leaf_hash: string
  readonly date_only: boolean
  readonly index: string | null
}

interface EntryRow {
  readonly leaf_id: string
  readonly name: string
  readonly salt: Buffer | null
  readonly value: string | null
  readonly about: string | null
  readonly erased: boolean
}

interface HeadRow {
  readonly size: number
  readonly root: string
  readonly at: string
  readonly signature: Buffer
}

const pageSize = 2000
/** One missing node can show in many places; nobody reads more than this. */
const mostFindings = 1000
const graceMs = 60_000
const dayMs = 24 * 3600_000
const erasedKind = 'journal.entries.erase'
// Microseconds are fetched because JavaScript's dates would hide a change below a millisecond.
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column}`

async function verifyStreet(client: pg.Client, street: StreetRow, now: Date, kept: readonly KeptHead[]): Promise<StreetReport> {
  await client.query('begin transaction isolation level repeatable read, read only')
  try {
    await client.query(`select set_config('app.street', $1, true)`, [street.id])
    const findings: Finding[] = []
    let unsaid = 0
    const find = (fault: Fault, sentence: string) => void (findings.length < mostFindings ? findings.push({ fault, sentence }) : unsaid++)

    const heads = await readHeads(client, street, find)
    const size = heads.at(-1)?.size ?? 0
    const nodes = await readNodes(client, street)
    const tally = { leaves: 0, waiting: 0, entries: 0, erased: 0, declaredErased: 0 }
    const rowHashes = new Map<number, string>()
    for await (const { leaves, entries } of pages(client, street)) {
      for (const leaf of leaves) {
        const hash = checkLeaf(street, leaf, find)
        const waits = leaf.index === null
        if (waits) checkWaiting(leaf, now, find)
        else if (BigInt(leaf.index) < 0n || BigInt(leaf.index) >= BigInt(size))
          find('inserted', `leaf ${leaf.id} has index ${leaf.index}, but no signed head covers it`)
        else if (rowHashes.has(Number(leaf.index))) find('inserted', `leaf ${leaf.id} has index ${leaf.index}, which another leaf has too`)
        else rowHashes.set(Number(leaf.index), hash)
        tally[waits ? 'waiting' : 'leaves']++
        if (leaf.kind === erasedKind) tally.declaredErased += countOf(leaf.commitments)
        const own = entries.get(leaf.id) ?? []
        tally.entries += own.length
        tally.erased += checkEntries(leaf, own, find)
      }
    }
    if (tally.erased !== tally.declaredErased) {
      find('deleted', `${tally.erased} entries look erased, but the journal says that ${tally.declaredErased} were`)
    }
    await checkStrayEntries(client, street, tally.entries, find)
    checkTree(
      size,
      nodes,
      rowHashes,
      heads,
      kept.filter(({ origin }) => origin === street.id),
      find,
    )
    if (unsaid > 0) findings.push({ fault: 'edited', sentence: `and ${unsaid} more faults` })
    const { leaves, waiting, entries, erased } = tally
    return { street: street.slug, leaves, waiting, heads: heads.length, entries, erased, findings }
  } finally {
    await client.query('rollback')
  }
}

type Find = (fault: Fault, sentence: string) => void

/** Only heads that the street really signed, smallest first. */
async function readHeads(client: pg.Client, street: StreetRow, find: Find): Promise<HeadRow[]> {
  const { rows } = await client.query<Omit<HeadRow, 'size'> & { size: string }>(
    `select size::text, encode(root, 'hex') as root, ${instant('at')}, signature from journal_head where street_id = $1 order by journal_head.size`,
    [street.id],
  )
  if (rows.length > 0 && street.key?.length !== 64) {
    find('head', 'the street has no public key, so no head can be believed')
    return []
  }
  const heads = rows.map((row) => ({ ...row, size: Number(row.size) }))
  return heads.filter((head) => {
    const at = milliseconds(head.at)
    const signed =
      at !== undefined &&
      isSigned({ origin: street.id, size: head.size, root: head.root, at }, head.signature, Buffer.from(street.key!, 'hex'))
    if (!signed) find('head', `the head over ${head.size} leaves is not signed by the street`)
    return signed
  })
}

async function readNodes(client: pg.Client, street: StreetRow): Promise<Map<string, string>> {
  const { rows } = await client.query<{ place: string; hash: string }>(
    `select level || '/' || index as place, encode(hash, 'hex') as hash from journal_node where street_id = $1`,
    [street.id],
  )
  return new Map(rows.map(({ place, hash }) => [place, hash]))
}

/** All leaves, in pages by id, each with its entries. */
async function* pages(client: pg.Client, street: StreetRow): AsyncGenerator<{ leaves: LeafRow[]; entries: Map<string, EntryRow[]> }> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows: leaves } = await client.query<LeafRow>(
      `select id::text, kind, ${instant('at')}, commitments, encode(leaf_hash, 'hex') as leaf_hash, date_only, index::text
       from journal_leaf where street_id = $1 and journal_leaf.id > $2::uuid order by journal_leaf.id limit ${pageSize}`,
      [street.id, after],
    )
    if (leaves.length === 0) return
    const { rows } = await client.query<EntryRow>(
      `select leaf_id::text, name, salt, value, about::text, erased_at is not null as erased
       from journal_entry where street_id = $1 and leaf_id = any($2::uuid[])`,
      [street.id, leaves.map(({ id }) => id)],
    )
    yield { leaves, entries: Map.groupBy(rows, (row) => row.leaf_id) }
    after = leaves.at(-1)!.id
  }
}

/** @returns the hash that the row's contents really have */
function checkLeaf(street: StreetRow, leaf: LeafRow, find: Find): string {
  const at = milliseconds(leaf.at)
  const { id, kind, commitments } = leaf
  const readable = at !== undefined && isCommitments(commitments)
  const hash = readable ? hashLeaf({ id, street: street.id, kind, at, commitments }) : 'not a leaf'
  if (hash !== leaf.leaf_hash) find('edited', `leaf ${leaf.id} is not what was hashed when it was written`)
  // The mark is not in the hash. It may delay a leaf by a day, so it must not be found on one that has a time of day.
  if (leaf.date_only && !leaf.at.endsWith('T00:00:00.000000Z'))
    find('edited', `leaf ${leaf.id} is marked as keeping its date only, but has a time`)
  return hash
}

function checkWaiting(leaf: LeafRow, now: Date, find: Find): void {
  const due = Date.parse(leaf.at) + (leaf.date_only ? dayMs : 0) + graceMs
  if (due < now.getTime()) find('late', `leaf ${leaf.id} of ${leaf.at} has no place in the order yet`)
}

/** How many entries a leaf says were erased. */
function countOf(commitments: unknown): number {
  const entries = isCommitments(commitments) ? /^plain:(\d+)$/.exec(commitments['entries'] ?? '') : null
  return Number(entries?.[1] ?? 0)
}

/** @returns how many of them are erased */
function checkEntries(leaf: LeafRow, entries: readonly EntryRow[], find: Find): number {
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

async function checkStrayEntries(client: pg.Client, street: StreetRow, seen: number, find: Find): Promise<void> {
  const { rows } = await client.query<{ count: string }>('select count(*)::text from journal_entry where street_id = $1', [street.id])
  const stray = Number(rows[0]!.count) - seen
  if (stray > 0) find('deleted', `${stray} entries belong to no leaf: their leaves are missing`)
}

/** Rows against stored leaf nodes, leaf nodes against all other nodes, those against the signed roots: what passes all three is what was signed. */
function checkTree(
  size: number,
  nodes: ReadonlyMap<string, string>,
  rowHashes: ReadonlyMap<number, string>,
  heads: readonly HeadRow[],
  kept: readonly KeptHead[],
  find: Find,
): void {
  const known = new Set(rowHashes.values())
  const leaves: string[] = []
  for (let index = 0; index < size; index++) {
    const row = rowHashes.get(index)
    const node = nodes.get(`0/${index}`)
    if (row === undefined) find('deleted', `there is no leaf with index ${index}`)
    else if (node !== undefined && node !== row)
      find(known.has(node) ? 'reordered' : 'edited', `the leaf with index ${index} is not the one that was put there`)
    leaves.push(node ?? row ?? '')
  }
  const rows = subtrees(leaves)
  let expected = 0
  for (const [level, row] of rows.entries()) {
    for (const [index, hash] of row.entries()) {
      const node = nodes.get(`${level}/${index}`)
      if (node !== undefined) expected++
      if (node === undefined) find('deleted', `node ${level}/${index} is missing`)
      else if (node !== hash) find('edited', `node ${level}/${index} does not follow from those below it`)
    }
  }
  if (nodes.size > expected) find('inserted', `${nodes.size - expected} nodes are stored that no signed head covers`)
  for (const head of heads) {
    if (rootOver(rows, head.size) !== head.root) find('head', `the first ${head.size} leaves do not come to the root that was signed`)
  }
  for (const head of kept) {
    if (head.size > size) find('deleted', `a kept head covers ${head.size} leaves, the journal's newest only ${size}`)
    else if (rootOver(rows, head.size) !== head.root) find('head', `the first ${head.size} leaves do not come to the root of a kept head`)
  }
}

function isCommitments(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === 'string')
  )
}

/** The journal keeps milliseconds; anything finer was not written by it. */
function milliseconds(at: string): string | undefined {
  return at.endsWith('000Z') ? `${at.slice(0, -4)}Z` : undefined
}
