import { listIndicators, readIndicator, readPlaces } from '@ronghe/contract/insight/indicators.ts'
import * as openData from '@ronghe/contract/insight/open-data.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { summerOfConcerns } from './summer.testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await summerOfConcerns(town)
})
afterAll(() => town.close())

const rows = async () => (await town.anonymous.call(openData.openFigures)).figures
const raised = { key: 'concerns' }

test('the open data say what the pages say, number for number', async () => {
  const page = await town.anonymous.call(readIndicator, { params: raised })
  const own = (await rows()).filter(({ indicator, place }) => indicator === 'concerns' && place === 'street')
  let compared = 0
  for (const { key, months, years } of page.measures)
    for (const { period, groups } of [...months, ...years])
      for (const { group, value, of } of groups) {
        const find = (part: string) =>
          own.find((row) => row.measure === key && row.period === period && row.group === group && row.part === part)!.number
        expect(find('value')).toBe(value.kind === 'shown' ? value.value : 'few')
        expect(find('of')).toBe(of.kind === 'shown' ? of.count : 'few')
        compared++
      }
  expect(compared).toBeGreaterThan(6)
  expect(own.some(({ part, number }) => part === 'of' && number === 12)).toBe(true)
})

test('a community of few stays hidden in the table, in the page and in the sheet', async () => {
  const { places } = await town.anonymous.call(readPlaces, {
    params: raised,
    query: { measure: 'answeredInTime', by: 'community', period: '2026-Q3' },
  })
  expect(places.map(({ groups }) => groups[0]!.of.kind)).toEqual(places.map(() => 'few'))
  const few = (await rows()).filter(({ place, period, part }) => place === 'community' && period === '2026-Q3' && part === 'of')
  expect(few.length).toBeGreaterThan(0)
  expect(few.every(({ number }) => number === 'few')).toBe(true)
  const sheet = (await town.anonymous.raw(openData.openFiguresSheet)).body
  expect(
    sheet
      .split('\r\n')
      .filter((row) => row.includes('"community"') && row.includes('"of"'))
      .every((row) => row.includes('"few"')),
  ).toBe(true)
})

test('the dictionary has every indicator and measure that the data have, in both languages', async () => {
  const { indicators, columns } = await town.anonymous.call(openData.openDictionary)
  expect({ indicators }).toEqual(await town.anonymous.call(listIndicators))
  const known = new Set(indicators.flatMap(({ key, measures }) => measures.map((measure) => `${key}.${measure.key}`)))
  const figures = await rows()
  expect(figures.filter(({ indicator, measure }) => !known.has(`${indicator}.${measure}`))).toEqual([])
  expect(columns.map(({ name }) => name)).toEqual(Object.keys(figures[0]!))
  const sheet = (await town.anonymous.raw(openData.openDictionarySheet)).body.trimEnd().split('\r\n')
  expect(sheet).toHaveLength(known.size + 1)
})

test('noise is spent from a budget, once for each figure, and the same for whoever asks again', async () => {
  const officer = town.as('zhengRu')
  const body = { indicator: 'concerns', measure: 'answeredInTime', period: '2026-Q3', epsilonPercent: 60 }
  const { figure, budget } = await officer.call(openData.releaseNoisy, { body, key: 'first-release' })
  expect(budget).toMatchObject({ year: '2026', percent: 100, spent: 60 })
  // Every community, and the concerns without one, in time and late: the empty cells too.
  const communities = await town.rows('select id from community where street_id = $1', [town.street.id])
  expect(figure.rows).toHaveLength((communities.length + 1) * 2)
  expect(await officer.refused(openData.releaseNoisy, { body, key: 'second-release' })).toMatchObject({ code: 'noisy-already' })
  expect(await officer.refused(openData.releaseNoisy, { body: { ...body, measure: 'days' }, key: 'third-release' })).toMatchObject({
    status: 404,
  })
  expect((await town.anonymous.call(openData.noisyFigures)).figures).toEqual([figure])
  expect((await town.anonymous.call(openData.noisyFigures)).figures).toEqual([figure])
  expect(await town.rows("select kind from journal_leaf where kind = 'insight.open-data.released'")).toHaveLength(1)
})

test('a spent budget refuses, and says what is left; nobody but the data officer may spend it', async () => {
  const left = { indicator: 'concerns', measure: 'answeredInTime', period: '2026-Q3', epsilonPercent: 50 }
  await town.rows("update noisy_figure set period = '2026-Q2'")
  expect(await town.as('zhengRu').refused(openData.releaseNoisy, { body: left })).toMatchObject({ code: 'noisy-budget' })
  expect((await town.as('zhengRu').call(openData.readRelease)).budget.spent).toBe(60)
  for (const who of ['officerLin', 'chen'] as const)
    expect(await town.as(who).refused(openData.releaseNoisy, { body: left })).toMatchObject({ status: 403 })
})

test('rounding is the same on pages and in the data', async () => {
  const figures = (await town.as('officerLin').call(openData.openFigures)).figures.length
  expect(figures).toBeGreaterThan(0)
  await town.as('zhaoYu').call(writeSetting, { params: { key: 'figures' }, body: { value: { roundTo: 5, privacyBudgetPercent: 100 } } })
  const page = await town.anonymous.call(readIndicator, { params: raised })
  const of = page.measures.find(({ key }) => key === 'answeredInTime')!.months.map(({ groups }) => groups[0]!.of)
  expect(of).toContainEqual({ kind: 'shown', count: 10 })
  const counts = (await rows())
    .filter(({ measure, part, number }) => measure === 'answeredInTime' && part === 'of' && number !== 'few')
    .map(({ number }) => Number(number))
  expect(counts.every((count) => count % 5 === 0)).toBe(true)
})
