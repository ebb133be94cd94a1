import {
  bringStatusBack,
  exportCases,
  fillReportTemplate,
  listReportTemplates,
  uploadReportTemplate,
} from '@ronghe/contract/station/cases-excel.ts'
import { readCopySheet, readDailyPack, readPaperForm } from '@ronghe/contract/station/cases-papers.ts'
import { acceptCase, receiveDocuments, routeCase } from '@ronghe/contract/station/cases-steps.ts'
import { readMyCase } from '@ronghe/contract/station/cases.ts'
import { checkImport, runImport, startImport } from '@ronghe/contract/station/imports.ts'
import type { AnyOperation } from '@ronghe/contract/operation.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, type Town } from '../../platform/database/testing.ts'
import { readSheet, writeSheet } from '../../platform/standards/excel.ts'
import { wholeMonths } from './report-figures.ts'
import { fillWorkbook, namedCells } from './report-workbook.ts'
import { file, openStation } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openStation()
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

const sheetOf = (headers: readonly string[], ...rows: (string | number)[][]) =>
  writeSheet(
    headers.map((title, place) => ({ title, value: (row: (string | number)[]) => row[place] ?? null })),
    rows,
  )
async function send(
  who: CastKey,
  operation: AnyOperation,
  bytes: Buffer,
  fields: Record<string, string> = {},
  params?: Record<string, string>,
) {
  const boundary = 'x-sheet-test'
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]
  const { status, body } = await town.as(who).raw(operation, {
    ...(params ? { params } : {}),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat(parts),
  })
  return { status, reply: JSON.parse(body) }
}

describe('what a department’s own system says', () => {
  test('comes back by sheet: a preview changes nothing, each row is taken or says why not', async () => {
    const { id, number } = await file(town, 'chen', 'residencePermit')
    const params = { caseId: id }
    await town.as('heMin').call(acceptCase, { params, body: { events: 1 } })
    await town.as('heMin').call(receiveDocuments, {
      params,
      body: {
        events: 2,
        documents: [
          { need: 'jobProof', state: 'received' },
          { need: 'idCard', state: 'seen' },
          { need: 'photo', state: 'received' },
          { need: 'addressProof', state: 'received' },
        ],
      },
    })
    await town.as('heMin').call(routeCase, { params, body: { events: 3 } })
    const sheet = await sheetOf(
      ['编号', '部门编号', '状态', '结果', '原因', '备注'],
      [number, 'JZ-778', '办结', '同意', ''],
      ['SJ-2611-99999', '', '办结', '同意', ''],
      [number, '', '飞走', '', ''],
    )
    const preview = await send('luoYan', bringStatusBack, sheet, { preview: 'yes' })
    expect(preview.reply).toMatchObject({
      preview: true,
      results: [{ done: true }, { done: false, code: 'row-case-unknown' }, { done: false, code: 'row-state-unknown' }],
      unknownColumns: ['备注'],
    })
    expect(await town.as('chen').call(readMyCase, { params })).toMatchObject({ state: 'routed' })
    await send('luoYan', bringStatusBack, sheet)
    expect(await town.as('chen').call(readMyCase, { params })).toMatchObject({ state: 'decided', outcome: 'granted' })
    expect(await town.as('wangJun').call(readCopySheet, { params })).toMatchObject({
      departmentNumber: 'JZ-778',
      fields: expect.arrayContaining([{ key: 'idNumber', label: expect.any(String), value: '11010519491231002X' }]),
    })
    expect((await send('heMin', bringStatusBack, sheet)).status).toBe(403)
  })
})

describe('sheets in', () => {
  test('residents: columns are guessed, faulty rows are named, good ones are written once however often it is run', async () => {
    const sheet = await sheetOf(
      ['姓名（必填）', '联系电话'],
      ['林小满', '13800001001'],
      ['', '13800001002'],
      ['何大山', '12'],
      ['陈国强', '19900000001'],
      ['林小满', '13800001001'],
    )
    const { reply } = await send('luoYan', startImport, sheet, { kind: 'residents' })
    expect(reply).toMatchObject({ rows: 5, suggested: { name: '姓名（必填）', phone: '联系电话' } })
    const asked = { params: { importId: reply.id as string }, body: { mapping: reply.suggested as Record<string, string> } }
    expect(await town.as('luoYan').call(checkImport, asked)).toMatchObject({
      good: 1,
      known: 1,
      faults: [
        { row: 3, code: 'row-name-missing' },
        { row: 4, code: 'row-phone-wrong' },
        { row: 6, code: 'row-twice', sentence: '和第 2 行重复。' },
      ],
    })
    expect(await town.as('luoYan').call(runImport, asked)).toMatchObject({ written: 1, known: 1 })
    expect(await town.as('luoYan').call(runImport, asked)).toMatchObject({ written: 0, known: 2 })
    expect(await town.rows(`select 1 from person where origin = 'import'`)).toHaveLength(1)
    expect(await town.rows(`select 1 from group_choice g join person p on p.id = g.person_id where p.origin = 'import'`)).toEqual([])
    expect(await town.as('heMin').refused(runImport, asked)).toMatchObject({ status: 403 })
  })

  test('cases: answers are checked by the form itself, known facts are filled in, paper keeps its day', async () => {
    const sheet = await sheetOf(
      ['服务', '手机号', '提交日期', '给谁办？', '到哪里领？'],
      ['图书证', '19900000002', '2026-11-20', '我自己', '服务站'],
      ['没有的事', '19900000002', '', '', ''],
      ['居住证申请', '19900000001', '', '', ''],
      ['图书证', '13700009999', '', '我自己', '服务站'],
    )
    const { reply } = await send('luoYan', startImport, sheet, { kind: 'cases' })
    const needed = (reply.fields as { field: string; needed: boolean }[]).filter((one) => one.needed).map(({ field }) => field)
    expect(needed).toEqual(['service', 'phone'])
    const asked = { params: { importId: reply.id as string }, body: { mapping: reply.suggested as Record<string, string> } }
    expect(await town.as('luoYan').call(checkImport, asked)).toMatchObject({
      good: 1,
      faults: [
        { row: 3, code: 'row-service-unknown' },
        { row: 4, code: 'form-answer' },
        { row: 5, code: 'row-person-unknown' },
      ],
    })
    expect(await town.rows(`select 1 from service_case where source = 'import'`)).toEqual([])
    await town.as('luoYan').call(runImport, asked)
    expect(await town.as('luoYan').call(runImport, asked)).toMatchObject({ written: 0, known: 1 })
    expect(await town.rows(`select person_id, channel, filed_at from service_case where source = 'import'`)).toEqual([
      { person_id: town.idOf('auntHuang'), channel: 'paper', filed_at: new Date('2026-11-20T00:00:00+08:00') },
    ])
    expect(await town.as('luoYan').refused(checkImport, { params: { importId: reply.id as string }, body: { mapping: {} } })).toMatchObject(
      { status: 422, errors: [{ path: 'mapping.service' }, { path: 'mapping.phone' }] },
    )
    expect((await send('luoYan', startImport, Buffer.from('not a sheet'), { kind: 'cases' })).status).toBe(422)
  })
})

describe('sheets out', () => {
  test('cases are exported with the purpose in the journal; names only when asked for, and then everybody named is shown it; never a group', async () => {
    await file(town, 'auntHuang', 'libraryCard')
    const body = { from: '2026-11-01', to: '2026-11-30', purpose: '月度核对台账' }
    const plain = await town.as('luoYan').raw(exportCases, { body })
    const sheet = await readSheet(plain.bytes)
    expect(sheet.kind === 'sheet' && sheet.headers).toEqual(expect.arrayContaining(['编号', '服务', '状态']))
    expect(sheet.kind === 'sheet' && sheet.headers).not.toContain('姓名')
    expect(JSON.stringify(sheet)).not.toMatch(/newcomer|local|来穗/)
    const looks = () => town.rows(`select 1 from access_log where person_id = $1 and purpose = 'export'`, [town.idOf('auntHuang')])
    expect(await looks()).toHaveLength(0)
    const named = await readSheet((await town.as('luoYan').raw(exportCases, { body: { ...body, withNames: true } })).bytes)
    expect(JSON.stringify(named)).toContain('黄美珍')
    expect(await looks()).toHaveLength(1)
    expect(await town.rows(`select 1 from journal_leaf where kind = 'station.cases.exported'`)).toHaveLength(2)
    expect(await town.as('heMin').refused(exportCases, { body })).toMatchObject({ status: 403 })
    expect(await town.as('luoYan').refused(exportCases, { body: { ...body, purpose: '看' } })).toMatchObject({ status: 422 })
  })

  test('the office’s own sheet is filled for whole months; unknown names are refused by cell; a small count says so in words', async () => {
    const unknown = await send(
      'officerLin',
      uploadReportTemplate,
      await sheetOf(['项目', '数'], ['收件', '{{提交}}'], ['神奇', '{{神奇}}']),
      { name: '月报' },
    )
    expect(unknown).toMatchObject({ status: 422, reply: { errors: [{ path: 'Sheet1!B3', code: 'template-unknown-name' }] } })
    for (let filed = 0; filed < 6; filed++) await file(town, 'chen', 'leaseFiling')
    const template = await send(
      'officerLin',
      uploadReportTemplate,
      await sheetOf(['项目', '数'], ['收件', '{{提交}}'], ['转办', '{{转办}}'], ['期间', '{{起}}至{{止}}']),
      { name: '月报' },
    )
    expect(template).toMatchObject({ status: 201, reply: { cells: 3 } })
    const params = { templateId: template.reply.id as string }
    expect(
      await town.as('officerLin').refused(fillReportTemplate, { params, body: { from: '2026-11-02', to: '2026-11-30' } }),
    ).toMatchObject({ errors: [{ code: 'period-whole-months' }] })
    const november = { params, body: { from: '2026-11-01', to: '2026-11-30' } }
    expect((await town.as('officerLin').call(listReportTemplates)).next).toEqual({ month: '2026-11', shownFrom: '2026-12-06' })
    town.at('2026-12-05T23:00:00+08:00')
    expect(await town.as('officerLin').refused(fillReportTemplate, november)).toMatchObject({
      errors: [{ code: 'period-not-counted', detail: '2026-11 还没定数，2026-12-06 起可以填。' }],
    })
    expect(await town.rows('select 1 from frozen_figure')).toEqual([])
    town.at('2026-12-06T00:10:00+08:00')
    const filled = await town.as('officerLin').raw(fillReportTemplate, november)
    const sheet = await readSheet(filled.bytes)
    const rows = sheet.kind === 'sheet' ? sheet.rows.map(({ cells }) => cells) : []
    const [{ count }] = (await town.rows<{ count: string }>(
      `select count(*) from service_case where merged_into is null and filed_at >= '2026-11-01T00:00:00+08:00'`,
    )) as [{ count: string }]
    expect(rows[0]).toEqual(['收件', Number(count)])
    expect(rows[1]).toEqual(['转办', '太少，不显示'])
    expect(rows[2]).toEqual(['期间', '2026-11-01至2026-11-30'])
    expect(namedCells(filled.bytes)).toEqual([])
    expect((await town.as('officerLin').call(listReportTemplates)).names.map(({ name }) => name)).toContain('提交:居住证申请')
    expect(await town.as('chen').refused(listReportTemplates)).toMatchObject({ status: 403 })
    // Entered late from paper, or gone: the month was counted and stays, and the sheet says so.
    await town.rows(`update service_case set filed_at = '2026-10-05T09:00:00+08:00' where channel = 'phone'`)
    town.at('2027-01-20T09:00:00+08:00')
    const again = await readSheet((await town.as('officerLin').raw(fillReportTemplate, november)).bytes)
    expect(again.kind === 'sheet' && again.rows.map(({ cells }) => cells)).toEqual(rows)
    const sources = strFromU8(unzipSync(filled.bytes)['xl/worksheets/sheetSources.xml']!)
    expect(sources).toContain('2026-11：2026-12-06 定数')
    expect(sources).toContain('之后补录的纸质申请')
  })

  test('a name alone in its cell becomes a number; a sheet of sources is added beside', async () => {
    const filled = fillWorkbook(
      await sheetOf(['a'], ['{{n}} & {{m}}'], ['{{ n }}']),
      (name) => (name === 'n' ? { kind: 'number', value: 7 } : { kind: 'text', text: '<少>' }),
      { title: '数据来源', rows: [['x']] },
    )
    const sheet = await readSheet(filled)
    expect(sheet.kind === 'sheet' && sheet.rows.map(({ cells }) => cells[0])).toEqual(['7 & <少>', 7])
    expect(filled.includes('sheetSources.xml')).toBe(true)
  })

  test('only whole months make a period', () => {
    expect(wholeMonths('2026-11-01', '2027-02-28')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(wholeMonths('2026-11-01', '2026-11-29')).toBeUndefined()
    expect(wholeMonths('2026-12-01', '2026-11-30')).toBeUndefined()
  })
})

describe('for a power cut', () => {
  test('the day’s queue, the forms and the numbers to call are printed, and everybody on the list is shown it', async () => {
    await file(town, 'liuFang', 'libraryCard')
    const pack = await town.as('heMin').call(readDailyPack)
    expect(pack.queue).toContainEqual(expect.objectContaining({ person: '刘**', phone: '19900000003' }))
    expect(pack.forms.map(({ key }) => key)).toContain('residencePermit')
    expect(pack.phones.map(({ phone }) => phone)).toEqual(expect.arrayContaining(['110', '120']))
    expect(await town.rows(`select 1 from access_log where person_id = $1 and purpose = 'dailyPack'`, [town.idOf('liuFang')])).toHaveLength(
      1,
    )
    expect(await town.as('chen').refused(readDailyPack)).toMatchObject({ status: 403 })
    expect(await town.anonymous.call(readPaperForm, { params: { key: 'residencePermit' } })).toMatchObject({ street: { 'zh-CN': 'S街' } })
  })
})
