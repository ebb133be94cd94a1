import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { castId } from '@ronghe/demo/load-cast.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow

beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
    },
  })
})
afterAll(() => flow?.close())

/** So many months before today, as the two selects of the form want it. */
function monthsAgo(months: number): { readonly year: string; readonly month: string } {
  const now = new Date()
  const then = new Date(Date.UTC(now.getFullYear(), now.getMonth() - months, 15))
  return { year: String(then.getUTCFullYear()), month: String(then.getUTCMonth() + 1).padStart(2, '0') }
}

async function pickMonth(page: Page, labels: { readonly year: string; readonly month: string }, months: number): Promise<void> {
  const { year, month } = monthsAgo(months)
  await page.getByLabel(labels.year, { exact: true }).selectOption(year)
  await page.getByLabel(labels.month, { exact: true }).selectOption(month)
}

const casesOf = (person: 'chen' | 'liuFang') =>
  flow.town.rows<{ number: string }>('select number from service_case where person_id = $1', [castId(flow.town.street.id, person)])

/** A red square: something a camera might have made. */
const photo = {
  name: '劳动合同.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC', 'base64'),
}

test('陈国强 finds out why not yet and what instead, then that he may, files on his phone and loses nothing to a reload', async () => {
  const page = await flow.phone({ as: 'chen' })
  const zh = { year: '年', month: '月' }
  await page.goto('/services')
  await page.getByLabel('找要办的事').fill('居住')
  await page.getByRole('link', { name: /居住证申请/ }).click()
  await title(page, '居住证申请').waitFor()
  await isFit(page, 'guide')

  await page.getByRole('link', { name: '看我能不能办' }).click()
  await title(page, '哪个月开始住在这里的？').waitFor()
  await pickMonth(page, zh, 2)
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByLabel('稳定的工作').check()
  await isFit(page, 'may I')
  await page.getByRole('button', { name: '看结果' }).click()
  await title(page, '现在还办不了').waitFor()
  await page.getByText('先到窗口做居住登记').waitFor()
  await page.getByText('《居住证暂行条例》第二条').first().waitFor()
  await isFit(page, 'verdict')

  await page.getByRole('link', { name: '改答案' }).click()
  await pickMonth(page, zh, 9)
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByRole('button', { name: '看结果' }).click()
  await title(page, '看起来可以办').waitFor()
  await page.getByRole('link', { name: '开始填表' }).click()

  await title(page, '给谁办？').waitFor()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByRole('alert').getByText('这一项还没填').waitFor()
  await isFit(page, 'an error')
  await page.getByLabel('我自己').check()
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '哪个月开始住在这里的？').waitFor()
  expect(await page.getByLabel('月', { exact: true }).inputValue()).toBe(monthsAgo(9).month) // asked before, not asked again
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '您有下面哪一样？').waitFor()
  expect(await page.getByLabel('稳定的工作').isChecked()).toBe(true)
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '您现在住在哪里？').waitFor()
  await page.getByLabel('松柏新村').check()
  await page.getByLabel('哪条巷').selectOption({ label: '三号巷' })
  await page.getByLabel('门牌和房号').fill('6号302')
  await isFit(page, 'address')

  await page.reload()
  await title(page, '您现在住在哪里？').waitFor()
  expect(await page.getByLabel('门牌和房号').inputValue()).toBe('6号302')
  expect(await page.getByLabel('松柏新村').isChecked()).toBe(true)
  await page.getByRole('button', { name: '下一题' }).click()

  await title(page, '办证人的身份证号').waitFor()
  await page.getByRole('textbox', { name: '办证人的身份证号' }).fill('11010519491231002X')
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByLabel('到服务站领').check()
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '这样联系您，对吗？').waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toBe('陈国强')
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByLabel('上面写的都是实情').check()
  await page.getByRole('button', { name: '下一题' }).click()

  await title(page, '材料').waitFor()
  await page.getByLabel('劳动合同').check()
  await page.locator('input[type=file]').last().setInputFiles(photo)
  await page.getByText('劳动合同.png').waitFor()
  await isFit(page, 'papers')
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '核对一下').waitFor()
  await page.getByText('松柏新村 三号巷 6号302').waitFor()
  await isFit(page, 'check')
  await page.getByRole('button', { name: '提交申请' }).click()
  await title(page, '收到您的申请了').waitFor()
  const [filed] = await casesOf('chen')
  await page.getByText(filed!.number).first().waitFor()
  await isFit(page, 'receipt')
  await page.getByRole('link', { name: '看进度' }).click()
  await title(page, '居住证申请').waitFor()
  await page.getByRole('link', { name: /打开第 1 份/ }).waitFor()
  await isFit(page, 'case')
  expect(await casesOf('chen')).toHaveLength(1)
  await page.context().close()
})

test('a form goes on where it stood on another phone', async () => {
  const first = await flow.phone({ as: 'liuFang', language: 'en' })
  await first.goto('/services/libraryCard/form')
  await first.getByLabel('My child', { exact: true }).check()
  await first.getByRole('button', { name: 'Next question' }).click()
  await first.getByLabel('Nickname').fill('豆豆')
  await first.getByText('sign in on another phone').waitFor()
  await first.context().close()
  const second = await flow.phone({ as: 'liuFang', language: 'en' })
  await second.goto('/services/libraryCard/form')
  await title(second, 'What is the child called?').waitFor()
  expect(await second.getByLabel('Nickname').inputValue()).toBe('豆豆')
  await isFit(second, 'repeating page')
  await second.context().close()
})

test('Liu Fang files without a line: it waits, arrives once and becomes a receipt', async () => {
  const page = await flow.phone({ as: 'liuFang', language: 'en' })
  const en = { year: 'Year', month: 'Month' }
  const next = () => page.getByRole('button', { name: 'Next question' }).click()
  await page.goto('/services/residencePermit/may')
  await pickMonth(page, en, 2)
  await next()
  await page.getByLabel('A steady place to live').check()
  await page.getByRole('button', { name: 'See the result' }).click()
  await title(page, 'Not yet possible').waitFor()
  await page.getByText('Register your residence at the desk now').waitFor()
  await isFit(page, 'verdict in English')

  await page.goto('/services/residencePermit/form')
  await page.getByLabel('Me', { exact: true }).check()
  await next()
  await pickMonth(page, en, 8)
  await next()
  await page.getByLabel('A steady place to live').check()
  await next()
  await page.getByLabel('Songbai New Village').check()
  await next()
  await page.getByRole('textbox', { name: 'ID number of the holder' }).fill('11010519491231002X')
  await next()
  await page.getByLabel('Collect it at the station').check()
  await next()
  await title(page, 'Is this how to reach you?').waitFor()
  await next()
  await page.getByLabel('What I have written is true').check()
  await next()
  await title(page, 'Papers').waitFor()
  await page.getByLabel('Lease').check()
  await page.locator('input[type=file]').first().setInputFiles(photo)
  await page.getByText('劳动合同.png').waitFor()
  await next()
  await title(page, 'Check your answers').waitFor()

  await page.context().setOffline(true)
  await page.getByText('You can file without a connection').waitFor()
  await page.getByRole('button', { name: 'File the application' }).click()
  await title(page, 'Saved; it is sent by itself when there is a connection').waitFor()
  await isFit(page, 'waiting')
  expect(await casesOf('liuFang')).toHaveLength(0)
  await page.context().setOffline(false)
  await title(page, 'We have your application').waitFor()
  const [filed, ...more] = await casesOf('liuFang')
  expect(more).toEqual([])
  await page.getByText(filed!.number).first().waitFor()
  await page.reload()
  await title(page, 'We have your application').waitFor()
  expect(await casesOf('liuFang')).toHaveLength(1)

  await page.getByRole('link', { name: 'See the progress' }).click()
  await page.getByRole('link', { name: /Open file 1/ }).waitFor() // the photo went along

  await page.goto('/services/residencePermit/form')
  await title(page, 'Who is it for?').waitFor() // the next one begins empty
  expect(await page.getByLabel('Me', { exact: true }).isChecked()).toBe(false)
  await page.context().close()
})

test('what was written before signing in goes on afterwards, and is offered to nobody else as theirs', async () => {
  const page = await flow.phone()
  const signIn = async (who: 'chen' | 'auntHuang') => {
    const [name, value] = (await flow.town.as(who).cookie()).split('=')
    await page.context().addCookies([{ name: name!, value: value!, url: flow.url, httpOnly: true, sameSite: 'Lax' }])
  }
  await page.goto('/services/legalAid/form')
  await title(page, '现在有危险吗？').waitFor()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.goto('/services/legalAid/form/check-all')
  const way = page.getByRole('link', { name: '登录后提交' })
  await way.waitFor()
  expect(decodeURIComponent((await way.getAttribute('href'))!)).toContain('/services/legalAid/form/check-all?mine=yes')
  await isFit(page, 'check without an account')

  await signIn('auntHuang')
  await page.goto('/services/legalAid/form')
  await page.getByText('这台手机上有一份没登录时填的表').waitFor()
  await isFit(page, 'whose form is it')
  await page.getByRole('button', { name: '不是，从头开始' }).click()
  await title(page, '现在有危险吗？').waitFor()

  await signIn('chen')
  await page.goto('/services/legalAid/form/check-all?mine=yes')
  await page.getByText('陈国强').waitFor() // what is known is filled in, what was written is there
  expect(await page.getByText('没填', { exact: true }).count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByRole('button', { name: '改好了，回去核对' }).waitFor() // straight to the first question that wants something
  await page.context().close()
})
