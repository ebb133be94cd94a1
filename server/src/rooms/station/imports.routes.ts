import {
  bringStatusBack,
  dropReportTemplate,
  exportCases,
  fillReportTemplate,
  listReportTemplates,
  uploadReportTemplate,
} from '@ronghe/contract/station/cases-excel.ts'
import { checkImport, runImport, startImport } from '@ronghe/contract/station/imports.ts'
import type { FastifyReply } from 'fastify'
import type { Deed } from '../../platform/deed.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { takeStatusSheet } from './case-status-back.ts'
import { exportSheet } from './exports.ts'
import { check, run, start } from './imports.ts'
import { dropTemplate, fillTemplate, keepTemplate, listTemplates } from './reports.ts'

export function sheetsRoutes(app: App): void {
  implement(app, bringStatusBack, ({ deed, upload }) => {
    const { bytes, fields } = upload()
    return takeStatusSheet(deed, bytes, fields['preview'] === 'yes')
  })
  implement(app, exportCases, async ({ deed, body, response }) =>
    sendSheet(deed, response, await exportSheet(deed, body), `cases-${body.from}-${body.to}`),
  )
  implement(app, listReportTemplates, ({ deed }) => listTemplates(deed))
  implement(app, uploadReportTemplate, ({ deed, upload }) => {
    const { bytes, fields } = upload()
    return keepTemplate(deed, bytes, fields['name'] ?? '')
  })
  implement(app, fillReportTemplate, async ({ deed, params, body, response }) => {
    const { bytes, name } = await fillTemplate(deed, params.templateId, body)
    return sendSheet(deed, response, bytes, `${name}-${body.from}-${body.to}`)
  })
  implement(app, dropReportTemplate, async ({ deed, params }) => {
    await dropTemplate(deed, params.templateId)
    return {}
  })
  implement(app, startImport, ({ deed, upload }) => {
    const { bytes, fields } = upload()
    return start(deed, bytes, fields['kind'] ?? '')
  })
  implement(app, checkImport, ({ deed, params, body }) => check(deed, params.importId, body.mapping))
  implement(app, runImport, ({ deed, params, body }) => run(deed, params.importId, body.mapping))
}

/** Only once the deed stands: what could not be recorded is not handed out. */
function sendSheet(deed: Deed, response: FastifyReply, bytes: Buffer, name: string): typeof sent {
  deed.afterCommit(async () => {
    await response
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`)
      .send(bytes)
  })
  return sent
}
