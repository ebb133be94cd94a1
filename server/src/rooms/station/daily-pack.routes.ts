import { beginExternalLetter, readCopySheet, readDailyPack, readPaperForm } from '@ronghe/contract/station/cases-papers.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { notFound } from '../../platform/http/problems.ts'
import { beginLetter } from './case-letter.ts'
import { readPack, readSheet } from './daily-pack.ts'
import { findService } from './services.ts'

export function dailyPackRoutes(app: App): void {
  implement(app, readCopySheet, ({ deed, params }) => readSheet(deed, params.caseId))
  implement(app, beginExternalLetter, ({ deed, params }) => beginLetter(deed, params.caseId))
  implement(app, readDailyPack, ({ deed }) => readPack(deed))
  implement(app, readPaperForm, async ({ deed, params }) => {
    const service = await findService(deed, params.key)
    if (!service || service.retired) throw notFound('service')
    return {
      definition: service.definition,
      street: deed.street.name,
      link: `${deed.platform.config.publicUrl ?? ''}/services/${params.key}`,
    }
  })
}
