import { createPublicKey, verify } from 'node:crypto'
import { append, emptyTree, rootOf, toHex, verifyHead, type Tree } from '@ronghe/ledger'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { record } from './record.ts'
import { sequenceBatch } from './sequence.ts'
import { openJournal, type JournalUnderTest } from './testing.ts'
import { sha256 } from './tree-nodes.ts'

let journal: JournalUnderTest
const opened: JournalUnderTest[] = []
beforeEach(async () => {
  journal = await openJournal()
  opened.push(journal)
})
afterAll(async () => {
  for (const each of opened) await each.close()
})

test('deeds get the numbers 0, 1, 2 … and a head that their hashes come to', async () => {
  for (let i = 0; i < 5; i++) await journal.deed((deed) => record(deed, { kind: 'test.deed', plain: { i } }))
  expect(await journal.sequencer.catchUp()).toBe(5)
  for (let i = 5; i < 12; i++) await journal.deed((deed) => record(deed, { kind: 'test.deed', plain: { i } }))
  expect(await journal.sequencer.catchUp()).toBe(7)
  expect(await journal.sequencer.catchUp()).toBe(0)
  expect(await ordered()).toHaveLength(12)
  expect(await headSizes()).toEqual([5, 12])
  await everyHeadHolds()
})

test('what one deed records twice, and what follows at the same instant, stays in order', async () => {
  const ids: string[] = []
  for (let i = 0; i < 10; i++) {
    await journal.deed(async (deed) => {
      for (let part = 0; part < 3; part++) ids.push(await record(deed, { kind: 'test.deed', plain: { i, part } }))
    })
  }
  await journal.sequencer.catchUp()
  expect((await ordered()).map(({ id }) => id)).toEqual(ids)
})

test('a deed that commits late is in the next batch and is never missed', async () => {
  const late = await journal.database.pool.connect()
  await late.query(`begin; select enter_street('${journal.street.id}')`)
  const written = await late.query<{ id: string }>(
    `insert into journal_leaf (street_id, id, kind, at, commitments, leaf_hash)
     values ($1, '00000000-0000-7000-8000-000000000001', 'test.late', $2, '{}', sha256('late')) returning id`,
    [journal.street.id, journal.now()],
  )
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  expect(await journal.sequencer.catchUp()).toBe(1)
  await late.query('commit')
  late.release()
  expect(await journal.sequencer.catchUp()).toBe(1)
  const leaves = await ordered()
  expect(leaves.map(({ id }) => id).indexOf(written.rows[0]!.id)).toBe(1)
  await everyHeadHolds()
})

test('two processes at once give every deed one number and leave no gap', async () => {
  const other = journal.secondProcess()
  const deeds = Array.from({ length: 60 }, (_, i) => journal.deed((deed) => record(deed, { kind: 'test.deed', plain: { i } })))
  const looks = Array.from({ length: 12 }, (_, i) => (i % 2 ? other : journal).sequencer.catchUp())
  await Promise.all([...deeds, ...looks])
  await journal.sequencer.catchUp()
  expect((await ordered()).map(({ index }) => Number(index))).toEqual(Array.from({ length: 60 }, (_, i) => i))
  await everyHeadHolds()
})

test('while another process is at the journal, this one steps back', async () => {
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  const other = journal.secondProcess()
  const signer = journal.signerOf(journal.street.id)
  await journal.database.inStreet(journal.street.id, 'write', async (tx) => {
    expect(await sequenceBatch(tx, journal.street.id, signer, journal.now())).toBe(1)
    expect(await other.sequencer.catchUp()).toBe(0)
  })
  expect(await headSizes()).toEqual([1])
})

test('a batch that fails leaves nothing behind, and the next one does it all', async () => {
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  const signer = journal.signerOf(journal.street.id)
  const failing = journal.database.inStreet(journal.street.id, 'write', async (tx) => {
    await sequenceBatch(tx, journal.street.id, signer, journal.now())
    throw new Error('power cut')
  })
  await expect(failing).rejects.toThrow('power cut')
  expect(await headSizes()).toEqual([])
  expect(await journal.sequencer.catchUp()).toBe(1)
  await everyHeadHolds()
})

test('a running sequencer takes up deeds by itself, in every street, and stops when told', async () => {
  journal.sequencer.start()
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }), { street: journal.otherStreet })
  await expect.poll(async () => (await journal.rows('select 1 from journal_head')).length, { timeout: 5000 }).toBe(2)
  await journal.sequencer.stop()
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  expect(await journal.rows('select 1 from journal_leaf where index is null')).toHaveLength(1)
  expect(journal.warnings).toEqual([])
  await everyHeadHolds()
})

test('a deed without actor keeps its date only and waits until that day is over', async () => {
  journal.at('2026-11-23T09:17:23.456Z')
  const id = await journal.deed((deed) => record(deed, { kind: 'test.anonymous', withoutActor: true }))
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  expect(await journal.sequencer.catchUp()).toBe(1)
  journal.at('2026-11-23T23:59:59.999Z')
  expect(await journal.sequencer.catchUp()).toBe(0)
  journal.at('2026-11-24T00:00:00.000Z')
  expect(await journal.sequencer.catchUp()).toBe(1)
  const [leaf] = await journal.rows<{ at: Date; index: string }>('select at, index from journal_leaf where id = $1', [id])
  expect(leaf!.at.toISOString()).toBe('2026-11-23T00:00:00.000Z')
  expect(Number(leaf!.index)).toBe(1)
})

test('a backlog of more than one batch is put in order in one go', async () => {
  await journal.rows(
    `insert into journal_leaf (street_id, id, kind, at, commitments, leaf_hash)
     select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'test.deed', $2, '{}', sha256(i::text::bytea) from generate_series(1, 2300) i`,
    [journal.street.id, journal.now()],
  )
  expect(await journal.sequencer.catchUp()).toBe(2300)
  expect(await headSizes()).toEqual([1000, 2000, 2300])
  await everyHeadHolds()
})

test('the app can neither rewrite nor delete what the journal holds, nor give the street another key', async () => {
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  await journal.sequencer.catchUp()
  const attempts = [
    `update journal_leaf set kind = 'test.other'`,
    `update journal_leaf set leaf_hash = sha256('other')`,
    'delete from journal_leaf',
    `update journal_entry set name = 'other'`,
    'delete from journal_entry',
    `update journal_node set hash = sha256('other')`,
    'delete from journal_node',
    `update journal_head set at = now()`,
    'delete from journal_head',
    `update street set journal_public_key = '\\x00'`,
  ]
  for (const attempt of attempts) {
    const tried = journal.database.inStreet(journal.street.id, 'write', (tx) => tx.executeQuery({ sql: attempt, parameters: [] } as never))
    await expect(tried, attempt).rejects.toThrow(/permission denied/)
  }
  const key = await publicKey()
  await journal.database.pool.query('select journal_give_key($1, $2)', [journal.street.id, Buffer.alloc(32)])
  expect(await publicKey()).toEqual(key)
})

async function ordered(): Promise<{ id: string; index: string; leaf_hash: Buffer }[]> {
  return journal.rows('select id, index, leaf_hash from journal_leaf where street_id = $1 and index is not null order by index', [
    journal.street.id,
  ])
}

async function headSizes(): Promise<number[]> {
  const rows = await journal.rows<{ size: string }>('select size from journal_head where street_id = $1 order by size', [journal.street.id])
  return rows.map(({ size }) => Number(size))
}

async function publicKey(): Promise<Buffer> {
  const [row] = await journal.rows<{ key: Buffer }>('select journal_public_key as key from street where id = $1', [journal.street.id])
  return row!.key
}

/** Each stored head is signed with the street's stored key, over the root that the ordered leaves really have. */
async function everyHeadHolds(): Promise<void> {
  const raw = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), await publicKey()])
  const key = createPublicKey({ key: raw, format: 'der', type: 'spki' })
  const leaves = await ordered()
  const heads = await journal.rows<{ size: string; root: Buffer; at: Date; signature: Buffer }>(
    'select size, root, at, signature from journal_head where street_id = $1 order by size',
    [journal.street.id],
  )
  expect(heads.length).toBeGreaterThan(0)
  expect(Number(heads.at(-1)!.size)).toBe(leaves.length)
  let tree: Tree = emptyTree
  for (const head of heads) {
    while (tree.size < Number(head.size)) tree = append(tree, leaves[tree.size]!.leaf_hash, sha256).tree
    const root = toHex(rootOf(tree, sha256))
    expect(toHex(head.root)).toBe(root)
    const signed = {
      origin: journal.street.id,
      size: tree.size,
      root,
      at: head.at.toISOString(),
      signature: head.signature.toString('base64'),
    }
    expect(verifyHead(signed, (message, signature) => verify(null, message, key, signature))).toBe(true)
  }
}
