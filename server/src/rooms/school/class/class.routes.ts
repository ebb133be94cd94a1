import * as material from '@ronghe/contract/school/class.ts'
import * as talk from '@ronghe/contract/school/talk.ts'
import { type App, implement, sent } from '../../../platform/http/implement.ts'
import { sendFile, sendPack } from './material-pack.ts'
import { add, addFile, change, listFor, remove } from './materials.ts'
import { decideAppeal, decideReport, listWaiting } from './moderation.ts'
import { listMinutes, save } from './session-minutes.ts'
import { close, list, open, read, say, step } from './talk.ts'

export function classRoutes(app: App): void {
  implement(app, material.listMaterials, ({ deed, params }) => listFor(deed, params.courseId))
  implement(app, material.addMaterial, ({ deed, params, body }) => add(deed, params.courseId, body))
  implement(app, material.addMaterialFile, ({ deed, params, upload }) => addFile(deed, params.courseId, upload()))
  implement(app, material.changeMaterial, ({ deed, params, body }) => change(deed, params.courseId, params.materialId, body))
  implement(app, material.removeMaterial, async ({ deed, params }) => {
    await remove(deed, params.courseId, params.materialId)
    return { removed: true as const }
  })
  implement(app, material.readMaterialFile, async ({ deed, params, response }) => {
    await sendFile(deed, params.courseId, params.materialId, response)
    return sent
  })
  implement(app, material.readMaterialPack, async ({ deed, params, response }) => {
    await sendPack(deed, params.courseId, response)
    return sent
  })
  implement(app, material.listSessionMinutes, ({ deed, params }) => listMinutes(deed, params.courseId))
  implement(app, material.saveSessionMinutes, ({ deed, params, body }) => save(deed, params.sessionId, body))
  implement(app, talk.listTalks, ({ deed, params }) => list(deed, params.courseId))
  implement(app, talk.readTalk, ({ deed, params }) => read(deed, params.threadId))
  implement(app, talk.openTalk, ({ deed, person, params, body }) => open(deed, params.courseId, person().personId, body))
  implement(app, talk.sayInTalk, ({ deed, person, params, body }) => say(deed, params.threadId, person().personId, body.words, body.called))
  implement(app, talk.stepTalkPost, ({ deed, person, params, body }) => step(deed, params.postId, person().personId, body))
  implement(app, talk.closeTalk, ({ deed, params }) => close(deed, params.threadId))
  implement(app, talk.listModeration, ({ deed }) => listWaiting(deed))
  implement(app, talk.answerAppeal, ({ deed, params, body }) => decideAppeal(deed, params.postId, body))
  implement(app, talk.answerReport, ({ deed, params, body }) => decideReport(deed, params.postId, body))
}
