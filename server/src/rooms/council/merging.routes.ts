import * as merging from '@ronghe/contract/council/merged-concerns.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { answerPart, listMyParts, readMyPart } from './merged-authors.ts'
import { listMerged, readMerged } from './merged-public.ts'
import { listCarried, mergeConcerns, readAtDesk, workOn } from './merging.ts'

export function mergingRoutes(app: App): void {
  implement(app, merging.listCarried, ({ deed, params }) => listCarried(deed, params.councilId))
  implement(app, merging.mergeConcerns, ({ deed, params, body }) => mergeConcerns(deed, params.councilId, body))
  implement(app, merging.readMergedAtDesk, ({ deed, params }) => readAtDesk(deed, params.mergedId))
  implement(app, merging.workOnMerged, ({ deed, params, body }) => workOn(deed, params.mergedId, body.what))
  implement(app, merging.listMerged, ({ deed, params, query }) => listMerged(deed, params.councilId, query))
  implement(app, merging.readMerged, ({ deed, params }) => readMerged(deed, params.mergedId))
  implement(app, merging.listMyParts, ({ deed, person }) => listMyParts(deed, person().personId))
  implement(app, merging.answerMyPart, ({ deed, params, body, person }) =>
    answerPart(deed, { personId: person().personId, concernId: params.concernId }, body.what),
  )
  implement(app, merging.readPartByCode, ({ deed, body }) => readMyPart(deed, { code: body.code }))
  implement(app, merging.answerByCode, ({ deed, body }) => answerPart(deed, { code: body.code }, body.what))
}
