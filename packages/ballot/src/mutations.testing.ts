import { writeArchive, type Published } from './archive.ts'
import { smallGroup } from './elections.testing.ts'
import { compact } from './strict-json.ts'

type Pick = (below: number) => number
export type Mutation = { readonly bytes: Uint8Array; readonly what: string; readonly needsNote: boolean }

/** A bit turned over, bytes cut out, put in, repeated or exchanged. */
export function mutateBytes(bytes: Uint8Array, pick: Pick): Mutation {
  const at = pick(bytes.length)
  const length = 1 + pick(600)
  const changes: readonly (readonly [string, () => Uint8Array])[] = [
    ['a bit turned over', () => bytes.map((byte, index) => (index === at ? byte ^ (1 << pick(8)) : byte))],
    ['a byte replaced', () => bytes.map((byte, index) => (index === at ? (byte + 1 + pick(255)) % 256 : byte))],
    ['a digit replaced', () => replacedDigit(bytes, at, pick)],
    ['bytes cut out', () => joined(bytes.subarray(0, at), bytes.subarray(at + length))],
    ['the end cut off', () => bytes.slice(0, at)],
    [
      'bytes put in',
      () =>
        joined(
          bytes.subarray(0, at),
          Uint8Array.from({ length }, () => pick(256)),
          bytes.subarray(at),
        ),
    ],
    ['bytes repeated', () => joined(bytes.subarray(0, at + length), bytes.subarray(at))],
    ['something added at the end', () => joined(bytes, new Uint8Array(512 * (1 + pick(3))))],
  ]
  const [what, change] = changes[pick(changes.length)]!
  const changed = change()
  // Cutting at a border between files, or cutting zeros out of zeros, may leave an earlier stage of the same archive, or the archive itself.
  if (same(changed, bytes)) return mutateBytes(bytes, pick)
  return { bytes: changed, what, needsNote: what === 'the end cut off' || what === 'bytes cut out' }
}

/** Changes by somebody who knows the format: hashes, names and the chain are made to fit again. */
export function mutateKnowingly(published: Published, pick: Pick, wanted?: string): Mutation {
  const { ballots, credentials, parts = [], tally } = published
  const ballot = pick(ballots.length)
  const withBallot = (change: (text: string) => string): Published => ({
    ...published,
    ballots: ballots.map((text, index) => (index === ballot ? change(text) : text)),
  })
  const part = pick(parts.length)
  const number = (text: string): string => changedNumber(text, pick)
  const changes: readonly (readonly [string, () => Published, boolean?])[] = [
    ['a number in a ballot', () => withBallot(number)],
    ['a number in the trustees', () => ({ ...published, trustees: number(published.trustees) })],
    ['a certificate exchanged', () => ({ ...published, trustees: swapped(published.trustees, /\{"message":"\{\\"verification.*?\}\}/g) })],
    ['a number in the sums', () => ({ ...published, tally: { ...tally!, text: number(tally!.text) } })],
    [
      'a number in a part',
      () => ({ ...published, parts: parts.map((one, index) => (index === part ? { ...one, text: number(one.text) } : one)) }),
    ],
    [
      'the other trustee’s part',
      () => ({ ...published, parts: parts.map((one) => ({ ...one, text: parts[(parts.indexOf(one) + 1) % parts.length]!.text })) }),
    ],
    [
      'a part under another number',
      () => ({ ...published, parts: parts.map((one, index) => (index === part ? { ...one, owner: one.owner === 2 ? 4 : 2 } : one)) }),
    ],
    ['a part left out', () => ({ ...published, parts: parts.filter((_, index) => index !== part) })],
    ['a part twice', () => ({ ...published, parts: [...parts, parts[part]!] })],
    [
      'a vote more for somebody',
      () => ({ ...published, result: published.result!.replace(/\d+/, (digits) => String(Number(digits) + 1)) }),
    ],
    [
      'two results exchanged',
      () => ({
        ...published,
        result: published.result!.replace(/\[\[(\d+),(.*),(\d+)\]\]/, (_, a, b, c) => `[[${Number(c) + 5},${b},${a}]]`),
      }),
    ],
    ['the name of the election', () => ({ ...published, election: published.election.replace(/"name":"/, '"name":"x') })],
    ['an answer’s name', () => ({ ...published, election: published.election.replace('周小燕', '何敏敏') })],
    ['fewer answers asked for', () => ({ ...published, election: published.election.replace('"min":1', '"min":0') })],
    ['more answers allowed', () => ({ ...published, election: published.election.replace('"max":2', '"max":3') })],
    [
      'the election’s key',
      () => ({ ...published, election: published.election.replace(/"public_key":"\d+"/, `"public_key":"${credentials[0]}"`) }),
    ],
    ['a ballot left out', () => ({ ...published, ballots: ballots.filter((_, index) => index !== Math.max(1, ballot)) })],
    ['a ballot twice', () => ({ ...published, ballots: [...ballots, ballots[ballot]!] })],
    ['an earlier vote put last', () => ({ ...published, ballots: [...ballots.slice(1), ballots[0]!] })],
    [
      'a ballot’s answers copied into another',
      () =>
        withBallot((text) =>
          text.replace(/"answers":.*,"signature"/, /"answers":.*,"signature"/.exec(ballots[(ballot + 1) % ballots.length]!)![0]),
        ),
    ],
    [
      'a ballot under another credential',
      () => withBallot((text) => text.replace(/"credential":"\d+"/, `"credential":"${credentials.find((one) => !text.includes(one))}"`)),
    ],
    ['proofs of two places exchanged', () => withBallot((text) => swapped(text, /\[\{"challenge".*?\}\]/g))],
    ['spaces in a ballot', () => withBallot((text) => text.replace(',"answers"', ', "answers"'))],
    [
      'a credential of a voter taken away',
      () => ({ ...published, credentials: credentials.filter((one) => !ballots[ballot]!.includes(one)) }),
    ],
    ['a credential twice', () => ({ ...published, credentials: [...credentials, credentials[pick(credentials.length)]!] })],
    ['a credential outside the group', () => ({ ...published, credentials: [...credentials, '0'] })],
    ['voting not closed', () => ({ ...published, closed: false })],
    ['sums left out', () => withoutTally(published)],
    [
      'a ballot counted more',
      () => ({ ...published, tally: { ...tally!, sizedText: tally!.sizedText.replace(/\d+/, (digits) => String(Number(digits) + 1)) } }),
    ],
    ['a credential nobody handed out', () => ({ ...published, credentials: [...credentials, String(smallGroup.g)] }), true],
    ['a replaced ballot left out', () => ({ ...published, ballots: ballots.slice(1) }), true],
    ['begun at another time', () => ({ ...published, timestamp: published.timestamp + 1 + pick(1000) }), true],
    ['the result left out', () => ({ ...published, result: undefined as unknown as string }), true],
  ]
  const [what, change, needsNote = false] =
    wanted === undefined ? changes[pick(changes.length)]! : changes.find(([name]) => name === wanted)!
  const changed = change()
  if (compact(changed) === compact(published)) return mutateKnowingly(published, pick)
  return { bytes: writeArchive(changed).bytes, what, needsNote }
}

function withoutTally(published: Published): Published {
  const copy: { tally?: unknown } & Published = { ...published }
  delete copy.tally
  return copy
}

function changedNumber(text: string, pick: Pick): string {
  const numbers = [...text.matchAll(/\d{12,}/g)]
  const chosen = numbers[pick(numbers.length)]!
  const digits = [...chosen[0]]
  const place = pick(digits.length)
  digits[place] = String((Number(digits[place]) + 1 + pick(9)) % 10)
  return text.slice(0, chosen.index) + digits.join('') + text.slice(chosen.index + chosen[0].length)
}

function swapped(text: string, pattern: RegExp): string {
  const [one, other] = [...text.matchAll(pattern)]
  if (!one || !other) return text
  return (
    text.slice(0, one.index) +
    other[0] +
    text.slice(one.index + one[0].length, other.index) +
    one[0] +
    text.slice(other.index + other[0].length)
  )
}

function replacedDigit(bytes: Uint8Array, from: number, pick: Pick): Uint8Array {
  const found = bytes.findIndex((byte, index) => index >= from && byte >= 48 && byte <= 57)
  return bytes.map((byte, index) => (index === found ? 48 + ((byte - 48 + 1 + pick(9)) % 10) : byte))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])
