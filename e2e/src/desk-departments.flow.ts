import { randomUUID } from 'node:crypto'
import { fileCase, readMyCase } from '@ronghe/contract/station/cases.ts'
import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { acceptAsDepartment, acceptCase, decideCase, routeCase, startExternalStep } from '@ronghe/contract/station/cases-steps.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { residencePermit } from '@ronghe/demo/services/residence-permit.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { writeSheet } from '@ronghe/server/platform/standards/excel.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let clerk: Page

beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
      await town.deed(loadProgramme)
    },
  })
  clerk = await flow.desk({ as: 'heMin' })
})
afterAll(() => flow?.close())

const done = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor()
const isFit = async (page: Page, where: string): Promise<void> => expect(await axeFindings(page), where).toEqual([])

/** A case of that service, accepted at window 2 and handed to its department. */
async function routed(who: 'chen' | 'zhou' | 'liuFang', service: string): Promise<{ readonly id: string; readonly number: string }> {
  const consents = services.find(({ key }) => key === service)!.consents.map(({ purpose }) => purpose)
  const body = { id: randomUUID(), service, version: 1, answers: sampleAnswers[service]!, consents }
  const { id } = await flow.town.as(who).call(fileCase, { body })
  const desk = flow.town.as('heMin')
  const params = { caseId: id }
  await desk.call(acceptCase, { params, body: { events: (await desk.call(readCase, { params })).events } })
  await desk.call(routeCase, { params, body: { events: (await desk.call(readCase, { params })).events, words: '' } })
  return { id, number: (await desk.call(readCase, { params })).number }
}

/** A step from its button, or from the menu where there are more than fit beside each other. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '抄录单' }).waitFor()
  const button = page.getByRole('button', { name, exact: true })
  if ((await button.count()) > 0) return button.click()
  await page.getByRole('button', { name: '其他操作' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

test('a department that is not the right one sends the case back, not without a reason, and the window reads it', async () => {
  const { id } = await routed('chen', 'residencePermit')
  const police = await flow.desk({ as: 'wangJun' })
  await police.goto(`/desk/cases/mine/${id}`)
  await press(police, '不接收，退回')
  const dialog = police.getByRole('dialog')
  await dialog.getByRole('button', { name: '不接收，退回' }).click()
  await dialog.getByRole('alert').getByText('写明原因。').waitFor()
  expect(await flow.town.as('chen').call(readMyCase, { params: { caseId: id } })).toMatchObject({ state: 'routed' })
  await isFit(police, 'declining')
  await dialog.getByLabel('原因').fill('这一户归河边派出所办。')
  await dialog.getByRole('button', { name: '不接收，退回' }).click()
  await done(police, '退回服务站了')
  await police.context().close()

  await clerk.goto('/desk/cases/returned')
  await clerk.getByRole('link', { name: /居住证申请/ }).click()
  await clerk.getByText('这一户归河边派出所办。').waitFor()
  await isFit(clerk, 'a returned case')
  await shoot(clerk, 'case-returned')
})

test('a department that took a case on can return it, and after the outcome the window reopens it with a reason', async () => {
  const { id } = await routed('zhou', 'residencePermit')
  const police = await flow.desk({ as: 'wangJun' })
  await police.goto(`/desk/cases/mine/${id}`)
  await press(police, '接收')
  await done(police, '接收了')
  await press(police, '退回服务站')
  await police.getByRole('dialog').getByLabel('原因').fill('相片不合要求，请重新拍。')
  await police.getByRole('dialog').getByRole('button', { name: '退回服务站' }).click()
  await done(police, '退回服务站了')
  await police.context().close()
  await expect.poll(async () => (await flow.town.as('zhou').call(readMyCase, { params: { caseId: id } })).state).toBe('accepted')

  await clerk.goto(`/desk/cases/returned/${id}`)
  await clerk.getByText('相片不合要求，请重新拍。').waitFor()
  await press(clerk, '转部门')
  await clerk.getByRole('dialog').getByLabel('给部门的话').fill('相片换好了。')
  await clerk.getByRole('dialog').getByRole('button', { name: '转过去' }).click()
  await done(clerk, '转过去了，对方两个工作日内答复')
  const desk = flow.town.as('wangJun')
  const params = { caseId: id }
  const events = async (): Promise<number> => (await desk.call(readCase, { params })).events
  await desk.call(acceptAsDepartment, { params, body: { events: await events() } })
  const reason = residencePermit.decisionReasons.find(({ outcome }) => outcome === 'refused')!.id
  await desk.call(decideCase, { params, body: { events: await events(), outcome: 'refused', reason, words: '' } })
  await clerk.reload()
  await clerk.getByRole('heading', { name: /结果：不予/ }).waitFor()
  await press(clerk, '重新办理')
  await clerk.getByRole('dialog').getByLabel('原因').fill('相片补来了，接着办。')
  await clerk.getByRole('dialog').getByRole('button', { name: '重新办理' }).click()
  await done(clerk, '重新办理了')
  await clerk.getByText(/重新办理过 1 次/).waitFor()
  expect(await flow.town.as('zhou').call(readMyCase, { params: { caseId: id } })).toMatchObject({ state: 'accepted', outcome: null })
})

test('the letter to the other place is printed on A4 with its number, and nothing of the desk is on the paper', async () => {
  const consents = services.find(({ key }) => key === 'honghuReimbursement')!.consents.map(({ purpose }) => purpose)
  const { id } = await flow.town.as('liuFang').call(fileCase, {
    body: { id: randomUUID(), service: 'honghuReimbursement', version: 1, answers: sampleAnswers['honghuReimbursement']!, consents },
  })
  const desk = flow.town.as('heMin')
  const params = { caseId: id }
  await desk.call(acceptCase, { params, body: { events: (await desk.call(readCase, { params })).events } })
  const sentOn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(flow.town.now())
  const words = '洪湖市医疗保障经办机构：\n请协助核对刘芳的住院报销，材料随信寄上。'
  await desk.call(startExternalStep, {
    params,
    body: { events: (await desk.call(readCase, { params })).events, letter: words, sentOn },
  })
  await clerk.goto(`/desk/cases/external/${id}`)
  await clerk.getByRole('link', { name: '打印函件' }).click()
  const sheet = clerk.getByRole('article')
  await sheet.getByText('请协助核对刘芳的住院报销').waitFor()
  expect(await sheet.textContent(), 'who sends it, when, and room for the seal').toMatch(/S街融合社区服务站\d{4}年\d+月\d+日（盖章）/)
  await isFit(clerk, 'the letter')
  await clerk.emulateMedia({ media: 'print' })
  await expect(clerk.getByRole('button', { name: '打印函件' }).isVisible()).resolves.toBe(false)
  expect(await sheet.evaluate((paper) => paper.getBoundingClientRect().left), 'the side bar is not printed').toBeLessThan(60)
  await shoot(clerk, 'print-letter')
  await clerk.emulateMedia({ media: 'screen' })
})

const sheetOf = (headers: readonly string[], ...rows: string[][]): Promise<Buffer> =>
  writeSheet(
    headers.map((title, place) => ({ title, value: (row: string[]) => row[place] ?? null })),
    rows,
  )
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('what the department’s system says comes back by sheet: seen first, row by row, and only then told', async () => {
  const { id, number } = await routed('liuFang', 'residencePermit')
  const desk = flow.town.as('wangJun')
  await desk.call(acceptAsDepartment, {
    params: { caseId: id },
    body: { events: (await desk.call(readCase, { params: { caseId: id } })).events },
  })
  const lead = await flow.desk({ as: 'luoYan' })
  await lead.goto('/desk/import')
  await lead.getByRole('radio', { name: /部门办理状态/ }).check()
  await lead.getByRole('button', { name: '先看会怎样' }).click()
  await lead.getByRole('alert').getByText('先选一个 Excel 文件。').waitFor()
  const buffer = await sheetOf(
    ['编号', '部门编号', '状态', '原因', '经办人'],
    [number, 'GA-2026-0091', '退回', '要补租赁合同', '某某'],
    ['SJ-2000-00001', '', '已接收', '', ''],
  )
  await lead.getByLabel('Excel 文件').setInputFiles({ name: '派出所.xlsx', mimeType: workbook, buffer })
  await lead.getByRole('button', { name: '先看会怎样' }).click()
  await lead.getByRole('row', { name: new RegExp(`${number} 更新`) }).waitFor()
  await lead.getByRole('row', { name: /SJ-2000-00001 没更新/ }).waitFor()
  await lead.getByText('不认识的列，没有用上：经办人').waitFor()
  await isFit(lead, 'what a sheet would do')
  await shoot(lead, 'status-back')
  expect(await flow.town.as('liuFang').call(readMyCase, { params: { caseId: id } }), 'looking changes nothing').toMatchObject({
    state: 'routed',
  })
  await lead.getByRole('button', { name: '照这样更新' }).click()
  await expect.poll(async () => (await flow.town.as('liuFang').call(readMyCase, { params: { caseId: id } })).state).toBe('accepted')
  await lead.context().close()
})

test('old cases come in by sheet: a wrong guess is put right, a faulty row is named, and the good one is in the queue', async () => {
  const lead = await flow.desk({ as: 'luoYan' })
  await lead.goto('/desk/import')
  await lead.getByRole('radio', { name: /^案件/ }).check()
  const buffer = await sheetOf(
    ['要办的', '联系电话', '给谁办？', '到哪里领？', '您住在哪个社区？'],
    ['图书证', '19900000001', '我自己', '服务站', '松柏新村'],
    ['没有这件事', '19900000002', '', '', ''],
  )
  await lead.getByLabel('Excel 文件').setInputFiles({ name: '旧台账.xlsx', mimeType: workbook, buffer })
  await lead.getByRole('button', { name: '读表' }).click()
  await lead.getByText('读到 2 行').waitFor()
  await lead.getByText(/还没对上：服务/).waitFor()
  expect(await lead.getByRole('button', { name: '检查每一行' }).count(), 'not before all that is needed is matched').toBe(0)
  await lead.getByLabel('服务', { exact: true }).selectOption({ label: '要办的' })
  await lead.getByRole('button', { name: '检查每一行' }).click()
  await lead.getByRole('heading', { name: '1 行可以写入' }).waitFor()
  await lead.getByRole('row', { name: /第 3 行.*没有这件事/ }).waitFor()
  await isFit(lead, 'cases by sheet')
  await shoot(lead, 'import-cases')
  const before = await flow.town.rows('select 1 from service_case')
  await lead.getByRole('button', { name: '写入这 1 行' }).click()
  await lead.getByRole('heading', { name: '写入了 1 行' }).waitFor()
  expect(await flow.town.rows('select 1 from service_case')).toHaveLength(before.length + 1)
  await lead.context().close()
})

test('the saved views lie beside each other with what waits in them, and an empty one says what to do next', async () => {
  await clerk.goto('/desk')
  for (const view of ['待办', '新提交', '快到期', '等居民补件', '部门退回', '等外地回复', '已升级', '有结果，待交付', '全部案件']) {
    await clerk
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${view}`) })
      .first()
      .click()
    await clerk.getByRole('heading', { level: 1, name: view }).waitFor({ state: 'attached' })
    await clerk
      .getByRole('link', { name: /申请|图书证|报销/ })
      .or(clerk.getByRole('link', { name: '录入纸质申请' }))
      .first()
      .waitFor()
  }
  await clerk.goto('/desk/cases/escalated')
  await clerk.getByText('没有升级的').waitFor()
  await clerk.getByRole('link', { name: '看新提交的' }).click()
  await clerk.getByRole('heading', { level: 1, name: '新提交' }).waitFor({ state: 'attached' })
  await isFit(clerk, 'an empty view leads on')
})

test('the pack for a power cut prints on paper: no button, no side bar, one sheet after the other', async () => {
  await clerk.goto('/desk/daily-pack')
  await clerk.getByRole('article').first().waitFor()
  await isFit(clerk, 'the pack')
  await clerk.emulateMedia({ media: 'print' })
  expect(await clerk.getByRole('button', { name: '打印备用包' }).isVisible()).toBe(false)
  expect(await clerk.getByRole('navigation').first().isVisible()).toBe(false)
  const breaks = await clerk
    .getByRole('article')
    .evaluateAll((sheets) => sheets.slice(0, -1).map((sheet) => getComputedStyle(sheet).breakAfter))
  expect(new Set(breaks)).toEqual(new Set(['page']))
  await shoot(clerk, 'print-pack')
  await clerk.emulateMedia({ media: 'screen' })
})
