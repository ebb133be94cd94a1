import { listCommendations, listReviews, readCommendation } from '@ronghe/contract/programme/commendations.ts'
import { listContracts, readContract } from '@ronghe/contract/programme/contracts.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCommendations } from './commendations.ts'
import { loadContracts } from './contracts.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.deed(loadCommendations)
  await town.deed(loadContracts)
})
afterAll(() => town.close())

test('a year’s commendation is over, this year’s is on the notice with one objection to answer and one answered', async () => {
  const { items } = await town.anonymous.call(listCommendations)
  expect(items.map(({ state }) => state)).toEqual(['publicNotice', 'awarded'])
  const [now, before] = await Promise.all(items.map(({ id }) => town.anonymous.call(readCommendation, { params: { roundId: id } })))
  expect(now!.notice.map(({ openObjections, answers }) => [openObjections, answers.length]).toSorted()).toEqual([
    [false, 0],
    [false, 1],
    [true, 0],
  ])
  expect((await town.as('zhongHua').call(listReviews)).objections).toHaveLength(1)
  expect(before!.notice.filter(({ story }) => story)).toHaveLength(2)
  expect(before!.figures).toMatchObject({ nominated: { kind: 'shown', count: 16 }, awarded: { all: { kind: 'shown', count: 11 } } })
})

test('one contract is over, one runs, one is called; the money is what the payments say', async () => {
  const { items } = await town.anonymous.call(listContracts)
  expect(items.map(({ state }) => state).toSorted()).toEqual(['call', 'evaluated', 'running'])
  const over = items.find(({ state }) => state === 'evaluated')!
  const page = await town.anonymous.call(readContract, { params: { projectId: over.id } })
  expect(page).toMatchObject({ paidCents: 9_800_000, contractCents: 9_800_000, feedback: { total: { kind: 'shown', count: 20 } } })
  expect(page.offers.every(({ reasons }) => reasons.length === 3)).toBe(true)
})
