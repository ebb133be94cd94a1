import { reportHazard } from '@ronghe/contract/station/hazards.ts'
import { requestMediation, stepDispute, stepDisputeByCode } from '@ronghe/contract/station/mediation.ts'
import { laneId } from '@ronghe/demo/load-cast.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'

let flow: Flow

beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('a lamp is checked without the name that was written, sent, put right by the department, and everybody can read the answer', async () => {
  const { hazard } = await flow.town.as('chen').call(reportHazard, {
    body: { kind: 'lamp', lane: laneId(flow.town.street.id, 'laneThree'), words: '陈国强家门口的路灯不亮' },
  })
  const clerk = await flow.desk({ as: 'heMin' })
  await clerk.goto('/desk/hazards')
  await clerk.getByRole('link', { name: /路灯 · 三号巷/ }).click()
  await title(clerk, '路灯 · 三号巷').waitFor()
  await clerk.getByText('陈国强家门口的路灯不亮').waitFor()
  expect(await axeFindings(clerk), 'to check').toEqual([])
  // The words as they came are not filled in by themselves, so that a name is not published by a slip.
  expect(await clerk.getByRole('textbox', { name: '公开的话' }).inputValue()).toBe('')
  await clerk.getByRole('button', { name: '记下：核实，写公开的话' }).click()
  await clerk.getByRole('alert').getByText('写一句大家都看得懂的话').waitFor()
  await clerk.getByRole('textbox', { name: '公开的话' }).fill('三号巷口的路灯不亮')
  await clerk.getByRole('button', { name: '记下：核实，写公开的话' }).click()
  await clerk.getByRole('button', { name: '记下：转给负责的部门' }).click()
  await clerk.getByText('城市管理办').first().waitFor()
  await clerk.context().close()

  const officer = await flow.desk({ as: 'fangWei' })
  await officer.goto(`/desk/hazards/${hazard.id}`)
  await title(officer, '路灯 · 三号巷').waitFor()
  expect(await officer.getByText('陈国强').count()).toBe(0)
  await officer.getByRole('textbox', { name: '答复，谁都看得到' }).fill('灯管换好了。')
  await officer.getByRole('button', { name: '记下：修好了' }).click()
  await officer.getByText('修好了').first().waitFor()
  await expect
    .poll(async () => (await flow.town.rows('select state from hazard where id = $1', [hazard.id]))[0])
    .toMatchObject({ state: 'fixed' })
  await officer.context().close()
})

test('who assigns sees neither party nor words; the mediators write the agreement, print it and have it signed', async () => {
  const calm = { violence: false, crime: false, underEighteen: false }
  const asked = await flow.town
    .as('chen')
    .call(requestMediation, { body: { topic: 'noise', words: '夜里机器声响到一点。', otherName: '黄美珍', ...calm } })
  if (asked.kind !== 'asked') throw new Error('referred')
  const { code } = asked.invitation
  await flow.town.anonymous.call(stepDisputeByCode, { body: { code, step: 'agree', words: '我也睡不好。' } })

  const lead = await flow.desk({ as: 'luoYan' })
  await lead.goto('/desk/mediation')
  await lead.getByRole('row', { name: /噪音/ }).waitFor()
  const page = await lead.content()
  for (const hidden of ['陈国强', '黄美珍', '机器声']) expect(page).not.toContain(hidden)
  expect(await axeFindings(lead), 'assigning').toEqual([])
  await lead.context().close()

  await flow.town.anonymous.call(stepDisputeByCode, { body: { code, step: 'acceptMediators' } })
  await flow.town.as('chen').call(stepDispute, { params: { disputeId: asked.dispute.id }, body: { step: 'acceptMediators' } })
  const mediator = await flow.desk({ as: 'uncleHuang' })
  await mediator.goto('/desk/mediations')
  await mediator.getByRole('link', { name: /噪音/ }).click()
  await mediator.getByText('夜里机器声响到一点。').waitFor()
  await mediator.getByLabel('哪一天').fill('2026-12-01')
  await mediator.getByLabel('在哪里').fill('服务站二楼')
  await mediator.getByRole('button', { name: '确定：约一次见面' }).click()
  await mediator.getByRole('button', { name: '记为谈过了' }).click()
  await mediator.getByLabel('写下谈成的约定').check()
  await mediator.getByRole('textbox', { name: '双方各答应什么' }).fill('晚上十点以后不开机器。')
  expect(await axeFindings(mediator), 'mediating').toEqual([])
  await mediator.getByRole('button', { name: '确定：写下谈成的约定' }).click()
  await mediator.getByRole('link', { name: '打印约定' }).click()
  await mediator.getByText('陈国强 签名：').waitFor()
  await mediator.getByText('没有评谁对谁错').waitFor()
  await mediator.getByRole('link', { name: '回到列表' }).click()
  await mediator.getByLabel('双方签了字').check()
  await mediator.getByRole('button', { name: '确定：双方签了字' }).click()
  await expect
    .poll(async () => (await flow.town.rows('select state from dispute where id = $1', [asked.dispute.id]))[0])
    .toMatchObject({ state: 'followUp' })
  await mediator.context().close()
})

test('the other mediator follows the message on a phone, and a neighbour who is none is refused', async () => {
  const phone = await flow.phone({ as: 'liuJianjun', appearance: 'large' })
  await phone.goto('/mediations')
  await phone.getByRole('link', { name: /噪音/ }).click()
  await phone.getByText('晚上十点以后不开机器。').waitFor()
  expect(await axeFindings(phone)).toEqual([])
  expect(await sidewaysOverflow(phone)).toBe(0)
  await phone.context().close()
  const other = await flow.phone({ as: 'zhou' })
  await other.goto('/mediations')
  await other.getByText('这一页要有相应的岗位才能看').waitFor()
  await other.context().close()
})
