import { listIndicators, readIndicator } from '@ronghe/contract/insight/indicators.ts'
import { readSurveyResults } from '@ronghe/contract/insight/survey-results.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { loadSurvey } from '@ronghe/demo/insight-survey.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { freezeInsight } from '../freeze.ts'
import { indicators } from './all.ts'
import { measureKey, survey } from './survey.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.deed(async (deed) => {
    await loadSurvey(deed)
    await freezeInsight(deed)
  })
})
afterAll(() => town.close())

test('the thirteenth group tells what the survey’s own page tells: the same means, intervals, gaps and people, under the month of the close', async () => {
  const page = await town.anonymous.call(readIndicator, { params: { key: 'survey' } })
  const { result } = await town.anonymous.call(readSurveyResults, { query: {} })
  expect(page.number).toBe(13)
  const month = result!.wave.closedOn.slice(0, 7)
  for (const measure of result!.measures) {
    const told = page.measures.find(({ key }) => key === measureKey(measure.id))!
    expect(told.years).toEqual([])
    expect(told.months).toHaveLength(2)
    const figure = told.months.find(({ period }) => period === month)!
    for (const { group, value } of measure.groups.filter((one) => one.group !== 'unstated')) {
      const own = figure.groups.find((one) => one.group === group)!
      expect(own.value).toEqual(value)
      expect(own.of).toEqual(result!.people.find((one) => one.group === group)!.count)
    }
    if (measure.gap?.kind === 'shown') expect(figure.gap).toMatchObject({ kind: 'shown', value: measure.gap.value, low: measure.gap.low })
    else expect(figure.gap).toBe(measure.gap)
  }
})

test('every scale that is shipped has its measure, and there are nineteen groups', () => {
  expect(survey.measures.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['closeness', 'stay', 'trustOrgansCouncil', 'programmeNecessary']),
  )
  expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, place) => place + 1))
})

test('with the party modules off nobody is told of trust in a branch, in dictionary, page or data (D10)', async () => {
  const named = async () =>
    JSON.stringify([await town.anonymous.call(listIndicators), await town.anonymous.call(readIndicator, { params: { key: 'survey' } })])
  expect(await named()).toContain('trustOrgansBranch')
  const modules = { council: true, corps: true, school: true, branch: false }
  await town.as('zhaoYu').call(writeSetting, { params: { key: 'modules' }, body: { value: modules } })
  const told = await named()
  expect(told).not.toMatch(/trustOrgansBranch|支部|党/)
  expect(told).toContain('trustOrgansCouncil')
})
