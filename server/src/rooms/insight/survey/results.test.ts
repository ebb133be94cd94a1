import * as results from '@ronghe/contract/insight/survey-results.ts'
import { loadSurvey } from '@ronghe/demo/insight-survey.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { inStreet } from '../../../platform/jobs/jobs.ts'
import { countClosedWaves } from './results.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await inStreet(town.platform, town.street, async (deed) => {
    await loadSurvey(deed)
    await countClosedWaves(deed)
  })
})
afterAll(() => town.close())

const read = async (waveId?: string) => (await town.anonymous.call(results.readSurveyResults, { query: waveId ? { waveId } : {} })).result!
const valueOf = (groups: results.ByGroup, group: 'newcomer' | 'local' | 'unstated') => {
  const found = groups.find((one) => one.group === group)?.value
  return found?.kind === 'shown' ? found : undefined
}

test('anybody reads what the latest closed wave says: both groups and the gap, with intervals, response rate and margin', async () => {
  const { waves, result } = await town.anonymous.call(results.readSurveyResults, { query: {} })
  expect(waves.map(({ title }) => title['zh-CN'])).toEqual(['秋季问卷', '春季问卷'])
  const { people, response, margins, designEffects, weightedTo, measures } = result!
  expect(people.map(({ count }) => count.kind)).toEqual(['shown', 'shown', 'shown'])
  expect(response).toMatchObject({ doors: 1800, step: 0.01 })
  expect(response.atLeast).toBeGreaterThan(0.4)
  expect(response.atLeast).toBeLessThan(0.6)
  // About one over the root of four hundred, a little more for the weights.
  expect(valueOf(margins, 'newcomer')!.value).toBeGreaterThan(0.04)
  expect(valueOf(margins, 'newcomer')!.value).toBeLessThan(0.06)
  expect(valueOf(designEffects, 'local')!.value).toBeGreaterThan(1)
  expect(weightedTo?.source).toContain('公报')
  const belonging = measures.find(({ id }) => id === 'belonging')!
  const [newcomers, locals] = (['newcomer', 'local'] as const).map((group) => valueOf(belonging.groups, group)!)
  expect(newcomers!.low).toBeLessThan(newcomers!.value)
  expect(newcomers!.high).toBeGreaterThan(newcomers!.value)
  if (belonging.gap?.kind !== 'shown') throw new Error('no gap')
  expect(belonging.gap.value).toBeCloseTo(newcomers!.value - locals!.value, 9)
  expect(belonging.gap.low).toBeLessThan(belonging.gap.value)
  expect(belonging.gap.clear).toBe(true)
  expect(belonging.communities.map(({ name }) => name.en)).toEqual(['Songbai New Village', 'Banyan Corner', 'Riverside'])
  expect(belonging.questions).toHaveLength(8)
  expect(belonging.saysNot.en).toBeTruthy()
})

test('a scale put to one group has no gap; organs are read one by one; a change is told only where the wave before asked it', async () => {
  const latest = await read()
  const prejudice = latest.measures.find(({ id }) => id === 'prejudice')!
  expect(prejudice.groups.map(({ group }) => group)).toEqual(['newcomer'])
  expect(prejudice.gap).toBeNull()
  expect(latest.measures.filter(({ id }) => id.startsWith('trustOrgans.'))).not.toHaveLength(0)
  expect(latest.measures.some(({ id }) => id === 'trustOrgans')).toBe(false)
  expect(latest.measures[0]!.changes.map(({ group }) => group)).toEqual(['newcomer', 'local'])
  const { waves } = await town.anonymous.call(results.readSurveyResults, { query: {} })
  const first = await read(waves[1]!.id)
  expect(first.measures[0]!.changes).toEqual([])
  expect(first.measures[0]!.history).toHaveLength(1)
  expect(latest.measures[0]!.history).toHaveLength(2)
})

test('what came in through the open link is a series of its own, without intervals', async () => {
  const { open, measures } = await read()
  expect(open!.people.find(({ group }) => group === 'newcomer')!.count.kind).toBe('shown')
  const belonging = open!.measures.find(({ id }) => id === 'belonging')!
  const newcomers = valueOf(belonging.groups, 'newcomer')!
  expect(newcomers).toMatchObject({ low: null, high: null })
  expect(newcomers.value).not.toBe(valueOf(measures.find(({ id }) => id === 'belonging')!.groups, 'newcomer')!.value)
})

test('a wave is counted once: what happens to its answers afterwards changes nothing, and the application may not change the counts', async () => {
  const before = await read()
  await town.rows('delete from survey_response where street_id = $1', [town.street.id])
  await inStreet(town.platform, town.street, countClosedWaves)
  expect(await read()).toEqual(before)
  const change = inStreet(town.platform, town.street, (deed) =>
    deed.tx.updateTable('survey_result').set({ made_on: '2020-01-01' }).where('street_id', '=', deed.street.id).execute(),
  )
  await expect(change).rejects.toThrow(/permission denied/)
})

test('how it was weighted and how reliable the scales are is for those who read figures at the desk', async () => {
  const { waves } = await town.anonymous.call(results.readSurveyResults, { query: {} })
  const params = { waveId: waves[0]!.id }
  expect((await town.as('chen').refused(results.readSurveyMethod, { params })).code).toBe('not-permitted')
  const { cells, scales, trimmed } = await town.as('luoWen').call(results.readSurveyMethod, { params })
  expect(trimmed).toEqual({ most: 5, any: false })
  // Ten cells: five lanes, two groups; each stands for the people who live there.
  expect(cells).toHaveLength(10)
  const newcomers = cells.filter(({ group }) => group === 'newcomer')
  expect(newcomers.reduce((sum, { population }) => sum + population, 0)).toBe(6240)
  for (const { respondents, population, weight } of newcomers) {
    if (respondents.kind !== 'shown') throw new Error('hidden')
    expect(weight! * respondents.count).toBeCloseTo(population, 6)
  }
  const belonging = scales.find(({ id }) => id === 'belonging')!.reliability[0]!.value
  if (belonging.kind !== 'shown') throw new Error('not enough')
  expect(belonging.alpha).toBeGreaterThan(0.5)
  expect(belonging.omega).toBeGreaterThan(0.5)
  expect(belonging.low).toBeLessThan(belonging.alpha)
  expect(scales.some(({ id }) => id === 'programme')).toBe(false)
})

test('a wave that is open, unknown or no id at all has no results', async () => {
  const [open] = await town.rows<{ id: string }>(`select id from survey_wave where street_id = $1 and state = 'open'`, [town.street.id])
  expect((await town.anonymous.refused(results.readSurveyResults, { query: { waveId: open!.id } })).status).toBe(404)
  expect((await town.anonymous.refused(results.readSurveyResults, { query: { waveId: 'spring' } })).status).toBe(422)
  expect((await town.as('luoWen').refused(results.readSurveyMethod, { params: { waveId: open!.id } })).status).toBe(404)
})
