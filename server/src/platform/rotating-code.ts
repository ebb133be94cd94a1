import { createHmac, timingSafeEqual } from 'node:crypto'

/** A code on a wall or a leader's phone is good for so long, and for one more step while somebody is still aiming. */
export const codeStepSeconds = 30

/**
 * What stands in the QR code of a shift or a class at this moment: whoever can read it is there. Eight signs of a keyed hash, another one
 * every step; `thing` is the id of what is held, so a code of one class is none of another. The secret stays on the server. No I, L, O or U
 * is among the signs, so that it can also be typed from the screen.
 */
export const rotatingCode = (secret: Uint8Array, thing: string, now: Date): string => codeOfStep(secret, thing, stepOf(now))

/** When the code that is shown now is replaced by the next one. */
export const nextCodeAt = (now: Date): Date => new Date((stepOf(now) + 1) * codeStepSeconds * 1000)

/** Of this step or the one before; a photograph that is sent around is of no use a minute later. */
export function isCurrentCode(secret: Uint8Array, thing: string, code: string, now: Date): boolean {
  const given = Buffer.from(asTyped(code))
  return [stepOf(now), stepOf(now) - 1]
    .map((step) => Buffer.from(codeOfStep(secret, thing, step)))
    .some((right) => right.length === given.length && timingSafeEqual(right, given))
}

const stepOf = (now: Date): number => Math.floor(now.getTime() / (codeStepSeconds * 1000))

const codeOfStep = (secret: Uint8Array, thing: string, step: number): string =>
  Array.from(createHmac('sha256', secret).update(`${thing}\n${step}`).digest().subarray(0, 8), (byte) => signs[byte & 31]).join('')

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Small letters, spaces and look-alikes are forgiven, as with every code that people type. */
const asTyped = (code: string): string =>
  code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0')
