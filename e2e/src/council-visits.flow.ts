import { readVisitWords } from '@ronghe/contract/council/visits.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
let council: string
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed(loadCouncil) })
  council = `/council/${organId(flow.town.street.id, 'council')}`
})
afterAll(() => flow?.close())

const kept = () => flow.town.rows<{ id: string; seen_sealed: Buffer; edit: number }>('select * from visit')
const seen = (page: Page) => page.getByLabel('看到了什么？')

test('a delegate notes a visit without a line: words with their tick, a concern, slips handed over; sent when the line is back', async () => {
  const page = await flow.phone({ as: 'zhou' })
  await page.goto(`${council}/visits`)
  await page.getByText('还没有走访记录').waitFor()
  await isFit(page, 'visits-empty')
  await page.getByRole('link', { name: '记一次走访' }).first().click()
  await title(page, '记一次走访').waitFor()
  await page.getByRole('button', { name: '保存走访' }).click()
  await page.getByRole('link', { name: '请选一条巷。' }).waitFor()
  await page.context().setOffline(true)
  await page.getByLabel('去了哪条巷？').selectOption({ label: '松柏新村三号巷' })
  await page.getByText('晚上', { exact: true }).click()
  await page.getByText('安全', { exact: true }).first().click()
  await seen(page).fill('巷口第二盏路灯不亮。')
  await page.getByRole('button', { name: '记一句原话' }).click()
  await page.getByLabel('原话', { exact: true }).fill('下夜班回来，这条巷子黑得怕人。')
  await page.getByRole('button', { name: '带一条诉求' }).click()
  await page.getByLabel('哪方面的事？').selectOption({ label: '安全' })
  await page.getByLabel('要交上去的文字').fill('三号巷路灯请修一修。')
  await page.getByText('对方听过这段文字，同意交上去').click()
  await page.getByRole('button', { name: '保存走访' }).click()
  await page.getByRole('link', { name: /没有同意就不能记/ }).waitFor()
  await page.getByText('对方看过，同意记下').click()
  const code = (await page.locator('[class*=code]').first().textContent())!
  await isFit(page, 'visit-form')
  await page.getByRole('button', { name: '保存走访' }).click()
  await title(page, '走访在等信号').waitFor()
  await isFit(page, 'visit-waits')
  expect(await kept()).toEqual([])

  await page.context().setOffline(false)
  await title(page, '松柏新村三号巷').waitFor()
  await page.getByText('下夜班回来，这条巷子黑得怕人。').waitFor()
  await isFit(page, 'visit-kept')
  expect(await kept()).toHaveLength(1)
  expect(await flow.town.rows(`select 1 from concern where channel = 'homeVisit'`)).toHaveLength(1)

  // Whoever said it reads it with the slip, on any phone, and takes it back.
  const slip = await flow.phone({ appearance: 'large' })
  await slip.goto('/council/my-words')
  await slip.getByLabel('纸条上的编号').fill(code)
  await slip.getByRole('button', { name: '看一看' }).click()
  await slip.getByText('下夜班回来，这条巷子黑得怕人。').waitFor()
  await isFit(slip, 'visit-words-large')
  await slip.getByRole('button', { name: '不同意了，删掉' }).click()
  await slip.getByText('已经删掉了').waitFor()
  expect(await flow.town.anonymous.refused(readVisitWords, { body: { code } })).toMatchObject({ code: 'no-visit-words' })
}, 90_000)

test('two delegates change one visit without a line: both versions are shown, and one of them picks', async () => {
  const { id } = (await kept())[0]!
  const [zhou, huang] = [await flow.phone({ as: 'zhou' }), await flow.phone({ as: 'uncleHuang' })]
  await zhou.goto(`${council}/visits/${id}`)
  await zhou.getByRole('button', { name: '改这次走访' }).click()
  await zhou.getByRole('button', { name: '还有代表一起去' }).click()
  await zhou.getByText('黄志明').click()
  await zhou.getByRole('button', { name: '保存走访' }).click()
  await title(zhou, '松柏新村三号巷').waitFor()
  await huang.goto(`${council}/visits/${id}`)
  const write = async (page: Page, words: string): Promise<void> => {
    await page.getByRole('button', { name: '改这次走访' }).click()
    await page.context().setOffline(true)
    await seen(page).fill(words)
    await page.getByRole('button', { name: '保存走访' }).click()
    await title(page, '走访在等信号').waitFor()
  }
  await write(zhou, '第二盏、第三盏路灯都不亮。')
  await write(huang, '楼道堆了杂物。')
  await zhou.context().setOffline(false)
  await title(zhou, '松柏新村三号巷').waitFor()
  await huang.context().setOffline(false)
  await title(huang, '松柏新村三号巷').waitFor()
  await huang.getByText('两台手机写得不一样').waitFor()
  await huang.getByText('第二盏、第三盏路灯都不亮。').waitFor()
  await huang.getByText('楼道堆了杂物。').first().waitFor()
  await isFit(huang, 'visit-conflict')
  await huang.getByRole('button', { name: '用另一台写的' }).click()
  await huang.getByText('两台手机写得不一样').waitFor({ state: 'detached' })
  await huang.getByText('第二盏、第三盏路灯都不亮。').waitFor()
}, 90_000)

test('the plan of lanes is open to everybody, in English too, and the clerk has the ledger', async () => {
  const page = await flow.phone({ language: 'en' })
  await page.goto(`${council}/visits/plan`)
  await page.getByRole('cell', { name: 'Ferry Lane' }).waitFor()
  await isFit(page, 'visit-plan-en')
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto('/desk/council/visits')
  await desk.getByRole('cell', { name: '松柏新村三号巷' }).waitFor()
  await isFit(desk, 'visit-ledger')

  // On paper it comes through the clerk, who says who went; in large print too.
  const large = await flow.phone({ as: 'jiangWen', appearance: 'large' })
  await large.goto(`${council}/visits/new`)
  await large.getByText('曾波').waitFor()
  await large.getByRole('button', { name: '记一句原话' }).click()
  await large.getByText('对方看过，同意记下').click()
  await isFit(large, 'visit-form-large')
}, 60_000)
