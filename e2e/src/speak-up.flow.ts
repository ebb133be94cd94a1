import { listOwners, listToScreen, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

/** The screening desk gives it to the environment office, which answers. */
async function answer(words: string): Promise<void> {
  const officer = flow.town.as('officerLin')
  const [newest] = (await officer.call(listToScreen)).items
  const { items: owners } = await officer.call(listOwners)
  const owner = owners.find(({ post }) => post['zh-CN'] === '城管经办')!
  const params = { concernId: newest!.id }
  await officer.call(workOnConcern, { params, body: { what: { act: 'screen', ownerPostId: owner.postId } } })
  await flow.town.as('fangWei').call(workOnConcern, { params, body: { what: { act: 'answer', words } } })
}

test('a concern without a name: written, interrupted, sent, answered and reopened with nothing but the code', async () => {
  // Signed in on purpose: even then nothing leads from the concern to the person.
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/concerns/new')
  expect(await page.getByRole('link', { name: '报警 110' }).getAttribute('href')).toBe('tel:110')
  await page.getByText('不留名字说').click()
  await isFit(page, 'speak-start')
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '是说在这里工作的人吗？').waitFor()
  await isFit(page, 'speak-staff')
  await page.getByText('不是', { exact: true }).click()
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '是哪方面的事？').waitFor()
  await page.getByText('环境卫生').click()
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '是在哪里？').waitFor()
  await page.getByText('松柏新村').click()
  await page.getByLabel(/哪条巷/).selectOption({ label: '三号巷' })
  await isFit(page, 'speak-place')
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '您想说什么？').waitFor()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByRole('link', { name: '请写几句是什么事' }).waitFor()
  await page.getByLabel('用您自己的话写').fill('巷口的路灯坏了两个星期，晚上看不见路。')
  await page.getByText('已自动保存').waitFor()
  await page.reload()
  expect(await page.getByLabel('用您自己的话写').inputValue()).toContain('路灯坏了')
  await isFit(page, 'speak-words')
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '看一遍，再交').waitFor()
  await page.getByText('15 个工作日').waitFor()
  await isFit(page, 'speak-check')
  await page.getByRole('button', { name: '交上去' }).click()

  await title(page, '您的凭证码').waitFor()
  await page.reload() // called away before it was written down
  await title(page, '您的凭证码').waitFor()
  await isFit(page, 'speak-code')
  const code = (await page.locator('[class*=code]').first().textContent())!
  expect(code.length).toBeGreaterThan(10)
  expect(await flow.town.rows('select person_id, anonymous from concern')).toEqual([{ person_id: null, anonymous: true }])
  await page.getByRole('button', { name: '我存好了' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '我存好了' }).click()

  await answer('灯已经换好，请晚上看看。')
  await title(page, '凭码查').waitFor()
  await page.getByRole('textbox', { name: '凭证码' }).fill('没有这个码')
  await page.getByRole('button', { name: '查一查' }).click()
  await page.getByText(/没有找到/).waitFor()
  await page.getByRole('textbox', { name: '凭证码' }).fill(code.toLowerCase())
  await page.getByRole('button', { name: '查一查' }).click()
  await page.getByText('灯已经换好，请晚上看看。').first().waitFor()
  await isFit(page, 'speak-answered')
  await page.getByRole('button', { name: '没有解决，再办一次' }).click()
  await page.getByLabel('还差什么').fill('换了一晚又不亮了。')
  await page.getByRole('button', { name: '要求再办' }).click()
  await page.getByText('您要求再办，时间从头算').waitFor()
  await isFit(page, 'speak-reopened')
})

test('about somebody who works here: the page says who alone will read it, in English, and it is signed', async () => {
  const page = await flow.phone({ as: 'smith', language: 'en' })
  await page.goto('/concerns/new')
  await page.getByText('With my name').click()
  await page.getByRole('button', { name: 'Next question' }).click()
  await page.getByText('Yes, it is about staff').click()
  await page.getByLabel(/Which office/).selectOption({ label: 'Integration Service Station' })
  await page.getByLabel(/Which post/).selectOption({ label: 'Window 2' })
  await page.getByText(/Integrity officer · 冯洁/).waitFor()
  await isFit(page, 'speak-staff-en')
  await page.getByRole('button', { name: 'Next question' }).click()
  await page.getByText('Not treated alike').click()
  await page.getByRole('button', { name: 'Next question' }).click()
  await title(page, 'Where is it?').waitFor()
  await page.getByRole('button', { name: 'Next question' }).click()
  await page.getByLabel('In your own words').fill('I was sent away although I had all papers.')
  await page.getByRole('button', { name: 'Next question' }).click()
  await title(page, 'Look it over, then send').waitFor()
  await isFit(page, 'speak-check-en')
  await page.getByRole('button', { name: 'Send it' }).click()
  await title(page, 'Received').waitFor()
  await isFit(page, 'speak-sent-en')
  await page.getByRole('link', { name: 'Follow it' }).click()
  await page.getByText('Integrity officer').first().waitFor()
  await page.goto('/')
  await page.getByRole('link', { name: /I raised: Not treated alike/ }).waitFor()
})

test('a lane head carries the exact words of somebody who agreed, and hands over the code', async () => {
  const page = await flow.phone({ as: 'liuJianjun' })
  await page.goto('/me')
  await page.getByRole('link', { name: '替街坊把话带上去' }).click()
  await page.getByLabel('是哪方面的事？').selectOption({ label: '租房和住处' })
  await page.getByLabel('您的话').fill('房东要涨三百，合同还有半年。')
  await page.getByRole('button', { name: '带上去' }).click()
  await page.getByRole('alert').waitFor() // not without the author's word
  await page.getByText('他听过或看过这些原话，同意交上去').click()
  await isFit(page, 'carry')
  await page.getByRole('button', { name: '带上去' }).click()
  await title(page, '您的凭证码').waitFor()
  await page.getByText('把这个码交给他。').waitFor()
})
