import { beginPasskeySignIn, signInWithPasskey } from '@ronghe/contract/people/passkeys.ts'
import type { SignedIn } from '@ronghe/contract/people/sign-in.ts'
import { startAuthentication } from '@simplewebauthn/browser'
import { call } from '../../../api.ts'

/** Passkeys live in secure contexts only (09, Web), and belong to a name, not to a number like 127.0.0.1. */
export const passkeysPossible = (): boolean =>
  isSecureContext && 'PublicKeyCredential' in globalThis && !/^[\d.]+$|:/.test(location.hostname)

/** The device's own dialogue; undefined when the person closed it. */
export async function signInByPasskey(): Promise<SignedIn | undefined> {
  const { challengeId, options } = await call(beginPasskeySignIn)
  const answer = await startAuthentication({ optionsJSON: options as never }).catch(() => undefined) // closed, or the device has none
  return answer === undefined ? undefined : await call(signInWithPasskey, { body: { challengeId, answer: answer as never } })
}
