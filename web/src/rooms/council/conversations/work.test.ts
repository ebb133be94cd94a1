import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { doWork } from './do-work.ts'
import { tryNonces } from './work.ts'

const sum = { ticket: '10.abc.def', statementId: '01a205ea-be80-72d7-bddd-05275e56da8a', bits: 10 }
const zeros = (nonce: string) => createHash('sha256').update(`${sum.ticket}.${sum.statementId}.${nonce}`).digest('hex')

test('the number found makes the hash begin with ten zero bits, as the server counts them', () => {
  const nonce = tryNonces(sum, 0, 100_000)!
  expect(zeros(nonce).startsWith('00')).toBe(true)
  expect(Number.parseInt(zeros(nonce)[2]!, 16)).toBeLessThan(4)
  expect(tryNonces(sum, 0, Number(nonce))).toBeUndefined()
})

test('a device without workers finds the same one', async () => {
  expect(await doWork(sum)).toBe(tryNonces(sum, 0, 100_000))
})
