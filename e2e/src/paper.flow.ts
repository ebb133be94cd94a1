import { readMyCase } from '@ronghe/contract/station/cases.ts'
import { readCase, listQueue } from '@ronghe/contract/station/cases-desk.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'

let flow: Flow
let clerk: Page
beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => void (await town.deed((deed) => loadServices(deed, services))) })
  clerk = await flow.desk({ as: 'heMin' })
})
afterAll(() => flow?.close())

/** Types as a clerk does: one key after the other, no pointer. */
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await clerk.keyboard.press(key)
}
const focused = (): Promise<string> => clerk.evaluate(() => document.activeElement?.closest('fieldset, label, div')?.textContent ?? '')

test('Aunt Huang’s paper is entered with the keyboard alone, at the time it was handed in', async () => {
  await clerk.goto('/desk/paper')
  await clerk.getByLabel('姓名，或 11 位手机号').waitFor()
  await clerk.keyboard.type('黄美珍')
  await press('Enter')
  await clerk.getByText('找到 1 位，请核对后选一位').waitFor()
  await press('Enter') // the one found has the focus
  await clerk.getByText('给 黄美珍 办').waitFor()
  await clerk.keyboard.type('图书')
  await press('Enter') // the first one found, however late the reply
  await clerk.getByText('办：图书证').waitFor()
  expect(await focused()).toContain('本人在窗口')
  await press('2') // it came on paper
  await clerk.getByLabel('纸上交来的日期').waitFor()
  await clerk.getByLabel('纸上交来的日期').fill(yesterday())
  await clerk.getByLabel('时间', { exact: true }).fill('16:05')
  expect(await axeFindings(clerk)).toEqual([])
  await clerk.getByLabel('时间', { exact: true }).press('Enter')
  expect(await focused()).toContain('我自己')
  await press('1', 'Enter')
  expect(await focused()).toContain('服务站')
  await press('1')
  expect(await clerk.getByLabel('姓名', { exact: true }).inputValue()).toBe('黄美珍') // known, not asked again
})

test('what is half typed is there again after the page was closed', async () => {
  await clerk.waitForTimeout(200)
  await clerk.reload()
  await clerk.getByText('办：图书证').waitFor()
  expect(await clerk.getByLabel('纸上交来的日期').inputValue()).toBe(yesterday())
  expect(await clerk.getByRole('radio', { name: '我自己' }).isChecked()).toBe(true)
})

test('the receipt comes out in large print with number, code and the date of the answer', async () => {
  await press('Control+Enter')
  await clerk.getByRole('heading', { name: '录好了' }).waitFor()
  await clerk.getByRole('button', { name: '换成大字回执' }).click()
  const paper = clerk.getByRole('article')
  expect(await paper.textContent()).toMatch(/SJ-\d{4}-\d{5}/)
  expect(await paper.evaluate((sheet) => Number.parseFloat(getComputedStyle(sheet.querySelector('td')!).fontSize))).toBeGreaterThanOrEqual(
    22,
  )
  expect(await clerk.getByRole('img', { name: /扫码打开这份记录/ }).count()).toBe(1)
  expect(await axeFindings(clerk)).toEqual([])
  const { items } = await flow.town.as('heMin').call(listQueue, { query: { view: 'all' } })
  expect(items).toHaveLength(1)
  const found = await flow.town.as('heMin').call(readCase, { params: { caseId: items[0]!.id } })
  expect(found.channel).toBe('paper')
  expect(new Date(found.filedAt).toISOString()).toBe(new Date(`${yesterday()}T16:05:00+08:00`).toISOString())
  expect(await flow.town.as('auntHuang').call(readMyCase, { params: { caseId: items[0]!.id } })).toMatchObject({ state: 'filed' })
})

test('somebody without a phone is registered with a name alone, and the next paper begins with one key', async () => {
  await press('n')
  await clerk.getByLabel('姓名，或 11 位手机号').waitFor()
  await clerk.getByLabel('姓名，或 11 位手机号').fill('何阿婆')
  await press('Enter')
  await clerk.getByText('没有找到这个人').waitFor()
  await clerk.getByRole('button', { name: '登记新的人' }).click()
  expect(await clerk.getByLabel('姓名', { exact: true }).inputValue()).toBe('何阿婆')
  expect(await clerk.getByText('由本人自己说，窗口不代填').count()).toBe(1) // never the group
  await clerk.getByRole('button', { name: '登记，接着办' }).click()
  await clerk.getByText('给 何阿婆 办').waitFor()
})

test('what is not filled in is said at its place, in words', async () => {
  await clerk.getByLabel('事项名称、拼音首字母或关键词').fill('居住证')
  await clerk.getByRole('button', { name: '居住证申请' }).click()
  await clerk.getByRole('button', { name: '提交申请' }).click()
  const summary = clerk.getByRole('alert').first()
  await summary.waitFor()
  expect(await summary.textContent()).toContain('这一项还没填')
  expect(await axeFindings(clerk)).toEqual([])
})

test('the blank form for the power cut has the same questions, and the entry fits a phone in large print', async () => {
  const phone = await flow.phone({ as: 'heMin', appearance: 'large' })
  await phone.goto('/desk/paper')
  await phone.getByLabel('姓名，或 11 位手机号').waitFor()
  expect(await sidewaysOverflow(phone)).toBe(0)
  expect(await axeFindings(phone)).toEqual([])
  await clerk.goto('/desk/paper-form/libraryCard')
  const sheet = clerk.getByRole('article')
  await sheet.getByText('给谁办？').waitFor()
  expect(await sheet.textContent()).toContain('□ 我自己')
})

const yesterday = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 86_400_000)
