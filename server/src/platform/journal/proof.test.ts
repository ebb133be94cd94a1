import { createPublicKey, verify } from 'node:crypto'
import { canonical, fromHex, verifyHead, verifyInclusion } from '@ronghe/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evidenceOf } from './proof.ts'
import { record } from './record.ts'
import { openJournal, type JournalUnderTest } from './testing.ts'

let journal: JournalUnderTest
beforeAll(async () => {
  journal = await openJournal()
})
afterAll(() => journal.close())

test('a receipt has a signed promise at once and a proof once the deed is in order', async () => {
  const ids: string[] = []
  for (let i = 0; i < 21; i++) {
    ids.push(await journal.deed((deed) => record(deed, { kind: 'test.deed', plain: { i } })))
    if (i % 8 === 7) await journal.sequencer.catchUp()
  }
  const last = ids.at(-1)!
  const early = await evidence(last)
  expect(early.proof).toBeNull()
  const { signature, ...promised } = early.promise!
  expect(bySigner(Buffer.from(canonical(promised)), Buffer.from(signature, 'base64'))).toBe(true)
  expect(promised.by).toBe(new Date(journal.now().getTime() + 60_000).toISOString())

  await journal.sequencer.catchUp()
  for (const [index, id] of ids.entries()) {
    const found = (await evidence(id)).proof!
    expect(found.index).toBe(index)
    expect(found.head.size).toBe(21)
    expect(verifyHead(found.head, bySigner)).toBe(true)
    const proof = found.proof.map((hash) => fromHex(hash)!)
    const claim = { index, size: 21, leaf: fromHex(found.leaf)!, root: fromHex(found.head.root)!, proof }
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, index: (index + 1) % 21 })).toBe(false)
  }
  const late = await evidence(last)
  expect(late.promise).toBeNull()
  expect(late.proof!.leaf).toBe(promised.leaf)
})

test('a deed that keeps its date only is promised for the end of that day', async () => {
  const id = await journal.deed((deed) => record(deed, { kind: 'test.anonymous', withoutActor: true }))
  expect((await evidence(id)).promise!.by).toBe('2026-11-24T00:01:00.000Z')
})

test('in another street the same leaf has neither promise nor proof', async () => {
  const id = await journal.deed((deed) => record(deed, { kind: 'test.deed' }))
  await journal.sequencer.catchUp()
  await expect(journal.deed((deed) => evidenceOf(deed, id, signer()), { street: journal.otherStreet })).rejects.toThrow(id)
})

const evidence = (id: string) => journal.deed((deed) => evidenceOf(deed, id, signer()))
const signer = () => journal.signerOf(journal.street.id)

function bySigner(message: Uint8Array, signature: Uint8Array): boolean {
  const raw = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), signer().publicKey])
  return verify(null, message, createPublicKey({ key: raw, format: 'der', type: 'spki' }), signature)
}
