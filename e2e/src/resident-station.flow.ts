import { acceptAsDepartment, acceptCase, askForMissing, decideCase, routeCase } from '@ronghe/contract/station/cases-steps.ts'
import { callNext } from '@ronghe/contract/station/counter.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { openCounter, sitDown } from '@ronghe/server/rooms/station/counter.testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { eventsOf, file } from '@ronghe/server/rooms/station/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, photograph, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
    },
  })
})
afterAll(() => flow?.close())

test('a resident hands in what is missing, is refused with a reason and another way, and has it taken up again', async () => {
  const { town } = flow
  const filed = await file(town, 'chen', 'residencePermit')
  const params = { caseId: filed.id }
  const step = async () => await eventsOf(town, 'heMin', filed.id)
  await town.as('heMin').call(acceptCase, { params, body: await step() })
  await town.as('heMin').call(askForMissing, { params, body: { ...(await step()), documents: ['jobProof'], words: '劳动合同缺第二页。' } })

  const page = await flow.phone({ as: 'chen' })
  await page.goto('/cases')
  await page.getByText('等您补', { exact: true }).waitFor()
  await isFit(page, 'my cases')
  await page.getByRole('link', { name: /居住证申请/ }).click()
  await page.getByText('劳动合同缺第二页。').first().waitFor()
  await isFit(page, 'my turn')
  await page.getByRole('link', { name: '现在补' }).click()
  await title(page, '补材料').waitFor()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photograph(page))
  await page.getByText('photo.png').waitFor()
  await page.getByLabel('要说明的').fill('第二页在这里')
  await isFit(page, 'supplement')
  await page.getByRole('button', { name: '交上去' }).click()
  await page.getByText('收到了', { exact: true }).waitFor()
  await page.getByText('第二页在这里').waitFor()

  await town.as('heMin').call(routeCase, { params, body: await step() })
  const police = async () => ({ events: (await step()).events })
  await town.as('wangJun').call(acceptAsDepartment, { params, body: await police() })
  await town.as('wangJun').call(decideCase, { params, body: { ...(await police()), outcome: 'refused', reason: 'tooShort' } })
  await page.reload()
  await page.getByRole('heading', { name: '结果：没办成' }).waitFor()
  await page.getByText('还没住满半年').waitFor()
  await page.getByText('居住登记已经在了').waitFor()
  await isFit(page, 'decided')
  await page.getByRole('link', { name: '没办好，重新办' }).click()
  await page.getByLabel('哪里没办好').fill('登记是去年的，早过半年了')
  await page.getByRole('button', { name: '提交，重新办' }).click()
  await title(page, '居住证申请').waitFor()
  await page.getByText('办理中', { exact: true }).waitFor()

  // The same matter for somebody who only holds the receipt.
  const stranger = await flow.phone({ language: 'en' })
  await stranger.goto(`/status?code=${filed.queryCode}`)
  await stranger.getByLabel('Last four digits of the phone').fill('9999')
  await stranger.getByRole('button', { name: 'Look it up' }).click()
  await stranger.getByText('Nothing found').waitFor()
  await stranger.getByLabel('Last four digits of the phone').fill('0001')
  await stranger.getByRole('button', { name: 'Look it up' }).click()
  await stranger.getByText(filed.number).waitFor()
  await isFit(stranger, 'status by code')
  await Promise.all([page.context().close(), stranger.context().close()])
})

test('a ticket drawn on the phone shows how many are ahead and which window calls', async () => {
  const { town } = flow
  const windows = await openCounter(town)
  await sitDown(town, windows)
  const page = await flow.phone({ as: 'liuFang' })
  await page.goto('/visit')
  await page.getByRole('link', { name: '取今天的号' }).click()
  await page.getByLabel('要办什么').selectOption({ label: '租房合同备案' })
  await isFit(page, 'draw a ticket')
  await page.getByRole('button', { name: '取号' }).click()
  await page.getByText('A001').waitFor()
  await page.getByText('下一位就是您').waitFor()
  await page.getByRole('link', { name: '看预约和号' }).click()
  await page.getByText('A001').waitFor()
  await town.as('heMin').call(callNext, { params: { windowId: windows.two } })
  await page.getByText('请到 2 号窗口').waitFor()
  await isFit(page, 'called')

  await page.goto('/visit/book?service=leaseFiling')
  await page.getByRole('radio').first().waitFor()
  await isFit(page, 'book')
  await page.getByRole('radio').last().check()
  await page.getByRole('button', { name: '预约这个时间' }).click()
  await page.getByText('约好了', { exact: true }).waitFor()
  await page.getByRole('button', { name: '取消预约' }).click()
  await page.getByText('预约取消了').waitFor()
  await page.context().close()
})

test('a lamp is reported without a name; its photo is public only after a plate was covered', async () => {
  const page = await flow.phone()
  await page.goto('/services/hazardLamp')
  await page.getByRole('link', { name: '现在就报' }).click()
  await title(page, '报一处隐患').waitFor()
  expect(await page.getByLabel('路灯').isChecked()).toBe(true)
  await page.getByLabel('在哪个社区').selectOption({ label: '松柏新村' })
  await page.getByLabel('哪条巷').selectOption({ label: '三号巷' })
  await page.getByLabel('具体在哪里').fill('巷口第二盏灯，三天不亮。')
  await page.locator('input[type=file]').setInputFiles(await photograph(page))
  await page.getByText('photo.png').waitFor()
  await isFit(page, 'hazard report')
  await page.getByRole('button', { name: '报上去' }).click()
  await title(page, '收到了').waitFor()
  await page.getByText('您的编码').waitFor()
  const picture = page.getByRole('group', { name: '还没有遮' })
  await page.getByRole('img', { name: '第 1 张照片' }).evaluate((image: HTMLImageElement) => image.decode())
  await picture.scrollIntoViewIfNeeded()
  const area = (await picture.boundingBox())!
  await page.mouse.move(area.x + 20, area.y + 20)
  await page.mouse.down()
  await page.mouse.move(area.x + 120, area.y + 80)
  await page.mouse.up()
  await page.getByText('遮了 1 处').waitFor()
  await isFit(page, 'cover tool')
  await page.getByRole('button', { name: '遮好了，公开照片' }).click()
  await page.getByText('照片已经公开').waitFor()
  await page.getByRole('link', { name: '看公开页' }).click()
  await title(page, /路灯/).waitFor()
  await page.getByRole('img', { name: '路灯的照片 1' }).waitFor()
  expect(await page.getByText('巷口第二盏灯').count()).toBe(0) // words are public once a clerk has looked
  await isFit(page, 'public page')
  await page.context().close()
})

test('a neighbour asks for mediation; the other side answers by the code in the letter', async () => {
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/mediation/new')
  await page.getByLabel('噪音').waitFor()
  for (const question of await page.getByLabel('没有', { exact: true }).all()) await question.check()
  await page.getByLabel('噪音').check()
  await page.getByLabel('是什么事，希望怎么样？').fill('夜里机器声响到一点，希望十点以后停。')
  await page.getByLabel('对方怎么称呼？').fill('黄阿姨')
  await isFit(page, 'ask for mediation')
  await page.getByRole('button', { name: '提出调解' }).click()
  await title(page, '已经提出，等对方答复').waitFor()
  const code = await page.locator('strong').last().innerText()
  const other = await flow.phone({ appearance: 'large' })
  await other.goto(`/mediation/answer?code=${encodeURIComponent(code)}`)
  await other.getByRole('button', { name: '看邀请' }).click()
  await other.getByRole('heading', { name: '您愿意谈谈吗？' }).waitFor()
  await isFit(other, 'invitation in large print')
  await other.getByRole('button', { name: '愿意谈' }).click()
  await other.getByText('您答应了').waitFor()
  await page.getByRole('link', { name: '看我的调解' }).click()
  await page.getByRole('heading', { name: '调解员' }).waitFor()
  await isFit(page, 'my dispute')

  await page.goto('/mediation/new')
  await page.getByLabel('有', { exact: true }).first().check()
  await page.getByRole('button', { name: '提出调解' }).click()
  await title(page, /不调解/).waitFor()
  await page.getByRole('link', { name: '打 110' }).waitFor()
  await Promise.all([page.context().close(), other.context().close()])
})
