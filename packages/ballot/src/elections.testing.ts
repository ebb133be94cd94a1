import { encryptBallot } from './ballot.ts'
import { writeArchive, resultText, type Published } from './archive.ts'
import { drawCredential, drawElectionId, publicCredential } from './credential.ts'
import { combine, decryptPart, ownedPart } from './decrypt.ts'
import { setUp, type Election, type Question } from './election.ts'
import { makeGroup, type Group } from './group.ts'
import { sha256Of } from './hash.ts'
import type { RandomBytes } from './random.ts'
import { tallyBallots } from './tally.ts'
import { makeCertificate, makeOutput, makePolynomial, openShare, readOutput, readPolynomial } from './threshold.ts'
import { finishCeremony, readTrustees, thirdStepInput } from './trustees.ts'

/** A group of 112 bits: every rule is the same, nothing is secret, and a thousand elections take seconds. */
export const smallGroup: Group = makeGroup({
  name: 'SMALL-112',
  p: 5604719280484250431674720501384779n,
  q: 2802359640242125215837360250692389n,
  g: 4n,
})

/** The same bytes for the same seed: SHA-256 of seed and counter. */
export function seeded(seed: string): RandomBytes {
  let counter = 0
  return (count) => {
    const bytes = new Uint8Array(count)
    for (let at = 0; at < count; at += 32) bytes.set(sha256Of(`${seed}|${counter++}`).subarray(0, Math.min(32, count - at)), at)
    return bytes
  }
}

export const approval: Question = { question: '谁来当主席？', answers: ['梁志远', '周小燕', '何敏'], min: 1, max: 2, blank: true }
export const motion: Question = { question: 'Take it?', answers: ['for', 'against'], min: 0, max: 1, blank: false }

export type Whole = {
  readonly election: Election
  readonly slips: readonly string[]
  readonly published: Published
  readonly bytes: Uint8Array
  readonly head: string
  readonly result: readonly (readonly number[])[]
}

/** Three trustees, the ballots given as [voter, marks per question], opened by the trustees named. */
export function holdElection(options: {
  readonly group?: Group
  readonly random?: RandomBytes
  readonly questions?: readonly Question[]
  readonly voters?: number
  readonly cast: readonly (readonly [voter: number, marks: readonly (readonly number[])[]])[]
  readonly openers?: readonly number[]
}): Whole {
  const { group = smallGroup, random = seeded('20261123'), questions = [approval], voters = 5, openers = [0, 2] } = options
  const trustees = holdCeremony(group, random)
  const id = drawElectionId(random)
  const election = setUp({ id, name: '主席选举', description: '', questions }, trustees.y, group)
  const slips = Array.from({ length: voters }, () => drawCredential(random))
  const credentials = slips.map((slip) => publicCredential(slip, id, group).toString()).sort()
  const ballots = options.cast.map(([voter, marks]) => encryptBallot(election, slips[voter]!, marks, random).text)
  const tally = tallyBallots(election, ballots)
  const parts = openers.map((place) => ({ owner: place + 1, text: decryptPart(election, tally.sums, trustees.shares[place]!, random) }))
  const list = readTrustees(trustees.text, group)
  const opened = combine(
    election,
    list,
    tally,
    parts.map(({ owner, text }) => ownedPart(election, list, tally.sums, owner, text)!),
  )
  if ('missing' in opened) throw new Error(`${opened.missing} trustees are missing`)
  const published: Published = {
    timestamp: 1_795_435_852,
    election: election.text,
    trustees: trustees.text,
    credentials,
    ballots,
    closed: true,
    tally,
    parts,
    result: resultText(opened.result),
  }
  return { election, slips, published, ...writeArchive(published), result: opened.result }
}

export function holdCeremony(group: Group, random: RandomBytes, threshold = 2, many = 3) {
  const made = Array.from({ length: many }, () => makeCertificate(group, random))
  const certificates = made.map(({ certificate }) => certificate)
  const polynomials = made.map(({ seed }) => makePolynomial(group, seed, certificates, threshold, random).text)
  const outputs = made.map(({ seed }, place) =>
    makeOutput(group, seed, certificates, thirdStepInput(group, { threshold, certificates, polynomials }, place), threshold, random),
  )
  const read = polynomials.map((text, place) => readPolynomial(group, text, certificates, place, threshold))
  const shares = made.map(({ seed }, place) =>
    openShare(group, seed, readOutput(group, outputs[place]!, read, certificates, place).sealedKey),
  )
  return {
    ...finishCeremony(group, { threshold, certificates, polynomials, outputs }),
    shares,
    certificates,
    polynomials,
    outputs,
    seeds: made.map(({ seed }) => seed),
  }
}
