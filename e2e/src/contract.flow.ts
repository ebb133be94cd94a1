import * as contracts from '@ronghe/contract/programme/contracts.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

const day = (days: number): string => addDays(dayIn('Asia/Shanghai', flow.town.now()), days)

test('a contract from need to evaluation, by hands that each do one thing, with what everybody may read', async () => {
  const { town } = flow

  // The office names a need; what may not be bought is refused with the law.
  const officer = await flow.desk({ as: 'officerLin' })
  await officer.goto('/desk/contracts')
  await officer.getByText('还没有项目').waitFor()
  await officer.getByRole('link', { name: '提出需求' }).click()
  await officer.getByLabel('名称（中文）').fill('放学后的四点半课堂')
  await officer.getByLabel('名称（英文）').fill('After-school hours')
  await officer.getByLabel('为什么要做（中文）').fill('爸妈下班晚，孩子放学没有地方去。')
  await officer.getByLabel('为了谁（中文）').fill('松柏新村的小学生')
  await officer.getByLabel('购买目录里的哪一项').fill('社区服务：儿童托管')
  await officer.getByRole('checkbox', { name: '是政府该管的事' }).check()
  await officer.getByRole('button', { name: '保存' }).click()
  await officer.getByText(/这件事不能购买.*第102号/).waitFor()
  await officer.getByRole('checkbox', { name: /可以交给社会来做/ }).check()
  await officer.getByRole('checkbox', { name: /不是招人用工/ }).check()
  await officer.getByRole('checkbox', { name: /指导性目录/ }).check()
  await isFit(officer, 'contract-need')
  await officer.getByRole('button', { name: '保存' }).click()
  await title(officer, '放学后的四点半课堂').waitFor()
  const [line] = (await town.anonymous.call(contracts.listContracts)).items
  const at = `/desk/contracts/${line!.id}`

  // The lead gives a budget, the office publishes the call.
  const lead = await flow.desk({ as: 'directorHe' })
  await lead.goto(at)
  await lead.getByRole('button', { name: '定预算' }).click()
  await lead.getByLabel('金额（元）').fill('120000')
  await lead.getByLabel('预算科目或文号').fill('2026年社区服务科目')
  await isFit(lead, 'contract-budget')
  await lead.getByRole('button', { name: '确定' }).click()
  await lead.getByText('有了预算').first().waitFor()
  await officer.goto(at)
  await officer.getByRole('button', { name: '发公告' }).click()
  await officer.getByLabel('怎么选，一行一条').fill('做法 | How it is done\n价格 | Price')
  await officer.getByLabel('截止日子').fill(day(12))
  await officer.getByRole('dialog').getByRole('button', { name: '发公告' }).click()
  await officer.getByText('公告中').first().waitFor()
  await officer
    .getByText(/社工中心|邻里社会工作服务中心的中心主任，也是/)
    .first()
    .waitFor()
  await isFit(officer, 'contract-call')

  // Two providers hand in sealed offers; the office sees none of them.
  const provider = await flow.desk({ as: 'ningYu' })
  await provider.goto(at)
  await provider.getByRole('button', { name: '应答' }).click()
  await provider.getByLabel('金额（元）').fill('98000')
  await provider.getByLabel('打算怎么做').fill('三位老师，周一到周五，带作业。')
  await isFit(provider, 'contract-offer')
  await provider.getByRole('dialog').getByRole('button', { name: '应答' }).click()
  await provider.getByText('您交的应答').waitFor()
  await isFit(provider, 'contract-own-offer')
  await town.as('liang').call(contracts.handInOffer, {
    params: { projectId: line!.id },
    body: { organId: organId(town.street.id, 'provider'), cents: 11_000_000, plan: '两位社工。' },
  })
  await officer.reload()
  await officer.getByText(/在这之前都封着/).waitFor()
  expect(await officer.getByText('98,000').count()).toBe(0)

  // After the deadline the lead chooses, with a reason for each; everybody reads them.
  town.at(new Date(town.now().getTime() + 14 * 86_400_000))
  for (const who of ['officerLin', 'directorHe', 'ningYu', 'tianRong'] as const) await town.as(who).call(contracts.listContracts)
  await lead.reload()
  await lead.getByRole('button', { name: '选定', exact: true }).click()
  await lead.getByRole('dialog').getByRole('button', { name: '选定' }).click()
  await lead.getByRole('alert').first().waitFor()
  for (const [organ, words] of [
    ['同心社区服务社', '每天都有人，作业有人管。'],
    ['邻里社会工作服务中心', '人手少了些。'],
  ] as const)
    for (const criterion of ['做法', '价格']) await lead.getByLabel(`${organ}：${criterion}`).fill(words)
  await lead.getByRole('radio', { name: /同心社区服务社/ }).check()
  await isFit(lead, 'contract-choose')
  await lead.getByRole('dialog').getByRole('button', { name: '选定' }).click()
  await lead.getByText('选定了').first().waitFor()

  // The contract, its fields and limits, and the work.
  await officer.reload()
  await officer.getByRole('button', { name: '登记合同' }).click()
  const typed = {
    内容: '周一到周五放学后看护、辅导作业。',
    数量: '每天不少于三十名孩子。',
    质量: '每班两名成年人。',
    结算方式: '分两次，节点确认后付。',
    双方的权利和义务: '服务社派人，街道出场地。',
    违约责任: '少一天扣一天。',
  }
  for (const [label, words] of Object.entries(typed)) await officer.getByLabel(label, { exact: true }).fill(words)
  await officer.getByLabel('合同开始').fill(day(0))
  await officer.getByLabel('合同结束').fill(day(500))
  await officer.getByLabel('哪天签的').fill(day(0))
  await officer.getByLabel(/节点，一行一个/).fill(`${day(20)} 开班`)
  await officer.getByRole('button', { name: '公布合同' }).click()
  await officer
    .getByText(/最长 12 个月。《政府购买服务管理办法》/)
    .first()
    .waitFor()
  await officer.getByLabel('合同结束').fill(day(300))
  await isFit(officer, 'contract-sign')
  await officer.getByRole('button', { name: '公布合同' }).click()
  await officer.getByText('签了合同').first().waitFor()
  await officer.getByRole('button', { name: '开始做' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '开始做' }).click()
  await officer.getByText('正在做').first().waitFor()

  // Somebody served says so on a phone, without a name.
  const parent = await flow.phone()
  await parent.goto('/contracts')
  await parent.getByRole('link', { name: /四点半课堂/ }).click()
  await title(parent, '放学后的四点半课堂').waitFor()
  await isFit(parent, 'contract-public-phone')
  await parent.getByLabel('帮到了', { exact: true }).check()
  await parent.getByRole('button', { name: '交上去' }).click()
  await parent.getByText('收到了').waitFor()

  // Reported, confirmed, accepted by another, paid and evaluated.
  await provider.reload()
  await provider.getByRole('button', { name: '报完成' }).click()
  await provider.getByLabel('做到了什么，凭什么看得出来').fill('开班三周，签到表在这里。')
  await isFit(provider, 'contract-report')
  await provider.getByRole('button', { name: '报完成' }).click()
  await provider.getByText(/等确认/).waitFor()
  await officer.reload()
  await officer.getByRole('button', { name: '确认' }).click()
  await officer
    .getByText(/确认$/)
    .first()
    .waitFor()
  await lead.reload()
  await lead.getByRole('button', { name: '验收' }).click()
  await lead.getByLabel('看了什么，合不合格').fill('去看过，合格。')
  await lead.getByRole('dialog').getByRole('button', { name: '验收' }).click()
  await lead.getByText('验收了').first().waitFor()
  const treasurer = await flow.desk({ as: 'tianRong' })
  await treasurer.goto(at)
  await treasurer.getByRole('button', { name: '登记付款' }).click()
  await treasurer.getByLabel('金额（元）').fill('98001')
  await treasurer.getByLabel('凭证号').fill('付2026-118')
  await treasurer.getByLabel('哪天付的').fill(day(0))
  await treasurer.getByRole('dialog').getByRole('button', { name: '登记付款' }).click()
  await treasurer
    .getByText(/还可以付 98000.00 元/)
    .first()
    .waitFor()
  await treasurer.getByLabel('金额（元）').fill('98000')
  await isFit(treasurer, 'contract-pay')
  await treasurer.getByRole('dialog').getByRole('button', { name: '登记付款' }).click()
  await treasurer.getByText('付2026-118').first().waitFor()
  await treasurer.getByRole('button', { name: '结清' }).click()
  await treasurer.getByRole('dialog').getByRole('button', { name: '结清' }).click()
  await treasurer.getByText('付清了').first().waitFor()
  await officer.reload()
  await officer.getByRole('button', { name: '写最后的评价' }).click()
  await officer.getByLabel('达到了', { exact: true }).check()
  await officer.getByRole('textbox', { name: '评价' }).fill('孩子放学有去处了，家长接得放心。')
  await officer.getByRole('button', { name: '确定' }).click()
  await officer.getByText('评价完了').first().waitFor()
  const english = await flow.desk({ language: 'en' })
  await english.goto(`/contracts/${line!.id}`)
  await title(english, 'After-school hours').waitFor()
  await english.getByText('There is a reason for every offer').waitFor()
  await isFit(english, 'contract-public-en')
  const large = await flow.phone({ appearance: 'large' })
  await large.goto(`/contracts/${line!.id}`)
  await large.getByText('孩子放学有去处了').waitFor()
  await isFit(large, 'contract-public-large')
}, 240_000)
