import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'

let flow: Flow

/** Decided cases of a finished quarter, as they stand in the summary once it is added up. */
const decided: readonly (readonly [
  service: string,
  group: string,
  outcome: string,
  reason: string,
  channel: string,
  days: number,
  cases: number,
])[] = [
  ['leaseFiling', 'newcomer', 'granted', '', 'phone', 6, 90],
  ['leaseFiling', 'newcomer', 'refused', 'noNames', 'desk', 8, 30],
  ['leaseFiling', 'local', 'granted', '', 'desk', 6, 160],
  ['leaseFiling', 'local', 'refused', 'noNames', 'phone', 8, 40],
  ['leaseFiling', 'unstated', 'granted', '', 'phone', 6, 12],
  ['leaseFiling', 'unstated', 'refused', 'noNames', 'phone', 8, 8],
  ['legalAid', 'newcomer', 'granted', '', 'phone', 3, 50],
  ['legalAid', 'newcomer', 'refused', 'income', 'desk', 5, 10],
  ['legalAid', 'local', 'granted', '', 'desk', 3, 60],
  ['legalAid', 'local', 'refused', 'income', 'phone', 5, 15],
  ['legalAid', 'unstated', 'granted', '', 'phone', 3, 9],
  ['legalAid', 'unstated', 'refused', 'income', 'phone', 5, 6],
  // Too few to be shown, and nothing on the page gives them away.
  ['libraryCard', 'newcomer', 'granted', '', 'phone', 1, 3],
  ['libraryCard', 'newcomer', 'refused', 'other', 'desk', 3, 2],
  ['libraryCard', 'local', 'granted', '', 'desk', 1, 4],
  ['libraryCard', 'local', 'refused', 'other', 'phone', 3, 3],
  ['libraryCard', 'unstated', 'granted', '', 'phone', 1, 2],
  ['libraryCard', 'unstated', 'refused', 'other', 'phone', 3, 1],
  ['rentalTax', 'newcomer', 'granted', '', 'phone', 4, 4],
  ['rentalTax', 'newcomer', 'refused', 'other', 'desk', 6, 3],
  ['rentalTax', 'local', 'granted', '', 'desk', 4, 3],
  ['rentalTax', 'local', 'refused', 'other', 'phone', 6, 2],
  ['rentalTax', 'unstated', 'granted', '', 'phone', 4, 3],
  ['rentalTax', 'unstated', 'refused', 'other', 'phone', 6, 4],
]

beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
      await town.rows('insert into case_figure_quarter (street_id, quarter, cases, made_at) values ($1, $2, $3, now())', [
        town.street.id,
        '2026-Q3',
        524,
      ])
      for (const line of decided)
        await town.rows(
          `insert into case_figure (street_id, quarter, service_key, group_choice, outcome, reason, channel, days, own_days, extra_visits, cases)
           values ($1, '2026-Q3', $2, $3, $4, $5, $6, $7, 2, 0, $8)`,
          [town.street.id, ...line],
        )
    },
  })
})
afterAll(() => flow?.close())

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('Officer Lin sees both groups side by side with intervals and counts, a sentence under every figure, and nothing that is too few', async () => {
  const page = await flow.desk({ as: 'luoYan' })
  await page.goto('/desk/equity')
  await title(page, '均等化').waitFor()
  const overall = page.getByRole('figure', { name: '同意的占办结的' })
  await overall.waitFor()
  const words = (await overall.textContent()) ?? ''
  expect(words.indexOf('来穗人员')).toBeLessThan(words.indexOf('本地居民')) // always in this order
  const line = page.getByRole('row', { name: /^租房合同备案/ })
  await line.getByText('75%').waitFor() // 90 of 120
  await line.getByText('80%').waitFor() // 160 of 200
  await line.getByText('0.94', { exact: true }).waitFor()
  await line.getByText('0.83–1.06').waitFor()
  const few = page.getByRole('row', { name: /^图书证/ })
  expect(await few.getByText('太少，不显示').count()).toBe(2)
  expect(await few.getByText('办结太少，不比较').count()).toBe(1)
  // 说的是 and 没有说 stand under each of the seven figures.
  expect(await page.getByText('没有说', { exact: true }).count()).toBe(7)
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
})

test('it can be read on a phone and in English', async () => {
  const page = await flow.phone({ as: 'luoYan', language: 'en' })
  await page.goto('/desk/equity')
  await title(page, 'Equal service').waitFor()
  await page.getByText('It does not say').first().waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
})

test('a clerk without the post is told so', async () => {
  const page = await flow.desk({ as: 'heMin' })
  await page.goto('/desk/equity')
  await page.getByText('这一页要有相应的岗位才能看').waitFor()
  await page.context().close()
})
