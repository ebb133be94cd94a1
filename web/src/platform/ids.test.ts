import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { newId } from './ids.ts'

test('an id made on the phone is a version 7 uuid that carries its moment', () => {
  const made = Date.UTC(2026, 10, 23, 6)
  const id = newId(made)
  expect(z.safeParse(z.uuidv7(), id).success).toBe(true)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(made)
})

test('ids made in the same millisecond differ, and later ones sort later', () => {
  expect(newId(1)).not.toBe(newId(1))
  expect(newId(1) < newId(2)).toBe(true)
})
