import { randomUUID } from 'node:crypto'
import { readCity } from '@ronghe/contract/insight/city.ts'
import { inventFigures } from '@ronghe/demo/city-figures.ts'
import { layDemoCity } from '@ronghe/demo/insight-city.ts'
import { sStreet } from '@ronghe/demo/load.ts'
import { asOwner, givenServer, inDatabase } from '@ronghe/server/platform/database/template.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
const database = `city_${randomUUID().replaceAll('-', '').slice(0, 20)}`
const server = givenServer(process.env)!

/** The twelve finished months before this one. */
const months = Array.from({ length: 12 }, (_, at) => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 12 + at, 1)).toISOString().slice(0, 7)
})

beforeAll(async () => {
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${database}`))
  const cityUrl = inDatabase(server.ownerUrl, database)
  await layDemoCity(cityUrl, { street: sStreet, months: inventFigures('S街', 88_000, months) }, new Date())
  flow = await openFlow({ env: { RONGHE_CITY_DATABASE_URL: inDatabase(server.appUrl, database) } })
})
afterAll(async () => {
  await flow?.close()
  await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${database}`)).catch(() => undefined)
})

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** A share told by group, as soon as there is one; else the first measure. */
async function aMeasure(): Promise<string> {
  const { measures } = await flow.town.anonymous.call(readCity)
  const byGroup = measures.find(({ kind, byGroup }) => kind === 'share' && byGroup) ?? measures[0]!
  return byGroup.key.replace('.', '/')
}

test('on a phone: which streets are there, who is missing since when, and one figure in every street in the order of the register', async () => {
  const page = await flow.phone()
  await open(page, '/city')
  await page.getByText('名册上 12 个街道，现在有消息的 11 个').waitFor()
  await page.getByText(/花圃街：.+以后没有消息/).waitFor()
  await page.getByText('这里不评比街道').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await sidewaysOverflow(page)).toBe(0)
  await shoot(page, 'city-phone')

  await open(page, `/city/${await aMeasure()}`)
  await page.getByRole('heading', { name: '各街道并排看' }).waitFor()
  const streets = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('td')!.innerText.split('\n')[0]))
  expect(streets).toEqual([
    '榕北街',
    '石桥街',
    '河口街',
    'S街',
    '纺织街',
    '东站街',
    '南埠街',
    '沙洲街',
    '旧墟街',
    '花圃街',
    '新涌街',
    '塘尾街',
  ])
  // A small street is too few, a late one has not handed over, a silent one still shows what it handed over; the others are there.
  await page.locator('tbody tr', { hasText: '沙洲街' }).getByText('太少').first().waitFor()
  await page.locator('tbody tr', { hasText: '河口街' }).getByText('还没交').first().waitFor()
  await page.locator('tbody tr', { hasText: '花圃街' }).getByText('没有消息').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shoot(page, 'figure-phone')
  expect(await sidewaysOverflow(page)).toBe(0)
})

test('at the desk’s width in English: no column can be sorted by, the sketch says the same as the table, an earlier month can be chosen', async () => {
  const page = await flow.desk({ language: 'en' })
  await open(page, `/city/${await aMeasure()}`)
  await page.getByRole('heading', { name: 'Every street side by side' }).waitFor()
  expect(await page.locator('thead button').count()).toBe(0)
  const inMap = await page
    .getByRole('region', { name: /Sketch of the streets/ })
    .locator('li strong')
    .allInnerTexts()
  const inTable = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('td')!.innerText.split('\n')[0]))
  expect(inMap).toEqual(inTable)
  expect(await axeFindings(page)).toEqual([])
  await shoot(page, 'figure-desk-en')

  // In the month before everybody has handed over.
  const [, earlier] = await page.getByLabel('Month').locator('option').allInnerTexts()
  await page.getByLabel('Month').selectOption({ label: earlier! })
  await expect.poll(() => page.locator('tbody').getByText('not handed over').count()).toBe(0)
  await open(page, '/city')
  await shoot(page, 'city-desk-en')
})

test('in large print the streets stand one below the other and nothing sticks out', async () => {
  const page = await flow.phone({ appearance: 'large' })
  await open(page, `/city/${await aMeasure()}`)
  await page.getByRole('heading', { name: '各街道并排看' }).waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  await shoot(page, 'figure-large')
})

test('a city that is away is said calmly, with the street at work as usual', async () => {
  await asOwner(server.ownerUrl, (client) => client.query(`alter database ${database} with allow_connections false`))
  // Whoever holds a connection there loses it.
  await asOwner(server.appUrl, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]),
  )
  const page = await flow.phone()
  await page.goto('/city')
  await page.getByText('全市的数字现在读不到').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shoot(page, 'city-away')
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
})
