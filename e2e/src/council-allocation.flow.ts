import { castBallot, enterPaper } from '@ronghe/contract/council/allocation-ballots.ts'
import { listProjects, proposeProject } from '@ronghe/contract/council/allocation-projects.ts'
import { readResult } from '@ronghe/contract/council/allocation-results.ts'
import { listRounds } from '@ronghe/contract/council/allocation.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { communityId, organId } from '@ronghe/demo/load-cast.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { carry, motionBefore } from '@ronghe/server/rooms/council/allocation.testing.ts'
import { keepLevel } from '@ronghe/server/rooms/people/residence.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed(loadCouncil) })
})
afterAll(() => flow?.close())

const voters: readonly CastKey[] = [
  'liuFang',
  'zhou',
  'liZhiqiang',
  'sunLanying',
  'heYong',
  'auntHuang',
  'uncleHuang',
  'liangShaofen',
  'zengBo',
  'luoWeiqiang',
]
const day = (days: number): string => addDays(dayIn('Asia/Shanghai', flow.town.now()), days)
/** Days pass: what the dates of the rules do by themselves is done. */
async function pass(days: number): Promise<void> {
  flow.town.at(new Date(flow.town.now().getTime() + days * 86_400_000))
  await flow.town.drain(['council.allocation-dates'])
  // The days pass for those who are signed in, too.
  for (const who of ['jiangWen', 'heMin', 'liang', 'chen', 'auntHuang'] as const) await flow.town.as(who).call(listRounds)
}

test('from the clerk’s rules over the council, proposals, answers and votes to a result that anybody counts again', async () => {
  const { town } = flow
  const councilId = organId(town.street.id, 'council')

  // The clerk writes the rules; a mistake is pointed at; the council fixes them.
  const clerk = await flow.desk({ as: 'jiangWen' })
  await clerk.goto('/desk/council/allocation')
  await title(clerk, '资源分配').waitFor()
  await clerk.getByText('还没有一轮').waitFor()
  await isFit(clerk, 'allocation-desk-empty')
  await clerk.getByRole('link', { name: '写新一轮的规则' }).click()
  await title(clerk, '写一轮的规则').waitFor()
  await clerk.getByRole('button', { name: '保存规则' }).click()
  await clerk.getByRole('alert').first().waitFor()
  await clerk.getByLabel('名称（中文）').fill('明年的街坊小项目')
  await clerk.getByLabel('总金额（元）').fill('100000')
  await clerk.getByLabel('抽签的种子').fill('榕树下的钟敲了七下')
  const dates = { 征集开始: 0, 征集截止: 5, 街道答复到: 8, 投票开始: 10, 投票截止: 17 }
  for (const [label, days] of Object.entries(dates)) await clerk.getByLabel(label).fill(day(days))
  await isFit(clerk, 'allocation-set-up')
  await clerk.getByRole('button', { name: '保存规则' }).click()
  await clerk.getByRole('link', { name: /至少留 7 天申诉/ }).waitFor()
  await clerk.getByLabel('投票开始').fill(day(16))
  await clerk.getByLabel('投票截止').fill(day(22))
  const motionId = await town.deed((deed) => motionBefore(deed, councilId))
  await clerk.getByRole('button', { name: '保存规则' }).click()
  await title(clerk, '明年的街坊小项目').waitFor()
  const [line] = (await town.as('jiangWen').call(listRounds)).items
  const roundId = line!.id
  await clerk.getByLabel('定规则的议案').selectOption(motionId)
  await clerk.getByRole('button', { name: '交给议事会' }).click()
  await clerk.getByText('规则在议事会审议').waitFor()
  await isFit(clerk, 'allocation-desk-before-council')
  await carry({ ...town, councilId }, motionId)
  await clerk.reload()
  await clerk.getByRole('button', { name: '开始征集' }).click()
  await clerk.getByText('正在征集项目').first().waitFor()

  // A resident proposes on the phone; nothing typed is lost; what sounds alike is shown.
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/council/allocation')
  await chen.getByRole('link', { name: /明年的街坊小项目/ }).click()
  await title(chen, '明年的街坊小项目').waitFor()
  await isFit(chen, 'allocation-round-call')
  await chen.getByRole('link', { name: '提一个项目' }).click()
  await title(chen, '提一个项目').waitFor()
  await chen.getByRole('button', { name: '提出项目' }).click()
  await chen.getByRole('alert').first().waitFor()
  await chen.getByLabel('想做什么').fill('三号巷口装一盏路灯')
  await chen.getByLabel('说具体一点').fill('下夜班的人走到这里一片黑，装一盏感应灯。')
  await chen.reload()
  expect(await chen.getByLabel('想做什么').inputValue()).toBe('三号巷口装一盏路灯')
  await chen.getByLabel('为了谁').fill('下夜班的人')
  await chen.getByLabel('在哪个社区').selectOption({ label: '松柏新村' })
  await chen.getByLabel('大概要多少钱').fill('3000')
  await isFit(chen, 'allocation-propose')
  await chen.getByRole('button', { name: '提出项目' }).click()
  await title(chen, '提好了').waitFor()
  await chen.getByRole('link', { name: '看我的项目' }).click()
  await title(chen, /三号巷口装一盏路灯/).waitFor()
  await isFit(chen, 'allocation-project')

  const more: readonly (readonly [CastKey, string, number])[] = [
    ['auntHuang', '榕树下的长凳', 24_000],
    ['liuFang', '放学后的自习室', 28_000],
    ['heYong', '快递小哥歇脚点', 12_000],
    ['zengBo', '老戏台翻修', 60_000],
  ]
  for (const [who, name, yuan] of more)
    await town.as(who).call(proposeProject, {
      params: { roundId },
      body: {
        title: name,
        what: `${name}，街坊都用得上。`,
        forWhom: '附近的街坊',
        communityId: communityId(town.street.id, 'songbai'),
        laneId: null,
        cents: yuan * 100,
      },
    })

  // The office answers at its desk, with a corrected cost.
  const officer = await flow.desk({ as: 'officerLin' })
  await officer.goto(`/desk/council/allocation/${roundId}`)
  await title(officer, '明年的街坊小项目').waitFor()
  await isFit(officer, 'allocation-answers')
  await officer
    .getByRole('row', { name: /路灯/ })
    .getByRole('button', { name: '答复能不能办' })
    .click()
  await officer.getByLabel('能办，列入').check()
  await officer.getByLabel('核定造价（元）').fill('3600')
  await officer.getByLabel('理由（公开）').fill('要换一段线，加六百元。')
  await isFit(officer, 'allocation-answer')
  await officer.getByRole('button', { name: '公布答复' }).click()
  await officer
    .getByRole('row', { name: /路灯/ })
    .getByText('在选票上')
    .waitFor()
  await pass(6)
  await pass(10)

  // Voting on the phone: a bar with the sum, a receipt for the device, changed until the close.
  await town.deed(async (deed) => {
    for (const who of ['chen', ...voters] as const)
      await keepLevel(deed, {
        personId: town.idOf(who),
        level: 'attested',
        communityId: communityId(town.street.id, 'songbai'),
        confirmerPost: null,
      })
  })
  await chen.goto(`/council/allocation/${roundId}`)
  await chen.getByRole('link', { name: '去投票' }).click()
  await title(chen, '投票').waitFor()
  await chen.getByRole('checkbox', { name: /三号巷口装一盏路灯/ }).check()
  await chen.getByRole('checkbox', { name: /放学后的自习室/ }).check()
  await chen.getByText('选了 2 个，共 31,600 元').waitFor()
  await isFit(chen, 'allocation-vote')
  await chen.getByRole('button', { name: '投出这一票' }).click()
  await chen.getByText('投好了').waitFor()
  await chen.getByRole('button', { name: '查这张回执' }).click()
  await chen.getByText('在票箱里。').waitFor()
  await isFit(chen, 'allocation-voted')
  await chen.getByRole('checkbox', { name: /快递小哥歇脚点/ }).check()
  await chen.getByRole('button', { name: '投出这一票' }).click()
  await chen.getByText('选了 3 个').waitFor()
  const large = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await large.goto(`/council/allocation/${roundId}/vote`)
  await large.getByRole('checkbox', { name: /榕树下的长凳/ }).check()
  await isFit(large, 'allocation-vote-large')
  const smith = await flow.phone({ as: 'smith', language: 'en' })
  await smith.goto(`/council/allocation/${roundId}/vote`)
  await smith.getByText('To vote, show first that you live here').waitFor()
  await isFit(smith, 'allocation-vote-not-attested-en')

  // Others vote; Aunt Huang takes paper at the window, and two people type it.
  const { items } = await town.as('chen').call(listProjects, { params: { roundId } })
  const idOf = (words: string): string => items.find((project) => project.title.includes(words))!.id
  for (const [index, who] of voters.entries()) {
    const wanted = index < 5 ? ['自习室', '歇脚点'] : ['长凳', '路灯', '戏台']
    if (who !== 'auntHuang')
      await town.as(who).call(castBallot, { params: { roundId }, body: { choices: wanted.map((one) => ({ projectId: idOf(one) })) } })
  }
  const window = await flow.desk({ as: 'heMin' })
  await window.goto('/desk/council/allocation/hand-out')
  await title(window, '发纸质选票').waitFor()
  await window.getByLabel('手机号或姓名').fill('19900000002')
  await window.getByRole('button', { name: '找人' }).click()
  await window.getByRole('button', { name: '发一张' }).click()
  await window.getByText('一共发出 1 张').waitFor()
  await isFit(window, 'allocation-hand-out')
  await large.reload()
  await large.getByText('您领了纸质选票').waitFor()
  await clerk.goto(`/desk/council/allocation/${roundId}/paper-ballot`)
  await clerk.getByText('折好投进票箱').waitFor()
  await isFit(clerk, 'allocation-paper-ballot')
  await pass(7)
  await clerk.goto(`/desk/council/allocation/${roundId}/papers`)
  await title(clerk, '录入纸质选票').waitFor()
  await clerk.getByLabel('选票的盖号').fill('1')
  await clerk.getByLabel('按编号录入').fill('2')
  await clerk.getByLabel('本地').check()
  await clerk.getByRole('button', { name: '保存这一张' }).click()
  await clerk.getByText('等第二个人').waitFor()
  await town
    .as('wuXia')
    .call(enterPaper, { params: { roundId, sheet: 1 }, body: { group: 'local', choices: [{ projectId: idOf('路灯') }], spoilt: false } })
  await clerk.reload()
  await clerk.getByText('不一样').waitFor()
  await isFit(clerk, 'allocation-papers-differ')
  await town
    .as('wuXia')
    .call(enterPaper, { params: { roundId, sheet: 1 }, body: { group: 'local', choices: [{ projectId: idOf('长凳') }], spoilt: false } })
  await clerk.goto(`/desk/council/allocation/${roundId}`)
  await clerk.getByRole('button', { name: '开始计票' }).click()
  await clerk.getByText('正在计票').first().waitFor()
  await town.drain()

  // The result, with reasons; what my vote did; counted again on the device; an objection.
  const result = await town.anonymous.call(readResult, { params: { roundId } })
  await chen.goto(`/council/allocation/${roundId}/result`)
  await title(chen, '结果').waitFor()
  await chen.getByText('11 张选票').waitFor()
  await isFit(chen, 'allocation-result')
  await chen.getByRole('link', { name: '我那一票起了什么作用' }).click()
  await chen.getByText('您选的 3 个里').waitFor()
  await isFit(chen, 'allocation-my-vote')
  await chen.goto(`/council/allocation/${roundId}/recount`)
  await chen.getByRole('button', { name: '开始算' }).click()
  await chen.getByText('和公布的完全一样').waitFor()
  await chen.getByText('SHA-256 和公布的一样').waitFor()
  await isFit(chen, 'allocation-recount')
  expect(result.projects.some(({ funded }) => funded)).toBe(true)
  await chen.goto(`/council/allocation/${roundId}/result`)
  await chen.getByLabel('计票', { exact: true }).check()
  await chen.getByLabel('怎么回事').fill('我的票算进去了吗？')
  await chen.getByRole('button', { name: '提出异议' }).click()
  await chen.getByText('等答复').first().waitFor()
  await clerk.goto(`/desk/council/allocation/${roundId}`)
  await clerk.getByLabel('公开的答复').fill('用回执可以查到，在票箱里。')
  await clerk.getByRole('button', { name: '答复异议' }).click()
  await clerk.getByRole('button', { name: '答复异议' }).waitFor({ state: 'detached' })
  await pass(6)

  // The council takes note; the projects begin.
  expect((await town.as('liang').call(listRounds)).items[0]).toMatchObject({ state: 'resolution' })
  const liang = await flow.phone({ as: 'liang' })
  await liang.goto(`/council/allocation/${roundId}/result`)
  await liang.getByLabel(/照单确认/).check()
  await isFit(liang, 'allocation-settle')
  await liang.getByRole('button', { name: '确认结果' }).click()
  await liang.getByText('正在办').first().waitFor()
  const everybody = await flow.desk({ language: 'en' })
  await everybody.goto(`/council/allocation/${roundId}/result`)
  await title(everybody, 'Result').waitFor()
  await isFit(everybody, 'allocation-result-wide-en')
  await everybody.goto(`/council/allocation/${roundId}`)
  await everybody.getByRole('link', { name: 'See the resolution and what became of it' }).waitFor()
  await isFit(everybody, 'allocation-round-en')
}, 120_000)
