import * as concerns from '@ronghe/contract/programme/concerns.ts'
import { postId, communityId, laneId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { findDifferences, rebuildTally } from './recount.ts'
import { readTally } from './tally.ts'

const town: Town = await openTown()
afterAll(() => town.close())
beforeEach(() => town.at(monday))

const laws = { seed: 20261123, numRuns: 12 }
const november = { first: '2026-11-01', last: '2026-11-30' }
const counted = (counter: string) =>
  town.deed(async (deed) => (await readTally(deed, [counter], november)).reduce((sum, { n }) => sum + n, 0))
const differences = () => town.deed(findDifferences)

const owner = postId(town.street.id, 'environmentOfficer')

/** What may happen to one concern, in order; a step that is refused changes nothing, in the counters too. */
const steps = ['screen', 'begin', 'answer', 'decline', 'reopen', 'accept', 'screenAgain'] as const
type Step = (typeof steps)[number]

async function take(concernId: string, step: Step): Promise<void> {
  const params = { concernId }
  const work = (who: 'officerLin' | 'fangWei', what: unknown) =>
    town.as(who).raw(concerns.workOnConcern, { params, body: { what: what as never } })
  const act = (what: unknown) => town.as('chen').raw(concerns.actOnMyConcern, { params, body: { what: what as never } })
  if (step === 'screen' || step === 'screenAgain') await work('officerLin', { act: 'screen', ownerPostId: owner })
  if (step === 'begin') await work('fangWei', { act: 'begin' })
  if (step === 'answer') await work('fangWei', { act: 'answer', words: '已经处理。' })
  if (step === 'decline') await work('officerLin', { act: 'decline', words: '不归街道管，请打 12345。' })
  if (step === 'reopen') await act({ act: 'reopen', words: '还没好。' })
  if (step === 'accept') await act({ act: 'accept' })
}

test('whatever happens to concerns, in whatever order, the counters equal a recount of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          lane: fc.boolean(),
          days: fc.integer({ min: 0, max: 40 }),
          steps: fc.array(fc.constantFrom(...steps), { maxLength: 7 }),
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      async (stories) => {
        for (const story of stories) {
          town.at(monday)
          const { id } = await town.as('chen').call(concerns.raiseConcern, {
            body: { words: '三号巷的路灯坏了。', topic: 'safety', ...(story.lane ? { laneId: laneId(town.street.id, 'laneThree') } : {}) },
          })
          for (const step of story.steps) {
            await take(id, step)
            town.at(new Date(Date.parse(monday) + story.days * 86_400_000).toISOString())
          }
        }
        expect(await differences()).toEqual([])
      },
    ),
    laws,
  )
})

test('a counter says as many as the journal has leaves of the deed', async () => {
  const leaves = await town.rows<{ n: number }>("select count(*)::int as n from journal_leaf where kind like 'programme.concern.raised%'")
  const declined = await town.rows<{ n: number }>("select count(*)::int as n from concern where state = 'declined'")
  expect(await counted('concern.raised')).toBe(leaves[0]!.n - declined[0]!.n)
})

test('counters that went wrong are found and put right, and the journal says so', async () => {
  await town.rows("update tally set n = n + 3 where counter = 'concern.raised'")
  expect((await differences()).length).toBeGreaterThan(0)
  expect((await town.deed(rebuildTally)).length).toBeGreaterThan(0)
  expect(await differences()).toEqual([])
  expect(await town.deed(rebuildTally)).toEqual([])
  expect(await town.rows("select kind from journal_leaf where kind = 'insight.counters.rebuilt'")).toHaveLength(1)
})

test('a refused deed counts nothing', async () => {
  const before = await counted('concern.raised')
  await town.as('chen').refused(concerns.raiseConcern, { body: { words: '', topic: 'safety' } })
  await town
    .as('chen')
    .refused(concerns.raiseConcern, { body: { words: '路灯。', topic: 'safety', laneId: communityId(town.street.id, 'songbai') } })
  expect(await counted('concern.raised')).toBe(before)
})
