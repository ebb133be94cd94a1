import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'
import { shoot } from './shots.ts'

let flow: Flow
let system: Page
beforeAll(async () => {
  flow = await openFlow()
  system = await flow.desk({ as: 'zhaoYu' })
})
afterAll(() => flow?.close())

const field = (page: Page, name: string) => page.locator(`[id="field-value-${name}"]`)
const numbers = () => flow.town.anonymous.call(readPublicSettings)

test('a number that is blank, zero or a fraction is refused at its field, and nothing of it is kept', async () => {
  await system.goto('/desk/settings/clocks')
  await title(system, '等多久').waitFor()
  await isFit(system, 'settings-clocks')
  await field(system, 'concernAnswer').fill('')
  await field(system, 'ratingFix').fill('0')
  await field(system, 'caseClose').fill('1.5')
  await system.getByRole('button', { name: '保存设置' }).click()
  await system.getByText('这里要填一个 1 到 60 的整数').first().waitFor()
  await system.getByText('不能小于 1。').first().waitFor()
  await system.getByRole('link', { name: '出了结果多久归档：这里要填整数' }).waitFor()
  await isFit(system, 'settings-clocks-refused')
  expect((await numbers()).clocks).toMatchObject({ concernAnswer: 15, ratingFix: 15, caseClose: 15 })
})

test('a changed number says who changed it, and goes back to its default', async () => {
  await system.goto('/desk/settings/messages')
  await field(system, 'quietFrom').fill('21')
  await system.getByRole('button', { name: '保存设置' }).click()
  await system.getByText(/系统管理员 .* 改过/).waitFor()
  expect((await numbers()).messages).toEqual({ quietFrom: 21, quietTo: 7 })
  await isFit(system, 'settings-messages')
  await system.getByRole('button', { name: '“从几点起”改回默认' }).click()
  expect(await field(system, 'quietFrom').inputValue()).toBe('22')
  await system.getByRole('button', { name: '保存设置' }).click()
  await system.getByText(/改过/).waitFor({ state: 'detached' })
  expect((await numbers()).messages).toEqual({ quietFrom: 22, quietTo: 7 })
  await system.goto('/desk/settings/changes')
  await system.getByRole('cell', { name: '夜里不打扰' }).first().waitFor()
})

test('how long data is kept stands in a table with its reason and law; what a law sets is refused with the law', async () => {
  await system.goto('/desk/settings/retention')
  await system.getByRole('table').waitFor()
  await field(system, 'accessLogDays').fill('90')
  await system.getByRole('button', { name: '保存设置' }).click()
  await system
    .getByText(/不能小于 180。《网络安全法》/)
    .first()
    .waitFor()
  await field(system, 'accessLogDays').fill('200')
  await system.getByRole('button', { name: '保存设置' }).click()
  await system.getByRole('row', { name: /谁看过我的资料.*200 天.*网络安全法/ }).waitFor()
  await system.getByText('已保存').waitFor()
  await isFit(system, 'settings-retention')
})

test('every group is fit for a phone, for large print and in English', async () => {
  const phone = await flow.phone({ as: 'zhaoYu' })
  const large = await flow.desk({ as: 'zhaoYu', appearance: 'large' })
  const english = await flow.desk({ as: 'zhaoYu', language: 'en' })
  for (const part of ['clocks', 'signIn', 'residence', 'station', 'retention'])
    for (const [page, name] of [
      [phone, 'phone'],
      [large, 'large'],
      [english, 'en'],
    ] as const) {
      await page.goto(`/desk/settings/${part}`)
      await page.getByRole('button', { name: /保存设置|Save the setting/ }).waitFor()
      if (part === 'signIn' || part === 'retention') await isFit(page, `settings-${part}-${name}`)
      else await shoot(page, `settings-${part}-${name}`)
    }
})

test('a clerk is shown no settings', async () => {
  const clerk = await flow.desk({ as: 'heMin' })
  await clerk.goto('/desk/settings/signIn')
  await clerk.getByRole('heading', { level: 1 }).waitFor()
  expect(await clerk.getByRole('button', { name: '保存设置' }).count()).toBe(0)
})
