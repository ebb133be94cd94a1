import { listOverdue, listResolutions, readResolution } from '@ronghe/contract/council/resolutions.ts'
import { listMerged } from '@ronghe/contract/council/merged-concerns.ts'
import { readVisitPlan } from '@ronghe/contract/council/visits.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCouncil } from './council.ts'
import { loadGround } from './council-ground.ts'
import { organId } from './load-cast.ts'

let town: Town
let params: { councilId: string }
beforeAll(async () => {
  town = await openTown()
  params = { councilId: organId(town.street.id, 'council') }
  await town.deed(loadCouncil)
  const before = performance.now()
  await town.deed(loadGround)
  expect(performance.now() - before).toBeLessThan(3000)
})
afterAll(() => town.close())

test('the demo year leads from visits over six concerns brought together to a resolution that was carried out and is being reviewed', async () => {
  const { items } = await town.anonymous.call(listResolutions, { params })
  const lamps = items.find(({ title }) => title['zh-CN'] === '修好三号巷的路灯')!
  const { state, review, chain } = await town.anonymous.call(readResolution, { params: { resolutionId: lamps.id } })
  expect(state).toBe('done')
  expect(review).not.toBeNull()
  expect(chain).toMatchObject({
    concerns: { kind: 'shown', count: 6 },
    merged: { title: '三号巷的路灯', dropped: ['垂下来的线', '摩托车停得乱'] },
    vote: { state: 'carried' },
    resolution: { tasks: [{ state: 'done' }] },
  })
  expect(chain!.visits.count).toBe(4)
  expect((await town.anonymous.call(listMerged, { params })).items).toHaveLength(1)
})

test('one body keeps silent and one task is late: both stand on the public list', async () => {
  const { items } = await town.anonymous.call(listOverdue, { params })
  expect(items.map(({ what, owner }) => [what, owner.organ.en]).toSorted()).toEqual([
    ['reply', 'Songbai Residents’ Committee'],
    ['task', 'Urban Management Office'],
  ])
})

test('one lane waits for its first visit', async () => {
  const { items } = await town.anonymous.call(readVisitPlan, { params })
  expect(items[0]).toMatchObject({ lane: { en: 'Ferry Lane' }, visits: 0 })
  expect(items.slice(1).every(({ visits }) => visits > 0)).toBe(true)
})
