import * as agenda from '@ronghe/contract/council/agenda.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { draft, openConversation, planMeeting, supporters, attestSupporters } from '@ronghe/server/rooms/council/motions.testing.ts'
import type { CouncilTown } from '@ronghe/server/rooms/council/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
let town: CouncilTown
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

beforeAll(async () => {
  flow = await openFlow({
    prepare: async (opened) => {
      await opened.deed(loadCouncil)
      town = { ...opened, councilId: organId(opened.street.id, 'council') }
      await attestSupporters(town)
      await openConversation(town, daysAgo(31))
    },
  })
})
afterAll(() => flow?.close())

test('a resident’s motion: written, supported, refused without common ground, marked, returned, appealed, amended', async () => {
  const page = await flow.phone({ as: 'chen' })
  await page.goto(`/council/${town.councilId}/motions`)
  await page.getByText('这里还没有议案').waitFor()
  await isFit(page, 'motions-empty')
  await page.getByRole('link', { name: '写一件议案' }).click()
  await page.getByText(/20 名住在这里的街坊/).waitFor()
  await isFit(page, 'motion-start')
  await page.getByRole('link', { name: '开始写' }).click()
  const next = () => page.getByRole('button', { name: '下一题' }).click()
  await title(page, '用一句话说，这件议案要做什么').waitFor()
  await next()
  await page.getByRole('link', { name: '写一个标题。' }).waitFor()
  await page.getByRole('textbox', { name: '标题' }).fill('三号巷夜里十点后不开机')
  await page.getByText('已自动保存').waitFor()
  await page.reload()
  expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('三号巷夜里十点后不开机')
  await next()
  await page
    .getByRole('textbox', { name: '议案正文' })
    .fill('三号巷的作坊晚上十点到早上七点不开机。\n街道在巷口立一块牌子。\n三个月后回头看一次。')
  await isFit(page, 'motion-lines')
  await next()
  await page.getByRole('textbox', { name: '理由' }).fill('巷子里有老人和小孩，夜里睡不好。')
  await next()
  await page.getByRole('textbox', { name: '谁来办' }).fill('街道综合执法队')
  await page.getByLabel('希望哪天办好').fill(inDays(90).slice(0, 10))
  await next()
  await page.getByRole('textbox', { name: /大约花多少钱/ }).fill('1200')
  await next()
  await isFit(page, 'motion-kind')
  await next()
  await page.getByText('从一场征求意见来').click()
  await page.getByText('夜里的机器声').click()
  await page.getByText('晚上十点后作坊不开机').click()
  await isFit(page, 'motion-ground')
  await next()
  await page.getByRole('textbox', { name: /居民做什么/ }).fill('作坊老板互相提醒')
  await page.getByRole('button', { name: '检查并存下' }).click()
  await title(page, '看一遍，存成草稿').waitFor()
  await isFit(page, 'motion-check')
  await page.getByRole('button', { name: '存成草稿' }).click()
  await title(page, '三号巷夜里十点后不开机').waitFor()
  const motionId = page.url().split('/').at(-1)!
  await isFit(page, 'motion-draft')
  await page.getByRole('button', { name: '公开，征集支持' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '公开，征集支持' }).click()
  await page.getByText('居民 0 / 20 人').first().waitFor()

  // A neighbour with large print supports it; nobody sees who did.
  const neighbour = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await neighbour.goto(`/council/motions/${motionId}`)
  await neighbour.getByRole('button', { name: '我支持' }).click()
  await neighbour.getByText('您支持了这件议案。').waitFor()
  await isFit(neighbour, 'motion-support-large')
  const at = { params: { motionId } }
  for (const who of supporters.slice(1, 20)) await town.as(who).call(motions.supportMotion, { ...at, body: { support: true } })

  await page.reload()
  await page.getByText('居民 20 / 20 人').first().waitFor()
  await page.getByRole('button', { name: '正式提出' }).click()
  const article = page.getByRole('link', { name: /章程.*第10条/ })
  await article.waitFor()
  expect(await article.getAttribute('href')).toContain(`/council/${town.councilId}/charter#commonGround`)
  await isFit(page, 'motion-refused')

  // The thirty days are over: with half of the newcomers’ bench behind it, it may be filed, marked.
  for (const who of ['heYong', 'guoLei', 'sunLanying'] as const)
    await town.as(who).call(motions.cosignMotion, { ...at, body: { sign: true } })
  await page.reload()
  await page.getByRole('button', { name: '正式提出' }).click()
  await page.getByRole('button', { name: '标明“还没谈拢”提出' }).click()
  await page.getByText('等秘书审查').first().waitFor()
  await page.getByText('还没谈拢').first().waitFor()
  await isFit(page, 'motion-filed')

  // The clerk returns it; the reasons are public, and the author appeals.
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto(`/desk/council/motions/${motionId}`)
  await desk.getByText('提出人能看到理由，可以申诉。').click()
  await desk.getByRole('textbox', { name: '退回的理由（公开）' }).fill('没有写清楚哪几家作坊。')
  await isFit(desk, 'motion-desk')
  await desk.getByRole('button', { name: '存下审查结论' }).click()
  await desk.getByText('存好了。').first().waitFor()
  await page.reload()
  await page.getByText('没有写清楚哪几家作坊。').first().waitFor()
  await page.getByRole('button', { name: '申诉' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: '为什么不同意退回' }).fill('三号巷的作坊都算，写得很清楚。')
  await page.getByRole('dialog').getByRole('button', { name: '申诉' }).click()
  await page
    .getByText(/下次会议第一项决定/)
    .first()
    .waitFor()
  await isFit(page, 'motion-appealed')

  const meetingId = await planMeeting(town, inDays(10), 7)
  await town.as('jiangWen').call(agenda.proposeAgenda, { params: { meetingId }, body: { motions: 3 } })
  await town.rows(`update meeting set state = 'open' where id = $1`, [meetingId])
  await town.as('jiangWen').call(motions.decideAppeal, { ...at, body: { meetingId, for: 8, against: 3, abstain: 1 } })

  // Two delegates amend the same line; the author takes one, the other is overtaken.
  const delegate = await flow.phone({ as: 'uncleHuang' })
  await delegate.goto(`/council/motions/${motionId}/amend`)
  await delegate.getByRole('textbox', { name: /改成/ }).fill('三号巷的作坊晚上九点到早上七点不开机。')
  await delegate.getByRole('textbox', { name: '理由' }).fill('九点孩子就睡了。')
  await isFit(delegate, 'motion-amend')
  await delegate.getByRole('button', { name: '提出修正案' }).click()
  await delegate.getByText('修正案 1').first().waitFor()
  const body = { version: 1, fromLine: 1, toLine: 1, lines: ['三号巷的作坊晚上十一点后不开机。'], reason: '急活做不完。' }
  await town.as('panHui').call(motions.proposeAmendment, { ...at, body })
  await page.reload()
  await page
    .getByText(/只能并入一条/)
    .first()
    .waitFor()
  await isFit(page, 'motion-amendments')
  await page.getByRole('button', { name: '并入正文' }).first().click()
  await page.getByText('原来的行已改').waitFor()
  await page.getByText('第 2 稿').first().waitFor()
  expect((await town.anonymous.call(motions.readMotion, at)).lines[0]).toBe('三号巷的作坊晚上九点到早上七点不开机。')
})

test('the agenda: benches take turns and every item says why; confirmed, everybody reads and prints it', async () => {
  for (const [who, words] of [
    ['zhou', '巷口装一盏路灯'],
    ['heYong', '周末开一间自习室'],
    ['uncleHuang', '祠堂前不停车'],
    ['panHui', '垃圾房早晚各清一次'],
  ] as const) {
    const { id } = await town.as(who).call(motions.writeMotion, {
      params: { councilId: town.councilId },
      body: draft({ title: words, exemptAs: 'safety', byDay: inDays(100).slice(0, 10) }),
    })
    await town.as(who).call(motions.fileMotion, { params: { motionId: id }, body: {} })
    await town.as('jiangWen').call(motions.screenMotion, { params: { motionId: id }, body: { admit: true } })
  }
  const meetingId = await planMeeting(town, inDays(20), 8)
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto('/desk/council/agendas')
  await desk.getByRole('link', { name: /第 8 次会议/ }).click()
  await desk.getByRole('button', { name: '按章程排一遍' }).click()
  await desk
    .getByText(/轮到来穗人员/)
    .first()
    .waitFor()
  await desk
    .getByText(/轮到本地居民/)
    .first()
    .waitFor()
  await isFit(desk, 'agenda-desk')
  await desk.getByRole('button', { name: '确认并发给代表' }).click()
  await desk
    .getByText(/确认并发给代表。/)
    .first()
    .waitFor()

  const page = await flow.phone()
  await page.goto(`/council/meetings/${meetingId}/agenda`)
  await page.getByText('两方各几件').waitFor()
  await isFit(page, 'agenda-phone')
  const english = await flow.desk({ language: 'en' })
  await english.goto(`/council/meetings/${meetingId}/agenda/print`)
  await english
    .getByText(/The turn of/)
    .first()
    .waitFor()
  await isFit(english, 'agenda-print-en')
  await page.getByRole('link', { name: '巷口装一盏路灯' }).click()
  await title(page, '巷口装一盏路灯').waitFor()
  await page.getByRole('link', { name: '打印' }).click()
  await page.getByText('扫码').first().waitFor()
  await isFit(page, 'motion-print')
})
