import { dropDraft, keepDraftFile, listDrafts, readDraft, saveDraft } from '@ronghe/contract/station/forms.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { putDraftFile } from './draft-files.ts'
import { dropDraftOf, listOwnDrafts, readOwnDraft, saveOwnDraft } from './drafts.ts'

export function draftsRoutes(app: App): void {
  implement(app, listDrafts, ({ deed }) => listOwnDrafts(deed))
  implement(app, readDraft, ({ deed, params, query }) => readOwnDraft(deed, params.key, query))
  implement(app, saveDraft, ({ deed, params, body }) => saveOwnDraft(deed, params.key, body))
  implement(app, keepDraftFile, ({ deed, params, upload }) => putDraftFile(deed, params.key, params.fileId, upload().bytes))
  implement(app, dropDraft, async ({ deed, params, person }) => {
    await dropDraftOf(deed, person().personId, params.key)
    return {}
  })
}
