import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { showParts, showShare } from '../../platform/privacy/suppression.ts'
import { nameOfPlace, placeNames } from './places.ts'
import { postNames, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'

/** What was asked and what was done, in the words the owner cleared: the community, never the lane, and the month, never the day. */
export async function listAnswered(
  deed: Deed,
  { topic, limit, after }: { readonly topic?: string | undefined; readonly limit: number; readonly after?: string | undefined },
) {
  const cursor = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('concern')
    .select(['id', 'number', 'topic', 'community_id', 'owner_post', 'public_asked', 'public_done', 'published_on'])
    .where('street_id', '=', deed.street.id)
    .where('about_staff', '=', false)
    .where('published_on', 'is not', null)
    .where('state', 'in', ['answered', 'accepted'])
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic!))
    .$if(cursor !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('published_on', 'id'), '<', tuple(cursor![0]!, cursor![1]!))),
    )
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const topics = await setting(deed, 'concernTopics')
  const places = await placeNames(deed)
  const names = await postNames(
    deed,
    rows.flatMap(({ owner_post }) => owner_post ?? []),
  )
  return pageFrom(
    rows,
    limit,
    ({ published_on, id }) => toCursor(published_on!, id),
    (row) => ({
      number: row.number,
      topic: topics.find(({ key }) => key === row.topic)?.name ?? { 'zh-CN': '其他', en: 'Other' },
      place: nameOfPlace(places, row.community_id, null),
      asked: row.public_asked ?? '',
      done: row.public_done ?? '',
      answeredBy: (row.owner_post ? names.get(row.owner_post)?.organ : undefined) ?? null,
      month: row.published_on!.slice(0, 7),
    }),
  )
}

const channels = ['phone', 'anonymous', 'desk', 'paper', 'carried', 'homeVisit'] as const

/**
 * Concerns of the last whole quarter. One fixed block of time, no filter and no running total: two readings can never be subtracted from each
 * other to tell of a single concern (D7). What is about staff is counted like everything else.
 */
export async function concernTotals(deed: Deed) {
  const { quarter, from, to } = lastQuarter(today(deed))
  const rows = await deed.tx
    .selectFrom('concern')
    .select(['channel', 'anonymous', 'answered_in_time'])
    .where('street_id', '=', deed.street.id)
    .where('raised_on', '>=', from)
    .where('raised_on', '<', to)
    .execute()
  const counts = channels.map((channel) => rows.filter((row) => (row.anonymous ? 'anonymous' : row.channel) === channel).length)
  const { parts, total } = showParts(counts)
  return {
    quarter,
    channels: channels.map((channel, index) => ({ channel, raised: parts[index]! })),
    raised: total,
    answeredInTime: showShare(rows.filter(({ answered_in_time }) => answered_in_time).length, rows.length),
  }
}

/** The calendar quarter before the one a day lies in. */
export function lastQuarter(day: string): { readonly quarter: string; readonly from: string; readonly to: string } {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const index = year * 4 + Math.floor((month - 1) / 3) - 1
  const first = (at: number): string => `${Math.floor(at / 4)}-${String((at % 4) * 3 + 1).padStart(2, '0')}-01`
  return { quarter: `${Math.floor(index / 4)}-Q${(index % 4) + 1}`, from: first(index), to: first(index + 1) }
}
