import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment } from '../values.ts'
import { CaseChannel, CaseState } from './cases.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const RowResult = z.object({
  row: z.int(),
  number: z.string(),
  done: z.boolean(),
  code: z.nullable(z.string()),
  sentence: z.nullable(z.string()),
})

/** Columns 编号, 部门编号, 状态, 结果, 原因: each row is taken or refused on its own, and says why. */
export const bringStatusBack = operation({
  id: 'station.cases.status-back',
  method: 'POST',
  path: '/api/v1/desk/cases-status',
  post: 'station.import',
  summary: 'What the department’s system says, from an Excel sheet (multipart, field `file`; field `preview` = yes only examines)',
  media: { request: 'multipart/form-data' },
  reply: z.object({ preview: z.boolean(), results: z.array(RowResult), unknownColumns: z.array(z.string()) }),
})

/** Who took what, why and how much is recorded and shown to the street lead. */
export const exportCases = operation({
  id: 'station.cases.export',
  method: 'POST',
  path: '/api/v1/desk/cases-export',
  post: 'station.export',
  summary: 'Cases as an Excel sheet, with the purpose; names and phones only where the purpose says so',
  body: z.object({
    from: Day,
    to: Day,
    service: z.optional(z.string().check(z.maxLength(60))),
    state: z.optional(CaseState),
    channel: z.optional(CaseChannel),
    withNames: z._default(z.boolean(), false),
    purpose: z.string().check(z.trim(), z.minLength(4), z.maxLength(200)),
  }),
  purpose: 'export',
  media: { reply: workbook },
})

export const listReportTemplates = operation({
  id: 'station.reports.list',
  method: 'GET',
  path: '/api/v1/report-templates',
  post: 'station.reports.fill',
  summary: 'The office’s own report sheets, and the names that can stand in them',
  reply: z.object({
    items: z.array(z.object({ id: Id, name: z.string(), cells: z.int(), uploadedAt: Moment })),
    names: z.array(z.object({ name: z.string(), meaning: z.string() })),
    /** The earliest month that is not counted yet, and from when its figures are shown. */
    next: z.object({ month: z.string(), shownFrom: Day }),
  }),
})

export const uploadReportTemplate = operation({
  id: 'station.reports.upload',
  method: 'POST',
  path: '/api/v1/report-templates',
  post: 'station.reports.fill',
  summary: 'Keep a report sheet (multipart: `file`, `name`); a name in double braces that is not known is refused by its cell',
  media: { request: 'multipart/form-data' },
  status: 201,
  reply: z.object({ id: Id, name: z.string(), cells: z.int() }),
})

export const fillReportTemplate = operation({
  id: 'station.reports.fill',
  method: 'POST',
  path: '/api/v1/report-templates/:templateId/fill',
  post: 'station.reports.fill',
  summary: 'The sheet filled in for whole months that have been counted, small counts hidden, with a sheet of sources',
  params: z.object({ templateId: Id }),
  body: z.object({ from: Day, to: Day }),
  media: { reply: workbook },
})

export const dropReportTemplate = operation({
  id: 'station.reports.drop',
  method: 'DELETE',
  path: '/api/v1/report-templates/:templateId',
  post: 'station.reports.fill',
  summary: 'Throw a report sheet away',
  params: z.object({ templateId: Id }),
  status: 204,
})
