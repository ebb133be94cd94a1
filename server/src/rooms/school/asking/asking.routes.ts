import * as ability from '@ronghe/contract/school/ability.ts'
import { type App, implement } from '../../../platform/http/implement.ts'
import { freshForms, keepAbility, keepEvaluation, readForm, readWord } from './answers.ts'
import { readModules, readOwnEvaluation, readResults } from './results.ts'

export function askingRoutes(app: App): void {
  implement(app, ability.readAbilityForm, ({ deed, params }) => readForm(deed, params.courseId))
  implement(app, ability.readClassWord, ({ deed, params }) => readWord(deed, params.courseId))
  implement(app, ability.answerAbility, ({ deed, params, body }) =>
    keepAbility(deed, params.courseId, body, { channel: 'phone', word: body.word }),
  )
  implement(app, ability.enterAbility, ({ deed, params, body }) => keepAbility(deed, params.courseId, body, { channel: 'paper' }))
  implement(app, ability.answerEvaluation, ({ deed, params, body }) =>
    keepEvaluation(deed, params.courseId, body, { channel: 'phone', word: body.word }),
  )
  implement(app, ability.enterEvaluation, ({ deed, params, body }) => keepEvaluation(deed, params.courseId, body, { channel: 'paper' }))
  implement(app, ability.printAbilityForms, ({ deed, params, query }) => freshForms(deed, params.courseId, query.forms))
  implement(app, ability.readAbilityResults, ({ deed, params }) => readResults(deed, params.courseId))
  implement(app, ability.readModuleResults, ({ deed }) => readModules(deed))
  implement(app, ability.readEvaluation, ({ deed, params }) => readOwnEvaluation(deed, params.courseId))
}
