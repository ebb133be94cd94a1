import type { ContractLine, ContractMilestone, ContractOffer, ContractProject } from '@ronghe/contract/programme/contracts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { showParts } from '../../../platform/privacy/suppression.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { may } from '../acting-post.ts'
import { partiesOf } from '../joint-items.ts'
import { organNames } from '../organ-rows.ts'
import { postNames } from '../posts.ts'
import { crossPostingsOf, isInterested } from './contract-interest.ts'
import { actsFrom, isUnderContract } from './contract-lifecycle.ts'
import { takesOffers } from './contract-limits.ts'
import {
  criteriaOf,
  getProject,
  milestonesOf,
  offersOf,
  openOffer,
  paymentsOf,
  printedNumber,
  projectsOf,
  termsOf,
  type MilestoneRow,
  type OfferRow,
  type ProjectRow,
  type TermsRow,
} from './contract-rows.ts'

export async function listContracts(deed: Deed): Promise<{ items: ContractLine[]; paidCents: number }> {
  const items = await toLines(deed, await projectsOf(deed).orderBy('year', 'desc').orderBy('number', 'desc').execute())
  return { items, paidCents: items.reduce((sum, { paidCents }) => sum + paidCents, 0) }
}

export async function toLines(deed: Deed, rows: readonly ProjectRow[]): Promise<ContractLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const inStreet = deed.street.id
  const contracts = await deed.tx
    .selectFrom('project_contract')
    .select(['project_id', 'organ_id', 'cents'])
    .where('street_id', '=', inStreet)
    .where('project_id', 'in', ids)
    .execute()
  const paid = await deed.tx
    .selectFrom('contract_payment')
    .select(({ fn }) => ['project_id', fn.sum<string>('cents').as('cents')])
    .where('street_id', '=', inStreet)
    .where('project_id', 'in', ids)
    .groupBy('project_id')
    .execute()
  const names = await organNames(deed, [...rows.map(({ organ_id }) => organ_id), ...contracts.map(({ organ_id }) => organ_id)])
  const organ = (id: string): { id: string; name: Text } => ({ id, name: names.get(id)! })
  return rows.map((row) => {
    const contract = contracts.find(({ project_id }) => project_id === row.id)
    return {
      id: row.id,
      number: printedNumber(row),
      title: row.title,
      state: row.state,
      organ: organ(row.organ_id),
      contractor: contract ? organ(contract.organ_id) : null,
      budgetCents: row.budget_cents,
      contractCents: contract?.cents ?? null,
      paidCents: Number(paid.find(({ project_id }) => project_id === row.id)?.cents ?? 0),
      callUntil: row.call_until?.toISOString() ?? null,
    }
  })
}

/** One project as this reader may see it: everybody the money and the reasons, whoever chooses the open offers, an organ its own. */
export async function readProject(deed: Deed, id: string): Promise<ContractProject> {
  const row = await getProject(deed, id)
  const [line] = await toLines(deed, [row])
  const { actor } = deed
  const ownOrgans = new Set(
    actor.kind === 'person' && may(deed, 'programme.contracts.offer') ? actor.posts.map(({ organId }) => organId) : [],
  )
  const offers = await offersOf(deed, [id])
  const terms = await termsOf(deed, id)
  const milestones = await milestonesOf(deed, id)
  const payments = await paymentsOf(deed, id)
  const limits = await setting(deed, 'contracts')
  const names = await organNames(deed, [...offers.map(({ organ_id }) => organ_id), ...(terms ? [terms.organ_id] : [])])
  const sealed = row.call_until !== null && takesOffers(row.call_until, deed.now)
  const interested =
    actor.kind === 'person' && may(deed, 'programme.contracts.decide') && !sealed && (await isInterested(deed, actor.personId, row))
  const prepared = actor.kind === 'person' && row.prepared_by === actor.personId
  const works = may(deed, 'programme.contracts.prepare') || may(deed, 'programme.contracts.decide')
  const history = await deed.tx
    .selectFrom('contract_event')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', id)
    .orderBy('seq')
    .execute()
  const posts = await postNames(deed, [
    ...history.flatMap(({ by_post }) => by_post ?? []),
    ...[row.decided_post, row.accepted_post].flatMap((post) => post ?? []),
  ])
  const postName = (post: string | null): Text | null => (post ? (posts.get(post)?.post ?? null) : null)
  const evaluations = await deed.tx
    .selectFrom('contract_evaluation')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', id)
    .orderBy('kind', 'desc')
    .execute()
  return {
    ...line!,
    need: row.need,
    serves: row.serves,
    source: row.source,
    sourceNumber: row.source_number,
    stable: row.stable,
    checks: row.checks,
    catalogueItem: row.catalogue_item,
    budgetReference: row.budget_reference,
    supportId: row.support_id,
    parties: [...((await partiesOf(deed, 'contract', [id])).get(id) ?? [])],
    criteria: [...criteriaOf(row)],
    callOpenedOn: row.call_opened_on,
    offersCount: row.call_until && !sealed ? offers.length : null,
    offers: seenOffers(deed, row, offers, { sealed, works: works && !interested, names }),
    own: offers
      .filter(({ organ_id }) => ownOrgans.has(organ_id))
      .map((offer) => ({
        id: offer.id,
        organ: { id: offer.organ_id, name: names.get(offer.organ_id)! },
        ...openOffer(deed, offer),
        handedInAt: offer.handed_in_at.toISOString(),
        hasFile: offer.file_id !== null,
        may: row.state === 'call' && sealed ? (['withdraw', 'addFile'] as const).slice() : [],
      })),
    crossPostings: await crossPostingsOf(deed, row),
    decidedBy: postName(row.decided_post),
    decidedOn: row.decided_on,
    contract: terms ? { ...toTerms(terms), contractor: { id: terms.organ_id, name: names.get(terms.organ_id)! } } : null,
    milestones: await toMilestones(deed, row, milestones, { works, contractor: terms !== undefined && ownOrgans.has(terms.organ_id) }),
    feedback: await feedbackOf(deed, row, milestones),
    accepted: row.accepted_on ? { words: row.accepted_words!, post: postName(row.accepted_post)!, on: row.accepted_on } : null,
    payments: payments.map(({ id: payment, cents, document, paid_on }) => ({ id: payment, cents, document, paidOn: paid_on })),
    evaluations: evaluations.map(({ kind, reached, words, on_day }) => ({ kind, reached, words, on: on_day })),
    history: history.map(({ kind, by_post, words, on_day }) => ({ kind, post: postName(by_post), words, on: on_day })),
    limits: { months: row.stable ? limits.stableMonths : limits.termMonths },
    may: mayDo(deed, row, {
      sealed,
      offers: offers.length,
      milestones,
      interested,
      prepared,
      midDone: evaluations.some(({ kind }) => kind === 'mid'),
    }),
    barred: interested ? 'interest' : prepared && may(deed, 'programme.contracts.decide') ? 'prepared' : null,
  }
}

/** Sealed until the deadline; then for those who choose; for everybody once it is chosen, and of plans nothing. */
function seenOffers(
  deed: Deed,
  row: ProjectRow,
  offers: readonly OfferRow[],
  { sealed, works, names }: { readonly sealed: boolean; readonly works: boolean; readonly names: ReadonlyMap<string, Text> },
): ContractOffer[] {
  if (row.call_until === null || sealed || (row.state === 'call' && !works)) return []
  return offers.map((offer) => {
    const { cents, plan } = openOffer(deed, offer)
    return {
      id: offer.id,
      organ: { id: offer.organ_id, name: names.get(offer.organ_id)! },
      cents,
      chosen: row.chosen_offer === offer.id,
      reasons: (offer.reasons as ContractOffer['reasons'] | null) ?? [],
      plan: works ? plan : null,
      hasFile: works && offer.file_id !== null,
    }
  })
}

const toTerms = (row: TermsRow) => ({
  content: row.content,
  quantity: row.quantity,
  quality: row.quality,
  cents: row.cents,
  settlement: row.settlement,
  duties: row.duties,
  breach: row.breach,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  signedOn: row.signed_on,
  publishedOn: row.published_on,
})

async function toMilestones(
  deed: Deed,
  row: ProjectRow,
  milestones: readonly MilestoneRow[],
  { works, contractor }: { readonly works: boolean; readonly contractor: boolean },
): Promise<ContractMilestone[]> {
  const files =
    works || contractor
      ? await deed.tx
          .selectFrom('contract_file')
          .selectAll()
          .where('street_id', '=', deed.street.id)
          .where('project_id', '=', row.id)
          .orderBy('id')
          .execute()
      : []
  const prepares = may(deed, 'programme.contracts.prepare')
  return milestones.map((one): ContractMilestone => {
    const open = row.state === 'running' && one.confirmed_on === null
    return {
      id: one.id,
      what: one.what,
      dueOn: one.due_on,
      report: one.report,
      reportedOn: one.reported_on,
      confirmedOn: one.confirmed_on,
      returned: one.returned,
      files: files
        .filter(({ milestone_id }) => milestone_id === one.id)
        .map(({ id, caption, added_on }) => ({ id, caption, addedOn: added_on })),
      may: [
        ...(contractor && open ? (['report', 'addFile'] as const) : []),
        ...(prepares && open && one.reported_on ? (['confirm', 'return'] as const) : []),
      ],
    }
  })
}

/**
 * What the people served said. It is closed and shown when the last milestone is confirmed and not before, so that no answer can be had by subtracting
 * yesterday's figure (D7).
 */
async function feedbackOf(deed: Deed, row: ProjectRow, milestones: readonly MilestoneRow[]): Promise<ContractProject['feedback']> {
  const counts = { yes: 0, partly: 0, no: 0 }
  if (isUnderContract(row.state) && !takesFeedback(row, milestones)) {
    const rows = await deed.tx
      .selectFrom('contract_feedback')
      .select(({ fn }) => ['helped', fn.countAll<number>().as('count')])
      .where('street_id', '=', deed.street.id)
      .where('project_id', '=', row.id)
      .groupBy('helped')
      .execute()
    for (const { helped, count } of rows) counts[helped] = Number(count)
  }
  const { parts, total } = showParts([counts.yes, counts.partly, counts.no])
  return { yes: parts[0]!, partly: parts[1]!, no: parts[2]!, total }
}

export const takesFeedback = (row: ProjectRow, milestones: readonly MilestoneRow[]): boolean =>
  row.state === 'running' && milestones.some(({ confirmed_on }) => confirmed_on === null)

interface Standing {
  readonly sealed: boolean
  readonly offers: number
  readonly milestones: readonly MilestoneRow[]
  readonly interested: boolean
  readonly prepared: boolean
  readonly midDone: boolean
}
function mayDo(
  deed: Deed,
  row: ProjectRow,
  { sealed, offers, milestones, interested, prepared, midDone }: Standing,
): ContractProject['may'] {
  const [prepares, decides, pays] = (['prepare', 'decide', 'pay'] as const).map((what) => may(deed, `programme.contracts.${what}`))
  const steps = new Set(actsFrom(row.state))
  const done = milestones.length > 0 && milestones.every(({ confirmed_on }) => confirmed_on !== null)
  const open = takesFeedback(row, milestones)
  return [
    ...(prepares && row.state === 'need' ? (['change'] as const) : []),
    ...(decides && steps.has('budget') ? (['budget'] as const) : []),
    ...(prepares && steps.has('call') ? (['call'] as const) : []),
    ...(prepares && steps.has('callAgain') && !sealed && offers === 0 ? (['callAgain'] as const) : []),
    ...(decides && steps.has('choose') && !sealed && offers > 0 && !interested ? (['choose'] as const) : []),
    ...(prepares && steps.has('contract') ? (['contract'] as const) : []),
    ...(prepares && steps.has('start') ? (['start'] as const) : []),
    ...(decides && steps.has('accept') && done && !prepared && !interested ? (['accept'] as const) : []),
    ...(pays && (row.state === 'running' || row.state === 'accepted') ? (['pay'] as const) : []),
    ...(pays && steps.has('settle') ? (['settle'] as const) : []),
    ...(prepares && row.state === 'running' && !midDone ? (['evaluateMid'] as const) : []),
    ...(prepares && steps.has('evaluate') ? (['evaluate'] as const) : []),
    ...(prepares && steps.has('stop') ? (['stop'] as const) : []),
    ...(may(deed, 'programme.contracts.offer') && row.state === 'call' && sealed ? (['offer'] as const) : []),
    ...(open ? (['giveFeedback'] as const) : []),
    ...(prepares && open ? (['enterFeedback'] as const) : []),
    ...(prepares && isUnderContract(row.state) && !open && row.state !== 'contracted' ? (['readFeedback'] as const) : []),
  ]
}
