import * as motions from '@ronghe/contract/council/motions.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { decideAmendment, proposeAmendment } from './amendments.ts'
import { sendMotionDocument } from './motion-document.ts'
import { eraseMotion, rewriteMotion, seekSupport, withdrawMotion, writeMotion } from './motion-drafts.ts'
import { attachFile, detachFile, sendFile } from './motion-files.ts'
import { fileMotion } from './motion-filing.ts'
import { listMotions, myMotions } from './motion-lines.ts'
import { giveOpinion } from './motion-opinions.ts'
import { motionRules, readMotion } from './motion-page.ts'
import { appealReturn, describe, enterAppealDecision, recommendProcedure, screenMotion } from './motion-screening.ts'
import { overrideOutcome } from './motion-steps.ts'
import { confirmPaperSupport, cosignMotion, enterPaperSupport, paperSheets, supportMotion } from './motion-support.ts'

export function motionRoutes(app: App): void {
  implement(app, motions.listMotions, ({ deed, params, query }) => listMotions(deed, params.councilId, query))
  implement(app, motions.readMotion, ({ deed, params }) => readMotion(deed, params.motionId))
  implement(app, motions.readMotionRules, ({ deed, params }) => motionRules(deed, params.councilId))
  implement(app, motions.listMyMotions, ({ deed, person }) => myMotions(deed, person().personId))
  implement(app, motions.writeMotion, ({ deed, params, body, person }) => writeMotion(deed, params.councilId, person().personId, body))
  implement(app, motions.rewriteMotion, async ({ deed, params, body }) => {
    await rewriteMotion(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.eraseMotion, ({ deed, params }) => eraseMotion(deed, params.motionId))
  implement(app, motions.seekSupport, async ({ deed, params }) => {
    await seekSupport(deed, params.motionId)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.supportMotion, async ({ deed, params, body, person }) => {
    await supportMotion(deed, params.motionId, person().personId, body.support)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.cosignMotion, async ({ deed, params, body }) => {
    await cosignMotion(deed, params.motionId, body.sign)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.enterPaperSupport, ({ deed, params, body }) => enterPaperSupport(deed, params.motionId, body))
  implement(app, motions.listPaperSupport, ({ deed, params }) => paperSheets(deed, params.motionId))
  implement(app, motions.confirmPaperSupport, async ({ deed, params, body }) => {
    await confirmPaperSupport(deed, params.motionId, body.sheet, body.signers)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.fileMotion, async ({ deed, params, body }) => {
    await fileMotion(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.withdrawMotion, async ({ deed, params, body }) => {
    await withdrawMotion(deed, params.motionId, body.because)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.screenMotion, async ({ deed, params, body }) => {
    await screenMotion(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.appealReturn, async ({ deed, params, body }) => {
    await appealReturn(deed, params.motionId, body.words)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.decideAppeal, async ({ deed, params, body }) => {
    await enterAppealDecision(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.recommendProcedure, async ({ deed, params, body }) => {
    await recommendProcedure(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.describeMotion, async ({ deed, params, body }) => {
    await describe(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.giveOpinion, async ({ deed, params, body }) => {
    await giveOpinion(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.attachFile, ({ deed, params, upload }) => attachFile(deed, params.motionId, upload()))
  implement(app, motions.detachFile, ({ deed, params }) => detachFile(deed, params.motionId, params.fileId))
  implement(app, motions.readMotionFile, async ({ deed, params, response }) => {
    await sendFile(deed, params.motionId, params.fileId, response)
    return sent
  })
  implement(app, motions.downloadMotion, async ({ deed, params, response }) => {
    await sendMotionDocument(deed, params.motionId, response)
    return sent
  })
  implement(app, motions.overrideResult, async ({ deed, params, body }) => {
    await overrideOutcome(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.proposeAmendment, async ({ deed, params, body }) => {
    await proposeAmendment(deed, params.motionId, body)
    return readMotion(deed, params.motionId)
  })
  implement(app, motions.decideAmendment, async ({ deed, params, body }) => {
    await decideAmendment(deed, params.motionId, params.amendmentId, body)
    return readMotion(deed, params.motionId)
  })
}
