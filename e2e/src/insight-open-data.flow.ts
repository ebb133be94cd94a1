import { openFigures } from '@ronghe/contract/insight/open-data.ts'
import { summerOfConcerns } from '@ronghe/server/rooms/insight/open-data/summer.testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'
import { shoot } from './shots.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
  await summerOfConcerns(flow.town)
})
afterAll(() => flow?.close())

test('anybody takes the open data from a phone, and they are the published figures', async () => {
  const phone = await flow.phone()
  await phone.goto('/insight/open-data')
  await title(phone, '开放数据').waitFor()
  await phone.getByText('还没有公布过带噪声的数字').waitFor()
  await isFit(phone, 'insight-open-data')
  expect(await axeFindings(phone), 'open data').toEqual([])
  const taken = phone.waitForEvent('download')
  await phone.getByRole('link', { name: '下载表格（CSV）' }).first().click()
  expect((await taken).suggestedFilename()).toBe('figures.csv')
  const { figures } = await flow.town.anonymous.call(openFigures)
  expect(
    figures.find(
      ({ measure, period, part, place }) => measure === 'answeredInTime' && period === '2026-08' && part === 'of' && place === 'street',
    )?.number,
  ).toBe(12)
})

test('the data officer publishes a figure with noise, sees what it costs, and cannot do it twice', async () => {
  const desk = await flow.desk({ as: 'zhengRu' })
  await desk.goto('/desk/insight/open-data')
  await title(desk, '公布带噪声的数字').waitFor()
  await desk.getByText('用了 0%，共 100%').waitFor()
  await desk.getByLabel('哪个数').selectOption({ label: '按时答复的诉求' })
  await desk.getByLabel('哪个季度').selectOption({ label: '2026年第3季度' })
  await shoot(desk, 'insight-release-desk')
  expect(await axeFindings(desk), 'release').toEqual([])
  await desk.getByRole('button', { name: '公布', exact: true }).click()
  const asked = desk.getByRole('dialog', { name: '公布以后改不了' })
  await asked.getByRole('button', { name: '公布', exact: true }).click()
  await desk.getByText('用了 25%，共 100%').waitFor()
  await desk.locator('summary', { hasText: '按时答复的诉求' }).click()
  await desk.getByText('噪声强度 ε = 0.25').waitFor()
  await shoot(desk, 'insight-released-desk')
})

test('in English, in large print, with the noisy table open', async () => {
  const phone = await flow.phone({ language: 'en', appearance: 'large' })
  await phone.goto('/insight/open-data')
  await title(phone, 'Open data').waitFor()
  await phone.locator('summary').first().click()
  await phone.getByText('Strength of the noise').waitFor()
  await isFit(phone, 'insight-open-data-en-large')
  expect(await axeFindings(phone), 'open data, large').toEqual([])
})
