import { readArchive, type Archive, type ArchiveEvent, type EventType } from './archive.ts'
import { checkBallot, type Ballot } from './ballot.ts'
import { readSums, readSized } from './tally.ts'
import type { Ciphertext } from './ciphertext.ts'
import { checkPart, type OwnedPart } from './decrypt.ts'
import { readElection, placesOf, type Election } from './election.ts'
import { belenios2048, type Group } from './group.ts'
import { compact, countOf, fieldsOf, listOf, Malformed, numberBelow, parseJson, textOf } from './strict-json.ts'
import { publicKeyOf, readTrustees, trusteeKeyAt, type Trustees } from './trustees.ts'

export type Verified = {
  readonly ok: true
  readonly election: Election
  readonly credentials: number
  /** All ballots in the box, those replaced by a later one included. */
  readonly trackers: readonly string[]
  /** The trackers that count: of each credential the last. */
  readonly counted: readonly string[]
  readonly trustees: number
  readonly parts: readonly number[]
  readonly result: readonly (readonly number[])[] | undefined
  /** The hash of the last event. Whoever noted it can tell later whether the archive was made anew. */
  readonly head: string
  readonly timestamp: number
}
export type Verification = Verified | { readonly ok: false; readonly problem: string }

/** What was published elsewhere about an archive, in a journal, a newspaper or a neighbour's notebook. */
export type Noted = { readonly head?: string; readonly timestamp?: number }

/**
 * Everything an archive claims, checked from its bytes: the chain, the trustees' proofs, every ballot, the sums (added up here once more),
 * the parts and the result (put back into the equation, where the writer solved it).
 * @param noted `head` is the hash of the last event. Without it an archive made anew, say with an unused credential more or a replaced ballot
 * left out, is as good as another. `timestamp` is the one number that the format's chain does not cover. With both nothing can be changed.
 */
export function verifyArchive(bytes: Uint8Array, noted: Noted = {}, groups: readonly Group[] = [belenios2048]): Verification {
  try {
    const archive = readArchive(bytes)
    if ((noted.head ?? archive.head) !== archive.head) throw new Malformed('it is not the archive whose last event was published')
    if ((noted.timestamp ?? archive.timestamp) !== archive.timestamp) throw new Malformed('it was begun at another time than was published')
    return verifyEvents(archive, groups)
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, problem: error.message }
    throw error
  }
}

/** Which event may come after which. */
const next: Readonly<Record<EventType, readonly EventType[]>> = {
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['PartialDecryption'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
}

function verifyEvents(archive: Archive, groups: readonly Group[]): Verified {
  const [setup, ...later] = archive.events
  if (setup?.type !== 'Setup') throw new Malformed('the archive does not begin with its setup')
  const { election, trustees, credentials } = verifySetup(archive, setup, groups)
  const box: { ballot: Ballot; tracker: string }[] = []
  const parts: OwnedPart[] = []
  let sums: readonly (readonly Ciphertext[])[] | undefined
  let result: readonly (readonly number[])[] | undefined
  let before: EventType = 'Setup'
  for (const event of later) {
    if (!next[before].includes(event.type)) throw new Malformed(`${event.type} after ${before}`)
    before = event.type
    if (event.type === 'Ballot') box.push(verifyBallot(election, credentials, payloadOf(archive, event), box))
    else if (event.type === 'EndBallots') {
      if (event.payload !== undefined) throw new Malformed('the end of voting carries something')
    } else if (event.type === 'EncryptedTally') sums = verifySums(election, archive, event, countedOf(box))
    else if (event.type === 'PartialDecryption') parts.push(verifyPart(election, trustees, archive, event, sums!, parts))
    else result = verifyResult(election, trustees, sums!, parts, payloadOf(archive, event))
  }
  if (archive.untaken() > 0) throw new Malformed('there is data that no event speaks of')
  return {
    ok: true,
    election,
    credentials: credentials.size,
    trackers: box.map(({ tracker }) => tracker),
    counted: countedOf(box).map(({ tracker }) => tracker),
    trustees: trustees.reduce((sum, [kind, key]) => sum + (kind === 'Single' ? 1 : key.certs.length), 0),
    parts: parts.map(({ owner }) => owner),
    result,
    head: archive.head,
    timestamp: archive.timestamp,
  }
}

function verifySetup(archive: Archive, event: ArchiveEvent, groups: readonly Group[]) {
  const payload = payloadOf(archive, event)
  const fields = fieldsOf(parseJson(payload), ['election', 'trustees', 'credentials'])
  const [election, trusteesText, credentialsText] = ['election', 'trustees', 'credentials'].map((name) =>
    archive.take(textOf(fields[name])),
  )
  const read = readElection(election!, groups)
  const { group, y } = read.key
  const trustees = readTrustees(trusteesText!, group)
  if (publicKeyOf(group, trustees) !== y) throw new Malformed('the election’s key is not the trustees’ key')
  const numbers = listOf(parseJson(credentialsText!), numberBelow(group.p))
  const credentials = new Set(numbers.map(String))
  if (credentials.size !== numbers.length || !numbers.every((number) => number !== 1n && group.contains(number)))
    throw new Malformed('a credential twice, or outside the group')
  if (compact(numbers) !== credentialsText || compact(fields) !== payload) throw new Malformed('the setup is not written as it should be')
  return { election: read, trustees, credentials }
}

function verifyBallot(election: Election, credentials: ReadonlySet<string>, text: string, box: readonly { readonly tracker: string }[]) {
  const checked = checkBallot(election, credentials, text)
  if (!checked.ok) throw new Malformed(`a ballot does not hold: ${checked.fault}`)
  if (box.some(({ tracker }) => tracker === checked.tracker)) throw new Malformed('the same ballot twice')
  return checked
}

const countedOf = <B extends { readonly ballot: Ballot }>(box: readonly B[]): B[] =>
  box.filter(({ ballot }, index) => !box.slice(index + 1).some((later) => later.ballot.credential === ballot.credential))

function verifySums(election: Election, archive: Archive, event: ArchiveEvent, box: readonly { readonly ballot: Ballot }[]) {
  const sizedText = payloadOf(archive, event)
  const sized = readSized(sizedText)
  const text = archive.take(sized.tally)
  const sums = readSums(text, election.key.group)
  const { p } = election.key.group
  const added = election.questions.map((question, asked) => {
    const row = Array.from({ length: placesOf(question) }, () => ({ alpha: 1n, beta: 1n }))
    for (const { ballot } of box)
      ballot.answers[asked]!.choices.forEach(({ alpha, beta }, place) => {
        row[place] = { alpha: (row[place]!.alpha * alpha) % p, beta: (row[place]!.beta * beta) % p }
      })
    return row
  })
  if (compact(added) !== text || compact(sums) !== text || sized.counted !== box.length)
    throw new Malformed('the sums are not those of the ballots')
  if (sizedText !== compact({ num_tallied: sized.counted, total_weight: sized.counted, encrypted_tally: sized.tally }))
    throw new Malformed('the sums are not written as they should be')
  return sums
}

function verifyPart(
  election: Election,
  trustees: Trustees,
  archive: Archive,
  event: ArchiveEvent,
  sums: readonly (readonly Ciphertext[])[],
  before: readonly OwnedPart[],
): OwnedPart {
  const text = payloadOf(archive, event)
  const fields = fieldsOf(parseJson(text), ['owner', 'payload'])
  const owner = countOf(fields['owner'])
  const hash = textOf(fields['payload'])
  const key = trusteeKeyAt(trustees, owner)
  const part = key && checkPart(election, sums, key.public_key, archive.take(hash))
  if (!part || before.some((one) => one.owner === owner)) throw new Malformed(`the part of trustee ${owner} does not hold`)
  if (text !== compact({ owner, payload: hash })) throw new Malformed('a part is not written as it should be')
  return { owner, part }
}

/** g^result times what the trustees' parts make together must be the sum's beta. */
function verifyResult(
  { key: { group }, questions }: Election,
  trustees: Trustees,
  sums: readonly (readonly Ciphertext[])[],
  parts: readonly OwnedPart[],
  text: string,
): number[][] {
  const result = listOf(fieldsOf(parseJson(text), ['result'])['result'], (row) => listOf(row, countOf))
  if (compact({ result }) !== text || result.length !== sums.length) throw new Malformed('the result is not written as it should be')
  questions.forEach((question, asked) => {
    if (result[asked]!.length !== placesOf(question)) throw new Malformed('the result has more or fewer answers than the question')
    result[asked]!.forEach((number, place) => {
      const opened = openedBy(group, trustees, parts, (part) => part.decryption_factors[asked]![place]!)
      if (group.multiply(group.raise(BigInt(number)), opened) !== sums[asked]![place]!.beta)
        throw new Malformed('the result is not what the parts open to')
    })
  })
  return result
}

function openedBy(group: Group, trustees: Trustees, parts: readonly OwnedPart[], factorOf: (part: OwnedPart['part']) => bigint): bigint {
  let product = 1n
  let offset = 0
  for (const [kind, key] of trustees) {
    const size = kind === 'Single' ? 1 : key.certs.length
    const needed = kind === 'Single' ? 1 : key.threshold
    const start = offset
    const mine = parts.filter(({ owner }) => owner > start && owner <= start + size).slice(0, needed)
    if (mine.length < needed) throw new Malformed('a result before enough trustees have done their part')
    for (const { owner, part } of mine) {
      // Lagrange at 0: the product over the others of x / (x - own), the division as a power of q - 2.
      const weight = mine.reduce((fraction, other) => {
        if (other.owner === owner) return fraction
        const divisor = group.reduce(BigInt(other.owner - owner))
        let inverted = 1n
        for (const bit of (group.q - 2n).toString(2))
          inverted = (((inverted * inverted) % group.q) * (bit === '1' ? divisor : 1n)) % group.q
        return (fraction * BigInt(other.owner - start) * inverted) % group.q
      }, 1n)
      product = group.multiply(product, group.power(factorOf(part), weight))
    }
    offset += size
  }
  return product
}

function payloadOf(archive: Archive, { payload, type }: ArchiveEvent): string {
  if (payload === undefined) throw new Malformed(`${type} carries nothing`)
  return archive.take(payload)
}
