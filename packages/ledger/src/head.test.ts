import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { headBytes, signHead, verifyHead, type SignedHead } from './head.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const byUs = (message: Uint8Array, signature: Uint8Array) => verify(null, message, publicKey, signature)
const head = signHead({ origin: 's-street', size: 3, root: 'ab'.repeat(32), at: '2026-03-01T09:00:00.000Z' }, (message) =>
  sign(null, message, privateKey),
)

test('the message is the canonical JSON of the four members', () => {
  expect(new TextDecoder().decode(headBytes(head))).toBe(
    `{"at":"2026-03-01T09:00:00.000Z","origin":"s-street","root":"${'ab'.repeat(32)}","size":3}`,
  )
})

test('a head signed with the log’s key is accepted', () => {
  expect(verifyHead(head, byUs)).toBe(true)
})

test('a head with any member changed is not accepted', () => {
  const changes = [
    { origin: 't-street' },
    { size: 4 },
    { root: 'ac'.repeat(32) },
    { at: '2026-03-01T09:00:00.001Z' },
    { signature: head.signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
  ]
  for (const change of changes) expect(verifyHead({ ...head, ...change }, byUs)).toBe(false)
})

test('a head signed by somebody else is not accepted', () => {
  const theirs = signHead(head, (message) => sign(null, message, stranger.privateKey))
  expect(verifyHead(theirs, byUs)).toBe(false)
})

test('what is not a head is not accepted', () => {
  for (const value of [null, 'head', {}, { ...head, signature: '%' }, { ...head, size: 1.5 }, { ...head, root: 'AB'.repeat(32) }]) {
    expect(verifyHead(value as SignedHead, byUs)).toBe(false)
  }
})
