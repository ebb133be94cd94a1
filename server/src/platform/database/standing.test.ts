import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standing } from './standing.ts'
import { openTown, type Town } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** Reads the names of the communities as standing data, and says how often the table itself was asked. */
function reader() {
  let asked = 0
  const name = `test ${randomUUID()}`
  const read = (street = town.street) =>
    town.platform.database.inStreet(street.id, 'read', (tx) =>
      standing(tx, name, async () => {
        asked += 1
        return (await tx.selectFrom('community').select('name').where('street_id', '=', street.id).execute()).length
      }),
    )
  return { name, read, asked: () => asked }
}

const addCommunity = (street = town.street) =>
  town.deed(
    (deed) =>
      deed.tx
        .insertInto('community')
        .values({ street_id: street.id, id: deed.id(), name: JSON.stringify({ 'zh-CN': '新社区' }), position: 99 })
        .execute(),
    { street },
  )

test('what stands is read once, and again by the next deed after it changed', async () => {
  const { read, asked } = reader()
  const before = await read()
  expect(await read()).toBe(before)
  expect(asked()).toBe(1)
  await addCommunity()
  expect(await read()).toBe(before + 1)
  expect(asked()).toBe(2)
})

test('a change in one street leaves what another keeps', async () => {
  const { read, asked } = reader()
  await read()
  await addCommunity(town.otherStreet)
  await read()
  expect(asked()).toBe(1)
})

test('a deed reads its own change, and when it is rolled back nobody else ever sees it', async () => {
  const { name, read } = reader()
  const before = await read()
  const inside = town.platform.database.inStreet(town.street.id, 'write', async (tx) => {
    await tx
      .insertInto('community')
      .values({ street_id: town.street.id, id: randomUUID(), name: JSON.stringify({ 'zh-CN': '没有的社区' }), position: 99 })
      .execute()
    const count = async () => (await tx.selectFrom('community').select('id').where('street_id', '=', town.street.id).execute()).length
    expect(await standing(tx, name, count)).toBe(before + 1)
    throw new Error('rolled back')
  })
  await expect(inside).rejects.toThrow('rolled back')
  expect(await read()).toBe(before)
})

test('who began before a change keeps nothing for those who begin after it', async () => {
  const { name, read } = reader()
  const before = await read()
  await town.platform.database.inStreet(town.street.id, 'read', async (tx) => {
    await addCommunity()
    expect(await read()).toBe(before + 1)
    // Still under the old edition: what is read now may be old, and is this one's alone.
    await standing(tx, name, async () => -1)
  })
  expect(await read()).toBe(before + 1)
})
