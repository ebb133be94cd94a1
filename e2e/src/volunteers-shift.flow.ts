import { addShifts, openActivity, planActivity } from '@ronghe/contract/volunteers/activities.ts'
import { enterMember, foundTeam } from '@ronghe/contract/volunteers/teams.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
let shift: string
/** Tomorrow at nine. */
const begins = new Date(Date.parse(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00:00+08:00`))
const ends = new Date(begins.getTime() + 2 * 3_600_000)
/** The morning before, so that a place can be offered. */
const before = new Date(begins.getTime() - 23 * 3_600_000)
const at = (moment: Date) => flow.town.at(moment)

beforeAll(async () => {
  flow = await openFlow({ at: before.toISOString() })
  const { town } = flow
  const { id: teamId } = await town.as('luMeng').call(foundTeam, {
    body: {
      kind: 'corps',
      name: { 'zh-CN': '邻里服务队', en: 'Neighbours’ corps' },
      about: { 'zh-CN': '周末清巷子、陪老人。', en: 'Cleans lanes and keeps older people company.' },
      leaderPost: postId(town.street.id, 'corpsLeader'),
    },
  })
  const leader = town.as('qinYuelan')
  await leader.call(enterMember, { params: { teamId }, body: { name: cast.auntHuang.name, phone: cast.auntHuang.phone } })
  const { id } = await leader.call(planActivity, {
    body: {
      kind: 'environment',
      teamId,
      title: { 'zh-CN': '清一清榕树巷', en: 'Cleaning Banyan Lane' },
      about: { 'zh-CN': '把巷子里的杂物清出来，留出消防通道。', en: 'Clear the lane so that the fire engine can pass.' },
      place: { 'zh-CN': '榕树巷口', en: 'Entrance of Banyan Lane' },
      risky: true,
      briefing: { 'zh-CN': '戴手套，重物两个人抬。看到电线不要碰。', en: 'Wear gloves; two people for heavy things; leave wires alone.' },
      insurer: '平安保险',
      policyNumber: 'PA-2026-118',
      insuredUntil: '2027-12-31',
    },
  })
  const params = { activityId: id }
  const body = { startsAt: begins.toISOString(), endsAt: ends.toISOString(), minimum: 1, maximum: 1 }
  shift = (await leader.call(addShifts, { params, body })).shifts[0]!.id
  await leader.call(openActivity, { params })
})
afterAll(() => flow?.close())

const signUp = async (page: Page, button: string): Promise<void> => {
  await page.getByText('我读过了，会照着做').click()
  const age = page.getByText('满 18 岁', { exact: true })
  if (await age.isVisible()) await age.click()
  await page.getByRole('button', { name: button }).click()
}

test('sign up, full, wait in line, somebody leaves, the place is held and taken', async () => {
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/volunteers')
  await title(chen, '志愿服务').waitFor()
  await chen.getByRole('link', { name: /清一清榕树巷/ }).waitFor()
  await isFit(chen, 'volunteers')
  await chen.getByRole('link', { name: /清一清榕树巷/ }).click()
  await chen.getByText('平安保险，保单 PA-2026-118', { exact: false }).waitFor()
  await isFit(chen, 'volunteers-activity')
  await chen.getByRole('link', { name: /还有 1 个名额/ }).click()
  await chen.getByRole('button', { name: '报名' }).waitFor()
  await chen.getByRole('button', { name: '报名' }).click()
  await chen.getByRole('link', { name: '请先读安全须知并打勾。' }).waitFor()
  await isFit(chen, 'volunteers-shift')
  await signUp(chen, '报名')
  await chen.getByRole('heading', { name: '您报上了' }).waitFor()

  const liu = await flow.phone({ as: 'liuFang' })
  await liu.goto(`/volunteers/shifts/${shift}`)
  await signUp(liu, '排队等名额')
  await liu.getByText('下一个就是您。').waitFor()
  await isFit(liu, 'volunteers-waiting')

  await chen.getByRole('button', { name: '退出' }).click()
  await chen.getByText('退出了，没有影响。').waitFor()
  await liu.reload()
  await liu.getByRole('heading', { name: '有一个名额留给您' }).waitFor()
  await isFit(liu, 'volunteers-offer')
  await liu.getByRole('button', { name: '我来' }).click()
  await liu.getByRole('heading', { name: '您报上了' }).waitFor()
  expect(await flow.town.rows(`select state from sign_up where state = 'placed'`)).toHaveLength(1)
}, 90_000)

test('on the day: the leader shows the code, one checks in by it, another stands on the paper', async () => {
  const lead = await flow.phone({ as: 'qinYuelan' })
  await lead.goto(`/volunteers/shifts/${shift}/list`)
  await title(lead, '名单和签到').waitFor()
  await lead.getByLabel('姓名').fill(cast.auntHuang.name)
  await lead.getByLabel('手机号').fill(cast.auntHuang.phone)
  await lead.getByText('安全须知读给本人听过').click()
  await lead.getByRole('button', { name: '登记报名' }).click()
  await lead.getByText('名额满了，排上队了。').waitFor()
  await isFit(lead, 'volunteers-list')
  // One more place: the next in line is asked, and says yes on the phone she has lent.
  await flow.town.rows(`update shift set maximum = 2 where id = $1`, [shift])
  await flow.town.drain(['volunteers.lines.move'])
  const large = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await large.goto(`/volunteers/shifts/${shift}`)
  await isFit(large, 'volunteers-offer-large')
  await large.getByRole('button', { name: '我来' }).click()
  await large.getByRole('heading', { name: '您报上了' }).waitFor()

  at(new Date(begins.getTime() + 60_000))
  await lead.goto(`/volunteers/shifts/${shift}/code`)
  const digits = lead.locator('[class*=code]', { hasText: /^\d{6}$/ })
  await digits.waitFor()
  await isFit(lead, 'volunteers-code')
  const code = (await digits.textContent())!
  const liu = await flow.phone({ as: 'liuFang' })
  await liu.goto(`/volunteers/shifts/${shift}/check-in?code=${code}`)
  await liu.getByRole('button', { name: '我到了' }).waitFor()
  await isFit(liu, 'volunteers-check-in')
  await liu.getByRole('button', { name: '我到了' }).click()
  await liu
    .getByText(/签到$/)
    .first()
    .waitFor()

  at(new Date(ends.getTime() + 20 * 60_000))
  await lead.goto(`/volunteers/shifts/${shift}/list`)
  await lead.getByText('黄美珍来了').click()
  await isFit(lead, 'volunteers-paper')
  await lead.getByRole('button', { name: '保存签到单' }).click()
  await lead.getByText('录入了 1 人。').waitFor()
  expect(await flow.town.rows('select way, entered_by is not null as entered from shift_presence order by way')).toEqual([
    { way: 'code', entered: false },
    { way: 'paper', entered: true },
  ])
}, 90_000)

test('teams and one’s own page; in English too; the coordinator’s desk', async () => {
  // Back to the morning before: at the desk nobody has been idle since.
  at(before)
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/volunteers/teams')
  await page.getByRole('link', { name: /邻里服务队/ }).click()
  await page.getByRole('button', { name: '加入队伍' }).click()
  await page.getByRole('button', { name: '退出队伍' }).waitFor()
  await isFit(page, 'volunteers-team')
  await page.goto('/volunteers/me')
  await title(page, '我的志愿服务').waitFor()
  await page.getByLabel('周六 上午').click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('存好了。').waitFor()
  await isFit(page, 'volunteers-me')
  await page.goto('/volunteers/propose')
  await page.getByLabel('一句话说说').fill('给下夜班的人留盏灯')
  await page.getByLabel('想怎么做').fill('路口放一张凳子、一壶热水。')
  await page.getByLabel('在哪里').fill('五巷口')
  await page.getByText('看望照料').click()
  await isFit(page, 'volunteers-propose')
  await page.getByRole('button', { name: '提交主意' }).click()
  await title(page, '志愿服务').waitFor()

  const english = await flow.phone({ language: 'en' })
  await english.goto('/volunteers')
  await title(english, 'Volunteering').waitFor()
  await isFit(english, 'volunteers-en')
  await english.goto(`/volunteers/shifts/${shift}`)
  await english.getByText('Cleaning Banyan Lane').first().waitFor()
  await isFit(english, 'volunteers-shift-en')

  const desk = await flow.desk({ as: 'luMeng' })
  await desk.goto('/desk/volunteers/work')
  await desk.getByText('给下夜班的人留盏灯').waitFor()
  await isFit(desk, 'volunteers-desk-work')
  await desk.getByText('给下夜班的人留盏灯').click()
  await desk.getByRole('button', { name: '接过来办' }).click()
  await desk.getByText('接过来了', { exact: false }).waitFor()
  await isFit(desk, 'volunteers-desk-activity')
  await desk.goto('/desk/volunteers/work/new')
  await desk.getByLabel('活动叫什么').waitFor()
  await isFit(desk, 'volunteers-desk-new')
  await desk.goto('/desk/volunteers/people')
  await desk.getByText('陈国强').waitFor()
  await isFit(desk, 'volunteers-desk-register')
  await desk.goto('/desk/volunteers/teams')
  await desk.getByRole('cell', { name: '邻里服务队' }).waitFor()
  await isFit(desk, 'volunteers-desk-teams')
}, 90_000)
