import * as concerns from '@ronghe/contract/programme/concerns.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { Refusal } from '../../platform/http/problems.ts'
import { anonymousTurns } from './anonymous-turns.ts'
import { actAsAuthor, adoptConcern, listMine, readMine, shareAsAuthor } from './concern-author.ts'
import { listAlike, listCarried, listProtected, listToAnswer, listToScreen, readConcern, revealAuthor } from './concern-desk.ts'
import { concernTotals, listAnswered } from './concern-public.ts'
import { carryConcern, enterConcern, raiseAnonymously, raiseConcern } from './concern-raising.ts'
import { describeReader } from './concern-reader.ts'
import { listOwners, workOn } from './concern-work.ts'
import { today } from './posts.ts'

export function concernRoutes(app: App): void {
  const turns = anonymousTurns()

  implement(app, concerns.readReader, ({ deed, query }) => describeReader(deed, query))
  implement(app, concerns.raiseConcern, ({ deed, body, person }) => raiseConcern(deed, person().personId, body))
  implement(app, concerns.raiseAnonymously, ({ deed, body, request }) => {
    if (!turns.take(request.ip, today(deed))) throw new Refusal(429, 'enough-for-today', { retryAfterSeconds: 3600 })
    return raiseAnonymously(deed, body)
  })
  implement(app, concerns.enterConcern, ({ deed, body }) => enterConcern(deed, body))
  implement(app, concerns.carryConcern, ({ deed, body }) => carryConcern(deed, body))

  implement(app, concerns.listMyConcerns, ({ deed, query, person }) => listMine(deed, person().personId, query))
  implement(app, concerns.readMyConcern, ({ deed, params, person }) =>
    readMine(deed, { kind: 'account', personId: person().personId, concernId: params.concernId }),
  )
  implement(app, concerns.actOnMyConcern, ({ deed, params, body, person }) =>
    actAsAuthor(deed, { kind: 'account', personId: person().personId, concernId: params.concernId }, body.what),
  )
  implement(app, concerns.shareMyConcern, ({ deed, params, body, person }) =>
    shareAsAuthor(deed, { kind: 'account', personId: person().personId, concernId: params.concernId }, body.share),
  )
  implement(app, concerns.adoptConcern, ({ deed, body, person }) => adoptConcern(deed, person().personId, body.code))

  implement(app, concerns.readByCode, ({ deed, body }) => readMine(deed, { kind: 'code', code: body.code }))
  implement(app, concerns.actByCode, ({ deed, body }) => actAsAuthor(deed, { kind: 'code', code: body.code }, body.what))
  implement(app, concerns.shareByCode, ({ deed, body }) => shareAsAuthor(deed, { kind: 'code', code: body.code }, body.share))

  implement(app, concerns.listCarried, ({ deed, query }) => listCarried(deed, query))
  implement(app, concerns.listToScreen, ({ deed, query }) => listToScreen(deed, query))
  implement(app, concerns.listToAnswer, ({ deed, query }) => listToAnswer(deed, query))
  implement(app, concerns.listProtected, ({ deed, query }) => listProtected(deed, query))
  implement(app, concerns.listOwners, ({ deed }) => listOwners(deed))
  implement(app, concerns.listAlike, ({ deed, params }) => listAlike(deed, params.concernId))
  implement(app, concerns.readConcern, ({ deed, params }) => readConcern(deed, params.concernId))
  implement(app, concerns.workOnConcern, ({ deed, params, body }) => workOn(deed, params.concernId, body.what))
  implement(app, concerns.revealAuthor, ({ deed, params, body }) => revealAuthor(deed, params.concernId, body.why))

  implement(app, concerns.listAnswered, ({ deed, query }) => listAnswered(deed, query))
  implement(app, concerns.readConcernTotals, ({ deed }) => concernTotals(deed))
}
