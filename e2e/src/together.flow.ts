import { publishNotice } from '@ronghe/contract/programme/notices.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => await town.deed(loadProgramme) })
})
afterAll(() => flow?.close())

const isFit = async (page: Page, where: string): Promise<void> => expect(await axeFindings(page), where).toEqual([])

test('what several organs do together is entered at the desk and becomes a line of the public drawing', async () => {
  const desk = await flow.desk({ as: 'liang' })
  await desk.goto('/desk/together')
  await desk.getByRole('heading', { level: 1, name: '共同活动' }).waitFor()
  await shoot(desk, 'together-desk')
  await isFit(desk, 'joint activities at the desk')
  await desk.getByRole('link', { name: '登记共同活动' }).click()
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByText('请填中文名称').first().waitFor()
  await desk.getByLabel('主办').selectOption({ label: '邻里社会工作服务中心' })
  await desk.getByLabel('名称（中文）').fill('巷口读报')
  await desk.getByLabel('做什么、怎么来（中文）').fill('每周一次，谁都可以来。')
  await desk.getByLabel('哪天').fill('2026-12-02')
  await desk.getByLabel('几点开始').fill('19:00')
  await desk.getByLabel('几点结束').fill('20:30')
  await desk.getByLabel('第 1 家').selectOption({ label: '志愿者服务队' })
  await desk.getByLabel('出什么、做什么').fill('出志愿者')
  await shoot(desk, 'together-plan')
  await isFit(desk, 'planning together')
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByRole('heading', { level: 1, name: '巷口读报' }).waitFor()
  await shoot(desk, 'together-one')
  await isFit(desk, 'one joint activity')
  await desk.context().close()

  const phone = await flow.phone()
  await phone.goto('/together')
  await phone.getByText('巷口读报').click()
  await phone.getByText('每周一次，谁都可以来。').waitFor()
  await isFit(phone, 'a joint activity on the phone')
  await phone.goto('/embedding')
  await phone.getByText('每一条线').first().click()
  await phone.getByRole('table').waitFor()
  await shoot(phone, 'embedding-phone')
  await isFit(phone, 'the embedding on the phone')
  await phone.getByRole('link', { name: /志愿者服务队/ }).click()
  await phone.getByRole('heading', { name: '一起做的事' }).waitFor()
  await phone.context().close()
})

test('a notice is told in the lane, a question comes up and its answer goes down', async () => {
  const { id } = await flow.town.as('officerLin').call(publishNotice, {
    body: {
      organId: organId(flow.town.street.id, 'streetOffice'),
      title: { 'zh-CN': '巷口装灯' },
      body: { 'zh-CN': '下周一开工，三天装完。' },
      audience: 'everyone',
    },
  })
  const laneHead = await flow.phone({ as: 'liuJianjun' })
  await laneHead.goto(`/notices/${id}`)
  await laneHead.getByLabel('街坊问了什么').fill('夜里施工吵不吵？')
  await laneHead.getByRole('button', { name: '我带到了' }).click()
  await laneHead.getByText('街坊问：夜里施工吵不吵？').waitFor()
  await shoot(laneHead, 'notice-passed')
  await isFit(laneHead, 'a notice that was carried down')
  const officer = await flow.desk({ as: 'officerLin' })
  await officer.goto('/desk/notices')
  await officer.getByRole('button', { name: '答这个问题' }).click()
  await officer.getByLabel('怎么答').fill('晚八点以后不动工。')
  await officer.getByRole('button', { name: '答这个问题' }).click()
  await officer.getByText('答：晚八点以后不动工。').waitFor()
  await shoot(officer, 'notices-desk')
  await isFit(officer, 'notices at the desk')
  await officer.context().close()
  await laneHead.reload()
  await laneHead.getByText('答：晚八点以后不动工。').waitFor()
  await laneHead.context().close()
})

test('the embedding reads in English and in large print', async () => {
  const large = await flow.phone({ as: 'auntHuang' })
  await large.goto('/embedding')
  await large.getByText('每一条线').first().waitFor()
  await shoot(large, 'embedding-large')
  await isFit(large, 'the embedding in large print')
  await large.context().close()
  const english = await flow.phone({ as: 'smith', language: 'en' })
  await english.goto('/embedding')
  await english.getByRole('heading', { level: 1, name: 'How the organs hold together' }).waitFor()
  await english.getByText('Every line').first().waitFor()
  await shoot(english, 'embedding-en')
  await isFit(english, 'the embedding in English')
  await english.context().close()
})
