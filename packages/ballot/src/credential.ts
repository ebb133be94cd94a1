import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Group } from './group.ts'
import { hexOf } from './hash.ts'
import { randomBelow, type RandomBytes } from './random.ts'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Random characters that nobody confuses when reading them aloud: no 0, O, I or l. */
export const drawToken = (length: number, random: RandomBytes): string =>
  Array.from({ length }, () => alphabet[Number(randomBelow(58n, random))]).join('')

/** An election's name in every file: 14 such characters. */
export const drawElectionId = (random: RandomBytes): string => drawToken(14, random)

/** A voter's secret: 14 random characters and one that catches slips of the pen, in five groups of three. */
export function drawCredential(random: RandomBytes): string {
  const drawn = drawToken(14, random)
  return (drawn + checksumOf(drawn)).replace(/(...)(?!$)/g, '$1-')
}

/** A credential as somebody typed it, in the form it was printed in; undefined where it was mistyped. */
export function readCredential(typed: string): string | undefined {
  const bare = typed.normalize('NFKC').replaceAll(/[\s-]/g, '')
  if (bare.length !== 15 || [...bare].some((letter) => !alphabet.includes(letter))) return undefined
  return checksumOf(bare.slice(0, 14)) === bare[14] ? bare.replace(/(...)(?!$)/g, '$1-') : undefined
}

/** 53 minus the remainder of the first 14 characters, read as a number to the base 58. */
function checksumOf(letters: string): string {
  const number = [...letters].reduce((sum, letter) => sum * 58n + BigInt(alphabet.indexOf(letter)), 0n)
  return alphabet[Number(53n - (number % 53n))]!
}

/** The signing exponent behind a credential in one election; slow on purpose, so that nobody tries all credentials. */
export function exponentOf(credential: string, electionId: string, group: Group): bigint {
  return BigInt(`0x${hexOf(pbkdf2(sha256, credential, electionId, { c: 1000, dkLen: 32 }))}`) % group.q
}

/** What the public list shows of a credential: nobody can get back from it to the secret. */
export const publicCredential = (credential: string, electionId: string, group: Group): bigint =>
  group.raise(exponentOf(credential, electionId, group))
