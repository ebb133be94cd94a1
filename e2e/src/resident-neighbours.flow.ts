import { enterPaperConsent, listConsents } from '@ronghe/contract/people/consents.ts'
import { answerDataRequest, listDataRequests } from '@ronghe/contract/people/data-requests.ts'
import { decideNumberChange, requestNumberChange } from '@ronghe/contract/people/number-changes.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

test('two who live together find each other by a code; the first says yes, and leaving is asked once', async () => {
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/me/household')
  await isFit(chen, 'household-none')
  await chen.getByRole('button', { name: '出一个码给同住的人' }).click()
  await chen.getByText('把这个码念给同住的人').waitFor()
  await isFit(chen, 'household-code')
  const code = (await chen.locator('[class*=code]').first().textContent())!

  const liu = await flow.phone({ as: 'liuFang', language: 'en', appearance: 'large' })
  await liu.goto('/me/household')
  await liu.getByRole('button', { name: 'Join the household' }).click()
  await liu.getByRole('alert').first().waitFor()
  await liu.getByLabel('The code they gave me').fill(code.toLowerCase())
  await liu.getByRole('button', { name: 'Join the household' }).click()
  await liu.getByText('Waits for somebody at home').waitFor()
  await isFit(liu, 'household-waits-large-en')

  await chen.reload()
  await chen.getByRole('button', { name: '是同住的人 刘芳' }).click()
  await chen.getByText('已确认').nth(1).waitFor()
  await isFit(chen, 'household-two')
  await liu.reload()
  await liu.getByText('Confirmed').nth(1).waitFor()
  await liu.getByRole('button', { name: 'I no longer live there' }).click()
  await liu.getByRole('dialog').waitFor()
  await isFit(liu, 'household-leaving-large-en')
  await liu.getByRole('dialog').getByRole('button', { name: 'I no longer live there' }).click()
  await liu.getByText('You have not said with whom you live').waitFor()
  await chen.reload()
  expect(await chen.getByText('刘芳').count()).toBe(0)
  await Promise.all([chen.context().close(), liu.context().close()])
})

test('a daughter may follow the cases, a landlord only hand in papers; either is taken back in one tap', async () => {
  const page = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await page.goto('/me/helpers')
  await page.getByText('还没有。').waitFor()
  await page.getByRole('button', { name: '让他替我办' }).click()
  await page.getByRole('alert').first().waitFor()
  await isFit(page, 'helpers-missing-large')
  await page.getByLabel('他的姓名').fill(cast.liuFang.name)
  await page.getByLabel('他的手机号').fill(cast.liuFang.phone)
  await page.getByLabel('是您的什么人').selectOption({ label: '家人' })
  await page.getByLabel('能问、能取我的办件').check()
  await page.getByRole('button', { name: '让他替我办' }).click()
  await page.getByText('刘芳 · 家人').waitFor()
  await page.getByLabel('他的姓名').fill('老板')
  await page.getByLabel('是您的什么人').selectOption({ label: '房东' })
  await page.getByText('老板和房东只能交材料。').waitFor()
  expect(await page.getByLabel('能问、能取我的办件').count()).toBe(0)
  await page.getByRole('button', { name: '让他替我办' }).click()
  await page.getByText('老板 · 房东').waitFor()
  await isFit(page, 'helpers-two-large')

  const liu = await flow.phone({ as: 'liuFang' })
  await liu.goto('/me/helpers')
  await liu.getByRole('region', { name: '我能替谁办' }).getByText('黄美珍').waitFor()
  await isFit(liu, 'helpers-held')
  await page.getByRole('button', { name: '收回 刘芳' }).click()
  await page.getByText('已收回', { exact: true }).waitFor()
  await liu.reload()
  await liu.getByText('还没有。').waitFor()
  expect(await liu.getByText('黄美珍').count()).toBe(0)
  await Promise.all([page.context().close(), liu.context().close()])
})

test('a signed paper entered at the desk is told, shown with its channel, and taken back on the phone', async () => {
  const { town } = flow
  const params = { personId: town.idOf('auntHuang'), purpose: 'careVisits' } as const
  const body = { given: true, version: consentTexts.careVisits.version, signed: true } as const
  await town.as('heMin').call(enterPaperConsent, { params, body })
  await town.drain()
  const page = await flow.phone({ as: 'auntHuang' })
  await page.goto('/messages')
  await page.getByText(/您签字的同意书已经录入/).waitFor()
  await page.getByRole('button', { name: '去看看' }).first().click()
  await title(page, '同意过的事').waitFor()
  const card = page.getByRole('region', { name: '上门看望' })
  await card.getByText('在服务站签的字').waitFor()
  await isFit(page, 'consents-paper')
  await card.getByRole('button', { name: '收回同意 上门看望' }).click()
  await card.getByRole('button', { name: '同意这一项 上门看望' }).waitFor()
  await page.getByRole('region', { name: '以前收回的' }).getByText('上门看望').waitFor()
  const { items } = await town.as('auntHuang').call(listConsents)
  expect(items.find(({ purpose }) => purpose === 'careVisits')?.given).toBeNull()
  await page.context().close()
})

test('a new number is asked for at the desk: the old one is warned, and the page says how it goes on', async () => {
  const { town } = flow
  const params = { personId: town.idOf('chen') }
  const change = await town.as('heMin').call(requestNumberChange, { params, body: { phone: '13900002222', reason: 'new' } })
  await town.drain()
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/messages')
  await page.getByText(/有人申请把您的号码换成新的/).waitFor()
  await isFit(page, 'number-change-told')
  const told = page.locator('section').filter({ hasText: '换成新的' })
  await told.getByRole('button', { name: '去看看' }).click()
  await title(page, '记着我的什么').waitFor()
  await page.getByText('换手机号').waitFor()
  await isFit(page, 'number-change-data')
  await town.as('luoYan').call(decideNumberChange, { params: { changeId: change.id }, body: { agree: true } })
  await town.drain()
  const again = await flow.phone()
  await again.goto('/sign-in?next=/me/data')
  await again.getByRole('textbox', { name: '手机号' }).fill('13900002222')
  await again.getByRole('button', { name: '发送验证码' }).click()
  await again.getByRole('button', { name: '填上这个验证码' }).click()
  await title(again, '记着我的什么').waitFor()
  await again.getByText('139****2222').or(again.getByText('139 0000 2222')).first().waitFor()
  await again.goto('/messages')
  await again.getByText(/您的号码已经换好/).waitFor()
  await Promise.all([page.context().close(), again.context().close()])
})

test('another device is signed out from this one, and finds itself asked to sign in', async () => {
  const other = await flow.phone()
  await other.goto('/sign-in?next=/me')
  await other.getByRole('textbox', { name: '手机号' }).fill(cast.xu.phone)
  await other.getByRole('button', { name: '发送验证码' }).click()
  await other.getByRole('button', { name: '填上这个验证码' }).click()
  await title(other, '徐建平').waitFor()
  const page = await flow.phone({ as: 'xu', language: 'en' })
  await page.goto('/me/devices')
  await page.getByRole('button', { name: 'Sign it out' }).waitFor()
  await isFit(page, 'devices-en')
  await page.getByRole('button', { name: 'Sign it out' }).click()
  await page.getByText('That device is signed out').waitFor()
  await page.getByText('You are signed in on this device only.').waitFor()
  await other.goto('/me/devices')
  await other.getByRole('heading', { name: '要先登录' }).waitFor()
  await isFit(other, 'signed-out-elsewhere')
  await Promise.all([page.context().close(), other.context().close()])
})

test('a request about one’s data is written, answered within its days, and the answer read', async () => {
  const { town } = flow
  const page = await flow.phone({ as: 'liuFang' })
  await page.goto('/me/requests')
  await page.getByText('还没有申请过。').waitFor()
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByRole('alert').first().waitFor()
  await isFit(page, 'request-missing')
  await page.getByLabel('改正').check()
  await page.getByLabel('说说是哪件事').fill('办件里我的老家写成了武汉，应当是洪湖。')
  await page.reload()
  expect(await page.getByLabel('说说是哪件事').inputValue()).toContain('洪湖')
  await page.getByRole('button', { name: '提交申请' }).click()
  await page
    .getByText(/前答复/)
    .first()
    .waitFor()
  await isFit(page, 'request-open')
  const [asked] = (await town.as('zhengRu').call(listDataRequests)).items
  const params = { requestId: asked!.id }
  await town.as('zhengRu').call(answerDataRequest, { params, body: { done: true, words: '改好了，请看办件。' } })
  await page.reload()
  await page.getByText('改好了，请看办件。').waitFor()
  await page.getByText('办好了', { exact: true }).waitFor()
  await isFit(page, 'request-answered')
  await page.context().close()
})
