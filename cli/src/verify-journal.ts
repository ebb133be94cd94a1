// `ronghe journal verify`: reads the journal's tables as the owner and believes nothing of them but the signatures.
import pg from 'pg'
import { checkBranchDays } from './branch-days-check.ts'
import type { Fault, Find, Finding } from './journal-findings.ts'
import { isSigned } from './journal-hashes.ts'
import {
  checkEntries,
  checkLeaf,
  checkWaiting,
  countOf,
  erasedKind,
  milliseconds,
  type EntryRow,
  type LeafRow,
} from './journal-leaf-check.ts'
import { checkTree, HashColumn } from './journal-tree-check.ts'

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

interface HeadRow {
  readonly size: number
  readonly root: string
  readonly at: string
  readonly signature: Buffer
}

const pageSize = 2000
/** One missing node can show in many places; nobody reads more than this. */
const mostFindings = 1000
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
    const tally = { leaves: 0, waiting: 0, entries: 0, erased: 0, declaredErased: 0 }
    const rows = new HashColumn(size)
    for await (const { leaves, entries } of pages(client, street)) {
      for (const leaf of leaves) {
        const hash = checkLeaf(street.id, leaf, find)
        const waits = leaf.index === null
        if (waits) checkWaiting(leaf, now, find)
        else place(rows, size, leaf.id, leaf.index, hash, find)
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
    await checkBranchDays(client, street.id, now, find)
    const keptOfThisStreet = kept.filter(({ origin }) => origin === street.id)
    await checkTree(client, street.id, rows, size, heads, keptOfThisStreet, find)
    if (unsaid > 0) findings.push({ fault: 'edited', sentence: `and ${unsaid} more faults` })
    const { leaves, waiting, entries, erased } = tally
    return { street: street.slug, leaves, waiting, heads: heads.length, entries, erased, findings }
  } finally {
    await client.query('rollback')
  }
}

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

function place(rows: HashColumn, size: number, id: string, index: string, hash: string, find: Find): void {
  if (BigInt(index) < 0n || BigInt(index) >= BigInt(size)) find('inserted', `leaf ${id} has index ${index}, but no signed head covers it`)
  else if (rows.has(Number(index))) find('inserted', `leaf ${id} has index ${index}, which another leaf has too`)
  else rows.set(Number(index), Buffer.from(hash, 'hex'))
}

async function checkStrayEntries(client: pg.Client, street: StreetRow, seen: number, find: Find): Promise<void> {
  const { rows } = await client.query<{ count: string }>('select count(*)::text from journal_entry where street_id = $1', [street.id])
  const stray = Number(rows[0]!.count) - seen
  if (stray > 0) find('deleted', `${stray} entries belong to no leaf: their leaves are missing`)
}
