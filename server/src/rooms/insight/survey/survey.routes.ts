import * as desk from '@ronghe/contract/insight/survey-desk.ts'
import * as field from '@ronghe/contract/insight/survey-field.ts'
import * as survey from '@ronghe/contract/insight/survey.ts'
import { type App, implement } from '../../../platform/http/implement.ts'
import { answerByCode, answerOpenly, declineByCode, openQuestions, questionsByCode } from './answering.ts'
import { cancelWave, closeWave } from './closing.ts'
import { drawDoors, printLetters } from './doors.ts'
import { noteDoor, readFieldwork, takeDoors } from './fieldwork.ts'
import { fixFrame, saveFrame, savePopulation } from './frame.ts'
import { listQuestionnaires, saveQuestionnaire } from './questionnaires.ts'
import { readDoorDraw, readSurveys, readWavePage } from './wave-pages.ts'
import { listWaveRows, openWave, planWave, toDeskWave } from './waves.ts'

export function surveyRoutes(app: App): void {
  implement(app, survey.readSurveys, ({ deed }) => readSurveys(deed))
  implement(app, survey.readDoorDraw, ({ deed, params }) => readDoorDraw(deed, params.waveId))
  implement(app, survey.readSurveyByCode, ({ deed, body }) => questionsByCode(deed, body.code))
  implement(app, survey.answerSurvey, ({ deed, body }) => answerByCode(deed, body, 'sent'))
  implement(app, survey.declineSurvey, ({ deed, body }) => declineByCode(deed, body.code))
  implement(app, survey.readOpenSurvey, ({ deed, params }) => openQuestions(deed, params.waveId))
  implement(app, survey.answerOpenSurvey, ({ deed, params, body }) => answerOpenly(deed, params.waveId, body))

  implement(app, field.readFieldwork, ({ deed }) => readFieldwork(deed))
  implement(app, field.takeDoors, ({ deed, params, body }) => takeDoors(deed, params.waveId, body.laneId))
  implement(app, field.noteDoor, ({ deed, params, body }) => noteDoor(deed, params.doorId, body))
  implement(app, field.enterPaper, ({ deed, body }) => answerByCode(deed, body, 'paper'))

  implement(app, desk.listQuestionnaires, ({ deed }) => listQuestionnaires(deed))
  implement(app, desk.saveQuestionnaire, ({ deed, body }) => saveQuestionnaire(deed, body))
  implement(app, desk.listWaves, async ({ deed }) => ({ waves: (await listWaveRows(deed)).map((wave) => toDeskWave(deed, wave)) }))
  implement(app, desk.planWave, ({ deed, body }) => planWave(deed, body))
  implement(app, desk.readWave, ({ deed, params }) => readWavePage(deed, params.waveId))
  implement(app, desk.saveFrame, ({ deed, params, body }) => saveFrame(deed, params.waveId, body))
  implement(app, desk.savePopulation, ({ deed, body }) => savePopulation(deed, body))
  implement(app, desk.fixFrame, ({ deed, params }) => fixFrame(deed, params.waveId))
  implement(app, desk.drawDoors, ({ deed, params, body }) => drawDoors(deed, params.waveId, body.word))
  implement(app, desk.printLetters, ({ deed, params, body }) => printLetters(deed, params.waveId, body))
  implement(app, desk.openWave, ({ deed, params }) => openWave(deed, params.waveId))
  implement(app, desk.closeWave, ({ deed, params }) => closeWave(deed, params.waveId))
  implement(app, desk.cancelWave, ({ deed, params }) => cancelWave(deed, params.waveId))
}
