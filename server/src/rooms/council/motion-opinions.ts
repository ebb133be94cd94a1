import type { PostKind } from '@ronghe/contract/posts.ts'
import type { HeldPost } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { organNames } from '../programme/organ-rows.ts'
import { postNames, today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { isOver } from './motion-lifecycle.ts'
import { readable } from './motion-reader.ts'
import { addMotionEvent } from './motion-rows.ts'

/** Posts that may speak for their organ in writing. The branch's secretary is one of them, and has no more to say than any other. */
const leading: readonly PostKind[] = [
  'streetLead',
  'streetOfficer',
  'stationLead',
  'departmentOfficer',
  'providerHead',
  'branchSecretary',
  'teamLeader',
]
const leadingPosts = (deed: Deed): readonly HeldPost[] =>
  deed.actor.kind === 'person' ? deed.actor.posts.filter(({ kind }) => leading.includes(kind)) : []

/** In whose name the reader may give an opinion. */
export async function opinionOrgans(deed: Deed) {
  const names = await organNames(
    deed,
    leadingPosts(deed).map(({ organId }) => organId),
  )
  return [...names].map(([id, name]) => ({ id, name }))
}

/** Attaches the signed written opinion of an organ. No step looks at it and none waits for it (article on written opinions). */
export async function giveOpinion(
  deed: Deed,
  motionId: string,
  { organId, words }: { readonly organId: string; readonly words: string },
): Promise<void> {
  const row = await readable(deed, motionId, 'lock')
  const post = leadingPosts(deed).find((held) => held.organId === organId)
  if (!post) throw forbidden('not-your-organ')
  const { branch } = await parametersOf(deed, row.council_id)
  if (post.kind === 'branchSecretary' && !branch.mayAttachOpinion)
    throw refused('motion-no-branch-opinion', await cited(deed, row.council_id, 'branch'))
  if (isOver(row.state) || row.state === 'putToVote' || row.filed_on === null)
    throw refused('motion-no-opinion-now', await cited(deed, row.council_id, 'branch'))
  await deed.tx
    .insertInto('motion_opinion')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      motion_id: motionId,
      organ_id: organId,
      post_id: post.id,
      words,
      given_on: today(deed),
    })
    .onConflict((conflict) => conflict.constraint('motion_opinion_organ').doUpdateSet({ words, post_id: post.id, given_on: today(deed) }))
    .execute()
  await addMotionEvent(deed, motionId, { kind: 'opinion', byPost: post.id })
  await record(deed, { kind: 'council.motion.opinion-given', plain: { motion: motionId, organ: organId } })
}

export async function opinionsOf(deed: Deed, motionId: string) {
  const rows = await deed.tx
    .selectFrom('motion_opinion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .orderBy('given_on')
    .orderBy('id')
    .execute()
  const names = await postNames(
    deed,
    rows.map(({ post_id }) => post_id),
  )
  const organs = await organNames(
    deed,
    rows.map(({ organ_id }) => organ_id),
  )
  return rows.map((row) => ({
    id: row.id,
    organ: organs.get(row.organ_id)!,
    post: names.get(row.post_id)!.post,
    words: row.words,
    on: row.given_on,
  }))
}
