import { workOutPathModel } from '@ronghe/server/rooms/insight/path-model/path-model.ts'
import { closedWaves, years } from '@ronghe/server/rooms/insight/path-model/waves.testing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

/** A test that is run again finds its waves there. */
const loaded = new Set<number>()
async function load(waves: readonly number[]): Promise<void> {
  const missing = waves.filter((year) => !loaded.has(year))
  if (missing.length > 0) await flow.town.deed((deed) => closedWaves(deed, missing))
  for (const year of missing) loaded.add(year)
  await flow.town.deed(workOutPathModel)
}

const open = async (page: Page, name: string): Promise<Page> => {
  await page.goto('/insight/path-model')
  await title(page, name).waitFor()
  await page.getByRole('img', { name: /路径图|figure of paths/ }).waitFor()
  return page
}

test('Dr Luo sees the arrows before any number, and that no wave is finished', async () => {
  const page = await open(await flow.phone(), '从嵌入到融合的路径')
  await page.getByRole('img', { name: '10 支箭头' }).waitFor()
  await page.getByText('现在有 0 个单元，要 50 个，还差 50 个。').waitFor()
  await page.getByText('还没有做完过一次问卷').waitFor()
  await page.getByText('同进同退，不等于谁造成了谁').waitFor()
  // The table behind the drawing opens by keyboard and says every arrow.
  await page.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /服务整合.*管理整合.*前提保障/ }).waitFor()
  await isFit(page, 'path model none')
  await page.context().close()
})

test('after two waves the page says what is missing and by when there would be enough', async () => {
  await load(years.slice(0, 2))
  const page = await open(await flow.phone({ appearance: 'large' }), '从嵌入到融合的路径')
  await page.getByText('现在有 30 个单元，要 70 个，还差 40 个。').waitFor()
  await page.getByText('再做 3 次，大约 2028年11月够').waitFor()
  await isFit(page, 'path model little large')
  const desk = await open(await flow.desk({ language: 'en' }), 'Paths from embedding to integration')
  await desk.getByText('There are 30 of 70 units; 40 are missing.').waitFor()
  await isFit(desk, 'path model little desk en')
  for (const one of [page, desk]) await one.context().close()
})

test('with enough waves the arrows carry intervals, with a table behind, fit and doubts, and no community’s name', async () => {
  await load(years)
  const page = await open(await flow.phone(), '从嵌入到融合的路径')
  await page.getByRole('heading', { name: '沿着每支箭头' }).waitFor()
  await page.getByText('看了 75 个单元').waitFor()
  await page.getByText('15 个社区整个整个地抽').waitFor()
  await page.getByText('整张图合不合', { exact: true }).first().waitFor()
  expect(await page.getByText(/第\d+社区/).count()).toBe(0)
  await isFit(page, 'path model estimated')
  const english = await open(await flow.phone({ language: 'en', appearance: 'large' }), 'Paths from embedding to integration')
  await english.getByText('Going together is not causing').waitFor()
  await isFit(english, 'path model estimated large en')
  const desk = await open(await flow.desk(), '从嵌入到融合的路径')
  await isFit(desk, 'path model estimated desk')
  for (const one of [page, english, desk]) await one.context().close()
})

test('the city has the same figure over streets; a street without a city is led back to its own', async () => {
  const page = await flow.phone()
  await page.goto('/city/path-model')
  await title(page, '全市：从嵌入到融合的路径').waitFor()
  await page.getByRole('link', { name: '看本街道的路径' }).click()
  await title(page, '从嵌入到融合的路径').waitFor()
  await page.getByRole('link', { name: '看全市的路径' }).waitFor()
  await page.context().close()
})
