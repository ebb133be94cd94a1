import { randomUUID } from 'node:crypto'
import { fileCase, readMyCase, supplementCase } from '@ronghe/contract/station/cases.ts'
import { rateCase, readMyRating } from '@ronghe/contract/station/ratings.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { loadStation } from '@ronghe/server/rooms/station/testing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'

let flow: Flow
let caseId: string
let clerk: Page
const of = () => ({ params: { caseId } })

beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed((deed) => loadStation(deed, '2030-12-31')) })
  // Filed by Chen from the phone; how that looks on the phone is another flow's matter.
  const answers = sampleAnswers['residencePermit']!
  caseId = (await flow.town.as('chen').call(fileCase, { body: { id: randomUUID(), service: 'residencePermit', version: 1, answers } })).id
  clerk = await flow.desk({ as: 'heMin' })
})
afterAll(() => flow?.close())

const done = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor()

describe('a residence permit at the desk', () => {
  test('the clerk opens the newest from the view by keyboard and accepts it with two keys', async () => {
    await clerk.goto('/desk/cases/new')
    await clerk.getByRole('link', { name: /居住证申请 · 陈/ }).waitFor()
    await clerk.keyboard.press('j')
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('heading', { level: 1, name: '居住证申请 · 陈**' }).waitFor()
    expect(await axeFindings(clerk)).toEqual([])
    await clerk.keyboard.press('a')
    await clerk.keyboard.press('Enter')
    await done(clerk, '已受理，办理时限从现在算起')
    await clerk.getByRole('button', { name: '转部门' }).waitFor()
  })

  test('a personal answer is covered until it is asked for, and the look is recorded', async () => {
    expect(await clerk.getByText('11010519491231002X').count()).toBe(0)
    await clerk.getByRole('button', { name: /办证人的身份证号/ }).click()
    await clerk.getByText('11010519491231002X').waitFor()
    const looks = await flow.town.rows<{ purpose: string }>(
      `select purpose from access_log where subject_id = $1 and purpose = 'caseField'`,
      [caseId],
    )
    expect(looks).toHaveLength(1)
  })

  test('everything missing is named once, and the clock stands', async () => {
    await clerk.keyboard.press('Escape')
    await clerk.keyboard.press('m')
    const dialog = clerk.getByRole('dialog')
    await dialog.getByText('把缺的一次说全').waitFor()
    expect(await axeFindings(clerk)).toEqual([])
    await dialog.getByRole('button', { name: '发给居民' }).click()
    await done(clerk, '告知已发给居民，等居民期间不计时')
    const told = await flow.town.as('chen').call(readMyCase, of())
    expect(told).toMatchObject({ state: 'waitingForResident', yourTurn: true })
    expect(told.notice?.documents).toEqual(expect.arrayContaining(['addressProof', 'jobProof']))
    // Nothing is added later: the button is gone until the resident has answered.
    await clerk.getByRole('button', { name: '一次性告知' }).waitFor({ state: 'detached' })
  })

  test('the resident answers, papers come in at the window, and the case goes to the police', async () => {
    await flow.town.as('chen').call(supplementCase, { ...of(), body: { words: '下午带来', documents: [] } })
    await clerk.reload()
    await clerk.getByRole('button', { name: '转部门' }).waitFor()
    await clerk.keyboard.press('s')
    const papers = clerk.getByRole('dialog')
    for (const name of ['身份证', '本人相片一张', '住在这里的证明', '有工作的证明'])
      await papers.getByRole('group', { name, exact: true }).getByText('看过，还给本人', { exact: true }).click()
    await papers.getByRole('button', { name: '记下收到的' }).click()
    await done(clerk, '材料记下了')
    await clerk.keyboard.press('r')
    await clerk
      .getByRole('dialog')
      .getByText(/转给派出所/)
      .waitFor()
    await clerk.getByRole('button', { name: '转过去' }).click()
    await done(clerk, '转过去了，对方两个工作日内答复')
  })

  test('the police take it on and decide with a reason and its law, seen before it is told', async () => {
    const police = await flow.desk({ as: 'wangJun' })
    await police.goto(`/desk/cases/mine/${caseId}`)
    await police.getByRole('button', { name: '接收', exact: true }).click()
    await done(police, '接收了')
    await police.getByRole('button', { name: '作出结果' }).click()
    const dialog = police.getByRole('dialog')
    await dialog.getByText('住满半年，条件符合').click()
    await dialog.getByRole('button', { name: '看居民会收到什么' }).click()
    await dialog.getByText('居民会收到：准予').waitFor()
    expect(await axeFindings(police)).toEqual([])
    await dialog.getByRole('button', { name: '确定，告诉居民' }).click()
    await done(police, '结果已经告诉居民')
    expect(await flow.town.as('chen').call(readMyCase, of())).toMatchObject({ outcome: 'granted' })
    await police.context().close()
  })

  test('a page that was open all the while is told that somebody else was there, and loses nothing', async () => {
    const other = await flow.desk({ as: 'liTing' })
    await clerk.goto(`/desk/cases/decided/${caseId}`)
    await clerk.getByRole('button', { name: '结果已交付' }).waitFor()
    await other.goto(`/desk/cases/decided/${caseId}`)
    await other.getByRole('button', { name: '结果已交付' }).click()
    await done(other, '交付记下了')
    await clerk.getByRole('button', { name: '结果已交付' }).click()
    await clerk.getByText('这件案子刚刚有人动过').or(clerk.getByText('打印评价码')).first().waitFor()
    await other.context().close()
  })

  test('a bad rating is called back and closed with an outcome by somebody who was not rated', async () => {
    await flow.town.as('chen').call(rateCase, { ...of(), body: { level: 1, words: '跑了三趟才说清楚', call: true } })
    const lead = await flow.desk({ as: 'luoYan' })
    await lead.goto('/desk/ratings')
    await lead.getByRole('link', { name: /非常不满意/ }).click()
    await lead.getByText('跑了三趟才说清楚').waitFor()
    expect(await axeFindings(lead)).toEqual([])
    await lead.getByRole('button', { name: '看姓名和电话' }).click()
    await lead.getByText('19900000001').waitFor()
    for (const [step, words] of [
      ['核实情况', '告知写得不清楚，漏了一样。'],
      ['记下电话', '本人说跑了三趟。'],
      ['改好了', '告知单补了一栏。'],
      ['回电话告诉结果', '本人认可。'],
    ] as const)
      await followUp(lead, step, words)
    await lead.getByRole('group', { name: '差评回访' }).getByText('办完', { exact: true }).click()
    await lead.getByLabel('写下经过').fill('改好了，也回了电话。')
    await lead.getByRole('group', { name: '结果' }).getByText('改好了', { exact: true }).click()
    await lead.getByRole('button', { name: '记下：办完' }).click()
    await lead.getByText('办完了').first().waitFor()
    const mine = await flow.town.as('chen').call(readMyRating, of())
    expect(mine.rating?.followUp?.state).toBe('closed')
    await lead.context().close()
  })
})

describe('a reimbursement from the home county', () => {
  let honghu: string
  test('is written to the other place with the days to ask again, and never with a diagnosis', async () => {
    const answers = sampleAnswers['honghuReimbursement']!
    const consents = services.find(({ key }) => key === 'honghuReimbursement')!.consents.map(({ purpose }) => purpose)
    const body = { id: randomUUID(), service: 'honghuReimbursement', version: 1, answers, consents }
    honghu = (await flow.town.as('liuFang').call(fileCase, { body })).id
    await clerk.goto(`/desk/cases/new/${honghu}`)
    await clerk.getByRole('button', { name: '受理' }).click()
    await done(clerk, '已受理，办理时限从现在算起')
    await step('发函给外地')
    await clerk.getByLabel('函件', { exact: true }).fill('请协助核对刘芳的住院报销。')
    await clerk.getByRole('button', { name: '记下已发函' }).click()
    await done(clerk, '记下了，到日子会提醒催问')
    await clerk.getByRole('heading', { name: '外地协办' }).waitFor()
    await clerk.getByText(/催问日期：/).waitFor()
    expect(await axeFindings(clerk)).toEqual([])
  })

  test('is asked about again and answered; the clock stands while it waits', async () => {
    await clerk.getByText('在等外地回复，不计时').waitFor()
    await step('记一次催问')
    await clerk.getByLabel('怎么问的、怎么说的').fill('打电话问过，说周五前回。')
    await clerk.getByRole('button', { name: '记下', exact: true }).click()
    await clerk.getByText(/已催问：/).waitFor()
    await step('记下回复')
    const dialog = clerk.getByRole('dialog')
    await dialog.getByText('之后报销').click()
    await dialog.getByText('五千到两万').click()
    await dialog.getByRole('button', { name: '记下', exact: true }).click()
    await clerk.getByText(/回复：之后报销/).waitFor()
  })

  test('filed twice by a slip it is merged into the first, and that can be undone', async () => {
    const answers = sampleAnswers['honghuReimbursement']!
    const twice = await flow.town
      .as('liuFang')
      .call(fileCase, { body: { id: randomUUID(), service: 'honghuReimbursement', version: 1, answers } })
    await clerk.goto(`/desk/cases/new/${twice.id}`)
    await clerk.getByRole('heading', { name: '可能重复' }).waitFor()
    await clerk.getByRole('button', { name: '只关联' }).click()
    await clerk.getByRole('button', { name: '取消关联' }).click()
    await clerk.getByRole('button', { name: '并到那一件' }).click()
    await clerk.getByText(/以后的办理都在那一件上/).waitFor()
    await clerk.getByRole('button', { name: '取消关联' }).click()
    await clerk.getByRole('button', { name: '受理' }).waitFor()
  })

  test('is handed to another window with a word to it', async () => {
    await clerk.goto(`/desk/cases/mine/${honghu}`)
    await clerk.getByRole('heading', { level: 1 }).waitFor()
    await clerk.keyboard.press('h')
    const dialog = clerk.getByRole('dialog')
    await dialog.getByText('1号窗口').click()
    await dialog.getByLabel('交代一句').fill('她只会说洪湖话')
    expect(await axeFindings(clerk)).toEqual([])
    await dialog.getByRole('button', { name: '移交' }).click()
    await done(clerk, '移交了')
  })
})

/** A step from its button or from the menu beside the buttons. */
async function step(name: string): Promise<void> {
  const button = clerk.getByRole('button', { name, exact: true })
  await clerk.getByRole('button', { name: '其他操作' }).waitFor()
  if ((await button.count()) > 0) return button.click()
  await clerk.getByRole('button', { name: '其他操作' }).click()
  await clerk.getByRole('menuitem', { name, exact: true }).click()
}

test('the queue and the case fit a phone and pass axe there, in large print too', async () => {
  const phone = await flow.phone({ as: 'heMin', appearance: 'large' })
  await phone.goto('/desk/cases/all')
  await phone
    .getByRole('link', { name: /居住证申请/ })
    .first()
    .waitFor()
  expect(await sidewaysOverflow(phone)).toBe(0)
  expect(await axeFindings(phone)).toEqual([])
  await phone
    .getByRole('link', { name: /居住证申请/ })
    .first()
    .click()
  await phone.getByRole('heading', { level: 1 }).waitFor()
  expect(await sidewaysOverflow(phone)).toBe(0)
  expect(await axeFindings(phone)).toEqual([])
})

test('many at once: seen first, done after, taken back', async () => {
  for (const who of ['zhou', 'xu', 'liuFang'] as const)
    await flow.town
      .as(who)
      .call(fileCase, { body: { id: randomUUID(), service: 'libraryCard', version: 1, answers: sampleAnswers['libraryCard']! } })
  await clerk.goto('/desk/cases/new')
  await clerk
    .getByRole('checkbox', { name: /选中 SJ/ })
    .first()
    .check()
  await clerk.getByRole('button', { name: '选中这一页' }).click()
  await clerk.getByRole('button', { name: '接手', exact: true }).click()
  await clerk.getByText(/^\d 件可以办/).waitFor()
  await clerk.getByRole('button', { name: /办这 \d 件/ }).click()
  await clerk.getByText(/办了 \d 件，十分钟内可以撤销/).waitFor()
  await clerk.getByRole('button', { name: '撤销' }).click()
  await clerk.getByText(/撤回了 \d 件/).waitFor()
})

async function followUp(page: Page, step: string, words: string): Promise<void> {
  await page.getByRole('group', { name: '差评回访' }).getByText(step, { exact: true }).click()
  await page.getByLabel('写下经过').fill(words)
  await page.getByRole('button', { name: `记下：${step}` }).click()
  await page.getByText(words).first().waitFor()
}
