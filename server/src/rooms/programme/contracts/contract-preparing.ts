import type { BodyOf } from '@ronghe/contract/operation.ts'
import type * as contracts from '@ronghe/contract/programme/contracts.ts'
import { laws } from '@ronghe/contract/programme/laws.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { addDays, dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { actingPost } from '../acting-post.ts'
import { forgetJointItem, setParties } from '../joint-items.ts'
import { getOrgan } from '../organ-rows.ts'
import { notifyPost, postsOfKind, today } from '../posts.ts'
import { lastDayOf, takesOffers } from './contract-limits.ts'
import {
  addEvent,
  changeProject,
  getProject,
  jointItem,
  milestonesOf,
  offersOf,
  openOffer,
  takeStep,
  type ProjectRow,
} from './contract-rows.ts'

type Need = BodyOf<typeof contracts.nameNeed>
const preparer = (deed: Deed): string => actingPost(deed, 'programme.contracts.prepare')!.id

export async function nameNeed(deed: Deed, personId: string, body: Need): Promise<string> {
  await checkNeed(deed, body)
  const year = Number(today(deed).slice(0, 4))
  // One at a time, so that numbers have no gaps.
  await sql`select pg_advisory_xact_lock(hashtext(${`contract ${deed.street.id}`}))`.execute(deed.tx)
  const last = await deed.tx
    .selectFrom('contract_project')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .where('street_id', '=', deed.street.id)
    .where('year', '=', year)
    .executeTakeFirst()
  const id = deed.id()
  await deed.tx
    .insertInto('contract_project')
    .values({
      street_id: deed.street.id,
      id,
      year,
      number: (last?.number ?? 0) + 1,
      ...columnsOf(body),
      state: 'need',
      prepared_by: personId,
      prepared_post: preparer(deed),
      created_on: today(deed),
    })
    .execute()
  await setParties(deed, jointItem(id, body.title, today(deed)), body.organId, body.partners)
  await addEvent(deed, id, 'need', preparer(deed))
  await record(deed, { kind: 'programme.contract.need', plain: { project: id, organ: body.organId } })
  return id
}

export async function changeNeed(deed: Deed, id: string, body: Need): Promise<void> {
  const row = await getProject(deed, id, true)
  if (row.state !== 'need') throw refused('contract-need-fixed')
  await checkNeed(deed, body)
  await changeProject(deed, id, columnsOf(body))
  await setParties(deed, jointItem(id, body.title, row.created_on), body.organId, body.partners)
  await record(deed, { kind: 'programme.contract.changed', plain: { project: id } })
}

const columnsOf = (body: Need) => ({
  title: JSON.stringify(body.title),
  need: JSON.stringify(body.need),
  serves: JSON.stringify(body.serves),
  source: body.source,
  source_number: body.sourceNumber || null,
  organ_id: body.organId,
  stable: body.stable,
  checks: JSON.stringify(body.checks),
  catalogue_item: body.catalogueItem,
})

/** What may not be bought is refused here, with the law, before anybody puts work into it. */
async function checkNeed(deed: Deed, { organId, checks, source, sourceNumber }: Need): Promise<void> {
  const organ = await getOrgan(deed, organId)
  if (organ.party !== 'government') throw unfit([{ path: 'organId', code: 'contract-buyer-government' }])
  if (deed.actor.kind === 'person' && !deed.actor.posts.some((post) => post.organId === organId)) throw forbidden('not-your-organ')
  if (source !== 'organ' && sourceNumber === '') throw unfit([{ path: 'sourceNumber', code: 'field-missing' }])
  if (Object.values(checks).some((confirmed) => !confirmed))
    throw refused('contract-not-purchasable', { params: { law: inLanguage(laws.contractCatalogue, deed.language) } })
}

/** 预算约束: money that is not there is not promised. */
export async function giveBudget(deed: Deed, id: string, body: BodyOf<typeof contracts.budgetContract>): Promise<void> {
  const row = await getProject(deed, id, true)
  if (body.supportId) {
    const support = await deed.tx
      .selectFrom('support')
      .select(['cents', 'state'])
      .where('street_id', '=', deed.street.id)
      .where('id', '=', body.supportId)
      .executeTakeFirst()
    if (!support) throw notFound('support')
    if (support.cents === null || !['granted', 'delivered'].includes(support.state)) throw refused('contract-support-not-granted')
    if (support.cents < body.cents) throw unfit([{ path: 'cents', code: 'contract-over-support' }])
  }
  const post = actingPost(deed, 'programme.contracts.decide')!.id
  const fields = { budget_cents: body.cents, budget_reference: body.reference, support_id: body.supportId }
  await takeStep(deed, row, 'budget', { fields, post })
  await notifyPost(deed, row.prepared_post, { template: 'contract-budgeted', link: `/desk/contracts/${id}` })
}

export async function publishCall(deed: Deed, id: string, body: BodyOf<typeof contracts.callForOffers>): Promise<void> {
  const row = await getProject(deed, id, true)
  if (new Set(body.criteria.map(({ key }) => key)).size < body.criteria.length)
    throw unfit([{ path: 'criteria', code: 'commend-key-twice' }])
  const { callDays } = await setting(deed, 'contracts')
  const until = new Date(body.until)
  if (dayIn(deed.street.zone, until) < addDays(today(deed), callDays))
    throw unfit([{ path: 'until', code: 'contract-call-short', params: { days: callDays } }])
  const fields = { criteria: JSON.stringify(body.criteria), call_opened_on: today(deed), call_until: until }
  await takeStep(deed, row, 'call', { fields, post: preparer(deed) })
  for (const post of await postsOfKind(deed, 'providerHead'))
    await notifyPost(deed, post, { template: 'contract-call', link: `/desk/contracts/${id}` })
}

export async function endEmptyCall(deed: Deed, id: string, reason: string): Promise<void> {
  const row = await getProject(deed, id, true)
  if (row.state === 'call' && takesOffers(row.call_until!, deed.now)) throw refused('contract-call-open')
  if ((await offersOf(deed, [id])).length > 0) throw refused('contract-has-offers')
  const fields = { criteria: null, call_opened_on: null, call_until: null }
  await takeStep(deed, row, 'callAgain', { fields, post: preparer(deed), words: reason })
}

/** The fields of the law, published with the signature; the term within what the law and the street allow. */
export async function signContract(deed: Deed, id: string, body: BodyOf<typeof contracts.signContract>): Promise<void> {
  const row = await getProject(deed, id, true)
  const offer = (await offersOf(deed, [id])).find((one) => one.id === row.chosen_offer)
  if (row.state !== 'offersEvaluated' || !offer) throw refused('contract-not-contract')
  const { terms, milestones } = body
  await checkTerms(deed, row, body)
  await deed.tx
    .insertInto('project_contract')
    .values({
      street_id: deed.street.id,
      project_id: id,
      organ_id: offer.organ_id,
      content: terms.content,
      quantity: terms.quantity,
      quality: terms.quality,
      cents: terms.cents,
      settlement: terms.settlement,
      duties: terms.duties,
      breach: terms.breach,
      starts_on: terms.startsOn,
      ends_on: terms.endsOn,
      signed_on: body.signedOn,
      published_on: today(deed),
    })
    .execute()
  await deed.tx
    .insertInto('contract_milestone')
    .values(
      milestones.map(({ what, dueOn }, position) => ({
        street_id: deed.street.id,
        id: deed.id(),
        project_id: id,
        position: position + 1,
        what,
        due_on: dueOn,
      })),
    )
    .execute()
  await takeStep(deed, row, 'contract', { post: preparer(deed) })
}

async function checkTerms(
  deed: Deed,
  row: ProjectRow,
  { terms, milestones, signedOn }: BodyOf<typeof contracts.signContract>,
): Promise<void> {
  const limits = await setting(deed, 'contracts')
  const months = row.stable ? limits.stableMonths : limits.termMonths
  const law = inLanguage(laws.contractTerm, deed.language)
  const offered = (await offersOf(deed, [row.id])).find(({ id }) => id === row.chosen_offer)
  const faults = [
    ...(terms.endsOn <= terms.startsOn ? [{ path: 'terms.endsOn', code: 'ends-before-start' }] : []),
    ...(terms.endsOn > lastDayOf(terms.startsOn, months)
      ? [{ path: 'terms.endsOn', code: 'contract-term-long', params: { months, law } }]
      : []),
    ...(terms.cents > row.budget_cents! ? [{ path: 'terms.cents', code: 'contract-over-budget' }] : []),
    ...(offered && terms.cents > openOffer(deed, offered).cents ? [{ path: 'terms.cents', code: 'contract-over-offer' }] : []),
    ...(signedOn > today(deed) ? [{ path: 'signedOn', code: 'day-to-come' }] : []),
    ...milestones.flatMap(({ dueOn }, index) =>
      dueOn < terms.startsOn || dueOn > terms.endsOn ? [{ path: `milestones.${index}.dueOn`, code: 'contract-milestone-outside' }] : [],
    ),
  ]
  if (faults.length > 0) throw unfit(faults)
}

export async function startOrStop(
  deed: Deed,
  id: string,
  { act, reason }: { readonly act: 'start' | 'stop'; readonly reason: string },
): Promise<void> {
  const row = await getProject(deed, id, true)
  if (act === 'stop' && reason === '') throw unfit([{ path: 'reason', code: 'field-missing' }])
  if (act === 'start' && (await milestonesOf(deed, id)).length === 0) throw refused('contract-not-start')
  if (act === 'stop') await forgetJointItem(deed, { kind: 'contract', thingId: id })
  await takeStep(deed, row, act, { fields: act === 'stop' ? { ended_on: today(deed) } : {}, post: preparer(deed), words: reason })
}
