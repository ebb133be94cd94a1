import { listHazards, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { setArmband } from '@ronghe/contract/volunteers/patrol.ts'
import { shift, team, volunteer } from '@ronghe/server/rooms/volunteers/rounds.testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
let teamId: string
const start = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 20 * 60_000)
const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000).toISOString()

beforeAll(async () => {
  flow = await openFlow()
  const { town } = flow
  teamId = await team(town, 'patrol', '巡逻队队长')
  await town.as('luMeng').call(setArmband, { params: { teamId }, body: { number: 'PA-7' } })
  const who = ['chen', 'liuFang'] as const
  await shift(town, 'heDali', { teamId, kind: 'patrol', startsAt: start.toISOString(), endsAt: after(start, 120), who })
})
afterAll(() => flow?.close())

test('the leader writes a route and sets it; the round is walked without a line, and a broken lamp is found', async () => {
  const leader = await flow.phone({ as: 'heDali' })
  await leader.goto(`/volunteers/teams/${teamId}`)
  await leader.getByRole('link', { name: '巡逻本' }).click()
  await title(leader, '巡逻本').waitFor()
  await leader.getByRole('button', { name: '写一条路线' }).click()
  await leader.getByRole('button', { name: '保存路线' }).click()
  await leader.getByRole('link', { name: /路线要有名字/ }).waitFor()
  await leader.getByLabel('路线叫什么').fill('松柏一圈')
  await leader.getByLabel('第 1 个地方', { exact: true }).fill('巷口电箱')
  await leader.getByLabel('第 1 个地方在哪条巷').selectOption({ label: '三号巷' })
  await leader.getByRole('button', { name: '再加一个地方' }).click()
  await leader.getByLabel('第 2 个地方', { exact: true }).fill('旧祠堂边')
  await isFit(leader, 'patrol-route-form')
  await leader.getByRole('button', { name: '保存路线' }).click()
  await leader.getByText('2 个地方', { exact: true }).waitFor()
  await leader.getByRole('button', { name: '定下来' }).click()
  await leader.getByText('以后的巡逻班次都定好路线了。').waitFor()
  await isFit(leader, 'patrol-book')

  const phone = await flow.phone({ as: 'chen' })
  await phone.goto('/volunteers/patrols')
  await phone.getByText('松柏一圈').click()
  await phone.getByText('不拦人、不盘问、不查证件').waitFor()
  await isFit(phone, 'patrol-briefing')
  await phone.getByRole('button', { name: '我读过了，可以出发' }).click()
  await phone.getByText('巷口电箱').waitFor()
  await phone.context().setOffline(true)
  const box = phone.getByRole('group', { name: '巷口电箱' })
  await box.getByRole('button', { name: '看过' }).click()
  await phone.getByText('等有网时送出').first().waitFor()
  await phone.getByRole('button', { name: '报一处坏了的东西' }).click()
  await phone.getByText('路灯', { exact: true }).click()
  await phone.getByLabel('在哪条巷').selectOption({ label: '三号巷' })
  await phone.getByLabel('哪一处、怎么了').fill('三号巷口第二盏路灯不亮')
  await phone.getByRole('button', { name: '报给服务站' }).click()
  await phone.getByText('先存在手机里，有网就送出').waitFor()
  await isFit(phone, 'patrol-round-offline')
  expect(await flow.town.rows('select 1 from finding')).toEqual([])
  await phone.context().setOffline(false)
  await phone.getByText('送出了，等服务站收').waitFor()
  expect(await flow.town.rows('select 1 from patrol_tick')).toHaveLength(1)
}, 90_000)

test('the station closes the case, and the patrol reads that the lamp is lit', async () => {
  const { town } = flow
  await town.drain()
  const [hazard] = (await town.anonymous.call(listHazards, { query: {} })).items
  const params = { hazardId: hazard!.id }
  await town.as('heMin').call(stepHazard, { params, body: { step: 'check', words: '三号巷口一盏路灯不亮' } })
  await town.as('heMin').call(stepHazard, { params, body: { step: 'send' } })
  await town.as('heMin').call(stepHazard, { params, body: { step: 'fix', words: '灯泡换好了。' } })
  const leader = await flow.phone({ as: 'heDali', appearance: 'large', language: 'en' })
  await leader.goto(`/volunteers/teams/${teamId}/patrol`)
  await leader.getByText('1 reported in a year, 0 still open, 1 put right.').waitFor()
  await isFit(leader, 'patrol-book-large-english')
  await leader.getByText('灯泡换好了。').click()
  await leader.waitForURL(/\/hazards\//)
}, 60_000)

test('anybody complains by the number on the armband, and is told who reads it', async () => {
  const phone = await flow.phone()
  await phone.goto('/volunteers/complain')
  await phone.getByLabel('臂章上的号码').fill('pa-7')
  await phone.getByRole('button', { name: '查一查' }).click()
  await phone.getByText(/您写的由.*来看，巡逻队的人看不到/).waitFor()
  await phone.getByLabel('发生了什么').fill('他们问我住哪里。')
  await isFit(phone, 'patrol-complaint')
  await phone.getByRole('button', { name: '送出' }).click()
  await phone.getByText('请记下这个查询码').waitFor()
  await isFit(phone, 'patrol-complaint-code')
}, 60_000)

test('a week is proposed with reasons; one tap says yes', async () => {
  const { town } = flow
  const monday = new Date(start.getTime() + 8 * 3_600_000)
  monday.setUTCDate(monday.getUTCDate() + 7 - ((monday.getUTCDay() + 6) % 7))
  const day = monday.toISOString().slice(0, 10)
  for (const who of ['zhou', 'liZhiqiang'] as const) await volunteer(town, who, teamId, ['1-evening'], { nights: true })
  await shift(town, 'heDali', { teamId, kind: 'patrol', startsAt: `${day}T19:00:00+08:00`, endsAt: `${day}T21:00:00+08:00` })
  const leader = await flow.phone({ as: 'heDali' })
  await leader.goto(`/volunteers/teams/${teamId}/roster`)
  await isFit(leader, 'roster-empty')
  await leader.getByRole('button', { name: '提一个建议' }).click()
  await leader.getByText('正在排，几秒钟就好。').waitFor()
  await town.drain()
  await leader.getByText('周桂兰').waitFor()
  await isFit(leader, 'roster-proposal')
  await leader.getByRole('button', { name: '去问这些人' }).click()
  await leader.getByText('等答复').first().waitFor()
  const phone = await flow.phone({ as: 'zhou' })
  await phone.goto('/volunteers/invitations')
  await phone.getByText('我读过这个班次的安全须知').click()
  await isFit(phone, 'roster-invitation')
  await phone.getByRole('button', { name: '我来' }).click()
  await phone.getByText('现在没有要答复的').waitFor()
  await isFit(phone, 'roster-invitations-none')
}, 60_000)
