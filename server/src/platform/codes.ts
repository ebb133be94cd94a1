import { randomBytes } from 'node:crypto'

type RandomBytes = (size: number) => Uint8Array

/** Crockford's 32 signs: no I, L, O or U, so nothing is mistaken for 1 or 0 and few words come up by chance. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight signs, 35 random bits: the number of a case, asked together with the last digits of the phone and few tries. */
export const queryCode = (random: RandomBytes = randomBytes): string => grouped(checkedCode(random, 8))

/** Sixteen signs, 75 random bits: the only key an anonymous author has, so it must stand on its own. Stored as a look-up hash only. */
export const claimCode = (random: RandomBytes = randomBytes): string => grouped(checkedCode(random, 16))

/** The code as it is printed, from whatever somebody typed; undefined when the check sign does not fit or it is no code. */
export function readCode(typed: string): string | undefined {
  const read = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')
  const values = Array.from(read, (sign) => signs.indexOf(sign))
  if (values.includes(-1) || (values.length !== 8 && values.length !== 16)) return undefined
  return syndrome(values) === 0 ? grouped(values) : undefined
}

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. Ids of one street land side by side in the index,
 * and they are made here rather than in the database because PostgreSQL 15 cannot.
 */
export function uuid7(now: number, random: RandomBytes = randomBytes): string {
  if (!Number.isInteger(now) || now < 0 || now >= 2 ** 48) throw new RangeError(`not a moment in milliseconds: ${now}`)
  const bytes = Buffer.from(random(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The same id as if it had been made at another moment: for what tells its day and no hour. */
export const idAt = (now: number, id: string): string => uuid7(now, () => Buffer.from(id.replaceAll('-', ''), 'hex'))

/** A one-time code of decimal digits, every value equally likely. */
export function digitCode(digits: number, random: RandomBytes = randomBytes): string {
  let code = ''
  while (code.length < digits) {
    // 250 and above would make the low digits likelier.
    for (const byte of random(digits)) if (byte < 250 && code.length < digits) code += String(byte % 10)
  }
  return code
}

function checkedCode(random: RandomBytes, length: number): number[] {
  const values = Array.from(random(length - 1), (byte) => byte & 31)
  return [...values, timesAlpha(syndrome(values))]
}

const grouped = (values: readonly number[]): string =>
  (
    values
      .map((value) => signs[value])
      .join('')
      .match(/.{4}/g) ?? []
  ).join('-')

/** The code read as a polynomial over GF(32) at α. One wrong sign and any two swapped signs both give something other than 0. */
const syndrome = (values: readonly number[]): number => values.reduce((sum, value) => timesAlpha(sum) ^ value, 0)

/** Times α in GF(32) with x⁵ + x² + 1. */
const timesAlpha = (value: number): number => (value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1)
