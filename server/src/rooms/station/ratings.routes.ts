import * as ratings from '@ronghe/contract/station/ratings.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { list, phoneOf, read, take } from './rating-follow-ups.ts'
import { myRating, printCode, rate, rateWithCode, readSummary } from './ratings.ts'

export function ratingsRoutes(app: App): void {
  implement(app, ratings.rateCase, ({ deed, person, params, body }) => rate(deed, params.caseId, person().personId, body))
  implement(app, ratings.readMyRating, ({ deed, params }) => myRating(deed, params.caseId))
  implement(app, ratings.rateByCode, ({ deed, body }) => rateWithCode(deed, body.code, body))
  implement(app, ratings.printRatingCode, ({ deed, params }) => printCode(deed, params.caseId))
  implement(app, ratings.readRatingSummary, ({ deed, query }) => readSummary(deed, query.quarter))
  implement(app, ratings.listFollowUps, ({ deed, query }) => list(deed, query))
  implement(app, ratings.readFollowUp, ({ deed, params }) => read(deed, params.followUpId))
  implement(app, ratings.stepFollowUp, ({ deed, params, body }) => take(deed, params.followUpId, body))
  implement(app, ratings.openFollowUpPhone, ({ deed, params }) => phoneOf(deed, params.followUpId))
}
