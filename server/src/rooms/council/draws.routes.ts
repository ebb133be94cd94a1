import * as draws from '@ronghe/contract/council/draws.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { chooseForDraw, drawFile, listDraws, myDraws, readDraw } from './draw-pages.ts'
import { cancelDraw, closeDraw, openDraw, relaxDraw, throwDraw } from './draws.ts'

export function drawRoutes(app: App): void {
  implement(app, draws.listDraws, ({ deed, params }) => listDraws(deed, params.councilId))
  implement(app, draws.readDraw, ({ deed, params }) => readDraw(deed, params.drawId))
  implement(app, draws.readDrawFile, async ({ deed, params, response }) => {
    const text = await drawFile(deed, params.drawId, params.name)
    await response
      .type(params.name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${params.name}"`)
      .header('cache-control', 'no-store')
      .send(text)
    return sent
  })
  implement(app, draws.openDraw, ({ deed, params, body }) => openDraw(deed, params.councilId, body))
  implement(app, draws.closeDraw, async ({ deed, params }) => {
    await closeDraw(deed, params.drawId)
    return readDraw(deed, params.drawId)
  })
  implement(app, draws.relaxDraw, async ({ deed, params }) => {
    await relaxDraw(deed, params.drawId)
    return readDraw(deed, params.drawId)
  })
  implement(app, draws.cancelDraw, async ({ deed, params }) => {
    await cancelDraw(deed, params.drawId)
    return readDraw(deed, params.drawId)
  })
  implement(app, draws.throwDraw, async ({ deed, params, body }) => {
    await throwDraw(deed, params.drawId, body)
    return readDraw(deed, params.drawId)
  })
  implement(app, draws.listMyDraws, ({ deed, person }) => myDraws(deed, person().personId))
  implement(app, draws.chooseForDraw, ({ deed, person, params, body }) => chooseForDraw(deed, person().personId, params.drawId, body))
}
