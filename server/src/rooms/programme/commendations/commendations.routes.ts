import * as commend from '@ronghe/contract/programme/commendations.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { callRound, changeRound, listRounds, readRound, stepRoundOn } from './commendation-rounds.ts'
import { decide, deskNominations, offerStory, ownStory, paperStory } from './nomination-desk.ts'
import { answer, answerPaper, enterOnPaper, nominateSomebody, ownNominations, showAs, stepBack } from './nominations.ts'
import { answerTo, object } from './objections.ts'
import { review, reviewTasks } from './reviews.ts'

export function commendationRoutes(app: App): void {
  implement(app, commend.listCommendations, ({ deed }) => listRounds(deed))
  implement(app, commend.readCommendation, ({ deed, params }) => readRound(deed, params.roundId))
  implement(app, commend.callCommendation, ({ deed, body }) => callRound(deed, body))
  implement(app, commend.changeCommendation, ({ deed, params, body }) => changeRound(deed, params.roundId, body))
  implement(app, commend.stepCommendation, ({ deed, params, body }) => stepRoundOn(deed, params.roundId, body.act))
  implement(app, commend.nominate, ({ deed, params, body, person }) => nominateSomebody(deed, person().personId, params.roundId, body))
  implement(app, commend.enterNomination, ({ deed, params, body }) => enterOnPaper(deed, params.roundId, body))
  implement(app, commend.listOwnNominations, ({ deed, person }) => ownNominations(deed, person().personId))
  implement(app, commend.answerNomination, ({ deed, params, body, person }) => answer(deed, person().personId, params.nominationId, body))
  implement(app, commend.showNominationAs, ({ deed, params, body, person }) => showAs(deed, person().personId, params.nominationId, body))
  implement(app, commend.withdrawNomination, async ({ deed, params, person }) => {
    await stepBack(deed, person().personId, params.nominationId)
    return {}
  })
  implement(app, commend.publishOwnStory, ({ deed, params, body, person }) =>
    ownStory(deed, person().personId, params.nominationId, body.published),
  )
  implement(app, commend.listNominations, ({ deed, params }) => deskNominations(deed, params.roundId))
  implement(app, commend.answerOnPaper, async ({ deed, params, body }) => {
    await answerPaper(deed, params.nominationId, body)
    return {}
  })
  implement(app, commend.decideNomination, async ({ deed, params, body, person }) => {
    await decide(deed, person().personId, params.nominationId, body)
    return {}
  })
  implement(app, commend.offerStory, async ({ deed, params, body }) => {
    await offerStory(deed, params.nominationId, body)
    return {}
  })
  implement(app, commend.storyOnPaper, async ({ deed, params, body }) => {
    await paperStory(deed, params.nominationId, body.published)
    return {}
  })
  implement(app, commend.listReviews, ({ deed, person }) => reviewTasks(deed, person().personId))
  implement(app, commend.writeReview, async ({ deed, params, body, person }) => {
    await review(deed, person().personId, params.nominationId, body)
    return {}
  })
  implement(app, commend.answerObjection, async ({ deed, params, body, person }) => {
    await answerTo(deed, person().personId, params.objectionId, body)
    return {}
  })
  implement(app, commend.objectToNomination, ({ deed, params, body, person }) =>
    object(deed, params.nominationId, body.words, { channel: 'phone', personId: person().personId }),
  )
  implement(app, commend.objectAnonymously, async ({ deed, params, body }) => {
    await object(deed, params.nominationId, body.words, { channel: 'anonymous' })
    return {}
  })
  implement(app, commend.enterObjection, async ({ deed, params, body }) => {
    await object(deed, params.nominationId, body.words, { channel: 'paper' })
    return {}
  })
}
