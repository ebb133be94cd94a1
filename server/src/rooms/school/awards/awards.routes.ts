import * as awards from '@ronghe/contract/school/awards.ts'
import { type App, implement } from '../../../platform/http/implement.ts'
import { answer, enter, listFor, listMine, offer } from './awards.ts'

export function awardRoutes(app: App): void {
  implement(app, awards.listCompletions, ({ deed, params }) => listFor(deed, params.courseId))
  implement(app, awards.offerAwards, ({ deed, params, body }) => offer(deed, params.courseId, body.personIds))
  implement(app, awards.enterAward, ({ deed, params, body }) => enter(deed, params.courseId, body.personId, body.take))
  implement(app, awards.listMyAwards, ({ deed, person }) => listMine(deed, person().personId))
  implement(app, awards.answerAward, ({ deed, person, params, body }) =>
    answer(deed, params.courseId, person().personId, body.take, 'phone'),
  )
}
