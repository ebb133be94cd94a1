import { loadSurvey } from '@ronghe/demo/insight-survey.ts'
import { countClosedWaves } from '@ronghe/server/rooms/insight/survey/results.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

const open = async (page: Page, at: string, name: string): Promise<Page> => {
  await page.goto(at)
  await title(page, name).waitFor()
  return page
}

test('before any wave is finished the page says so, and where to read how the survey is done', async () => {
  const page = await open(await flow.phone(), '/insight/survey', '街坊问卷说了什么')
  await page.getByText('还没有做完的问卷').waitFor()
  await page.getByRole('link', { name: '看问卷怎么做、怎么抽门牌' }).waitFor()
  await isFit(page, 'survey results none')
  await page.context().close()
  await flow.town.deed(async (deed) => {
    await loadSurvey(deed)
    await countClosedWaves(deed)
  })
})

test('Chen reads on his phone where both groups stand, looks closer at one scale, opens its table by keyboard and goes back a wave', async () => {
  const page = await open(await flow.phone({ as: 'chen' }), '/insight/survey', '街坊问卷说了什么')
  await page.getByText(/至少 \d\d%/).waitFor()
  await page
    .getByText(/± \d\.\d 个百分点/)
    .first()
    .waitFor()
  await page
    .getByRole('region', { name: '归属', exact: true })
    .getByText(/比.*低 0\.\d\d 格，大过碰巧会有的差别/)
    .waitFor()
  // Put to one group only: nothing to compare.
  await page
    .getByRole('region', { name: '感到的偏见' })
    .getByText(/只问了.*，没有可比的另一边/)
    .waitFor()
  await page.getByRole('region', { name: '自己点进来答的' }).getByText('不是抽样', { exact: true }).waitFor()
  await page.getByText('看成一张表', { exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /归属.*−0\.\d\d ✓/ }).waitFor()
  await isFit(page, 'survey results phone')
  await page.getByRole('link', { name: '看归属的细处' }).click()
  await title(page, '归属').waitFor()
  await page.getByText('秋季问卷').waitFor()
  await page.getByRole('row', { name: /我觉得自己是这个社区的人/ }).waitFor()
  await page.getByRole('row', { name: /松柏新村/ }).waitFor()
  await isFit(page, 'survey measure phone')
  await page.getByRole('link', { name: '街坊问卷说了什么' }).click()
  await page.getByLabel('哪一次问卷').selectOption({ index: 1 })
  // Nobody had an open link then.
  await expect.poll(() => page.getByRole('region', { name: '自己点进来答的' }).count()).toBe(0)
  await page.getByRole('link', { name: '看归属的细处' }).click()
  await page.getByText('没有前后可比', { exact: false }).waitFor()
  await page.context().close()
})

test('Aunt Huang reads it in large print, and a visitor in English', async () => {
  const large = await open(await flow.phone({ appearance: 'large' }), '/insight/survey', '街坊问卷说了什么')
  await large.getByRole('region', { name: '归属', exact: true }).waitFor()
  await isFit(large, 'survey results large')
  const english = await open(await flow.desk({ language: 'en' }), '/insight/survey', 'What the survey says')
  await english
    .getByText(/below .*: more than chance would bring/)
    .first()
    .waitFor()
  await isFit(english, 'survey results desk en')
  const contrast = await open(await flow.phone({ appearance: 'contrast', language: 'en' }), '/insight/survey', 'What the survey says')
  await contrast.getByRole('region', { name: 'Belonging', exact: true }).waitFor()
  await isFit(contrast, 'survey results contrast en')
  for (const one of [large, english, contrast]) await one.context().close()
})

test('Dr Luo sees at the desk how it was weighted and how reliable the scales are; a resident does not', async () => {
  const page = await open(await flow.desk({ as: 'luoWen' }), '/desk/survey-results', '问卷结果和做法')
  const weights = page.getByRole('region', { name: '怎么加权' })
  await weights
    .getByRole('row', { name: /榕树巷/ })
    .first()
    .waitFor()
  await weights.getByText('没有哪份回答的权重超过本边平均的 5 倍', { exact: false }).waitFor()
  const reliability = page.getByRole('region', { name: '量表靠不靠得住' })
  await reliability
    .getByRole('row', { name: /归属.*0\.\d\d（?.*0\.\d\d/ })
    .first()
    .waitFor()
  await isFit(page, 'survey method desk')
  const large = await open(
    await flow.desk({ as: 'luoWen', appearance: 'large', language: 'en' }),
    '/desk/survey-results',
    'Survey results and method',
  )
  await large.getByRole('region', { name: 'How it is weighted' }).waitFor()
  await isFit(large, 'survey method desk large en')
  for (const one of [page, large]) await one.context().close()
})
