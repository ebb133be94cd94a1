import type { NoticePassing } from '@ronghe/contract/programme/notices.ts'
import { postKinds, type Permission } from '@ronghe/contract/posts.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { actingPost, may } from './acting-post.ts'
import { actsFor } from './organ-rows.ts'
import { heldOn, holdersOf, postNames, today } from './posts.ts'

const carrying: Permission = 'programme.concerns.carry'
const carriers = Object.entries(postKinds).flatMap(([kind, permissions]) =>
  (permissions as readonly Permission[]).includes(carrying) ? [kind] : [],
)

/**
 * How far notices were carried down (M5). Kept per notice and post, which are public acts of people in office; who read a notice is kept
 * nowhere. `mine` is there for a carrier: what the own post has passed on already.
 */
export async function passedOn(deed: Deed, noticeIds: readonly string[]) {
  const mine = actingPost(deed, carrying)?.id
  const rows =
    noticeIds.length === 0
      ? []
      : await deed.tx
          .selectFrom('notice_passing')
          .select(['notice_id', 'post_id'])
          .where('street_id', '=', deed.street.id)
          .where('notice_id', 'in', [...noticeIds])
          .execute()
  const counted = new Map<string, number>()
  for (const { notice_id } of rows) counted.set(notice_id, (counted.get(notice_id) ?? 0) + 1)
  return {
    carriers: counted,
    of: await carriersOf(deed),
    mine: mine ? new Set(rows.filter(({ post_id }) => post_id === mine).map(({ notice_id }) => notice_id)) : undefined,
  }
}

/** Posts that carry and are held today. */
async function carriersOf(deed: Deed): Promise<number> {
  const { count } = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .where('post.kind', 'in', carriers)
    .select(({ fn }) => fn.count<number>('appointment.post_id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function listPassings(deed: Deed, noticeId: string): Promise<{ items: NoticePassing[] }> {
  const notice = await getNotice(deed, noticeId)
  const rows = await passings(deed, noticeId).orderBy('on_day').orderBy('post_id').execute()
  const names = await postNames(
    deed,
    rows.map(({ post_id }) => post_id),
  )
  const answers = may(deed, 'programme.notices.publish') && actsFor(deed, notice.organ_id)
  return {
    items: rows.map((row) => {
      const { post, organ } = names.get(row.post_id)!
      return {
        postId: row.post_id,
        post,
        organ,
        lane: row.lane,
        on: row.on_day,
        asked: row.asked,
        answer: row.answer,
        answeredOn: row.answered_on,
        may: answers && row.asked !== null && row.answer === null ? ['answer'] : [],
      }
    }),
  }
}

export async function passNoticeOn(deed: Deed, noticeId: string, asked: string): Promise<NoticePassing> {
  const post = actingPost(deed, carrying)
  if (!post) throw forbidden()
  const notice = await getNotice(deed, noticeId)
  if (notice.withdrawn_at) throw refused('notice-withdrawn')
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('notice_passing')
    .values({ street_id: deed.street.id, notice_id: noticeId, post_id: post.id, on_day: today(deed), asked: asked || null })
    .onConflict((conflict) => conflict.columns(['street_id', 'notice_id', 'post_id']).doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) throw refused('notice-passed-on')
  await record(deed, { kind: 'programme.notice.passed-on', plain: { notice: noticeId, post: post.id } })
  if (asked && notice.published_by)
    for (const person of await holdersOf(deed, notice.published_by))
      await notify(deed, person, { template: 'notice-asked', link: '/desk/notices' })
  return get(deed, noticeId, post.id)
}

export async function answerPassing(deed: Deed, noticeId: string, postId: string, answer: string): Promise<NoticePassing> {
  const notice = await getNotice(deed, noticeId)
  if (!actsFor(deed, notice.organ_id)) throw forbidden('not-your-organ')
  const row = await passings(deed, noticeId).where('post_id', '=', postId).forUpdate('notice_passing').executeTakeFirst()
  if (!row || row.asked === null) throw notFound('question')
  if (row.answer !== null) throw refused('question-answered')
  await deed.tx
    .updateTable('notice_passing')
    .set({ answer, answered_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('notice_id', '=', noticeId)
    .where('post_id', '=', postId)
    .execute()
  await record(deed, { kind: 'programme.notice.answered', plain: { notice: noticeId, post: postId } })
  for (const person of await holdersOf(deed, postId))
    await notify(deed, person, { template: 'notice-answered', link: `/notices/${noticeId}` })
  return get(deed, noticeId, postId)
}

async function get(deed: Deed, noticeId: string, postId: string): Promise<NoticePassing> {
  return (await listPassings(deed, noticeId)).items.find((one) => one.postId === postId)!
}

async function getNotice(deed: Deed, id: string) {
  const row = await deed.tx
    .selectFrom('notice')
    .select(['organ_id', 'withdrawn_at', 'published_by', 'audience'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  const isStaff = deed.actor.kind === 'person' && deed.actor.posts.length > 0
  if (!row || (row.audience === 'staff' && !isStaff) || (row.audience === 'residents' && deed.actor.kind !== 'person'))
    throw notFound('notice')
  return row
}

const passings = (deed: Deed, noticeId: string) =>
  deed.tx
    .selectFrom('notice_passing')
    .innerJoin('post', (join) =>
      join.onRef('post.street_id', '=', 'notice_passing.street_id').onRef('post.id', '=', 'notice_passing.post_id'),
    )
    .leftJoin('lane', (join) => join.onRef('lane.street_id', '=', 'post.street_id').onRef('lane.id', '=', 'post.lane_id'))
    .selectAll('notice_passing')
    .select('lane.name as lane')
    .where('notice_passing.street_id', '=', deed.street.id)
    .where('notice_passing.notice_id', '=', noticeId)
