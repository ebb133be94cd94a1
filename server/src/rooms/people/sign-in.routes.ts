import {
  answerFact,
  askCode,
  confirmOwner,
  createAccount,
  notMyAccount,
  setPin,
  signInWithCode,
  signInWithName,
  signOut,
} from '@ronghe/contract/people/sign-in.ts'
import { browserOf } from '../../platform/auth/browser.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { choosePin } from './pin.ts'
import { endOwnSession } from './sessions.ts'
import { answerOneFact, askForCode, confirmOwnerAtDesk, leaveAccountAlone, openAccount, signIn, signInByName } from './sign-in.ts'

export function signInRoutes(app: App): void {
  const { publicUrl } = app.platform.config
  implement(app, askCode, ({ deed, body }) => askForCode(deed, body.phone))
  implement(app, signInWithCode, ({ deed, body, request, response }) => signIn(deed, browserOf(request, response, publicUrl), body))
  implement(app, signInWithName, ({ deed, body, request, response }) => signInByName(deed, browserOf(request, response, publicUrl), body))
  implement(app, createAccount, ({ deed, body, request, response }) => openAccount(deed, browserOf(request, response, publicUrl), body))
  implement(app, answerFact, ({ deed, body, person, request, response }) =>
    answerOneFact(deed, browserOf(request, response, publicUrl), person(), body),
  )
  implement(app, notMyAccount, ({ deed, person }) => leaveAccountAlone(deed, person()))
  implement(app, confirmOwner, ({ deed, params }) => confirmOwnerAtDesk(deed, params.personId))
  implement(app, signOut, ({ deed, request, response }) => endOwnSession(deed, browserOf(request, response, publicUrl)))
  implement(app, setPin, ({ deed, person, body }) => choosePin(deed, person().personId, body))
}
