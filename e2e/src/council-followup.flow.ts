import { raiseAnonymously, raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import { laneId, organId } from '@ronghe/demo/load-cast.ts'
import { adoptResolution } from '@ronghe/server/rooms/council/resolution-adopting.ts'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, photograph, title } from './page.ts'

let flow: Flow
let council: string
const councilId = () => organId(flow.town.street.id, 'council')
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed(loadCouncil) })
  council = `/council/${councilId()}`
})
afterAll(() => flow?.close())

const said = (words: string) => ({
  words,
  topic: 'safety',
  laneId: laneId(flow.town.street.id, 'laneThree'),
  throughOrganId: councilId(),
})
const tomorrow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const morning = async (days: number): Promise<void> => {
  flow.town.at(new Date(Date.now() + days * 86_400_000))
  await flow.town.drain(['council.resolutions.follow-up'])
}
let concern: string
let code: string

test('the clerk brings three concerns together; what was left out is public, and the author without a name objects with the code', async () => {
  concern = (await flow.town.as('chen').call(raiseConcern, { body: said('三号巷晚上路灯不亮，下夜班看不清。') })).id
  await flow.town.as('auntHuang').call(raiseConcern, { body: said('三号巷路灯不亮，晚上看不清，摩托车还乱停。') })
  code = (await flow.town.anonymous.call(raiseAnonymously, { body: said('三号巷路灯坏了，晚上看不清路，房东也不管。') })).claimCode
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto('/desk/council/merging')
  await desk.getByText('这几条像是同一件事').waitFor()
  await isFit(desk, 'merging-desk')
  await desk.getByRole('button', { name: '选上这几条' }).click()
  await desk.getByText('已选 3 条').waitFor()
  await desk.getByRole('button', { name: '并成一条' }).click()
  await desk.getByLabel('题目').fill('三号巷路灯')
  await desk.getByLabel('大家共同的意思').fill('三号巷晚上路灯不亮，看不清路，请修好。')
  for (const [about, point] of [
    ['摩托车', '摩托车乱停'],
    ['房东', '房东不管'],
  ] as const)
    await desk.locator('form div[class*=one]', { hasText: about }).locator('textarea').fill(point)
  await isFit(desk, 'merge-form')
  await desk.getByRole('button', { name: '合并并通知提出人' }).click()
  await desk.getByRole('link', { name: /三号巷路灯/ }).click()
  await title(desk, '三号巷路灯').waitFor()
  await isFit(desk, 'merged-desk')

  const [merged] = await flow.town.rows<{ id: string }>('select id from merged_concern')
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto(`/council/merged/${merged!.id}`)
  await chen
    .getByText(/我的诉求在合并里/)
    .first()
    .waitFor()
  await isFit(chen, 'merged-mine')
  await chen.getByRole('button', { name: '同意并在一起' }).click()
  await chen.getByText('您说过同意。').waitFor()

  const nobody = await flow.phone({ appearance: 'large' })
  await nobody.goto('/council/by-code')
  await nobody.getByLabel('凭证码').fill(code)
  await nobody.getByRole('button', { name: '查一查' }).click()
  await nobody.getByRole('button', { name: '不同意，单独办我的' }).click()
  await nobody.getByLabel('为什么不同意？').fill('房东的事不能漏。')
  await isFit(nobody, 'merged-code-large')
  await nobody.getByRole('button', { name: '拿出来单独办' }).click()
  await nobody.getByText('您的诉求已经单独拿出来办。').waitFor()
}, 90_000)

let resolution: string
test('a resolution gets an owner and is published; the owner reports with a photo; whoever raised it says whether it is solved', async () => {
  resolution = await flow.town.deed((deed) =>
    adoptResolution(deed, {
      councilId: councilId(),
      source: 'allocation',
      sourceId: randomUUID(),
      meetingId: null,
      title: { 'zh-CN': '修好三号巷的路灯', en: 'Mend the lamps of Lane Three' },
      decided: ['一个月内修好三号巷全部路灯。', '修好前挂临时灯。'],
      doer: '城市管理办',
      concernIds: [concern],
    }),
  )
  const clerk = await flow.desk({ as: 'jiangWen' })
  await clerk.goto(`/desk/council/follow-up/${resolution}`)
  await clerk.getByLabel('办什么？').fill('换三号巷两盏路灯')
  await clerk.getByLabel('哪个岗位来办？').selectOption({ label: '城市管理办 · 城管经办' })
  await clerk.getByLabel('什么时候办好？').fill(tomorrow(14))
  await clerk.getByRole('button', { name: '定下任务' }).click()
  await clerk.getByText('换三号巷两盏路灯').first().waitFor()
  await clerk.getByRole('textbox', { name: '理由' }).fill('晚上看不清，老人不敢走。')
  await clerk.getByText('议事会自己能办').click()
  await isFit(clerk, 'followup-clerk')
  await clerk.getByRole('button', { name: '公开', exact: true }).click()
  await clerk.getByText('晚上看不清，老人不敢走。').waitFor()

  const owner = await flow.desk({ as: 'fangWei' })
  await owner.goto('/desk/council/follow-up')
  await owner.getByRole('link', { name: /换三号巷两盏路灯/ }).click()
  await owner.getByRole('button', { name: '补材料' }).click()
  await owner.getByLabel('照片或文件').setInputFiles(await photograph(owner))
  await owner.getByLabel('这是什么？').fill('新换的路灯')
  await owner.getByRole('button', { name: '补上' }).click()
  await owner.getByText(/认不出任何人、车牌和门牌。/).waitFor()
  await owner.getByText('材料补上就公开。').click()
  await owner.getByRole('button', { name: '补上' }).click()
  await owner.getByText('看材料：新换的路灯').waitFor()
  await owner.getByRole('button', { name: '办好了' }).click()
  await owner.getByLabel('办成什么样？').fill('两盏灯都换好了。')
  await isFit(owner, 'followup-owner')
  await owner.getByRole('button', { name: '报办好' }).click()
  await owner.getByText('两盏灯都换好了。').first().waitFor()

  const page = await flow.phone({ language: 'en' })
  await page.goto(`/council/resolutions/${resolution}`)
  await title(page, 'Mend the lamps of Lane Three').waitFor()
  await isFit(page, 'resolution-en')

  await morning(31)
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/council/mine')
  await chen.getByRole('button', { name: '解决了', exact: true }).click()
  await chen.getByText(/您答的是：解决了/).waitFor()
  await isFit(chen, 'my-council')
}, 90_000)

test('what is late stands on a public list with the post that owes it', async () => {
  flow.town.at(new Date())
  const id = await flow.town.deed((deed) =>
    adoptResolution(deed, {
      councilId: councilId(),
      source: 'allocation',
      sourceId: randomUUID(),
      meetingId: null,
      title: { 'zh-CN': '夜间巡逻' },
      decided: ['每晚巡一遍。'],
    }),
  )
  await morning(9)
  const visit = async (page: Page): Promise<void> => {
    await page.goto(`${council}/overdue`)
    await page.getByText('夜间巡逻').first().waitFor()
  }
  const phone = await flow.phone()
  await visit(phone)
  await phone.getByText('还没公开').last().waitFor()
  await isFit(phone, 'overdue')
  const large = await flow.phone({ appearance: 'large' })
  await visit(large)
  await isFit(large, 'overdue-large')
  await phone.goto(`${council}/resolutions`)
  await phone.getByRole('link', { name: /夜间巡逻/ }).waitFor()
  await isFit(phone, 'resolutions')
  await phone.goto(`${council}/merged`)
  await phone.getByRole('link', { name: /三号巷路灯/ }).waitFor()
  await isFit(phone, 'merged-list')
  expect(
    await flow.town.rows(`select 1 from message where template = 'council-resolution-late' and link like '%' || $1`, [id]),
  ).toHaveLength(2)
}, 60_000)
