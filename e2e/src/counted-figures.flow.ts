import { raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ at: '2027-02-03T09:00:00+08:00' })
})
afterAll(() => flow?.close())

const looks = [
  ['zh-CN', 'normal', /2027年第1季度还没数好，.*5月1日起能看。/],
  ['en', 'large', /2027, quarter 1 is not counted yet; it is shown from .*May.*\./],
] as const

async function see(index: number, name: string, shows: (page: Page) => Promise<unknown>): Promise<void> {
  const [language, appearance, next] = looks[index]!
  const page = await flow.phone({ language, appearance })
  await page.goto('/concerns/answered')
  await page.getByText(next).waitFor()
  await shows(page)
  await shoot(page, `${name}-${language}`)
  expect(await axeFindings(page)).toEqual([])
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.context().close()
}

test('before any quarter is counted, the page says from when the first one is shown', async () => {
  for (const index of looks.keys())
    await see(index, 'totals-none', (page) => page.getByRole('heading', { name: /2027年第1季度|2027, quarter 1/ }).waitFor())
})

test('a quarter that was counted is shown, and from when the next one is', async () => {
  const { id } = await flow.town.as('chen').call(raiseConcern, { body: { words: '路灯不亮', topic: 'safety' } })
  await flow.town.rows(
    `insert into concern (street_id, id, number, channel, topic, state, raised_on, screen_by, clock_from, clock_days, answered_in_time)
     select street_id, gen_random_uuid(), 'T-' || n, case when n % 3 = 0 then 'paper' else 'phone' end, topic, 'answered', '2026-11-05', screen_by, clock_from, clock_days, n % 4 <> 0
     from concern, generate_series(1, 40) as n where id = $1`,
    [id],
  )
  await flow.town.drain(['programme.figures-night'])
  for (const index of looks.keys())
    await see(index, 'totals', async (page) => {
      await page.getByRole('heading', { name: /2026年第4季度|2026, quarter 4/ }).waitFor()
      await page.getByText('40', { exact: true }).waitFor()
      await page.getByText('75%').waitFor()
    })
})
