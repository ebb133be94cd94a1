import { acceptCase, askForMissing } from '@ronghe/contract/station/cases-steps.ts'
import { dropDraft, readDraft } from '@ronghe/contract/station/forms.ts'
import { castId } from '@ronghe/demo/load-cast.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { libraryCard } from '@ronghe/demo/services/library-card.ts'
import type { CaseService } from '@ronghe/forms'
import { filledIn } from '@ronghe/server/rooms/station/draft-rows.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { eventsOf, file } from '@ronghe/server/rooms/station/testing.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, photograph, title } from './page.ts'

const say = (chinese: string, english: string) => ({ 'zh-CN': chinese, en: english })

/** A form with a photo, a signature and a box to tick: everything that is easily lost on the way between two devices. */
const doorplate: CaseService = {
  ...libraryCard,
  key: 'doorplate',
  name: say('门牌补办', 'A new doorplate'),
  documents: [
    {
      id: 'oldPlate',
      name: say('旧门牌的照片', 'A photo of the old plate'),
      alternatives: [],
      waivable: true,
      handedIn: 'copy',
      keptWhere: say('随案件', 'With the case'),
    },
  ],
  consents: [
    {
      purpose: 'externalParty',
      text: say('把门牌号告诉送信的人', 'Tell the postman the number'),
      withoutIt: say('信照样送', 'Post comes all the same'),
    },
  ],
  form: {
    id: 'doorplate',
    version: 1,
    pages: [
      { id: 'where', title: say('哪个门？', 'Which door?'), fields: [{ id: 'door', kind: 'text', required: true }] },
      { id: 'why', title: say('为什么要换？', 'Why a new one?'), fields: [{ id: 'reason', kind: 'text', required: true }] },
      { id: 'sign', title: say('请签名', 'Please sign'), fields: [{ id: 'signed', kind: 'signature', required: true }] },
    ],
  },
}

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, [...services, doorplate]))
    },
  })
})
afterAll(() => flow?.close())

const form = (page: string): string => `/services/doorplate/form/${page}`
const draft = async () => (await flow.town.as('chen').call(readDraft, { params: { key: 'doorplate' } })).draft
const chen = (): string => castId(flow.town.street.id, 'chen')
const filed = () =>
  flow.town.rows<{ id: string; number: string }>(
    `select service_case.id, number from service_case join service on service.id = service_id where person_id = $1 and key = 'doorplate'`,
    [chen()],
  )

/** The shell must be on the device before the line goes; the worker takes its time on purpose. */
async function keptOnDevice(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated') await new Promise((done) => active?.addEventListener('statechange', done, { once: true }))
  })
  await page.reload()
}

/** The battery is empty: the page is gone in the middle of everything, and another one opens. */
async function powerCut(page: Page, address: string): Promise<Page> {
  const context: BrowserContext = page.context()
  await page.close()
  const next = await context.newPage()
  next.setDefaultTimeout(15_000)
  await next.goto(address)
  return next
}

/** The same page in large print as well. */
async function isFitInBoth(page: Page, where: string): Promise<void> {
  await isFit(page, where)
  await page.evaluate(() => void (document.documentElement.dataset['appearance'] = 'large'))
  await isFit(page, `${where}-large`)
  await page.evaluate(() => void (document.documentElement.dataset['appearance'] = 'normal'))
}

async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: /在这里签名|签名|Sign/ })
  const box = (await pad.boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 })
  await page.mouse.move(box.x + 60, box.y + 20, { steps: 5 })
  await page.mouse.up()
}

test('a form goes on on another device with photo, signature and tick; both go on apart, both answers are kept, one is chosen, one case is filed', async () => {
  let phone = await flow.phone({ as: 'chen' })
  await phone.goto(form('where'))
  await title(phone, '哪个门？').waitFor()
  await phone.getByRole('textbox').fill('三号巷 6 号')
  await phone.getByRole('button', { name: '下一题' }).click()
  await phone.getByRole('textbox').fill('掉了')
  await phone.getByRole('button', { name: '下一题' }).click()
  await title(phone, '请签名').waitFor()
  await sign(phone)
  await phone.getByRole('button', { name: '下一题' }).click()
  await title(phone, '材料').waitFor()
  await phone.locator('input[type=file]').setInputFiles(await photograph(phone))
  await phone.getByText('已和表存在一起', { exact: true }).waitFor()
  // What the street cannot read is said beside the file, with a way to try again and a way to leave it.
  await phone.locator('input[type=file]').setInputFiles({ name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
  await phone.getByRole('button', { name: '再传一次' }).click()
  await phone.getByRole('button', { name: '再传一次' }).waitFor()
  await isFit(phone, 'offline/papers-refused-zh')
  await phone.getByRole('button', { name: /broken\.png/ }).click()
  await isFitInBoth(phone, 'offline/papers-zh')
  await phone.getByRole('button', { name: '下一题' }).click()
  await phone.getByLabel('把门牌号告诉送信的人').check()
  await phone.getByText('换手机登录也能接着填').waitFor()
  await expect.poll(async () => (await draft())?.ticked).toEqual({ externalParty: 1 })
  expect((await draft())?.files).toHaveLength(2)
  expect(await flow.town.rows('select * from consent where person_id = $1 and purpose = $2', [chen(), 'externalParty'])).toEqual([])
  await keptOnDevice(phone)

  // The other device: the same place in the form, the photo, the signature, the tick.
  const tablet = await flow.desk({ as: 'chen', language: 'en' })
  await tablet.goto(form('go-on'))
  await tablet.goto(form('hand-in'))
  await title(tablet, 'Papers').waitFor()
  expect((await tablet.request.get((await tablet.getByRole('link', { name: 'Look at photo.png' }).getAttribute('href'))!)).status()).toBe(
    200,
  )
  await isFit(tablet, 'offline/papers-other-device-en')
  await tablet.goto(form('sign'))
  await tablet.getByText('Signed: 陈国强').waitFor()
  await tablet.goto(form('agree-to'))
  expect(await tablet.getByLabel('Tell the postman the number').isChecked()).toBe(true)

  // The phone loses its line, and both go on.
  await phone.context().setOffline(true)
  await phone.goto(form('where'))
  await phone.getByRole('textbox').fill('三号巷 6 号 302')
  await phone.getByText('已自动保存，接电话也不会丢').waitFor()
  phone = await powerCut(phone, form('where'))
  expect(await phone.getByRole('textbox').inputValue()).toBe('三号巷 6 号 302')
  await tablet.goto(form('where'))
  await tablet.getByRole('textbox').fill('五号巷 1 号')
  await tablet.getByRole('button', { name: 'Next question' }).click()
  await tablet.getByRole('textbox').fill('The number has changed')
  await tablet.getByText('sign in on another phone to go on there').waitFor()
  await expect.poll(async () => (await draft())?.answers['reason']).toBe('The number has changed')

  // The line is back: what only one changed is taken, what both changed is asked.
  await phone.getByText(/现在没有网，这是/).waitFor()
  await phone.context().setOffline(false)
  await phone.getByText(/现在没有网，这是/).waitFor({ state: 'detached' })
  await phone.getByText('两台设备上填的不一样').waitFor()
  await phone.getByRole('button', { name: /看一看，选一个/ }).click()
  await title(phone, '两台设备上填的不一样').waitFor()
  await phone.getByText('三号巷 6 号 302').first().waitFor()
  await phone.getByText('五号巷 1 号').first().waitFor()
  await isFitInBoth(phone, 'offline/two-sides-zh')
  await tablet.goto(form('check-all'))
  await title(tablet, 'Two devices say different things').waitFor()
  await isFit(tablet, 'offline/two-sides-en')
  await phone.getByRole('button', { name: '用这个 三号巷 6 号 302' }).click()
  await phone.goto(form('check-all'))
  await title(phone, '核对一下').waitFor()
  await phone.getByText('The number has changed').waitFor()
  await phone.getByText('1 张').waitFor()
  await isFit(phone, 'offline/check-zh')
  await phone.getByRole('button', { name: '提交申请' }).click()
  await title(phone, '收到您的申请了').waitFor()

  // The other device is led to the case; what it had on the screen is no second one.
  await tablet.goto(form('where'))
  await title(tablet, 'A new doorplate').waitFor()
  expect(new URL(tablet.url()).pathname).toMatch(/^\/cases\//)
  const cases = await filed()
  expect(cases).toHaveLength(1)
  expect(await flow.town.rows('select need from case_file where case_id = $1 order by need', [cases[0]!.id])).toHaveLength(2)
  expect(await draft()).toBeNull()
  await Promise.all([phone.context().close(), tablet.context().close()])
})

test('filed on one device while the other, without a line, writes on: the other is told, and its words are still there', async () => {
  const phone = await flow.phone({ as: 'chen' })
  await phone.goto(form('where'))
  await phone.getByRole('textbox').fill('八号巷 2 号')
  await phone.getByRole('button', { name: '下一题' }).click()
  await phone.getByRole('textbox').fill('看不清')
  await phone.getByRole('button', { name: '下一题' }).click()
  await sign(phone)
  await phone.getByText('换手机登录也能接着填').waitFor()
  await keptOnDevice(phone)
  await phone.goto(form('why'))
  await phone.context().setOffline(true)
  await phone.getByRole('textbox').fill('看不清，晚上也没有灯')
  const tablet = await flow.desk({ as: 'chen' })
  await tablet.goto(form('check-all'))
  await tablet.getByRole('button', { name: '提交申请' }).click()
  await title(tablet, '收到您的申请了').waitFor()
  await phone.context().setOffline(false)
  await title(phone, '这张表已经在另一台设备上交了').waitFor()
  await phone.getByText('看不清，晚上也没有灯').waitFor()
  await isFitInBoth(phone, 'offline/filed-elsewhere-zh')
  expect(await filed()).toHaveLength(2)
  await phone.getByRole('button', { name: '不用了，清掉这些' }).click()
  await title(phone, '门牌补办').waitFor()
  await Promise.all([phone.context().close(), tablet.context().close()])
})

test('photos taken without a line go up by themselves later, from whatever page is open', async () => {
  let phone = await flow.phone({ as: 'chen' })
  await phone.goto(form('where'))
  await phone.getByRole('textbox').fill('九号巷 3 号')
  await phone.getByText('换手机登录也能接着填').waitFor()
  await keptOnDevice(phone)
  await phone.goto(form('hand-in'))
  await phone.context().setOffline(true)
  await phone.locator('input[type=file]').setInputFiles(await photograph(phone))
  await phone.getByText('先存在这台设备上，网来了自动传', { exact: true }).waitFor()
  await isFit(phone, 'offline/papers-waiting-zh')
  phone = await powerCut(phone, '/')
  await title(phone, /陈国强/).waitFor()
  expect((await draft())?.files).toEqual([])
  await phone.context().setOffline(false)
  await expect.poll(async () => (await draft())?.files.length, { timeout: 15_000 }).toBe(1)
  await phone.context().close()
  await flow.town.as('chen').call(dropDraft, { params: { key: 'doorplate' } })
})

async function speak(page: Page, way: string, words: string): Promise<void> {
  await page.goto('/concerns/new')
  await page.getByText(way).first().click()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByText('不是', { exact: true }).click()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByText('环境卫生').click()
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '是在哪里？').waitFor()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByLabel('用您自己的话写').fill(words)
  await page.getByRole('button', { name: '下一题' }).click()
  await title(page, '看一遍，再交').waitFor()
}

test('a concern with a name waits in the outbox through an empty battery and arrives once', async () => {
  let phone = await flow.phone({ as: 'liuFang' })
  await phone.goto('/')
  await keptOnDevice(phone)
  await speak(phone, '用我的名字说', '垃圾三天没有收。')
  await phone.context().setOffline(true)
  await phone.getByText('现在没有网，照样可以交').waitFor()
  await isFit(phone, 'offline/concern-check-zh')
  await phone.getByRole('button', { name: '交上去' }).click()
  await title(phone, '已经存好，网来了自动交').waitFor()
  await isFit(phone, 'offline/concern-waits-zh')
  phone = await powerCut(phone, '/')
  await phone.getByRole('heading', { name: '等着交的：1 件' }).waitFor()
  await isFitInBoth(phone, 'offline/outbox-zh')
  // Taken out by a slip, and put back.
  await phone.getByRole('button', { name: '不交了，去掉这件' }).click()
  await phone.getByRole('button', { name: '撤销' }).click()
  await phone.getByRole('heading', { name: '等着交的：1 件' }).waitFor()
  await phone.context().setOffline(false)
  const concerns = () =>
    flow.town.rows<{ id: string }>('select id from concern where person_id = $1', [castId(flow.town.street.id, 'liuFang')])
  await expect.poll(async () => (await concerns()).length).toBe(1)
  await phone.getByRole('heading', { name: '等着交的：1 件' }).waitFor({ state: 'detached' })
  await phone.goto(`/concerns/sent?waiting=${(await concerns())[0]!.id}`)
  await phone.getByText('垃圾三天没有收。').waitFor()
  expect(await concerns()).toHaveLength(1)
  await phone.context().close()
})

test('without a name nothing is queued: the words stay on the device, and the page says why', async () => {
  let phone = await flow.phone()
  await phone.goto('/')
  await keptOnDevice(phone)
  await speak(phone, '不留名字说', '井盖松了。')
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: '交上去' }).click()
  await phone.getByText('不留名字的话我们不排队自动交').waitFor()
  await isFit(phone, 'offline/anonymous-zh')
  phone = await powerCut(phone, '/concerns/new/check')
  await phone.getByText('井盖松了。').waitFor()
  expect(await phone.getByRole('heading', { name: /等着交的/ }).count()).toBe(0)
  await phone.context().setOffline(false)
  await phone.getByRole('button', { name: '交上去' }).click()
  await title(phone, '您的凭证码').waitFor()
  expect(await flow.town.rows(`select id from concern where anonymous`)).toHaveLength(1)
  await phone.context().close()
})

test('papers for a case, written without a line while another device hands some in: the second is told and both are kept', async () => {
  const { town } = flow
  const { id: caseId } = await file(town, 'chen', 'residencePermit')
  const params = { caseId }
  await town.as('heMin').call(acceptCase, { params, body: await eventsOf(town, 'heMin', caseId) })
  await town
    .as('heMin')
    .call(askForMissing, { params, body: { ...(await eventsOf(town, 'heMin', caseId)), documents: ['jobProof'], words: '缺第二页。' } })

  const phone = await flow.phone({ as: 'chen', language: 'en' })
  await phone.goto(`/cases/${caseId}/supplement`)
  await keptOnDevice(phone)
  await title(phone, 'Hand in what is missing').waitFor()
  await phone.context().setOffline(true)
  await phone
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photograph(phone))
  await phone.getByLabel('Anything to explain').fill('Page two, from my phone')
  await phone.getByRole('button', { name: 'Hand it in' }).click()
  await phone.waitForURL(`**/cases/${caseId}`)

  const tablet = await flow.desk({ as: 'chen' })
  await tablet.goto(`/cases/${caseId}/supplement`)
  await tablet.getByLabel('要说明的').fill('平板上交的')
  await tablet.getByRole('button', { name: '交上去' }).click()
  await tablet.getByText('平板上交的').waitFor()

  await phone.context().setOffline(false)
  await phone.goto('/')
  await phone.getByText('Something was handed in on another device already').waitFor()
  await isFit(phone, 'offline/outbox-refused-en')
  await phone.getByRole('link', { name: 'Put it right' }).click()
  await title(phone, 'What you wrote here was not sent').waitFor()
  await phone.getByText('Page two, from my phone').waitFor()
  await phone.getByText('photo.png').waitFor()
  await phone.getByText('平板上交的').waitFor()
  await isFit(phone, 'offline/not-handed-en')
  await Promise.all([phone.context().close(), tablet.context().close()])
})

test('whoever signs out in the middle of a form finds it on another device, and nothing stays on this one', async () => {
  const phone = await flow.phone({ as: 'liuFang' })
  await phone.goto(form('where'))
  await phone.getByRole('textbox').fill('十号巷 4 号')
  await phone.getByRole('link', { name: '我的', exact: true }).click() // sooner than the form would have saved itself
  await phone.getByRole('button', { name: '退出登录' }).click()
  await phone.getByRole('link', { name: '手机号登录', exact: true }).waitFor()
  const kept = await flow.town.deed(async (deed) =>
    filledIn(
      deed,
      await deed.tx
        .selectFrom('case_draft')
        .selectAll()
        .where('person_id', '=', castId(flow.town.street.id, 'liuFang'))
        .executeTakeFirstOrThrow(),
    ),
  )
  expect(kept.answers).toMatchObject({ door: '十号巷 4 号' })
  await phone.goto(form('where'))
  expect(await phone.getByRole('textbox').inputValue()).toBe('')
  await phone.context().close()
})
