import { beginPasskeySignIn, signInWithPasskey } from '@ronghe/contract/people/passkeys.ts'
import type { SignedIn } from '@ronghe/contract/people/sign-in.ts'
import { startAuthentication } from '@simplewebauthn/browser'
import { call } from '../../../api.ts'

/** Passkeys live in secure contexts only (09, Web). */
export const passkeysPossible = (): boolean => isSecureContext && 'PublicKeyCredential' in globalThis

/** The device's own dialogue; undefined when the person closed it. */
export async function signInByPasskey(): Promise<SignedIn | undefined> {
  const { challengeId, options } = await call(beginPasskeySignIn)
  const answer = await startAuthentication({ optionsJSON: options as never }).catch(() => undefined) // closed, or the device has none
  return answer === undefined ? undefined : await call(signInWithPasskey, { body: { challengeId, answer: answer as never } })
}
