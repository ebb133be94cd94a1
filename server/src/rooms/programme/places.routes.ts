import * as places from '@ronghe/contract/programme/places.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { addCommunity, addLane, listPlaces, renamePlace } from './places.ts'

export function placesRoutes(app: App): void {
  implement(app, places.listPlaces, ({ deed }) => listPlaces(deed))
  implement(app, places.addCommunity, ({ deed, body }) => addCommunity(deed, body.name))
  implement(app, places.addLane, ({ deed, params, body }) => addLane(deed, params.communityId, body.name))
  implement(app, places.renamePlace, ({ deed, params, body }) => renamePlace(deed, params.kind, params.placeId, body.name))
}
