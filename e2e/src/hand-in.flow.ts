import { giveProxy } from '@ronghe/contract/people/proxies.ts'
import { listMyCases, readMyCase } from '@ronghe/contract/station/cases.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let phone: Page

beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => void (await town.deed((deed) => loadServices(deed, services))) })
  await flow.town.as('chen').call(giveProxy, { body: { name: '徐建平', phone: '19900000041', relation: 'employer', scope: 'handIn' } })
  phone = await flow.phone({ as: 'xu' })
})
afterAll(() => flow?.close())

const next = async (): Promise<void> => phone.getByRole('button', { name: '下一题' }).click()
const question = (name: string | RegExp) => phone.getByRole('heading', { level: 1, name }).waitFor()

test('an employer hands papers in for a worker, with nothing of the employer’s own filled in and nothing agreed to in the worker’s place', async () => {
  await phone.goto('/me/helpers')
  await phone.getByRole('link', { name: '替别人交材料' }).click()
  await question('替别人交材料')
  await phone.getByText('先选替谁交、交哪一件').waitFor()
  await phone.getByLabel('交哪件事的材料').selectOption({ label: '图书证' })
  expect(await axeFindings(phone)).toEqual([])
  expect(await sidewaysOverflow(phone)).toBe(0)
  await shoot(phone, 'hand-in')
  await phone.getByRole('link', { name: '开始填' }).click()
  await question('给谁办？')
  await phone.getByText('替陈国强交材料').first().waitFor()
  await phone.getByText('我自己', { exact: true }).click()
  await next()
  await question('到哪里领？')
  await phone.getByText('服务站', { exact: true }).click()
  await next()
  await question('您住在哪个社区？')
  const community = phone.getByRole('radio', { name: '松柏新村' })
  await community.waitFor()
  expect(await phone.getByRole('radio', { checked: true }).count(), 'not the employer’s').toBe(0)
  await community.check()
  await next()
  await question('这样联系您，对吗？')
  expect(await phone.getByLabel('姓名').inputValue(), 'not the employer’s').toBe('')
  await phone.getByLabel('姓名').fill('陈国强')
  await phone
    .getByLabel(/手机|电话/)
    .first()
    .fill('19900000001')
  await next()
  await question('材料')
  await next()
  await question('核对一下')
  await phone.getByText('同意的事要本人自己说').waitFor()
  expect(await axeFindings(phone)).toEqual([])
})

test('the receipt has a number and no code, and the employer sees neither the case nor how far it is', async () => {
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone.getByText('材料交到了。办到哪一步请问本人').waitFor()
  expect(await phone.getByText('查询码', { exact: true }).count()).toBe(0)
  expect(await phone.getByRole('link', { name: '看进度' }).count()).toBe(0)
  expect(await axeFindings(phone)).toEqual([])
  await shoot(phone, 'hand-in-receipt')
  const { items } = await flow.town.as('chen').call(listMyCases)
  expect(items).toHaveLength(1)
  expect(await flow.town.as('chen').call(readMyCase, { params: { caseId: items[0]!.id } })).toMatchObject({
    onBehalf: { kind: 'handsIn', name: '徐建平' },
  })
  expect((await flow.town.as('xu').call(listMyCases)).items).toEqual([])
  expect((await flow.town.as('xu').refused(readMyCase, { params: { caseId: items[0]!.id } })).status).toBe(404)
})

test('who was not asked by anybody is told how that is done', async () => {
  const other = await flow.phone({ as: 'zhou', language: 'en' })
  await other.goto('/hand-in')
  await other.getByText('Nobody has asked you to hand in papers yet').waitFor()
  expect(await axeFindings(other)).toEqual([])
  await other.context().close()
})
