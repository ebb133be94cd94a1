import { readResult } from '@ronghe/contract/council/conversations.ts'
import { conversationId, loadConversations } from '@ronghe/demo/council-conversations.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
let at: { readonly councilId: string; readonly conversationId: string }
let home: string
beforeAll(async () => {
  flow = await openFlow({
    async prepare(town) {
      await town.deed(loadCouncil)
      await town.deed(loadConversations)
    },
  })
  at = { councilId: organId(flow.town.street.id, 'council'), conversationId: conversationId(flow.town.street.id, 'lane') }
  home = `/council/${at.councilId}/conversations`
})
afterAll(() => flow?.close())

const votesOf = () =>
  flow.town.rows<{ votes: number }>(`select count(*)::int as votes from stance.opinion where round_id = $1`, [at.conversationId])

test('a resident reads what is asked, votes card by card, undoes a slip, changes their mind and sees where they stand', async () => {
  const [{ votes: before } = { votes: 0 }] = await votesOf()
  const page = await flow.phone({ as: 'chen' })
  await page.goto(home)
  await page.getByText('三号巷怎么管').waitFor()
  await isFit(page, 'conversations')
  await page.getByRole('link', { name: /三号巷怎么管/ }).click()
  await title(page, '三号巷怎么管').waitFor()
  await page.getByText('没有公开的话（1 句）').click()
  await page.getByText('请说事，不说哪一家。').waitFor()
  expect(await page.getByText('赶走').count()).toBe(0)
  await isFit(page, 'conversation')
  await page.getByRole('link', { name: '去表态' }).click()
  await page.getByText('已看 0 句，共 12 句').waitFor()
  await isFit(page, 'vote')

  const card = page.locator('#statement')
  const first = (await card.textContent())!
  await page.getByRole('button', { name: '同意', exact: true }).click()
  await page.getByText('您选了“同意”').waitFor()
  expect(await card.textContent()).not.toBe(first)
  await page.getByRole('button', { name: '撤回上一张' }).click()
  await page.getByText('已看 0 句，共 12 句').waitFor()
  expect(await card.textContent()).toBe(first)
  await page.getByRole('button', { name: '不同意' }).click()
  await page.getByText('已看 1 句').waitFor()
  // By keys alone.
  for (const [key, seen] of [
    ['1', 2],
    ['3', 3],
    ['2', 4],
  ] as const) {
    await page.keyboard.press(key)
    await page.getByText(`已看 ${seen} 句，共 12 句`).waitFor()
  }
  await page.getByRole('link', { name: '改主意' }).click()
  await title(page, '我的表态').waitFor()
  const line = page.getByRole('listitem').filter({ hasText: first })
  await line.getByText('不同意', { exact: true }).waitFor()
  await line.getByRole('button', { name: '改这一句' }).click()
  await isFit(page, 'my-votes')
  await line.getByRole('button', { name: '跳过', exact: true }).click()
  await page.getByText('改好了').waitFor()
  const [{ votes: after } = { votes: 0 }] = await votesOf()
  expect(after - before).toBe(4)

  await page.goto(`${home}/${at.conversationId}/result`)
  await title(page, /两边都同意的，有 \d 句/).waitFor()
  await page.getByText('我在哪里').waitFor()
  await page.locator('summary').filter({ hasText: '用图看' }).click()
  await page.locator('summary').filter({ hasText: '把图写成表' }).waitFor()
  await isFit(page, 'result')
  const result = await flow.town.anonymous.call(readResult, { params: at })
  expect(await page.getByText('两边都同意', { exact: true }).count()).toBe(result.common.length)
})

test('a statement is written, kept over a reload, sent, published by a moderator, and its author finds it', async () => {
  const page = await flow.phone({ as: 'heYong' })
  await page.goto(`${home}/${at.conversationId}/say`)
  await title(page, '说一句我的').waitFor()
  await page.getByRole('button', { name: '看看有没有人说过' }).click()
  await page.getByRole('link', { name: '请写一句话' }).waitFor()
  await page.getByLabel('您想说的话').fill('电动车不可以在楼道充电，打13800138000。')
  await page.waitForTimeout(300)
  await page.reload()
  expect(await page.getByLabel('您想说的话').inputValue()).toContain('电动车')
  await page.getByRole('button', { name: '看看有没有人说过' }).click()
  await page.getByText('电动车不能在楼道里充电。').waitFor()
  await page.getByText('看着像电话号码').waitFor()
  await isFit(page, 'statement-check')
  await page.getByRole('button', { name: '再改改' }).click()
  await page.getByLabel('您想说的话').fill('每层楼放一个灭火器，教大家怎么用。')
  await page.getByRole('button', { name: '看看有没有人说过' }).click()
  await page.getByRole('button', { name: '送出这句话' }).click()
  await page.getByText('送到了，等审核').waitFor()
  await page.getByRole('link', { name: '我说过的话' }).click()
  await page.getByText('等审核').waitFor()
  await isFit(page, 'my-statements')

  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto('/desk/council/conversations')
  await desk.getByText('三号巷怎么管').click()
  await desk.getByText('每层楼放一个灭火器').waitFor()
  expect(await desk.getByText('何勇').count()).toBe(0)
  await isFit(desk, 'desk-moderate')
  await desk.locator('section').filter({ hasText: '每层楼放一个灭火器' }).getByRole('button', { name: '公开这句' }).click()
  await desk.getByText('处理好了').waitFor()

  await page.reload()
  await page.getByText('编为第 13 句').waitFor()
})

test('cards on paper: made, printed with numbers, entered once, a wrong number pointed at', async () => {
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto(`/desk/council/${at.councilId}/conversations/${at.conversationId}`)
  await desk.getByRole('tab', { name: '纸票' }).click()
  await desk.getByText('晚上十点后巷子里不要用切纸机。').click()
  await desk.getByText('楼下作坊应该搬出去。').click()
  await desk.getByLabel('印多少张').fill('2')
  await isFit(desk, 'desk-paper')
  await desk.getByRole('button', { name: '做出纸票' }).click()
  await desk
    .getByText(/票号 1-001-/)
    .first()
    .waitFor()
  await isFit(desk, 'desk-cards')
  const codes = (await desk.getByText(/票号 1-/).allTextContents()).map((text) => /1-\d{3}-[0-9A-Z]{4}/.exec(text)![0])
  await desk.getByRole('button', { name: '返回录票' }).click()
  const enter = async (code: string) => {
    await desk.getByLabel('票号').fill(code)
    await desk.getByLabel('哪一方').selectOption({ label: '来穗人员' })
    await desk.getByLabel('表态').fill('12')
    await desk.getByRole('button', { name: '录入这 1 张' }).click()
  }
  await enter('1-001-0000')
  await desk.getByText('没有印过这个号的纸票').first().waitFor()
  await enter(codes[0]!)
  await desk.getByText('录好了 1 张，2 个表态').waitFor()
  await enter(codes[0]!)
  await desk.getByText('这张纸票已经录过了').first().waitFor()
})

test('the clerk prepares a conversation, cannot open it with two statements and is shown the article, then opens and closes it', async () => {
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto('/desk/council/conversations')
  await desk.getByText('路灯和井盖先修哪里').waitFor()
  await isFit(desk, 'desk-conversations')
  await desk.getByRole('button', { name: '准备一次征求意见' }).click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('哪方面的事').selectOption({ index: 1 })
  await form.getByLabel('题目', { exact: true }).fill('小公园怎么用')
  await form.getByLabel('说明').fill('地方只有一块，谁什么时候用，先听听大家的。')
  await form.getByRole('button', { name: '保存' }).click()
  await title(desk, '小公园怎么用').waitFor()
  for (const words of ['早上留给打拳的老人。', '傍晚留给踢球的孩子。']) {
    await desk.getByLabel('加一句').last().fill(words)
    await desk.getByRole('button', { name: '加进去', disabled: false }).click()
    await desk.getByText(words).first().waitFor()
  }
  const turn = async (name: string) => {
    await desk.getByRole('button', { name }).click()
    await desk.getByRole('button', { name: '确定' }).click()
  }
  await turn('开始征求')
  await desk.getByText('开始之前至少要有 3 句话').waitFor()
  const cited = desk.getByRole('link', { name: /《章程》第\d+条/ })
  expect(await cited.getAttribute('href')).toContain('/charter#commonGround')
  await desk.getByLabel('加一句').last().fill('晚上九点以后不放音乐。')
  await desk.getByRole('button', { name: '加进去', disabled: false }).click()
  await desk.getByText('晚上九点以后不放音乐。').first().waitFor()
  await desk.getByRole('button', { name: '确定' }).click()
  await desk.getByText('结束征求').first().waitFor()
  await isFit(desk, 'desk-manage')
  await turn('结束征求')
  await desk.getByRole('button', { name: '导出 votes.csv' }).waitFor()
})

test('in English, in large print and on a wide page nothing is cut', async () => {
  const english = await flow.phone({ as: 'zhou', language: 'en' })
  await english.goto(`${home}/${at.conversationId}/vote`)
  await english.getByRole('button', { name: 'Agree', exact: true }).waitFor()
  await isFit(english, 'vote-en')
  await english.goto(`${home}/${at.conversationId}/result`)
  await english.getByText('Both agree', { exact: true }).first().waitFor()
  await isFit(english, 'result-en')
  const large = await flow.phone({ as: 'uncleHuang', appearance: 'large' })
  await large.goto(`${home}/${at.conversationId}/vote`)
  await large.getByRole('button', { name: '同意', exact: true }).waitFor()
  await isFit(large, 'vote-large')
  await large.goto(`${home}/${at.conversationId}/result`)
  await large.getByText('两边都同意', { exact: true }).first().waitFor()
  await isFit(large, 'result-large')
  const nobody = await flow.desk()
  await nobody.goto(`${home}/${at.conversationId}`)
  await nobody.getByText('表态要先用手机号登录').waitFor()
  await isFit(nobody, 'conversation-wide')
})
