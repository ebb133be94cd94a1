import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { listReportTemplates } from '@ronghe/contract/station/cases-excel.ts'
import { fileCase } from '@ronghe/contract/station/cases.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { readSheet, writeSheet } from '@ronghe/server/platform/standards/excel.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let lead: Page
beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => void (await town.deed((deed) => loadServices(deed, services))) })
  for (const who of ['chen', 'auntHuang', 'liuFang', 'zhou', 'xu', 'smith'] as const)
    await flow.town
      .as(who)
      .call(fileCase, { body: { id: randomUUID(), service: 'libraryCard', version: 1, answers: sampleAnswers['libraryCard']! } })
  lead = await flow.desk({ as: 'luoYan' })
})
afterAll(() => flow?.close())

const sheetOf = (headers: readonly string[], ...rows: string[][]): Promise<Buffer> =>
  writeSheet(
    headers.map((title, place) => ({ title, value: (row: string[]) => row[place] ?? null })),
    rows,
  )
const xlsx = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
})
const rowsOf = async (path: string): Promise<readonly (readonly unknown[])[]> => {
  const sheet = await readSheet(await readFile(path))
  return sheet.kind === 'sheet' ? sheet.rows.map(({ cells }) => cells) : []
}

test('residents come in by sheet: columns matched, faulty rows named, good ones written', async () => {
  await lead.goto('/desk/import')
  const sheet = await sheetOf(['姓名', '联系电话'], ['林小满', '13800001001'], ['', '13800001002'], ['何大山', '12'])
  await lead.getByLabel('Excel 文件').setInputFiles(xlsx('居民.xlsx', sheet))
  await lead.getByRole('button', { name: '读表' }).click()
  await lead.getByText('读到 3 行').waitFor()
  expect(await axeFindings(lead)).toEqual([])
  await lead.getByRole('button', { name: '检查每一行' }).click()
  await lead.getByRole('heading', { name: '1 行可以写入' }).waitFor()
  await lead.getByText('2 行有问题，不会写入').waitFor()
  await lead.getByText('第 3 行').waitFor()
  await lead.getByRole('button', { name: '写入这 1 行' }).click()
  await lead.getByRole('heading', { name: '写入了 1 行' }).waitFor()
})

test('cases go out for a written purpose, without names unless it needs them', async () => {
  await lead.goto('/desk/export')
  await lead.getByRole('button', { name: '导出表格' }).click()
  await lead.getByRole('alert').first().waitFor() // no purpose, no sheet
  await lead.getByRole('textbox', { name: '用途' }).fill('报区融合办季度汇总')
  const [sheet] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('button', { name: '导出表格' }).click()])
  expect(sheet.suggestedFilename()).toMatch(/^案件_.*\.xlsx$/)
  const text = JSON.stringify(await rowsOf(await sheet.path()))
  expect(text).toContain('图书证')
  expect(text).not.toContain('陈国强')
  expect(await axeFindings(lead)).toEqual([])
})

test('the office’s own sheet is kept and filled for a month that was counted; a wrong name is refused by its cell', async () => {
  const { next } = await flow.town.as('luoYan').call(listReportTemplates)
  await flow.town.rows("update service_case set filed_at = $1::date - interval '10 days', entered_at = $1::date - interval '10 days'", [
    `${next.month}-01`,
  ])
  await lead.goto('/desk/reports')
  await lead.getByText('格子里可以写的名称').waitFor()
  await lead.getByLabel('表样文件').setInputFiles(xlsx('月报.xlsx', await sheetOf(['项目', '数'], ['收件', '{{神奇}}'])))
  await lead.getByRole('button', { name: '上传表样' }).click()
  await lead.getByText(/B2/).first().waitFor()
  await lead.getByLabel('表样文件').setInputFiles(xlsx('月报.xlsx', await sheetOf(['项目', '数'], ['收件', '{{提交}}'])))
  await lead.getByRole('button', { name: '上传表样' }).click()
  await lead.getByRole('heading', { name: '月报' }).waitFor()
  await lead.getByText(/还没定数，.*起可以填/).waitFor()
  await shoot(lead, 'reports')
  expect(await axeFindings(lead)).toEqual([])
  const [sheet] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('button', { name: '填好并下载' }).click()])
  expect((await rowsOf(await sheet.path()))[0]).toEqual(['收件', 6])
})

test('the pack for a power cut holds the queue in words and the numbers to call', async () => {
  await lead.goto('/desk/daily-pack')
  const pack = lead.getByRole('article').first()
  await pack.getByText('图书证').first().waitFor()
  expect(await pack.textContent()).not.toMatch(/\bfiled\b/)
  expect(await lead.getByRole('article').nth(1).textContent()).toContain('110')
})
