import * as mine from '@ronghe/contract/council/my-seat.ts'
import * as papers from '@ronghe/contract/council/paper-answers.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { claimExpenses, mySeats, resign, setContactHours, swear, writeNote } from './my-seat.ts'
import { enterPaperAnswer, listOffersFor } from './paper-answers.ts'
import { answerOffer } from './seat-offers.ts'

export function mySeatRoutes(app: App): void {
  implement(app, mine.readMySeat, ({ deed, person }) => mySeats(deed, person().personId))
  implement(app, mine.answerOffer, ({ deed, person, params, body }) => answerOffer(deed, person().personId, params.offerId, body))
  implement(app, mine.swear, ({ deed, person, params }) => swear(deed, person().personId, params.termId))
  implement(app, mine.setContactHours, ({ deed, person, params, body }) =>
    setContactHours(deed, person().personId, params.termId, body.words),
  )
  implement(app, mine.writeHandover, ({ deed, person, params, body }) => writeNote(deed, person().personId, params.termId, body.words))
  implement(app, mine.resign, ({ deed, person, params }) => resign(deed, person().personId, params.termId))
  implement(app, mine.claimExpenses, ({ deed, person, params, body }) => claimExpenses(deed, person().personId, params.termId, body))
  implement(app, papers.listOffers, ({ deed, params }) => listOffersFor(deed, params.councilId))
  implement(app, papers.enterPaperAnswer, ({ deed, person, params, body }) => enterPaperAnswer(deed, person(), params.offerId, body))
}
