import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

/** Every connection of the server is held, so that the database is there and answers nobody, until the returned is called. */
async function holdDatabase(): Promise<() => void> {
  const { pool } = flow.town.platform.database
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  return () => held.forEach((client) => client.release())
}

test.for([
  ['zh-CN', '系统现在忙不过来', '再试一次'],
  ['en', 'The system cannot keep up just now', 'Try again'],
] as const)(
  'with the database answering nobody a page says so within seconds and goes on when it is back (%s)',
  async ([language, title, again]) => {
    const page = await flow.phone({ as: 'chen', language, appearance: language === 'en' ? 'large' : 'normal' })
    await page.goto('/')
    await page.locator('h1').first().waitFor()
    const release = await holdDatabase()
    try {
      await page.evaluate(() => window.history.pushState({}, '', '/organs'))
      await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')))
      await page.getByText(title).first().waitFor({ timeout: 12_000 })
      await shoot(page, `busy-${language}`)
      expect(await axeFindings(page)).toEqual([])
      expect(await sidewaysOverflow(page)).toBe(0)
    } finally {
      release()
    }
    await page.getByRole('button', { name: again }).first().click()
    await expect.poll(() => page.getByText(title).count(), { timeout: 10_000 }).toBe(0)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.context().close()
  },
)
