// The tree of one street: rows against stored leaf nodes, leaf nodes against all other nodes, those against the signed roots.
// What passes all three is what was signed. Hashes lie side by side in buffers, so that millions of leaves fit.
import type pg from 'pg'
import { rootOver, subtrees } from './journal-hashes.ts'
import type { Find } from './journal-findings.ts'

/** Hashes by number, some of them perhaps missing. */
export class HashColumn {
  readonly bytes: Buffer
  readonly #there: Uint8Array

  constructor(length: number) {
    this.bytes = Buffer.alloc(length * 32)
    this.#there = new Uint8Array(length)
  }

  has(index: number): boolean {
    return this.#there[index] === 1
  }

  set(index: number, hash: Buffer): void {
    // A hash of another length is nonsense that must not spill over its neighbours; it stays a wrong one.
    this.bytes.fill(0, index * 32, index * 32 + 32)
    hash.copy(this.bytes, index * 32, 0, 32)
    this.#there[index] = 1
  }

  at(index: number): Buffer {
    return this.bytes.subarray(index * 32, index * 32 + 32)
  }

  /** Every hash as a string of 32 bytes. */
  all(): ReadonlySet<string> {
    return new Set(this.#there.keys().map((index) => this.at(index).toString('latin1')))
  }
}

export interface SignedSize {
  readonly size: number
  /** hex */
  readonly root: string
}

/** `rows` are the hashes that the leaves in the journal really have, by index; as many as the newest signed head covers. */
export async function checkTree(
  client: pg.Client,
  streetId: string,
  rows: HashColumn,
  size: number,
  heads: readonly SignedSize[],
  kept: readonly SignedSize[],
  find: Find,
): Promise<void> {
  const leaves = await readLeafNodes(client, streetId, size)
  let known: ReadonlySet<string> | undefined // made when first needed: a healthy journal never asks
  for (let index = 0; index < size; index++) {
    if (!rows.has(index)) find('deleted', `there is no leaf with index ${index}`)
    else if (!leaves.has(index)) leaves.set(index, rows.at(index))
    else if (!rows.at(index).equals(leaves.at(index))) {
      known ??= rows.all()
      find(
        known.has(leaves.at(index).toString('latin1')) ? 'reordered' : 'edited',
        `the leaf with index ${index} is not the one that was put there`,
      )
    }
  }
  const levels = subtrees(leaves.bytes)
  await checkNodes(client, streetId, levels, find)
  for (const head of heads) {
    if (rootOver(levels, head.size) !== head.root) find('head', `the first ${head.size} leaves do not come to the root that was signed`)
  }
  for (const head of kept) {
    if (head.size > size) find('deleted', `a kept head covers ${head.size} leaves, the journal's newest only ${size}`)
    else if (rootOver(levels, head.size) !== head.root) find('head', `the first ${head.size} leaves do not come to the root of a kept head`)
  }
}

async function readLeafNodes(client: pg.Client, streetId: string, size: number): Promise<HashColumn> {
  const column = new HashColumn(size)
  for await (const { level, index, hash } of storedNodes(client, streetId)) {
    if (level !== 0) break
    if (index >= 0 && index < size) column.set(index, hash)
  }
  return column
}

async function checkNodes(client: pg.Client, streetId: string, levels: readonly Buffer[], find: Find): Promise<void> {
  const seen = levels.map((level) => new Uint8Array(level.length / 32))
  for await (const { level, index, hash } of storedNodes(client, streetId)) {
    const place = `node ${level}/${index}`
    const expected = levels[level]?.subarray(index * 32, index * 32 + 32)
    if (index < 0 || !expected || expected.length === 0) find('inserted', `${place} is stored, but no signed head covers it`)
    else if (!expected.equals(hash)) find('edited', `${place} does not follow from those below it`)
    if (seen[level]) seen[level][index] = 1
  }
  for (const [level, marks] of seen.entries()) {
    for (let index = marks.indexOf(0); index !== -1; index = marks.indexOf(0, index + 1))
      find('deleted', `node ${level}/${index} is missing`)
  }
}

/** Every stored node, by level and index, a page at a time. */
async function* storedNodes(client: pg.Client, streetId: string): AsyncGenerator<{ level: number; index: number; hash: Buffer }> {
  let last = { level: -1, index: '0' }
  for (;;) {
    const { rows } = await client.query<{ level: number; index: string; hash: Buffer }>(
      `select level, index::text, hash from journal_node
       where street_id = $1 and (level, journal_node.index) > ($2::int, $3::bigint) order by level, journal_node.index limit 5000`,
      [streetId, last.level, last.index],
    )
    for (const { level, index, hash } of rows) yield { level, index: Number(index), hash }
    const end = rows.at(-1)
    if (!end) return
    last = end
  }
}
