import type { Chain } from '@ronghe/contract/council/chain.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { show } from '../../platform/privacy/suppression.ts'
import { nameOfPlace, placeNames } from '../programme/places.ts'
import { postNames, today } from '../programme/posts.ts'
import { readMerged } from './merged-public.ts'
import { readable, supportCounts } from './motion-reader.ts'
import type { MotionRow } from './motion-rows.ts'
import { concernsBehind, mergesBehind, resolutionOf } from './resolution-adopting.ts'
import { getResolution, printedNumber, tasksOf } from './resolution-rows.ts'

/** The whole way of a motion that may be read by everybody. One that is still its author's alone has none. */
export async function chainOf(deed: Deed, motionId: string): Promise<Chain> {
  const motion = await readable(deed, motionId)
  if (motion.state === 'draft') throw notFound('motion')
  const concerns = await concernsBehind(deed, motion)
  return {
    visits: await visitsOf(deed, motion, concerns),
    concerns: show(concerns.length),
    merged: await mergedOf(deed, motion),
    conversation: await conversationOf(deed, motion),
    support: await supportOf(deed, motion),
    meeting: await meetingOf(deed, motion),
    vote: ['carried', 'rejected', 'postponed', 'referred'].includes(motion.state)
      ? { state: motion.state, onDay: motion.decided_on }
      : null,
    resolution: await resolved(deed, motionId),
  }
}

const none = '00000000-0000-0000-0000-000000000000'

/** Visits on which its concerns were heard, and all visits to its lane where it is about one: acts of delegates, so they are counted. */
async function visitsOf(deed: Deed, motion: MotionRow, concernIds: readonly string[]): Promise<Chain['visits']> {
  const heard = await deed.tx
    .selectFrom('visit_concern')
    .select('visit_id')
    .where('street_id', '=', deed.street.id)
    .where('concern_id', 'in', [...concernIds, none])
    .execute()
  const rows = await deed.tx
    .selectFrom('visit')
    .select(['id', 'lane_id', 'on_day'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', motion.council_id)
    .where(({ or, eb }) =>
      or([
        eb('id', 'in', [...heard.map(({ visit_id }) => visit_id), none]),
        ...(motion.lane_id ? [eb('lane_id', '=', motion.lane_id)] : []),
      ]),
    )
    .orderBy('on_day')
    .execute()
  const places = await placeNames(deed)
  const lanes = [...new Set(rows.map(({ lane_id }) => lane_id))]
  return {
    count: rows.length,
    lanes: lanes.flatMap((lane): Text[] => {
      const name = nameOfPlace(places, places.lanes.get(lane)?.communityId ?? null, lane)
      return name ? [name] : []
    }),
    firstOn: rows[0]?.on_day ?? null,
    lastOn: rows.at(-1)?.on_day ?? null,
  }
}

async function mergedOf(deed: Deed, motion: MotionRow): Promise<Chain['merged']> {
  const [first] = await mergesBehind(deed, motion)
  if (!first) return null
  const { id, number, title, shared, dropped, agreed, objected } = await readMerged(deed, first)
  return { id, number, title, shared, dropped, agreed, objected }
}

/** The sentences people voted on that the motion rests on; how they voted is on the conversation's own page. */
async function conversationOf(deed: Deed, motion: MotionRow): Promise<Chain['conversation']> {
  if (!motion.conversation_id) return null
  const conversation = await deed.tx
    .selectFrom('conversation')
    .select(['id', 'title', 'state'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', motion.conversation_id)
    .executeTakeFirst()
  if (!conversation || conversation.state === 'preparing') return null
  const statements = await deed.tx
    .selectFrom('statement')
    .select(['id', 'words'])
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...motion.statement_ids, none])
    .where('state', '=', 'admitted')
    .orderBy('number')
    .execute()
  return {
    id: conversation.id,
    title: conversation.title as Text,
    statements: statements.map(({ id, words }) => ({ id, words: words ?? '' })),
  }
}

async function supportOf(deed: Deed, motion: MotionRow): Promise<Chain['support']> {
  const { count } = await deed.tx
    .selectFrom('motion_cosign')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motion.id)
    .executeTakeFirstOrThrow()
  const residents = motion.supporters ?? (await supportCounts(deed, [motion.id])).get(motion.id) ?? 0
  return { residents, delegates: Number(count) }
}

async function meetingOf(deed: Deed, motion: MotionRow): Promise<Chain['meeting']> {
  if (!motion.meeting_id) return null
  const meeting = await deed.tx
    .selectFrom('meeting')
    .select(['id', 'number', 'starts_at'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', motion.meeting_id)
    .executeTakeFirst()
  return meeting ? { id: meeting.id, number: meeting.number, onDay: dayIn(deed.street.zone, meeting.starts_at) } : null
}

async function resolved(deed: Deed, motionId: string): Promise<Chain['resolution']> {
  const id = await resolutionOf(deed, 'motion', motionId)
  if (!id) return null
  const row = await getResolution(deed, id)
  const tasks = await tasksOf(deed, [id])
  const names = await postNames(
    deed,
    tasks.map(({ owner_post }) => owner_post),
  )
  return {
    id,
    number: printedNumber(row),
    state: row.state,
    tasks: tasks.map(({ what, owner_post, due_on, state }) => ({
      what,
      owner: names.get(owner_post)!.post,
      dueOn: due_on,
      state,
      overdue: state === 'open' && due_on < today(deed),
    })),
  }
}
