import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  listPasskeys,
  removePasskey,
  signInWithPasskey,
} from '@ronghe/contract/people/passkeys.ts'
import type { FastifyRequest } from 'fastify'
import { browserOf } from '../../platform/auth/browser.ts'
import { relyingParty } from '../../platform/auth/relying-party.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { add, beginAdding, beginSignIn, passkeysOf, remove, signInBy } from './passkeys.ts'

export function passkeyRoutes(app: App): void {
  const { publicUrl } = app.platform.config
  const site = (request: FastifyRequest) => relyingParty(publicUrl, request.headers.host)
  implement(app, listPasskeys, ({ deed, person, request }) => passkeysOf(deed, person(), site(request)))
  implement(app, beginPasskey, ({ deed, person, request }) => beginAdding(deed, person(), site(request)))
  implement(app, addPasskey, ({ deed, person, body, request }) => add(deed, person(), site(request), body))
  implement(app, removePasskey, ({ deed, person, params }) => remove(deed, person().personId, params.passkeyId))
  implement(app, beginPasskeySignIn, ({ deed, request }) => beginSignIn(deed, site(request)))
  implement(app, signInWithPasskey, ({ deed, body, request, response }) =>
    signInBy(deed, browserOf(request, response, publicUrl), site(request), body),
  )
}
