import { askEligibility, listOpenings, listServices, readService, writeServiceLetter } from '@ronghe/contract/station/services.ts'
import {
  checkServiceDraft,
  compareServiceVersions,
  listCatalogue,
  previewServiceDraft,
  publishService,
  readServiceDraft,
  readServiceHistory,
  retireService,
  saveServiceDraft,
  startService,
} from '@ronghe/contract/station/services-editing.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import {
  checkSentDefinition,
  listEditableServices,
  previewDraftOf,
  publishDraftOf,
  readDraftOf,
  retireServiceOf,
  saveDraftOf,
  startNewService,
} from './services-editing.ts'
import { compareVersionsOf, readHistoryOf } from './services-history.ts'
import { describeService, fillServiceLetter, listServiceOpenings, searchServices, weighEligibility } from './services.ts'

export function servicesRoutes(app: App): void {
  implement(app, listServices, ({ deed, query }) => searchServices(deed, query))
  implement(app, readService, ({ deed, params, query }) => describeService(deed, params.key, query.version))
  implement(app, listOpenings, ({ deed }) => listServiceOpenings(deed))
  implement(app, askEligibility, ({ deed, params, body }) => weighEligibility(deed, params.key, body.answers))
  implement(app, writeServiceLetter, ({ deed, params, body }) => fillServiceLetter(deed, params.key, body.answers))
  implement(app, listCatalogue, ({ deed }) => listEditableServices(deed))
  implement(app, startService, ({ deed, body }) => startNewService(deed, body))
  implement(app, readServiceDraft, ({ deed, params }) => readDraftOf(deed, params.key))
  implement(app, saveServiceDraft, ({ deed, params, body }) => saveDraftOf(deed, params.key, body))
  implement(app, checkServiceDraft, ({ deed, body }) => checkSentDefinition(deed, body.definition))
  implement(app, previewServiceDraft, ({ deed, params }) => previewDraftOf(deed, params.key))
  implement(app, publishService, ({ deed, params, body }) => publishDraftOf(deed, params.key, body))
  implement(app, readServiceHistory, ({ deed, params }) => readHistoryOf(deed, params.key))
  implement(app, compareServiceVersions, ({ deed, params, query }) => compareVersionsOf(deed, params.key, query))
  implement(app, retireService, ({ deed, params, body }) => retireServiceOf(deed, params.key, body.instead))
}
