import { dropDocument, readDocument, uploadDocument } from '@ronghe/contract/station/documents.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { dropOwnDocument, keepDocument, sendDocument } from './documents.ts'

export function documentsRoutes(app: App): void {
  implement(app, uploadDocument, ({ deed, upload }) => keepDocument(deed, upload().bytes))
  implement(app, readDocument, async ({ deed, params, query, response }) => {
    await sendDocument(deed, params.fileId, query.size, response)
    return sent
  })
  implement(app, dropDocument, async ({ deed, params }) => {
    await dropOwnDocument(deed, params.fileId)
    return {}
  })
}
