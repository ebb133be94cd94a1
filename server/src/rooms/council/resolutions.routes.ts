import { readChain } from '@ronghe/contract/council/chain.ts'
import * as resolutions from '@ronghe/contract/council/resolutions.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { chainOf } from './chain.ts'
import { listMine, listOverdue, listOwners } from './follow-up.ts'
import { listResolutions, readResolution } from './resolution-page.ts'
import { answerByCode, answerReview, listMyReviews, readByCode } from './resolution-reviews.ts'
import { changeTask, publish, reopen, reply, setTask, workOnTask } from './resolution-work.ts'
import { addEvidence, sendEvidence } from './task-evidence.ts'

export function resolutionRoutes(app: App): void {
  implement(app, resolutions.listResolutions, ({ deed, params, query }) => listResolutions(deed, params.councilId, query))
  implement(app, resolutions.listOverdue, ({ deed, params }) => listOverdue(deed, params.councilId))
  implement(app, resolutions.readResolution, ({ deed, params }) => readResolution(deed, params.resolutionId))
  implement(app, resolutions.listFollowUp, ({ deed }) => listMine(deed))
  implement(app, resolutions.listTaskOwners, ({ deed }) => listOwners(deed))
  implement(app, resolutions.publishResolution, async ({ deed, params, body }) => {
    await publish(deed, params.resolutionId, body)
    return readResolution(deed, params.resolutionId)
  })
  implement(app, resolutions.setTask, async ({ deed, params, body }) => {
    await setTask(deed, params.resolutionId, body)
    return readResolution(deed, params.resolutionId)
  })
  implement(app, resolutions.changeTask, async ({ deed, params, body }) =>
    readResolution(deed, await changeTask(deed, params.taskId, body)),
  )
  implement(app, resolutions.workOnTask, async ({ deed, params, body }) =>
    readResolution(deed, await workOnTask(deed, params.taskId, body.what)),
  )
  implement(app, resolutions.addEvidence, ({ deed, params, upload }) => addEvidence(deed, params.taskId, upload()))
  implement(app, resolutions.readEvidence, async ({ deed, params, query, response }) => {
    await sendEvidence(deed, params.evidenceId, query.size, response)
    return sent
  })
  implement(app, resolutions.replyToAdvice, async ({ deed, params, body }) => {
    await reply(deed, params.resolutionId, body)
    return readResolution(deed, params.resolutionId)
  })
  implement(app, resolutions.reopenResolution, async ({ deed, params, body }) => {
    await reopen(deed, params.resolutionId, body.reason)
    return readResolution(deed, params.resolutionId)
  })
  implement(app, resolutions.listMyReviews, ({ deed, person }) => listMyReviews(deed, person().personId))
  implement(app, resolutions.answerReview, ({ deed, params, body, person }) =>
    answerReview(deed, { personId: person().personId, ...params, ...body }),
  )
  implement(app, resolutions.readReviewByCode, ({ deed, body }) => readByCode(deed, body.code))
  implement(app, resolutions.answerReviewByCode, ({ deed, body }) => answerByCode(deed, body.code, body.solved))
  implement(app, readChain, ({ deed, params }) => chainOf(deed, params.motionId))
}
