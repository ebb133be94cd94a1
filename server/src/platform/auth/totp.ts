import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, 30 seconds; one step either way for clocks that are off. */
const stepSeconds = 30
const window = 1

export const newSecret = (): string => new Secret({ size: 20 }).base32
export const stepNow = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)
const totpOf = (secret: string): TOTP => new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: stepSeconds })

/** What an authenticator app scans. It names the street and no person: the phone's screen may be seen by others. */
export const uriOf = (secret: string, street: string): string =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    issuer: 'Ronghe',
    label: street,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
  }).toString()

/** The step whose code this is, or undefined. The caller refuses a step that was taken before. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window })
  return delta === null ? undefined : stepNow(now) + delta
}

export const codeOfStep = (secret: string, step: number): string => totpOf(secret).generate({ timestamp: step * stepSeconds * 1000 })
