import * as mentoring from '@ronghe/contract/school/mentoring.ts'
import { type App, implement } from '../../../platform/http/implement.ts'
import { agreeTo } from '../../people/consenting.ts'
import { readFigures } from './mentoring-figures.ts'
import { answerAs, readMine, step } from './pairs.ts'
import { keepProfile, readOffered, withdrawProfile } from './profiles.ts'
import { answerOnPaper, enterOnPaper, proposal, propose, readDesk } from './proposals.ts'

export function mentoringRoutes(app: App): void {
  implement(app, mentoring.readMentoring, ({ deed }) => readOffered(deed))
  implement(app, mentoring.readMyMentoring, ({ deed, person }) => readMine(deed, person().personId))
  implement(app, mentoring.offerMentoring, async ({ deed, person, body: { consentVersion, ...offer } }) => {
    const { personId } = person()
    if (consentVersion) await agreeTo(deed, personId, 'mentoring', consentVersion)
    return keepProfile(deed, personId, offer, { channel: 'phone', post: null })
  })
  implement(app, mentoring.withdrawMentoring, async ({ deed, person, params }) => {
    await withdrawProfile(deed, person().personId, params.side)
    return { withdrawn: true as const }
  })
  implement(app, mentoring.answerPair, ({ deed, person, params, body }) => answerAs(deed, params.pairId, person().personId, body.yes))
  implement(app, mentoring.stepPair, ({ deed, person, params, body }) => step(deed, params.pairId, person().personId, body))
  implement(app, mentoring.readMentoringDesk, ({ deed }) => readDesk(deed))
  implement(app, mentoring.readProposal, ({ deed }) => proposal(deed))
  implement(app, mentoring.sendProposal, ({ deed }) => propose(deed))
  implement(app, mentoring.enterMentoring, ({ deed, person, body }) => enterOnPaper(deed, person(), body))
  implement(app, mentoring.enterAnswer, ({ deed, params, body }) => answerOnPaper(deed, params.pairId, body.side, body.yes))
  implement(app, mentoring.readMentoringFigures, ({ deed, query }) => readFigures(deed, query.year))
}
