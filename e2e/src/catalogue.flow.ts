import { readService } from '@ronghe/contract/station/services.ts'
import { readServiceDraft } from '@ronghe/contract/station/services-editing.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let lead: Page
beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => void (await town.deed((deed) => loadServices(deed, services))) })
  lead = await flow.desk({ as: 'luoYan' })
})
afterAll(() => flow?.close())

test('a mistake is named while typing, and leads to its place', async () => {
  await lead.goto('/desk/catalogue')
  await lead.getByLabel('找事项').fill('图书')
  await lead.getByRole('row', { name: /图书证/ }).press('Enter')
  await lead.getByRole('heading', { level: 1, name: '图书证' }).waitFor()
  const name = lead.getByLabel(/^名称\s*中文/)
  await name.fill('')
  await lead.getByText('有 1 处要改才能发布').waitFor()
  expect(await axeFindings(lead)).toEqual([])
  await lead.getByRole('tab', { name: '指南' }).click()
  await lead.getByRole('button', { name: /基本：缺中文/ }).click()
  await name.waitFor()
  await lead.waitForFunction(() => document.activeElement?.id === 'field-name')
  await name.fill('图书借阅证')
})

test('what is half edited survives closing the page, is walked through as a resident, and is saved as a draft', async () => {
  await lead.waitForTimeout(200)
  await lead.reload()
  expect(await lead.getByLabel(/^名称\s*中文/).inputValue()).toBe('图书借阅证')
  await lead.getByRole('tab', { name: '居民看到的' }).click()
  await lead.getByRole('heading', { name: '给谁办？' }).waitFor()
  await lead.getByRole('button', { name: '下一题' }).click()
  await lead.getByText('这一项还没填').first().waitFor()
  expect(await axeFindings(lead)).toEqual([])
  await lead.getByRole('button', { name: '保存草稿' }).click()
  await lead.getByText('草稿存好了').waitFor()
})

test('what changed is shown before it is published, and from then on everybody reads the new version', async () => {
  await lead.getByRole('tab', { name: '比两版' }).click()
  await lead.getByRole('cell', { name: '图书借阅证 / Library card' }).waitFor()
  await shoot(lead, 'catalogue/compare')
  await lead.getByRole('button', { name: '发布', exact: true }).click()
  await lead.getByLabel('改了什么，写一句').fill('改成大家的叫法')
  await lead.getByRole('button', { name: '发布这一版' }).click()
  await lead.getByText('第 2 版已经生效').waitFor()
  const { definition } = await flow.town.anonymous.call(readService, { params: { key: 'libraryCard' } })
  expect(definition.name['zh-CN']).toBe('图书借阅证')
  await lead.goto('/desk/catalogue/libraryCard')
  await lead.getByRole('tab', { name: '历史版本' }).click()
  await lead.getByText('改成大家的叫法').waitFor()
})

test('what is typed while a save is under way stays, and is saved with the next', async () => {
  const page = await flow.desk({ as: 'luoYan' })
  await page.route('**/api/v1/catalogue/*/draft', async (route) => {
    if (route.request().method() === 'PUT') await new Promise((done) => setTimeout(done, 1_500))
    await route.continue()
  })
  await page.goto('/desk/catalogue/legalAid')
  const summary = page.getByLabel(/^一句话说明\s*中文/)
  await summary.fill('请律师，不花钱')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await summary.fill('请律师，不花钱，先问问看')
  await page.getByText('草稿存好了').waitFor()
  expect(await summary.inputValue()).toBe('请律师，不花钱，先问问看')
  await page.getByText('有改动，还没存到服务器').waitFor()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('有改动，还没存到服务器').waitFor({ state: 'detached' })
  const { definition } = await flow.town.as('luoYan').call(readServiceDraft, { params: { key: 'legalAid' } })
  expect(definition.summary['zh-CN']).toBe('请律师，不花钱，先问问看')
  await page.context().close()
})

test('of two editors at once neither loses anything: the second chooses', async () => {
  const one = await flow.desk({ as: 'luoYan' })
  const other = await flow.desk({ as: 'luoYan' })
  for (const page of [one, other]) {
    await page.goto('/desk/catalogue/rentalTax')
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  for (const [page, words] of [
    [one, '甲的说法'],
    [other, '乙的说法'],
  ] as const) {
    await page.getByLabel(/^一句话说明\s*中文/).fill(words)
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText(page === one ? '草稿存好了' : '有人先存了一份').waitFor()
  }
  // What differs is told in words, beside each other.
  await other.getByRole('columnheader', { name: '对方的' }).waitFor()
  await other.getByRole('cell', { name: /甲的说法/ }).waitFor()
  await other.getByRole('cell', { name: /乙的说法/ }).waitFor()
  expect(await axeFindings(other)).toEqual([])
  await shoot(other, 'catalogue/conflict')
  await other.getByRole('button', { name: '用对方的，接着改' }).click()
  expect(await other.getByLabel(/^一句话说明\s*中文/).inputValue()).toBe('甲的说法')
  await other.getByRole('tab', { name: '历史版本' }).click()
  await other.getByText('没存上的版本').waitFor()
  await Promise.all([one.context().close(), other.context().close()])
})

test('the letter of a guide has questions of its own, and names no other', async () => {
  const page = await flow.desk({ as: 'luoYan' })
  await page.goto('/desk/catalogue/votingAtHome')
  await page.getByRole('tab', { name: '信', exact: true }).click()
  const body = page.locator('#field-letter-body')
  await body.press('ControlOrMeta+End')
  await page.locator('#field-letter-pick').selectOption('homePlace')
  await page.getByRole('button', { name: '插入回答' }).click()
  expect(await body.inputValue()).toMatch(/\{today\}\{homePlace\}$/)
  await body.fill('{homePlace}，{neighbour}')
  await page.getByText('信里的“neighbour”在题目里找不到。').first().waitFor()
  const question = page.locator('#field-letter-form-pages-1')
  await question.locator('> summary').click()
  await page.locator('#field-letter-form-pages-1-title').fill('老家在哪个村？')
  await question.getByText('老家在哪个村？').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shoot(page, 'catalogue/guide-letter')
  await page.context().close()
})

test('a new service is started as a copy, and a clerk without the post does not get in', async () => {
  await lead.goto('/desk/catalogue')
  await lead.getByRole('button', { name: '新建事项' }).click()
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel(/名称 · 中文/).fill('阅览室座位')
  await dialog.getByLabel('英文代号').fill('readingSeat')
  await dialog.getByLabel('照着哪一项').selectOption('libraryCard')
  await dialog.getByRole('button', { name: '新建事项' }).click()
  await lead.getByRole('heading', { level: 1, name: '阅览室座位' }).waitFor()
  const clerk = await flow.desk({ as: 'heMin' })
  await clerk.goto('/desk/catalogue')
  await clerk.getByText('这一页要有相应的岗位才能看').waitFor()
})
