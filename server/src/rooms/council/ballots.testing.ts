import {
  belenios2048 as group,
  decryptPart,
  drawCredential,
  encryptBallot,
  makeCertificate,
  makeOutput,
  makePolynomial,
  openShare,
  publicCredential,
  readElection,
  readOutput,
  readPolynomial,
  readSums,
  thirdStepInput,
} from '@ronghe/ballot'
import * as ballots from '@ronghe/contract/council/ballots.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { randomBytes } from 'node:crypto'
import type { CouncilTown } from './testing.ts'

export const trusteeKeys = ['sunLanying', 'zengBo', 'qiuYun'] as const

export interface HeldBallot {
  readonly ballotId: string
  readonly params: { readonly councilId: string; readonly ballotId: string }
  readonly boxes: readonly { readonly boxId: string; readonly slips: readonly string[] }[]
  readonly seeds: readonly string[]
}

/** The three trustees as a setting-up asks for them. */
export const trusteesIn = (town: CouncilTown) => ({
  newcomers: town.idOf('sunLanying'),
  locals: town.idOf('zengBo'),
  neutralPhone: cast.qiuYun.phone,
})

/** A ballot as far as its trustees' key and its slips: everything their own devices do, done here. */
export async function readyBallot(
  town: CouncilTown,
  about: BodyOf<typeof ballots.setUpBallot>['about'],
  who: readonly CastKey[] = trusteeKeys,
): Promise<HeldBallot> {
  const { councilId } = town
  const { ballotId } = await town.as('jiangWen').call(ballots.setUpBallot, {
    params: { councilId },
    body: { about, trustees: trusteesIn(town), paperOnly: false },
  })
  const params = { councilId, ballotId }
  const seeds = await makeKeys(town, params, who)
  const boxes = []
  for (const box of (await town.as('fuQiang').call(ballots.readCredentialWork, { params })).boxes) {
    const slips = Array.from({ length: box.slips }, () => drawCredential(randomBytes))
    const credentials = slips.map((slip) => publicCredential(slip, box.electionId, group).toString())
    await town.as('fuQiang').call(ballots.sendCredentials, { params: { ...params, boxId: box.boxId }, body: { credentials } })
    boxes.push({ boxId: box.boxId, slips })
  }
  return { ballotId, params, boxes, seeds }
}

export async function makeKeys(
  town: CouncilTown,
  params: HeldBallot['params'],
  who: readonly CastKey[] = trusteeKeys,
): Promise<readonly string[]> {
  const read = (key: CastKey) => town.as(key).call(ballots.readCeremony, { params })
  const send = (key: CastKey, step: 'certificate' | 'polynomial' | 'output', text: string) =>
    town.as(key).call(ballots.sendCeremonyStep, { params, body: { step, text } })
  const made = who.map(() => makeCertificate(group, randomBytes))
  for (const [index, key] of who.entries()) await send(key, 'certificate', made[index]!.certificate)
  for (const [index, key] of who.entries()) {
    const { certificates, threshold } = await read(key)
    await send(key, 'polynomial', makePolynomial(group, made[index]!.seed, certificates, threshold, randomBytes).text)
  }
  for (const [index, key] of who.entries()) {
    const { certificates, polynomials, threshold, number } = await read(key)
    const input = thirdStepInput(group, { threshold, certificates, polynomials }, number - 1)
    await send(key, 'output', makeOutput(group, made[index]!.seed, certificates, input, threshold, randomBytes))
  }
  return made.map(({ seed }) => seed)
}

/** The marks as a voter's own device encrypts them; the place for "none of these" first. */
export async function vote(town: CouncilTown, held: HeldBallot, box: number, slip: string, marks: readonly number[]): Promise<string> {
  const params = { ...held.params, boxId: held.boxes[box]!.boxId }
  const { election } = await town.anonymous.call(ballots.readBox, { params })
  const made = encryptBallot(readElection(election!), slip, [marks], randomBytes)
  const { tracker } = await town.anonymous.call(ballots.castBallot, { params, body: { ballot: made.text } })
  if (tracker !== made.tracker) throw new Error('the box answered with another tracker')
  return tracker
}

/** A trustee opens their part of every box. */
export async function openPart(town: CouncilTown, held: HeldBallot, index: number, who: readonly CastKey[] = trusteeKeys): Promise<string> {
  const ceremony = await town.as(who[index]!).call(ballots.readCeremony, { params: held.params })
  const { certificates, polynomials, outputs, threshold, number } = ceremony
  const read = polynomials.map((text, place) => readPolynomial(group, text, certificates, place, threshold))
  const share = openShare(group, held.seeds[index]!, readOutput(group, outputs[number - 1]!, read, certificates, number - 1).sealedKey)
  let state = ''
  for (const { boxId, election, tally } of ceremony.boxes) {
    const part = decryptPart(readElection(election), readSums(tally, group), share, randomBytes)
    state = (await town.as(who[index]!).call(ballots.sendPart, { params: { ...held.params, boxId }, body: { part } })).state
  }
  return state
}
