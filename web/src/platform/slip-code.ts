/** Crockford's 32 signs, as the server prints its claim codes: nothing is mistaken for 1 or 0. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A claim code made on the phone, so that somebody visited where there is no line has the key to their words before the delegate leaves.
 * Sixteen signs with a check sign, the same as the server makes (75 random bits); the server refuses one that does not fit.
 */
export function slipCode(fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): string {
  const values = Array.from(fill(new Uint8Array(15)), (byte) => byte & 31)
  const all = [...values, timesAlpha(values.reduce((sum, value) => timesAlpha(sum) ^ value, 0))]
  return (
    all
      .map((value) => signs[value])
      .join('')
      .match(/.{4}/g) ?? []
  ).join('-')
}

/** Times α in GF(32) with x⁵ + x² + 1. */
const timesAlpha = (value: number): number => (value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1)
