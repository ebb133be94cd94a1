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
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { cast as castInBox } from '@ronghe/server/rooms/council/ballot-casting.ts'
import { close, open, takePart } from '@ronghe/server/rooms/council/ballot-closing.ts'
import { credentialWork, hand, takeCredentials } from '@ronghe/server/rooms/council/ballot-credentials.ts'
import { ceremony, takeStep } from '@ronghe/server/rooms/council/ballot-keys.ts'
import { setUp } from '@ronghe/server/rooms/council/ballot-setup.ts'
import { cast, type CastKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import { acting, daysBefore } from './council-acting.ts'
import { castId, organId } from './load-cast.ts'

const clerk: CastKey = 'jiangWen'
const authority: CastKey = 'fuQiang'
const trustees = ['sunLanying', 'zengBo', 'qiuYun'] as const

/**
 * Two secret ballots: one that was held, with a box that anybody can check, and one whose trustees have just been asked. Keys, slips and votes
 * are made here as the people's own devices would make them, and are gone with this function.
 */
export async function loadBallots(deed: Deed): Promise<void> {
  const councilId = organId(deed.street.id, 'council')
  const chance = chanceOf('ballots')
  const random = (count: number): Uint8Array => chance.bytes(count)
  const as = (who: CastKey, daysAgo: number): Deed => acting(deed, who, daysAgo, chance)
  const asked = {
    newcomers: castId(deed.street.id, 'sunLanying'),
    locals: castId(deed.street.id, 'zengBo'),
    neutralPhone: cast.qiuYun.phone,
  }
  const own = (title: string, answers: readonly string[]) => ({
    kind: 'own' as const,
    title,
    answers: [...answers],
    least: 1,
    most: 1,
    seats: 1,
  })
  const planned = { about: own('推选一名代表列席街道联席会议', ['周桂兰', '罗伟强']), trustees: asked, paperOnly: false }
  const { ballotId } = await setUp(as(clerk, 40), councilId, planned)

  const made = trustees.map(() => makeCertificate(group, random))
  for (const [index, who] of trustees.entries()) await takeStep(as(who, 39), councilId, ballotId, 'certificate', made[index]!.certificate)
  for (const [index, who] of trustees.entries()) {
    const { certificates, threshold } = await ceremony(as(who, 38), councilId, ballotId)
    const { text } = makePolynomial(group, made[index]!.seed, certificates, threshold, random)
    await takeStep(as(who, 38), councilId, ballotId, 'polynomial', text)
  }
  for (const [index, who] of trustees.entries()) {
    const { certificates, polynomials, threshold, number } = await ceremony(as(who, 37), councilId, ballotId)
    const input = thirdStepInput(group, { threshold, certificates, polynomials }, number - 1)
    await takeStep(as(who, 37), councilId, ballotId, 'output', makeOutput(group, made[index]!.seed, certificates, input, threshold, random))
  }

  const work = await credentialWork(as(authority, 36), councilId, ballotId)
  const [box] = work.boxes
  const slips = Array.from({ length: box!.slips }, () => drawCredential(random))
  const credentials = slips.map((slip) => publicCredential(slip, box!.electionId, group).toString())
  await takeCredentials(as(authority, 36), councilId, ballotId, box!.boxId, { credentials })
  for (const { personId } of work.delegates) await hand(as(authority, 35), councilId, ballotId, { personId })

  const closesAt = daysBefore(deed, 33, chance).now.toISOString()
  await open(as(clerk, 35), councilId, ballotId, closesAt)
  const election = readElection((await ceremonyBox(deed, ballotId)).election!)
  const anonymous: Deed = { ...daysBefore(deed, 34, chance), actor: { kind: 'anonymous' } }
  for (const [index, slip] of slips.slice(0, 12).entries()) {
    const marks = index === 11 ? [1, 0, 0] : index % 3 === 0 ? [0, 0, 1] : [0, 1, 0]
    await castInBox(anonymous, councilId, ballotId, box!.boxId, encryptBallot(election, slip, [marks], random).text)
  }
  await close(as(clerk, 33), councilId, ballotId)
  for (const index of [0, 2]) {
    const who = trustees[index]!
    const { certificates, polynomials, outputs, threshold, number, boxes } = await ceremony(as(who, 33), councilId, ballotId)
    const read = polynomials.map((text, place) => readPolynomial(group, text, certificates, place, threshold))
    const { sealedKey } = readOutput(group, outputs[number - 1]!, read, certificates, number - 1)
    const share = openShare(group, made[index]!.seed, sealedKey)
    for (const { boxId, tally } of boxes)
      await takePart(as(who, 33), councilId, ballotId, boxId, decryptPart(election, readSums(tally, group), share, random))
  }

  await setUp(as(clerk, 1), councilId, { ...planned, about: own('推选年度表彰评议员', ['谭小梅', '潘慧', '何勇']) })
}

const ceremonyBox = (deed: Deed, ballotId: string) =>
  deed.tx
    .selectFrom('ballot_box')
    .select('election')
    .where('street_id', '=', deed.street.id)
    .where('ballot_id', '=', ballotId)
    .executeTakeFirstOrThrow()
