import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow, type Visit } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => void (await town.deed((deed) => loadServices(deed, services))) })
})
afterAll(() => flow?.close())

/** The reimbursement has nearly everything a service can have: rules, papers, consents, another place. */
async function openEditor(visit: Visit, width: number, height = 900): Promise<Page> {
  const page = await flow.desk({ as: 'luoYan', ...visit })
  await page.setViewportSize({ width, height })
  await page.goto('/desk/catalogue/honghuReimbursement')
  await page.getByRole('tablist').waitFor()
  return page
}

/** Words that do not fit the button, the tab or the summary they stand in. */
const cutWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main [role=tab], main summary, main label')]
      .filter((one) => one.offsetParent !== null && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
      .map((one) => one.textContent),
  )

/** What reaches over the right edge of the page, even where the page hides it. */
const overTheEdge = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=tabpanel] *')]
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((one) => one.id || one.className)
      .slice(0, 5),
  )

/** Every part of the editor, its first things opened. */
async function eachPart(page: Page, look: (part: string) => Promise<void>): Promise<void> {
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    const name = (await tab.textContent()) ?? ''
    for (let level = 0; level < 3; level++) {
      const closed = page.getByRole('tabpanel').locator('details:not([open]) > summary').first()
      if (await closed.isVisible().catch(() => false)) await closed.click()
    }
    await look(name)
  }
}

test('in English at 1280 no word is cut, and nothing is found by axe in any part', async () => {
  const page = await openEditor({ language: 'en' }, 1280)
  await eachPart(page, async (part) => {
    await shoot(page, `catalogue/en-1280-${part.replaceAll(' ', '-')}`)
    expect([part, await cutWords(page)]).toEqual([part, []])
    expect([part, await axeFindings(page)]).toEqual([part, []])
    expect([part, await sidewaysOverflow(page)]).toEqual([part, 0])
  })
  await page.context().close()
})

test('on a phone of 360 every part can be worked on, and nothing sticks out', async () => {
  const page = await openEditor({}, 360, 800)
  await eachPart(page, async (part) => {
    await shoot(page, `catalogue/zh-360-${part}`)
    expect([part, await overTheEdge(page)]).toEqual([part, []])
    expect([part, await sidewaysOverflow(page)]).toEqual([part, 0])
  })
  await page.context().close()
})

test('in large print the parts stand under each other', async () => {
  const page = await openEditor({ appearance: 'large' }, 1440)
  for (const part of ['表单', '谁能办']) {
    await page.getByRole('tab', { name: part, exact: true }).click()
    await page.getByRole('tabpanel').locator('details:not([open]) > summary').first().click()
    await shoot(page, `catalogue/large-${part}`)
    expect([part, await axeFindings(page)]).toEqual([part, []])
    expect([part, await sidewaysOverflow(page)]).toEqual([part, 0])
  }
  await page.context().close()
})

test('a question is added, worded, given a condition, moved and taken back by keyboard alone', async () => {
  const page = await openEditor({}, 1440)
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
  const tabTo = async (wanted: (text: string, id: string) => boolean) => {
    for (let step = 0; step < 80; step++) {
      const [text, id] = await page.evaluate(() => {
        const one = document.activeElement
        return [one?.getAttribute('aria-label') ?? one?.textContent ?? '', one?.id ?? ''] as const
      })
      if (wanted(text, id)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('the keyboard does not get there')
  }
  await page.getByRole('tab', { name: '基本' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await tabTo((text) => text === '加一页')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'SUMMARY')
  await tabTo((_, id) => /form-pages-\d+-title$/.test(id))
  const place = /pages-(\d+)-/.exec(await focused())![1]!
  await page.keyboard.type('还有别的要说吗？')
  await tabTo((text) => text === '加条件')
  await page.keyboard.press('Enter')
  await page.locator(`#field-form-pages-${place}-visibleWhen-field`).waitFor()
  await page.getByRole('button', { name: '往前移：还有别的要说吗？' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction((at) => document.activeElement?.closest('details')?.id === `field-form-pages-${at}`, Number(place) - 1)
  await page.getByRole('button', { name: '撤销：挪了一页' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await page.getByText('草稿存好了').waitFor()
  await page.context().close()
})
