import type { CrossPosting } from '@ronghe/contract/programme/contracts.ts'
import { laws } from '@ronghe/contract/programme/laws.ts'
import { postKinds, type PostKind } from '@ronghe/contract/posts.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden } from '../../../platform/http/problems.ts'
import { housemates } from '../../people/households.ts'
import { heldOn, postNames, today } from '../posts.ts'
import { takesOffers } from './contract-limits.ts'
import { offersOf, projectsOf, type ProjectRow } from './contract-rows.ts'
import { crossingsOf, type Posting } from './cross-postings.ts'

interface KindPosting extends Posting {
  readonly kind: PostKind
}

async function postingsToday(deed: Deed): Promise<KindPosting[]> {
  const rows = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select(['appointment.person_id', 'post.id', 'post.organ_id', 'post.kind'])
    .orderBy('post.id')
    .execute()
  return rows.map(({ person_id, id, organ_id, kind }) => ({ personId: person_id, postId: id, organId: organ_id, kind: kind as PostKind }))
}

/** Posts of the organ that buys, and chairs: whoever decides about it or over it. */
const decidesOn =
  (organId: string) =>
  ({ organId: own, kind }: KindPosting): boolean =>
    kind === 'chair' || (own === organId && kind !== 'commendationReviewer')

/** Organs that stand on the other side: those that offered, and while offers are sealed all that could. */
async function biddersOf(deed: Deed, row: ProjectRow, postings: readonly KindPosting[]): Promise<ReadonlySet<string>> {
  if (row.call_until && !takesOffers(row.call_until, deed.now)) {
    const offered = await offersOf(deed, [row.id])
    if (offered.length > 0) return new Set(offered.map(({ organ_id }) => organ_id))
  }
  const may = (kind: PostKind): boolean => (postKinds[kind] as readonly string[]).includes('programme.contracts.offer')
  return new Set(postings.filter(({ kind }) => may(kind)).map(({ organId }) => organId))
}

/** Cross-postings between the two sides, as the public register has them (M3): organs and posts, nobody's name. */
export async function crossPostingsOf(deed: Deed, row: ProjectRow): Promise<CrossPosting[]> {
  if (row.state === 'need' || row.state === 'budgeted' || row.state === 'stopped') return []
  const postings = await postingsToday(deed)
  const decides = decidesOn(row.organ_id)
  const crossings = crossingsOf(postings, await biddersOf(deed, row, postings), (one) => decides(one as KindPosting))
  const names = await postNames(
    deed,
    crossings.flatMap(({ bidding, deciding }) => [bidding.postId, deciding.postId]),
  )
  return crossings.map(({ bidding, deciding }) => {
    const [here, there] = [names.get(bidding.postId)!, names.get(deciding.postId)!]
    return { organ: here.organ, post: here.post, deciding: { organ: there.organ, post: there.post } }
  })
}

/** Whether somebody holds a post in an organ that offered, or lives with one who does. */
export async function isInterested(deed: Deed, personId: string, row: ProjectRow): Promise<boolean> {
  const bidders = new Set((await offersOf(deed, [row.id])).map(({ organ_id }) => organ_id))
  if (bidders.size === 0) return false
  const near = new Set([personId, ...(await housemates(deed, personId))])
  return (await postingsToday(deed)).some((posting) => near.has(posting.personId) && bidders.has(posting.organId))
}

export async function refuseInterested(deed: Deed, personId: string, row: ProjectRow): Promise<void> {
  if (await isInterested(deed, personId, row))
    throw forbidden('contract-interest', { params: { law: inLanguage(laws.contractInterest, deed.language) } })
}

/**
 * Organs with an offer in a project that is not chosen yet, by project: for whoever presides over an item about it. It tells the council's rule of
 * interest and no page.
 */
export async function organsBidding(deed: Deed): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const open = await projectsOf(deed).where('state', 'in', ['call', 'offersEvaluated']).execute()
  const offers = await offersOf(
    deed,
    open.map(({ id }) => id),
  )
  return new Map(
    [...Map.groupBy(offers, ({ project_id }) => project_id)].map(([project, all]) => [
      project,
      new Set(all.map(({ organ_id }) => organ_id)),
    ]),
  )
}
