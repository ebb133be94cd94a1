import { readFile } from 'node:fs/promises'
import { openPerson } from '@ronghe/contract/people/desk.ts'
import { confirmOwner } from '@ronghe/contract/people/sign-in.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

test('a consent is given and taken back within three taps from 我的, and a slip is undone', async () => {
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/me')
  await page.getByRole('link', { name: /同意过的事/ }).click()
  await page.getByRole('button', { name: '同意这一项 参加抽签' }).click()
  await page.getByRole('button', { name: '收回同意 参加抽签' }).waitFor()
  await isFit(page, 'consents')
  await page.getByRole('button', { name: '收回同意 参加抽签' }).click()
  await page.getByText('已收回').waitFor()
  await page.getByRole('button', { name: '撤销' }).last().click()
  await page.getByRole('button', { name: '收回同意 参加抽签' }).waitFor()
})

test('黄美珍 corrects her name in large print, deletes what is optional, and brings it back', async () => {
  const page = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await page.goto('/me/profile')
  await page.getByRole('textbox', { name: '姓名' }).fill('')
  await page.getByRole('button', { name: '保存资料' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByRole('textbox', { name: '姓名' }).fill('黄美珍珠')
  await isFit(page, 'profile-large')
  await page.getByRole('button', { name: '保存资料' }).click()
  await page.getByText('已保存').waitFor()
  await page.goto('/me/data')
  await page.getByText('黄美珍珠').first().waitFor()
  await isFit(page, 'data-large')
  await page.getByRole('button', { name: '删掉这些资料' }).click()
  await page.getByText('已删掉').waitFor()
  await page.getByText('没有填').nth(3).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('粤语').first().waitFor()
})

test('everything kept is taken home as a file', async () => {
  const page = await flow.phone({ as: 'chen', language: 'en' })
  await page.goto('/me/data')
  await title(page, 'What is kept about me').waitFor()
  await isFit(page, 'data-en')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the data file (JSON)' }).click(),
  ])
  const data = JSON.parse(await readFile(await file.path(), 'utf8')) as { rooms: { people: unknown } }
  expect(JSON.stringify(data.rooms.people)).toContain(cast.chen.phone)
  const readable = await page.request.get((await page.getByRole('link', { name: 'Open a page to read and print' }).getAttribute('href'))!)
  expect(readable.headers()['content-type']).toContain('text/html')
  expect(await readable.text()).toContain('陈国强')
})

test('刘芳 sees which post looked at her data and why, and is told of what was done at the desk', async () => {
  const params = { personId: flow.town.idOf('liuFang') }
  await flow.town.as('heMin').call(openPerson, { params })
  await flow.town.as('heMin').call(confirmOwner, { params })
  await flow.town.drain()
  const page = await flow.phone({ as: 'liuFang' })
  await page.goto('/me/access')
  await page.getByText('在服务站当面办事').waitFor()
  await page
    .getByText(/2号窗口/)
    .first()
    .waitFor()
  await isFit(page, 'looks')
  await page.goto('/')
  await page.getByRole('link', { name: /1 条消息没看/ }).click()
  await page.getByText(/这个账号是您本人的/).waitFor()
  await isFit(page, 'messages')
  await page.getByRole('button', { name: '去看看' }).click()
  await title(page, '设备和登录').waitFor()
  await page.goto('/me')
  await page.getByText('没有没看的').waitFor()
})

test('a neighbour is attested with a code by the lane head', async () => {
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/me/residence')
  await page.getByText('松柏新村').last().click()
  await page.getByRole('button', { name: '出一个作证的码' }).click()
  await page.getByText('给巷长和一位街坊看这个码').waitFor()
  const code = (await page.locator('[class*=code]').first().textContent())!
  await isFit(page, 'residence-code')
  const head = await flow.phone({ as: 'liuJianjun' })
  await head.goto('/me/attest')
  await head.getByLabel('他给您看的码').fill(code)
  await head.getByRole('button', { name: '他住在这里' }).click()
  await head.getByText('您以巷长的身份作了证').waitFor()
  await isFit(head, 'attested')
  await page.reload()
  await page.getByText('说过了').waitFor()
})

test('leaving: what is open is listed, the account is closed, and the number is new again', async () => {
  const page = await flow.phone({ as: 'smith', language: 'en' })
  await page.goto('/me/leaving')
  await page.getByText('Nothing is open.').waitFor()
  await page.getByText('I know: my data is deleted').click()
  await page.getByRole('button', { name: 'Delete my data and close the account' }).click()
  await page.getByRole('dialog').waitFor()
  await isFit(page, 'leaving-en')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete my data and close the account' }).click()
  await title(page, 'The account is closed').waitFor()
  await isFit(page, 'left-en')
  expect(await flow.town.rows('select id from person where id = $1 and phone_hash is not null', [flow.town.idOf('smith')])).toEqual([])
  await page.getByRole('button', { name: 'To the first page' }).click()
  await page.getByRole('link', { name: 'Sign in by phone' }).waitFor()
})
