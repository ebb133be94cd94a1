import * as hazards from '@ronghe/contract/station/hazards.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { listAtDesk, readAtDesk, step } from './hazard-desk.ts'
import { addPhoto, coverPhoto, sendPhoto } from './hazard-photos.ts'
import { list, myHazards, readByCode, readOne, reopen, report, reportWithoutName, similar } from './hazards.ts'

export function hazardsRoutes(app: App): void {
  implement(app, hazards.findSimilarHazards, ({ deed, query }) => similar(deed, query))
  implement(app, hazards.reportHazard, async ({ deed, person, body }) => ({ hazard: await report(deed, person().personId, body) }))
  implement(app, hazards.reportHazardWithoutName, ({ deed, body }) => reportWithoutName(deed, body))
  implement(app, hazards.addHazardPhoto, ({ deed, params, upload }) => addPhoto(deed, params.hazardId, upload()))
  implement(app, hazards.coverHazardPhoto, ({ deed, params, body }) => coverPhoto(deed, params.photoId, body))
  implement(app, hazards.readHazardPhoto, async ({ deed, params, query, response }) => {
    await sendPhoto(deed, params.photoId, { size: query.size, uncovered: false }, response)
    return sent
  })
  implement(app, hazards.readUncoveredPhoto, async ({ deed, params, response }) => {
    await sendPhoto(deed, params.photoId, { size: 'full', uncovered: true }, response)
    return sent
  })
  implement(app, hazards.listHazards, ({ deed, query }) => list(deed, query))
  implement(app, hazards.readHazard, ({ deed, params }) => readOne(deed, params.hazardId))
  implement(app, hazards.readHazardByCode, ({ deed, body }) => readByCode(deed, body.code))
  implement(app, hazards.listMyHazards, ({ deed, person }) => myHazards(deed, person().personId))
  implement(app, hazards.reopenHazard, ({ deed, params, body }) => reopen(deed, params.hazardId, body.words))
  implement(app, hazards.listHazardsAtDesk, ({ deed, query }) => listAtDesk(deed, query))
  implement(app, hazards.readHazardAtDesk, ({ deed, params }) => readAtDesk(deed, params.hazardId))
  implement(app, hazards.stepHazard, ({ deed, params, body }) => step(deed, params.hazardId, body))
}
