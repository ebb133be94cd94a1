import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { chooseOffer, handInOffer } from '@ronghe/contract/programme/contracts.ts'
import type { FastifyReply } from 'fastify'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../../platform/http/problems.ts'
import type { Upload } from '../../../platform/http/upload.ts'
import { record } from '../../../platform/journal/record.ts'
import { actingPost, may } from '../acting-post.ts'
import { partiesOf, setParties } from '../joint-items.ts'
import { today } from '../posts.ts'
import { dropFile, keepFile, sendFile } from './contract-files.ts'
import { refuseInterested } from './contract-interest.ts'
import { missingReasons, takesOffers } from './contract-limits.ts'
import {
  criteriaOf,
  getProject,
  jointItem,
  offersOf,
  openOffer,
  sealOffer,
  takeStep,
  type OfferRow,
  type ProjectRow,
} from './contract-rows.ts'

/** Sealed at once, so that who offers what is known to the organ alone until the last moment has passed. */
export async function handIn(deed: Deed, projectId: string, { organId, cents, plan }: BodyOf<typeof handInOffer>): Promise<void> {
  refuseOthersOrgan(deed, organId)
  const row = await openCall(deed, projectId)
  const before = (await offersOf(deed, [projectId])).find((offer) => offer.organ_id === organId)
  if (before) await takeBack(deed, before)
  const id = deed.id()
  await deed.tx
    .insertInto('contract_offer')
    .values({
      street_id: deed.street.id,
      id,
      project_id: row.id,
      organ_id: organId,
      offer_sealed: sealOffer(deed, id, { cents, plan }),
      handed_in_at: deed.now,
    })
    .execute()
  // The price is not in the leaf either.
  await record(deed, { kind: 'programme.contract.offered', plain: { project: row.id, offer: id } })
}

export async function withdraw(deed: Deed, offerId: string): Promise<void> {
  const { offer } = await ownOpenOffer(deed, offerId)
  await takeBack(deed, offer)
  await record(deed, { kind: 'programme.contract.offer-withdrawn', plain: { project: offer.project_id, offer: offerId } })
}

export async function addOfferFile(deed: Deed, offerId: string, upload: Upload): Promise<{ id: string }> {
  const { offer } = await ownOpenOffer(deed, offerId)
  const id = await keepFile(deed, upload, ['pdf'], { to: 'contract-offer', id: offerId })
  await changeOffer(deed, offerId, { file_id: id })
  if (offer.file_id) await dropFile(deed, offer.file_id)
  await record(deed, { kind: 'programme.contract.offer-file', plain: { project: offer.project_id, offer: offerId } })
  return { id }
}

export async function sendOfferFile(deed: Deed, offerId: string, response: FastifyReply): Promise<void> {
  const offer = await getOffer(deed, offerId)
  const row = await getProject(deed, offer.project_id)
  const own = may(deed, 'programme.contracts.offer') && actsForOrgan(deed, offer.organ_id)
  const chooses =
    (may(deed, 'programme.contracts.prepare') || may(deed, 'programme.contracts.decide')) && !takesOffers(row.call_until!, deed.now)
  if (!offer.file_id || !(own || chooses)) throw notFound('file')
  if (!own && deed.actor.kind === 'person') await refuseInterested(deed, deed.actor.personId, row)
  await sendFile(deed, offer.file_id, 'offer', response)
}

/** One offer, with a reason for each under each criterion. Whoever is tied to one of the organs stands aside, with the law named. */
export async function choose(
  deed: Deed,
  personId: string,
  projectId: string,
  { offerId, reasons }: BodyOf<typeof chooseOffer>,
): Promise<void> {
  const row = await getProject(deed, projectId, true)
  if (row.state === 'call' && takesOffers(row.call_until!, deed.now)) throw refused('contract-call-open')
  await refuseInterested(deed, personId, row)
  const offers = await offersOf(deed, [projectId])
  const chosen = offers.find(({ id }) => id === offerId)
  if (row.state !== 'call' || !chosen) throw refused('contract-not-choose')
  if (openOffer(deed, chosen).cents > row.budget_cents!) throw refused('contract-offer-over-budget')
  const missing = missingReasons(
    offers.map(({ id }) => id),
    criteriaOf(row).map(({ key }) => key),
    reasons,
  )
  if (missing.length > 0) throw unfit([{ path: 'reasons', code: 'contract-every-reason', params: { count: missing.length } }])
  for (const offer of offers)
    await changeOffer(deed, offer.id, {
      reasons: JSON.stringify(reasons.filter((one) => one.offerId === offer.id).map(({ criterion, words }) => ({ criterion, words }))),
    })
  const post = actingPost(deed, 'programme.contracts.decide')!.id
  await takeStep(deed, row, 'choose', { fields: { chosen_offer: offerId, decided_post: post, decided_on: today(deed) }, post })
  await addContractor(deed, row, chosen.organ_id)
}

/** The organ that was chosen is a party of the project from now on (M2). */
async function addContractor(deed: Deed, row: ProjectRow, organId: string): Promise<void> {
  const parties = (await partiesOf(deed, 'contract', [row.id])).get(row.id) ?? []
  const partners = parties
    .filter(({ host, organ }) => !host && organ.id !== organId)
    .map(({ organ, role }) => ({ organId: organ.id, role }))
  if (organId === row.organ_id) return
  await setParties(deed, jointItem(row.id, row.title, row.created_on), row.organ_id, [
    ...partners,
    { organId, role: { 'zh-CN': '承接', en: 'Contractor' } },
  ])
}

async function openCall(deed: Deed, projectId: string): Promise<ProjectRow> {
  const row = await getProject(deed, projectId, true)
  if (row.state !== 'call') throw refused('contract-no-call')
  if (!takesOffers(row.call_until!, deed.now)) throw refused('contract-offer-late')
  return row
}

async function ownOpenOffer(deed: Deed, offerId: string): Promise<{ readonly offer: OfferRow; readonly row: ProjectRow }> {
  const offer = await getOffer(deed, offerId)
  if (!actsForOrgan(deed, offer.organ_id)) throw notFound('offer')
  return { offer, row: await openCall(deed, offer.project_id) }
}

async function getOffer(deed: Deed, id: string): Promise<OfferRow> {
  const offer = await deed.tx
    .selectFrom('contract_offer')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!offer) throw notFound('offer')
  return offer
}

/** What was taken back leaves nothing but that there was something. */
async function takeBack(deed: Deed, offer: OfferRow): Promise<void> {
  await changeOffer(deed, offer.id, {
    withdrawn_at: deed.now,
    offer_sealed: sealOffer(deed, offer.id, { cents: 0, plan: '' }),
    file_id: null,
  })
  if (offer.file_id) await dropFile(deed, offer.file_id)
}

async function changeOffer(
  deed: Deed,
  id: string,
  fields: { withdrawn_at?: Date; offer_sealed?: Buffer; file_id?: string | null; reasons?: string },
): Promise<void> {
  await deed.tx.updateTable('contract_offer').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

/** Only a post in the organ itself speaks for it; the street office does not. */
export const actsForOrgan = (deed: Deed, organId: string): boolean =>
  deed.actor.kind === 'person' && deed.actor.posts.some((post) => post.organId === organId)
const refuseOthersOrgan = (deed: Deed, organId: string): void => {
  if (!actsForOrgan(deed, organId)) throw forbidden('not-your-organ')
}
