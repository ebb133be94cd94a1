import type { readConcernTotals } from '@ronghe/contract/programme/concerns.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { frozen, nextShown, type FrozenFigure } from '../../platform/privacy/frozen-figures.ts'
import { shareOf, showParts, showTable } from '../../platform/privacy/suppression.ts'
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

export const channels = ['phone', 'anonymous', 'desk', 'paper', 'carried', 'homeVisit'] as const
export type Channel = (typeof channels)[number]

interface RaisedConcerns {
  readonly channels: Readonly<Record<Channel, number>>
  readonly inTime: number
  /** Of each channel those answered in time; not in quarters counted before this was. */
  readonly inTimeBy?: Readonly<Record<Channel, number>>
}

/**
 * Concerns raised in a quarter, counted thirty days after its end: the last of them has had its time for an answer by then. What is about
 * staff is counted like everything else.
 */
export const raisedConcerns: FrozenFigure<RaisedConcerns> = {
  figure: 'programme.raisedConcerns',
  every: 'quarter',
  waits: 30,
  async since(deed) {
    const { first } = await deed.tx
      .selectFrom('concern')
      .select(({ fn }) => fn.min('raised_on').as('first'))
      .where('street_id', '=', deed.street.id)
      .executeTakeFirstOrThrow()
    return first ?? undefined
  },
  async count(deed, { first, last }) {
    const rows = await deed.tx
      .selectFrom('concern')
      .select(['channel', 'anonymous', 'answered_in_time'])
      .where('street_id', '=', deed.street.id)
      .where('raised_on', '>=', first)
      .where('raised_on', '<=', last)
      .execute()
    const byChannel = (of: typeof rows) => {
      const came = (channel: Channel) => of.filter((row) => (row.anonymous ? 'anonymous' : row.channel) === channel).length
      return {
        phone: came('phone'),
        anonymous: came('anonymous'),
        desk: came('desk'),
        paper: came('paper'),
        carried: came('carried'),
        homeVisit: came('homeVisit'),
      }
    }
    const inTime = rows.filter(({ answered_in_time }) => answered_in_time)
    return { channels: byChannel(rows), inTime: inTime.length, inTimeBy: byChannel(inTime) }
  },
}

/** What may be shown of a quarter, on every page alike: channels by whether the answer came in time are one table, decided in one call (D7). */
export function shownConcerns({ channels: came, inTime, inTimeBy }: RaisedConcerns) {
  const counts = channels.map((channel) => came[channel])
  const raised = counts.reduce((sum, count) => sum + count, 0)
  if (inTimeBy) {
    const table = showTable(channels.map((channel) => [inTimeBy[channel], came[channel] - inTimeBy[channel]]))
    const [yes, no] = table.columnTotals
    return {
      raised: table.total,
      inTime: yes!,
      late: no!,
      byChannel: channels.map((channel, row) => ({
        channel,
        raised: table.rowTotals[row]!,
        inTime: table.cells[row]![0]!,
        late: table.cells[row]![1]!,
      })),
    }
  }
  const { parts, total } = showParts(counts)
  const [yes, no] = showParts([inTime, raised - inTime]).parts
  const few = { kind: 'few' } as const
  return {
    raised: total,
    inTime: yes!,
    late: no!,
    byChannel: channels.map((channel, row) => ({ channel, raised: parts[row]!, inTime: few, late: few })),
  }
}

const nobody: RaisedConcerns = { channels: { phone: 0, anonymous: 0, desk: 0, paper: 0, carried: 0, homeVisit: 0 }, inTime: 0 }

/** The last quarter that was counted, and from when the next one is shown. No filter and no running total: nothing can be subtracted (D7). */
export async function concernTotals(deed: Deed): Promise<ReplyOf<typeof readConcernTotals>> {
  const next = nextShown(raisedConcerns, today(deed))
  const [quarter, last] = [...(await frozen(deed, raisedConcerns))].at(-1) ?? [null, undefined]
  const { raised, inTime, byChannel } = shownConcerns(last?.counts ?? nobody)
  return {
    quarter,
    next: { quarter: next.period, shownFrom: next.shownFrom },
    channels: byChannel.map(({ channel, raised: came }) => ({ channel, raised: came })),
    raised,
    answeredInTime: shareOf(inTime, raised),
  }
}
