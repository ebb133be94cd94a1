import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed((deed) => loadServices(deed, services)) })
})
afterAll(() => flow?.close())

/** What has the focus, as it is announced. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : ''
    return (at?.getAttribute('aria-label') ?? (label || at?.textContent) ?? '').trim()
  })

/** Tabs on until something with these words has the focus; whoever cannot reach it with fifty keys cannot reach it. */
async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  for (let key = 0; key < 50; key++) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (typeof words === 'string' ? here.startsWith(words) : words.test(here)) return
  }
  throw new Error(`${String(words)} was not reached; the focus is on “${await focused(page)}”`)
}

/** The focus can be seen: an outline of at least two pixels. */
async function isMarked(page: Page): Promise<void> {
  const width = await page.evaluate(() => {
    const at = document.activeElement!
    const marks = [at, ...(at.closest('label') ? [at.closest('label')!] : [])]
    return Math.max(...marks.map((one) => Number.parseFloat(getComputedStyle(one).outlineWidth) || 0))
  })
  expect(width, await focused(page)).toBeGreaterThanOrEqual(2)
}

test('a library card is found, filled in and filed with the keys alone', async () => {
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('跳到正文')
  await tabTo(page, '大字版')
  await isMarked(page)
  await tabTo(page, /服务站/)
  await isMarked(page)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/services$/)
  await page.getByLabel('找要办的事').waitFor()
  await tabTo(page, '找要办的事')
  await page.keyboard.type('图书证')
  await tabTo(page, /^图书证/)
  await isMarked(page)
  await page.keyboard.press('Enter')
  await title(page, '图书证').waitFor()
  await page.goto('/services/libraryCard/form') // straight to the form, as from the guide
  await title(page, '给谁办？').waitFor()
  await tabTo(page, '下一题')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await focused(page)).toContain('有 1 处要改') // nothing chosen: the fault has the focus, and the way to it is the next key
  await isFit(page, 'keyboard-fault')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, '我自己')
  await isMarked(page)
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter') // Enter on an answer sends the question
  await title(page, '到哪里领？').waitFor()
  await tabTo(page, '服务站')
  await page.keyboard.press('ArrowDown') // arrows go through the answers
  expect(await focused(page)).toContain('文化站阅览室')
  await tabTo(page, '下一题')
  await page.keyboard.press('Enter')
  await title(page, '您住在哪个社区？').waitFor()
  await tabTo(page, '松柏新村') // known already, and to be put right with the arrows
  await tabTo(page, '下一题')
  await page.keyboard.press('Enter')
  await title(page, '这样联系您，对吗？').waitFor()
  expect(await focused(page)).toBe('这样联系您，对吗？') // a new question begins at its title
  await tabTo(page, '下一题')
  await page.keyboard.press('Enter')
  await title(page, '材料').waitFor()
  await tabTo(page, '下一题')
  await page.keyboard.press('Enter')
  await title(page, '核对一下').waitFor()
  await tabTo(page, '提交申请')
  await isMarked(page)
  await page.keyboard.press('Enter')
  await title(page, '收到您的申请了').waitFor()
  await page.context().close()
})

test('a dialog holds the focus, closes with Escape and gives the focus back', async () => {
  const page = await flow.phone({ as: 'smith', language: 'en' })
  await page.goto('/me/leaving')
  await page.getByText('I know: my data is deleted').waitFor()
  await tabTo(page, /I know: my data is deleted/)
  await page.keyboard.press('Space')
  await tabTo(page, 'Delete my data')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const inside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog], dialog') !== null)
  // The focus moves in with the frame after the one that draws the dialog.
  await expect.poll(inside).toBe(true)
  for (let key = 0; key < 6; key++) {
    await page.keyboard.press('Tab')
    await expect.poll(inside).toBe(true)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await focused(page)).toContain('Delete my data')
  await page.context().close()
})

test('large print and the language are two keys away on every page and stay for the next', async () => {
  // A phone that nobody has told anything yet; the flow's own would be told its language anew on every page.
  const context = await flow.browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'zh-CN', baseURL: flow.url })
  const page = await context.newPage()
  for (const address of ['/', '/services', '/hazards', '/concerns/new']) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('button', { name: '大字版' }).isVisible(), address).toBe(true)
    expect(await page.getByRole('button', { name: 'English' }).isVisible(), address).toBe(true)
  }
  await page.getByRole('button', { name: '大字版' }).click()
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  expect(await size()).toBeGreaterThanOrEqual(22)
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto('/services')
  await page.getByRole('button', { name: '中文' }).waitFor()
  expect(await size()).toBeGreaterThanOrEqual(22)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await isFit(page, 'large-en-services')
  await context.close()
})
