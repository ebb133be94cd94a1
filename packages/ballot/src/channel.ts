import { openCcm, sealCcm } from './aes-ccm.ts'
import { drawToken } from './credential.ts'
import type { Group } from './group.ts'
import { hexOf, sha256Number, sha256Of } from './hash.ts'
import { randomBelow, type RandomBytes } from './random.ts'
import { checkExponent, proveExponent, readProof, type Proof } from './schnorr.ts'
import { compact, fieldsOf, Malformed, numberBelow, parseJson, textOf } from './strict-json.ts'

// How trustees exchange messages through a server that must not read them (specification 4.6.1 to 4.6.3).

export type SignedMessage = { readonly message: string; readonly signature: Proof }

/** What a trustee keeps: 22 characters, short enough to print. Both of the trustee's keys come from it. */
export const drawSeed = (random: RandomBytes): string => drawToken(22, random)

/** @returns whether somebody typed something that can be a seed */
export const isSeed = (typed: string): boolean => /^[1-9A-HJ-NP-Za-km-z]{22}$/.test(typed)

export function keysOf(seed: string, group: Group) {
  const signing = group.reduce(sha256Number(`sk|${seed}`))
  const decryption = group.reduce(sha256Number(`dk|${seed}`))
  return { signing, decryption, verification: group.raise(signing), encryption: group.raise(decryption) }
}

export const signMessage = (group: Group, signing: bigint, message: string, random: RandomBytes): SignedMessage => ({
  message,
  signature: proveExponent(group, `sigmsg|${message}|`, signing, random),
})

export const isSignedBy = (group: Group, verification: bigint, { message, signature }: SignedMessage): boolean =>
  checkExponent(group, `sigmsg|${message}|`, verification, signature)

export function readSigned(value: unknown, group: Group): SignedMessage {
  const fields = fieldsOf(value, ['message', 'signature'])
  return { message: textOf(fields['message']), signature: readProof(fields['signature'], group) }
}

/** Signs a message, names its recipient inside, and seals it for them alone. */
export function send(group: Group, signing: bigint, recipient: bigint, message: string, random: RandomBytes): string {
  const signed = compact(signMessage(group, signing, compact({ recipient, message }), random))
  const [r, s] = [randomBelow(group.q, random), randomBelow(group.q, random)]
  const alpha = group.raise(r)
  const shared = group.raise(s)
  const beta = group.multiply(group.power(recipient, r), shared)
  const data = sealCcm(sha256Of(`key|${shared}`), sha256Of(`iv|${alpha}`), new TextEncoder().encode(signed))
  return compact({ alpha, beta, data: hexOf(data) })
}

/** @returns the message. @throws Malformed where it was not sealed for this reader, or not signed by that sender */
export function receive(group: Group, decryption: bigint, sender: bigint, sealed: string): string {
  const fields = fieldsOf(parseJson(sealed), ['alpha', 'beta', 'data'])
  const element = numberBelow(group.p)
  const [alpha, beta] = [element(fields['alpha']), element(fields['beta'])]
  if (!group.contains(alpha) || !group.contains(beta)) throw new Malformed('a sealed message outside the group')
  const shared = group.multiply(beta, group.power(alpha, group.reduce(-decryption)))
  const opened = openCcm(sha256Of(`key|${shared}`), sha256Of(`iv|${alpha}`), bytesOf(textOf(fields['data'])))
  if (!opened) throw new Malformed('the message was not sealed for this key')
  const signed = readSigned(parseJson(new TextDecoder().decode(opened)), group)
  if (!isSignedBy(group, sender, signed)) throw new Malformed('the message was signed by somebody else')
  const inner = fieldsOf(parseJson(signed.message), ['recipient', 'message'])
  if (element(inner['recipient']) !== group.raise(decryption)) throw new Malformed('the message was meant for somebody else')
  return textOf(inner['message'])
}

function bytesOf(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new Malformed('hexadecimal digits are missing')
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
