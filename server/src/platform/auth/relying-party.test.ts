import { expect, test } from 'vitest'
import { relyingParty } from './relying-party.ts'

test('passkeys belong to the domain of PUBLIC_URL, or to localhost', () => {
  expect(relyingParty('https://ronghe.example', 'anything')).toEqual({ id: 'ronghe.example', origin: 'https://ronghe.example' })
  expect(relyingParty(undefined, 'localhost:3000')).toEqual({ id: 'localhost', origin: 'http://localhost:3000' })
})

test('over plain http or at a bare address there are none', () => {
  expect(relyingParty('http://ronghe.example', 'ronghe.example')).toBeUndefined()
  expect(relyingParty(undefined, '192.168.1.9:3000')).toBeUndefined()
  expect(relyingParty('https://192.168.1.9', '192.168.1.9')).toBeUndefined()
  expect(relyingParty(undefined, 'localhost.evil.example')).toBeUndefined()
})
