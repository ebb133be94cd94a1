import { listAgreements } from '@ronghe/contract/programme/agreements.ts'
import { listNotices } from '@ronghe/contract/programme/notices.ts'
import { raiseAnonymously } from '@ronghe/contract/programme/concerns.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { cast } from '@ronghe/demo/cast.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let officer: Page

beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => await town.deed(loadProgramme) })
  officer = await flow.desk({ as: 'officerLin' })
})
afterAll(() => flow?.close())

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const dialog = (page: Page) => page.getByRole('dialog')
const done = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
const isFit = async (page: Page, where: string): Promise<void> => expect(await axeFindings(page), where).toEqual([])
/** The day so many days from today, as a date field wants it. */
const day = (from: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(flow.town.now().getTime() + from * 86_400_000)
const step = async (name: string): Promise<void> => officer.getByRole('button', { name, exact: true }).first().click()

test('an agreement is proposed, its open matter settled, signed, in force, renewed and ended with a word of what comes after', async () => {
  await officer.goto('/desk/agreements')
  await officer.getByRole('link', { name: '提一份协议' }).first().click()
  await title(officer, '提一份协议')
  await step('提出协议')
  await officer.getByRole('alert').getByText('请填中文名称').waitFor()
  await officer.getByLabel('名称（中文）').fill('洪湖选民登记两地对接')
  await officer.getByLabel('对方（中文）').fill('洪湖市选举办事机构')
  await officer.getByLabel('方面').selectOption({ label: '选举' })
  await officer.getByLabel('谁负责').selectOption({ label: 'S街街道办事处 · 融合办干事' })
  await officer.getByLabel('约定了什么（中文）').fill('在外的选民可以在这里登记，名册一个月核一次。')
  await officer.getByLabel('不生效时怎么办（中文）').fill('请家里人代为登记，服务站帮您写委托书。')
  await isFit(officer, 'writing an agreement')
  await step('提出协议')
  await title(officer, '洪湖选民登记两地对接')

  await step('开始商谈')
  await dialog(officer).getByRole('button', { name: '开始商谈' }).click()
  await done(officer, '商谈中')
  await step('加一个事项')
  await dialog(officer).getByLabel('要解决什么').fill('名册多久核一次')
  await dialog(officer).getByLabel('谁负责').selectOption({ label: 'S街街道办事处 · 融合办干事' })
  await dialog(officer).getByLabel('哪天前').fill(day(20))
  await isFit(officer, 'an open matter')
  await dialog(officer).getByRole('button', { name: '加一个事项' }).click()
  await officer.getByText('名册多久核一次').waitFor()

  const sign = async (): Promise<void> => {
    await step('登记签署')
    await dialog(officer).getByLabel('文件号').fill('S街办〔2026〕41号')
    await dialog(officer).getByRole('button', { name: '登记签署' }).click()
  }
  await sign()
  await dialog(officer).getByText('还有 1 个事项没有解决，解决了再签。').waitFor() // an open matter stands in the way, and the refusal says so
  await officer.keyboard.press('Escape')
  await step('已解决')
  await dialog(officer).getByLabel('怎么解决的').fill('每月一次，月底传回。')
  await dialog(officer).getByRole('button', { name: '登记已解决' }).click()
  await officer.getByText('每月一次，月底传回。').waitFor()
  await sign()
  await done(officer, '已签署')

  await step('登记生效')
  await dialog(officer).getByLabel('到哪天止').fill(day(40))
  await dialog(officer).getByRole('button', { name: '登记生效' }).click()
  await done(officer, '生效中')
  await isFit(officer, 'an agreement in force')
  await shoot(officer, 'agreement-in-force')

  await step('续签')
  await dialog(officer).getByLabel('到哪天止').fill(day(400))
  await dialog(officer).getByRole('button', { name: '续签' }).click()
  await done(officer, /已续签|已由新的接替/)
  const { items } = await flow.town.anonymous.call(listAgreements)
  const mine = items.filter(({ title: named }) => named['zh-CN'] === '洪湖选民登记两地对接')
  expect(mine.map(({ state }) => state)).toContain('inForce')

  await officer.goto(`/desk/agreements/${mine.find(({ state }) => state === 'inForce')!.id}`)
  await step('结束协议')
  await dialog(officer).getByRole('button', { name: '结束协议' }).click()
  await dialog(officer).getByRole('alert').getByText('请填这一项').first().waitFor()
  await dialog(officer).getByLabel('为什么结束、以后怎么办').fill('全国统一登记已经开通，直接在手机上办。')
  await dialog(officer).getByRole('button', { name: '结束协议' }).click()
  await done(officer, '已结束')
  await officer.getByText('全国统一登记已经开通').waitFor()
})

test('a notice is published, read on a phone without an account, and once withdrawn says so at the same address', async () => {
  await officer.goto('/desk/notices/new')
  await step('发布通知')
  await officer.getByRole('alert').getByText('请填中文标题').waitFor()
  await officer.getByLabel('标题（中文）').fill('周六停水四小时')
  await officer.getByLabel('内容（中文）').fill('请提前接好水。周六早上八点到十二点，三号巷、五巷停水。')
  await officer.getByLabel('看到哪天').fill(day(7))
  await officer.waitForTimeout(400)
  await officer.reload()
  expect(await officer.getByLabel('标题（中文）').inputValue(), 'a reload loses nothing').toBe('周六停水四小时')
  await isFit(officer, 'writing a notice')
  await step('发布通知')
  await officer.getByRole('region', { name: '周六停水四小时' }).waitFor()
  await shoot(officer, 'notices')
  const { items } = await flow.town.anonymous.call(listNotices)
  const { id } = items.find(({ title: named }) => named['zh-CN'] === '周六停水四小时')!

  const phone = await flow.phone()
  await phone.goto(`/notices/${id}`)
  await phone.getByText('请提前接好水').waitFor()
  await officer.getByRole('region', { name: '周六停水四小时' }).getByRole('button', { name: '撤回通知' }).click()
  await dialog(officer).getByText('撤回以后不能再放出来').waitFor()
  await dialog(officer).getByRole('button', { name: '撤回通知' }).click()
  await done(officer, '已撤回，原来的地址上写着已撤回')
  await phone.reload()
  await phone.getByText('撤回').first().waitFor()
  await phone.context().close()
})

test('support is asked for by the provider, granted for less with a reason, delivered, and its outcome is told', async () => {
  const head = await flow.desk({ as: 'liang' })
  await head.goto('/desk/support')
  await head.getByRole('button', { name: '申请支持' }).click()
  await dialog(head).getByLabel('组织').selectOption({ label: '邻里社会工作服务中心' })
  await dialog(head).getByRole('group', { name: '种类' }).getByText('资金', { exact: true }).click()
  await dialog(head).getByLabel('要什么').fill('暑期邻里课的讲师费，二十节。')
  await dialog(head).getByRole('button', { name: '交申请' }).click()
  await dialog(head).getByRole('alert').getByText('请填金额').waitFor()
  await dialog(head).getByLabel('金额（元）').fill('6000')
  await isFit(head, 'asking')
  await dialog(head).getByRole('button', { name: '交申请' }).click()
  const line = (page: Page) => page.getByRole('row', { name: /暑期邻里课的讲师费/ })
  await line(head).waitFor()

  const lead = await flow.desk({ as: 'directorHe' })
  await lead.goto('/desk/support')
  await line(lead).getByRole('button', { name: '定下来' }).click()
  await dialog(lead).getByRole('group', { name: '批不批' }).getByText('批准', { exact: true }).click()
  await dialog(lead).getByLabel('批准多少元').fill('5000')
  await dialog(lead).getByLabel('理由').fill('先开十六节，看来的人再加。')
  await isFit(lead, 'deciding')
  await dialog(lead).getByRole('button', { name: '记下决定' }).click()
  await line(lead).getByText('理由：先开十六节，看来的人再加。').waitFor()
  await line(lead).getByRole('button', { name: '登记到位' }).click()
  await dialog(lead).getByRole('button', { name: '登记到位' }).click()
  await line(lead).getByText('已到位').waitFor()
  await shoot(lead, 'support')
  await lead.context().close()

  await head.reload()
  await line(head).getByRole('button', { name: '写成效' }).click()
  await dialog(head).getByLabel('用了以后怎么样').fill('开了十六节，来了四百多人次。')
  await dialog(head).getByRole('button', { name: '记下成效' }).click()
  await line(head).getByText('成效：开了十六节，来了四百多人次。').waitFor()
  await head.context().close()
})

test('an organ gets a post, the post a holder whose name and number both fit, and the holder leaves it again', async () => {
  await officer.goto('/desk/organs/new')
  await title(officer, '加一个组织')
  await officer.getByLabel('哪一类').selectOption({ label: '社会组织' })
  await officer.getByLabel('名称（中文）').fill('三号巷互助组')
  await isFit(officer, 'a new organ')
  await step('加上这个组织')
  await title(officer, '三号巷互助组')
  await officer.getByText('还没有岗位').waitFor()
  await step('加岗位')
  await dialog(officer).getByRole('button', { name: '加岗位' }).click()
  await dialog(officer).getByRole('alert').getByText('请选岗位类型').waitFor()
  await dialog(officer).getByLabel('岗位类型').selectOption({ label: '社工' })
  await dialog(officer).getByLabel('岗位名称（中文）').fill('互助组联络员')
  await dialog(officer).getByRole('button', { name: '加岗位' }).click()
  await officer.getByRole('heading', { name: '互助组联络员' }).waitFor()

  await step('任命')
  await dialog(officer).getByLabel('本人姓名').fill('刘方')
  await dialog(officer).getByLabel('本人手机号').fill(cast.liuFang.phone)
  await dialog(officer).getByRole('button', { name: '任命' }).click()
  await dialog(officer).getByRole('alert').first().waitFor() // the name does not fit the number: nobody is appointed by a slip
  await dialog(officer).getByLabel('本人姓名').fill(cast.liuFang.name)
  await isFit(officer, 'appointing')
  await dialog(officer).getByRole('button', { name: '任命' }).click()
  await officer.getByText('刘芳').first().waitFor()
  await shoot(officer, 'organ')

  await officer.getByRole('link', { name: '办离任' }).click()
  await title(officer, '刘芳 离任')
  await officer.getByText('没有没办完的事，可以直接办离任').waitFor()
  await isFit(officer, 'leaving a post')
  await step('办好离任')
  await title(officer, '三号巷互助组')
  await officer.getByText('空缺 1 个').waitFor()
})

test('the announced days off of a year are taken over with one button, one is taken out by hand, and the slip is taken back', async () => {
  const system = await flow.desk({ as: 'zhaoYu' })
  const press = (name: string | RegExp) => system.getByRole('button', { name }).first().click()
  const kept = async () => (await flow.town.rows("select 1 from calendar_day where kind = 'holiday'")).length
  await system.goto('/desk/settings/calendar')
  await press('导入公布的安排')
  await done(system, /已导入 \d+ 天/)
  await system
    .getByRole('cell', { name: /国庆/ })
    .first()
    .waitFor()
  const announced = await kept()
  expect(announced).toBeGreaterThan(10)
  await isFit(system, 'the calendar')
  await shoot(system, 'calendar')
  await press(/^去掉 /)
  await press('保存这一年')
  await expect.poll(kept).toBe(announced - 1)
  await system.getByRole('button', { name: '撤销' }).click()
  await expect.poll(kept).toBe(announced)
  await system.context().close()
})

test('who may read a concern is said before it is taken down, and what is about the clerks goes past the clerks', async () => {
  const clerk = await flow.desk({ as: 'heMin' })
  await clerk.goto('/desk/concern-entry')
  await clerk.getByText('是说在这里工作的人吗').waitFor()
  await clerk.getByRole('group', { name: '是说在这里工作的人吗' }).getByText('是', { exact: true }).click()
  await clerk.getByText('这些话只有这里能看到').waitFor()
  await isFit(clerk, 'taking a concern down')
  await shoot(clerk, 'concern-entry')
  await clerk.context().close()

  const { number } = await flow.town.anonymous.call(raiseAnonymously, {
    body: { topic: 'unequal', words: '递材料的时候让我等了三次。', aboutStaff: {} },
  })
  for (const [who, reads] of [
    ['officerLin', false],
    ['luoYan', false],
    ['fengJie', true],
  ] as const) {
    const page = await flow.desk({ as: who })
    await page.goto('/desk/concerns')
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    if (reads) await page.getByText(new RegExp(number)).waitFor()
    else expect(await page.getByText(new RegExp(number)).count(), who).toBe(0)
    await page.context().close()
  }
})

test('the audit administrator sees what was done and when, filters it, and never a word or a name of it', async () => {
  const audit = await flow.desk({ as: 'sunYi' })
  await audit.goto('/desk/audit')
  await audit.getByRole('table', { name: '日志，最新的在前' }).waitFor()
  const kind = audit.getByRole('button', { name: 'programme.notice.published', exact: true }).first()
  await kind.waitFor()
  await kind.click()
  await audit.getByRole('button', { name: '清除筛选' }).waitFor()
  await expect.poll(async () => await audit.getByRole('row').count()).toBeLessThan(6)
  const seen = (await audit.textContent('main')) ?? ''
  for (const word of ['停水', '刘芳', '陈国强']) expect(seen).not.toContain(word)
  await isFit(audit, 'the journal')
  await shoot(audit, 'audit')
  await audit.getByRole('tab', { name: '资料被看的次数' }).click()
  await audit
    .getByText(/资料被看的次数/)
    .first()
    .waitFor()
  await isFit(audit, 'how often data were read')
  await audit.context().close()
})
