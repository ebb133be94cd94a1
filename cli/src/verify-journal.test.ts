import { append, emptyTree, type Tree } from '@ronghe/ledger'
import { eraseEntriesAbout } from '@ronghe/server/platform/journal/erase.ts'
import { record } from '@ronghe/server/platform/journal/record.ts'
import { openJournal, residentActor, type JournalUnderTest } from '@ronghe/server/platform/journal/testing.ts'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hashLeaf } from './journal-hashes.ts'
import { verifyJournal, type KeptHead, type Report } from './verify-journal.ts'

const tables = ['journal_leaf', 'journal_entry', 'journal_node', 'journal_head'] as const
const people = Array.from({ length: 6 }, (_, i) => `0190a000-0000-7000-8000-00000000000${i}`)
let journal: JournalUnderTest

/** A journal of forty-odd deeds in several batches: with and without actor, about people, with words, one person erased, one deed waiting. */
beforeAll(async () => {
  journal = await openJournal()
  journal.at('2026-11-21T03:00:00.000Z')
  for (let i = 0; i < 4; i++)
    await journal.deed((deed) => record(deed, { kind: 'concern.raise', plain: { i }, sealed: { words: `says ${i}` }, withoutActor: true }))
  journal.at('2026-11-23T01:00:00.000Z')
  for (let i = 0; i < 36; i++) {
    journal.at(new Date(Date.parse('2026-11-23T01:00:00.000Z') + i * 1000).toISOString())
    const entry = {
      kind: i % 3 ? 'case.accept' : 'motion.file',
      plain: { number: i },
      about: people[i % 5]!,
      sealed: { words: `第 ${i} 件` },
    }
    await journal.deed((deed) => record(deed, entry), i % 4 ? { actor: residentActor(people[(i + 1) % 6]!) } : {})
    if (i % 7 === 6) await journal.sequencer.catchUp()
  }
  await journal.deed((deed) => eraseEntriesAbout(deed, people[2]!))
  await journal.deed((deed) => record(deed, { kind: 'case.accept' }), { street: journal.otherStreet })
  await journal.sequencer.catchUp()
  await journal.deed((deed) => record(deed, { kind: 'case.accept', about: people[1]! }))
  // Whoever holds the owner's password can also drop what stands in the way.
  await journal.rows('alter table journal_entry drop constraint journal_entry_street_id_leaf_id_fkey')
  await journal.rows('alter table journal_leaf drop constraint journal_leaf_index_key')
  for (const table of tables) await journal.rows(`create table kept_${table} as table ${table}`)
  await journal.rows('create table kept_street as select id, journal_public_key from street')
})
afterEach(undo)
afterAll(() => journal.close())

test('a journal that nobody touched verifies, and erased entries are told apart from missing ones', async () => {
  const report = await verify()
  expect(report.streets.map(({ findings }) => findings)).toEqual([[], []])
  expect(report.ok).toBe(true)
  const [ours] = report.streets
  expect(ours).toMatchObject({ street: 's-street', leaves: 41, waiting: 1, heads: 6 })
  expect(ours!.erased).toBeGreaterThan(15)
  expect(report.streets[1]).toMatchObject({ street: 't-street', leaves: 1, waiting: 0, heads: 1, erased: 0 })
})

test('200 tamperings, edits, deletions, reorderings and insertions, are all found', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(tamperings)), fc.nat(10_000), fc.nat(10_000), async (name, one, other) => {
      await tamperings[name]!(one, other)
      const report = await verify()
      await undo()
      seen.add(name)
      expect(report.ok, name).toBe(false)
    }),
    { seed: 20261123, numRuns: 200 },
  )
  expect([...seen].sort()).toEqual(Object.keys(tamperings).sort())
}, 120_000)

test('whoever is erased, the journal verifies and says how many entries went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(people), async (leaving) => {
      const before = (await verify()).streets[0]!.erased
      let erased = 0
      for (const person of leaving) erased += await journal.deed((deed) => eraseEntriesAbout(deed, person))
      const report = await verify()
      await undo()
      expect(report.streets[0]!.findings).toEqual([])
      expect(report.streets[0]!.erased).toBe(before + erased)
    }),
    { seed: 20261123, numRuns: 15 },
  )
})

test('each kind of tampering is called by its name', async () => {
  const expected: Readonly<Record<string, string>> = {
    'a leaf says another kind of deed': 'edited',
    'words are replaced': 'edited',
    'a leaf is deleted with its entries': 'deleted',
    'an entry is deleted': 'deleted',
    'two leaves change places': 'reordered',
    'a leaf is added at the end': 'inserted',
    'everything is rewritten but the heads': 'head',
  }
  for (const [name, fault] of Object.entries(expected)) {
    await tamperings[name]!(3, 9)
    const report = await verify()
    await undo()
    expect(
      report.streets[0]!.findings.map((finding) => finding.fault),
      name,
    ).toContain(fault)
  }
})

test('a leaf without a place is late after a minute, one that keeps its date only after its day and a minute', async () => {
  await journal.deed((deed) => record(deed, { kind: 'concern.raise', withoutActor: true }))
  const faultsAt = async (now: string) => (await verify({ now: new Date(now) })).streets[0]!.findings.map(({ fault }) => fault)
  expect(await faultsAt('2026-11-23T01:01:34.000Z')).toEqual([])
  expect(await faultsAt('2026-11-23T01:01:36.000Z')).toEqual(['late'])
  expect(await faultsAt('2026-11-24T00:00:59.000Z')).toEqual(['late'])
  expect(await faultsAt('2026-11-24T00:01:01.000Z')).toEqual(['late', 'late'])
})

test('a journal that lost its end together with its heads is found out by a head that somebody kept', async () => {
  const [head] = await journal.rows<KeptHead>(
    `select street_id as origin, size::int as size, encode(root, 'hex') as root from journal_head where street_id = $1 order by journal_head.size desc limit 1`,
    [journal.street.id],
  )
  expect((await verify({ kept: [head!] })).ok).toBe(true)
  expect((await verify({ kept: [{ ...head!, root: '00'.repeat(32) }] })).ok).toBe(false)
  await tamperings['the journal loses its end']!(0, 0)
  await rebuildNodes()
  const sentences = (await verify({ kept: [head!] })).streets[0]!.findings.map(({ sentence }) => sentence)
  expect(sentences).toContain("a kept head covers 41 leaves, the journal's newest only 32")
})

test('one street can be verified alone, and a street that does not exist is refused', async () => {
  await tamperings['a leaf says another kind of deed']!(0, 0)
  expect((await verify({ street: 't-street' })).ok).toBe(true)
  expect((await verify({ street: 's-street' })).ok).toBe(false)
  await expect(verify({ street: 'nowhere' })).rejects.toThrow('nowhere')
})

/** What somebody with the owner's password might do to the first street's journal; `one` and `other` choose where. */
const tamperings: Readonly<Record<string, (one: number, other: number) => Promise<unknown>>> = {
  'a leaf says another kind of deed': (one) => editLeaf(one, `kind = kind || 'x'`),
  'a leaf is dated another day': (one) => editLeaf(one, `at = at - interval '1 day'`),
  'a leaf is dated a microsecond later': (one) => editLeaf(one, `at = at + interval '1 microsecond'`),
  'a leaf loses a commitment': async (one) => editLeaf(one, `commitments = '{}'`, `commitments <> '{}'`),
  'a leaf gets a commitment': (one) => editLeaf(one, `commitments = commitments || '{"extra": "plain:1"}'`),
  'a plain value is changed': (one) => editLeaf(one, `commitments = commitments || '{"number": "plain:99"}'`, `commitments ? 'number'`),
  'commitments are nonsense': (one) => editLeaf(one, `commitments = '{"number": 7}'`),
  'a leaf hash is changed': (one) => editLeaf(one, `leaf_hash = sha256(leaf_hash)`),
  'a leaf gets another id': (one) => editLeaf(one, `id = gen_random_uuid()`),
  'a leaf loses its place': (one) => editLeaf(one, 'index = null', 'index is not null and not date_only'),
  'a leaf with a time is marked as keeping its date only': (one) => editLeaf(one, 'date_only = true', 'not date_only'),
  'a leaf is deleted': (one) => deleteOne('journal_leaf', one, 'index is not null'),
  'a leaf is deleted with its entries': async (one) => {
    const [leaf] = await journal.rows<{ id: string }>(
      'select id from journal_leaf where street_id = $1 and index is not null order by index offset $2 limit 1',
      [journal.street.id, one % 41],
    )
    await journal.rows('delete from journal_entry where leaf_id = $1', [leaf!.id])
    await journal.rows('delete from journal_leaf where id = $1', [leaf!.id])
  },
  'a leaf is deleted and the gap closed': async (one) => {
    const place = one % 41
    await journal.rows('delete from journal_entry using journal_leaf l where l.street_id = $1 and l.index = $2 and leaf_id = l.id', [
      journal.street.id,
      place,
    ])
    await journal.rows('delete from journal_leaf where street_id = $1 and index = $2', [journal.street.id, place])
    await journal.rows('update journal_leaf set index = index - 1 where street_id = $1 and index > $2', [journal.street.id, place])
  },
  'two leaves change places': (one, other) => swap(one, other),
  'two leaves change places and the tree with them': async (one, other) => {
    await swap(one, other)
    await rebuildNodes()
  },
  'a leaf is added at the end': (one) => insertLeaf(41 + (one % 3)),
  'a leaf is added in the middle': async (one) => {
    const place = one % 41
    await journal.rows('update journal_leaf set index = index + 1 where street_id = $1 and index >= $2', [journal.street.id, place])
    await insertLeaf(place)
    await rebuildNodes()
  },
  'two leaves share a place': (one) => insertLeaf(one % 41),
  'words are replaced': (one) => editEntry(one, `value = value || '!'`, 'value is not null'),
  'a salt is replaced': (one) => editEntry(one, `salt = sha256(salt)`, 'salt is not null'),
  'an entry is assigned to another person': (one) => editEntry(one, `about = gen_random_uuid()`, 'value is not null'),
  'an entry is hidden from erasure': (one) => editEntry(one, `about = null`, 'about is not null'),
  'an entry is renamed': (one) => editEntry(one, `name = name || 'x'`),
  'an entry is deleted': (one) => deleteOne('journal_entry', one),
  'an entry is emptied': (one) => editEntry(one, 'value = null, salt = null', 'value is not null'),
  'an entry is passed off as erased': (one) =>
    editEntry(one, 'value = null, salt = null, about = null, erased_at = now()', 'value is not null'),
  'an entry is marked as erased but kept': (one) => editEntry(one, 'erased_at = now()', 'value is not null'),
  'an erased entry gets new words': (one) => editEntry(one, `value = 'x', salt = sha256('x'), erased_at = null`, 'erased_at is not null'),
  'an entry is added': async (one) =>
    journal.rows(
      `insert into journal_entry (street_id, leaf_id, name, salt, value)
       select street_id, id, 'added', sha256('x'), 'x' from journal_leaf where street_id = $1 order by id offset $2 limit 1`,
      [journal.street.id, one % 41],
    ),
  'a node is changed': (one) => editOne('journal_node', one, 'hash = sha256(hash)'),
  'a node is deleted': (one) => deleteOne('journal_node', one),
  'a node is added': (one) => journal.rows(`insert into journal_node values ($1, 0, $2, sha256('x'))`, [journal.street.id, 41 + (one % 5)]),
  'a head has another root': (one) => editOne('journal_head', one, 'root = sha256(root)'),
  'a head has another size': (one) => editOne('journal_head', one, 'size = size + 100'),
  'a head has another date': (one) => editOne('journal_head', one, `at = at + interval '1 second'`),
  'a head has another signature': (one) => editOne('journal_head', one, `signature = sha256(signature) || sha256(signature)`),
  'the newest head is deleted': () => journal.rows('delete from journal_head where street_id = $1 and size = 41', [journal.street.id]),
  'a head is added': () =>
    journal.rows(`insert into journal_head values ($1, 40, sha256('x'), now(), sha256('x') || sha256('y'))`, [journal.street.id]),
  'the street has another key': () => journal.rows(`update street set journal_public_key = sha256('x') where id = $1`, [journal.street.id]),
  'the street has no key': () => journal.rows('update street set journal_public_key = null where id = $1', [journal.street.id]),
  'a leaf is rewritten with its hash': (one) => rewriteLeaf(one),
  'everything is rewritten but the heads': async (one) => {
    await rewriteLeaf(one)
    await rebuildNodes()
  },
  'the journal loses its end': async () => {
    await journal.rows('delete from journal_entry using journal_leaf l where l.street_id = $1 and l.index >= 32 and leaf_id = l.id', [
      journal.street.id,
    ])
    await journal.rows('delete from journal_leaf where street_id = $1 and index >= 32', [journal.street.id])
    await journal.rows('delete from journal_head where street_id = $1 and size > 32', [journal.street.id])
  },
}

function verify(options: { now?: Date; street?: string; kept?: readonly KeptHead[] } = {}): Promise<Report> {
  return verifyJournal(journal.ownerUrl, { now: journal.now(), ...options })
}

async function undo(): Promise<void> {
  const copies = tables.map((table) => `insert into ${table} table kept_${table}`)
  await journal.rows(`truncate ${tables.join(', ')}; ${copies.join('; ')};
    update street set journal_public_key = k.journal_public_key from kept_street k where k.id = street.id`)
}

const editLeaf = (pick: number, change: string, where = 'index is not null') => editOne('journal_leaf', pick, change, where)
const editEntry = (pick: number, change: string, where = 'true') => editOne('journal_entry', pick, change, where)

/** Picks one of the rows for which `where` holds; an attempt that hits nothing would prove nothing. */
async function editOne(table: string, pick: number, change: string, where = 'true'): Promise<void> {
  expect(await journal.rows(`update ${table} set ${change} where ctid = ${await picked(table, pick, where)} returning 1`)).toHaveLength(1)
}

async function deleteOne(table: string, pick: number, where = 'true'): Promise<void> {
  expect(await journal.rows(`delete from ${table} where ctid = ${await picked(table, pick, where)} returning 1`)).toHaveLength(1)
}

async function picked(table: string, pick: number, where: string): Promise<string> {
  const rows = await journal.rows<{ ctid: string }>(
    `select ctid::text from ${table} where street_id = $1 and (${where}) order by ${table}::text`,
    [journal.street.id],
  )
  return `'${rows[pick % rows.length]!.ctid}'::tid`
}

async function swap(one: number, other: number): Promise<void> {
  const first = one % 41
  const second = (first + 1 + (other % 40)) % 41
  await journal.rows(
    'update journal_leaf set index = case index when $2 then $3::bigint else $2::bigint end where street_id = $1 and index in ($2, $3)',
    [journal.street.id, first, second],
  )
}

async function insertLeaf(index: number): Promise<void> {
  const leaf = { id: people[5]!, street: journal.street.id, kind: 'case.accept', at: '2026-11-23T01:00:20.000Z', commitments: {} }
  await journal.rows(
    'insert into journal_leaf (street_id, id, kind, at, commitments, leaf_hash, index) values ($1, $2, $3, $4, $5, $6, $7)',
    [leaf.street, leaf.id, leaf.kind, leaf.at, '{}', Buffer.from(hashLeaf(leaf), 'hex'), index],
  )
}

/** The careful forger: contents and hash of a leaf agree again. */
async function rewriteLeaf(pick: number): Promise<void> {
  const leaves = await journal.rows<{ id: string; kind: string; at: Date; commitments: Record<string, string> }>(
    'select id, kind, at, commitments from journal_leaf where street_id = $1 and index is not null order by index',
    [journal.street.id],
  )
  const leaf = leaves[pick % leaves.length]!
  const commitments = { ...leaf.commitments, number: 'plain:forged' }
  const hash = hashLeaf({ id: leaf.id, street: journal.street.id, kind: leaf.kind, at: leaf.at.toISOString(), commitments })
  await journal.rows('update journal_leaf set commitments = $2, leaf_hash = $3 where id = $1', [
    leaf.id,
    commitments,
    Buffer.from(hash, 'hex'),
  ])
}

/** The very careful forger: the stored tree follows from the forged leaves. Only the signed heads are out of reach. */
async function rebuildNodes(): Promise<void> {
  const leaves = await journal.rows<{ leaf_hash: Buffer }>(
    'select leaf_hash from journal_leaf where street_id = $1 and index is not null order by index',
    [journal.street.id],
  )
  await journal.rows('delete from journal_node where street_id = $1', [journal.street.id])
  let tree: Tree = emptyTree
  for (const { leaf_hash } of leaves) {
    const step = append(tree, leaf_hash)
    tree = step.tree
    for (const { level, index, hash } of step.nodes)
      await journal.rows('insert into journal_node values ($1, $2, $3, $4)', [journal.street.id, level, index, Buffer.from(hash)])
  }
}
