import { endAssisting, startAssisting } from '@ronghe/contract/people/assist.ts'
import { findPeople, openPerson, registerPerson, setPinAtDesk } from '@ronghe/contract/people/desk.ts'
import { decideNumberChange, listNumberChanges, requestNumberChange } from '@ronghe/contract/people/number-changes.ts'
import { askAttestation, attest, confirmResidence, listRechecks, readResidence, recheck } from '@ronghe/contract/people/residence.ts'
import { browserOf } from '../../platform/auth/browser.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { end, start } from './assist.ts'
import { find, open, register, setPinFor } from './desk.ts'
import { decide, list, request as requestChange } from './number-changes.ts'
import { confirmAtDesk, lookAgain, rechecks } from './residence-desk.ts'
import { askToBeAttested, attestFor, describeResidence } from './residence.ts'

export function deskRoutes(app: App): void {
  const { publicUrl } = app.platform.config
  implement(app, findPeople, ({ deed, person, query }) => find(deed, person(), query))
  implement(app, openPerson, ({ deed, person, params, query }) => open(deed, person(), params.personId, query))
  implement(app, registerPerson, ({ deed, body }) => register(deed, body))
  implement(app, setPinAtDesk, ({ deed, person, params, body }) => setPinFor(deed, person(), params.personId, body.pin))

  implement(app, startAssisting, ({ deed, person, params, body, request, response }) =>
    start(deed, browserOf(request, response, publicUrl), person(), params.personId, body),
  )
  implement(app, endAssisting, ({ deed, request, response }) => end(deed, browserOf(request, response, publicUrl)))

  implement(app, requestNumberChange, ({ deed, person, params, body }) => requestChange(deed, person(), params.personId, body))
  implement(app, listNumberChanges, ({ deed, person }) => list(deed, person()))
  implement(app, decideNumberChange, ({ deed, person, params, body }) => decide(deed, person(), params.changeId, body))

  implement(app, readResidence, ({ deed, person }) => describeResidence(deed, person().personId))
  implement(app, askAttestation, ({ deed, person, body }) => askToBeAttested(deed, person().personId, body.communityId))
  implement(app, attest, ({ deed, person, body }) => attestFor(deed, person(), body.code))
  implement(app, confirmResidence, ({ deed, person, params, body }) => confirmAtDesk(deed, person(), params.personId, body.communityId))
  implement(app, listRechecks, ({ deed, person }) => rechecks(deed, person()))
  implement(app, recheck, ({ deed, person, params, body }) => lookAgain(deed, person(), params.levelId, body.stands))
}
