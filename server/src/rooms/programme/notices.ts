import type { NoticeCard } from '@ronghe/contract/programme/notices.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { actingPost, may } from './acting-post.ts'
import { passedOn } from './notice-passing.ts'
import { actsFor, getOrgan, organNames } from './organ-rows.ts'
import { checkPlace } from './places.ts'
import { today } from './posts.ts'

type NoticeRow = Selectable<Tables['notice']>
type Audience = NoticeRow['audience']

/** What somebody may read: everyone's; residents' too after signing in; staff's too with a post. */
function audiencesOf({ actor }: Deed): readonly Audience[] {
  if (actor.kind !== 'person' || actor.session === 'empty') return ['everyone']
  return actor.posts.length > 0 ? ['everyone', 'residents', 'staff'] : ['everyone', 'residents']
}

const inForce = (deed: Deed) =>
  deed.tx
    .selectFrom('notice')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('audience', 'in', audiencesOf(deed))
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where((notice) => notice.or([notice('until_day', 'is', null), notice('until_day', '>=', today(deed))]))
    .orderBy('id', 'desc')

export async function listNotices(
  deed: Deed,
  {
    organId,
    communityId,
    limit,
    after,
  }: {
    readonly organId?: string | undefined
    readonly communityId?: string | undefined
    readonly limit: number
    readonly after?: string | undefined
  },
) {
  const cursor = readCursor(after, 1)
  const rows = await inForce(deed)
    .$if(organId !== undefined, (query) => query.where('organ_id', '=', organId!))
    .$if(communityId !== undefined, (query) => query.where(sql<boolean>`(community_id is null or community_id = ${communityId}::uuid)`))
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    .limit(limit + 1)
    .execute()
  const toCard = await cards(deed, rows)
  return pageFrom(rows, limit, ({ id }) => toCursor(id), toCard)
}

export async function noticesOf(deed: Deed, organId: string): Promise<NoticeCard[]> {
  const rows = await inForce(deed).where('organ_id', '=', organId).limit(20).execute()
  return rows.map(await cards(deed, rows))
}

export async function readNotice(deed: Deed, id: string): Promise<NoticeCard> {
  const row = await deed.tx
    .selectFrom('notice')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('audience', 'in', audiencesOf(deed))
    .executeTakeFirst()
  if (!row) throw notFound('notice')
  return (await cards(deed, [row]))(row)
}

/** Cards of these notices, with how far each was carried down. */
async function cards(deed: Deed, rows: readonly NoticeRow[]): Promise<(row: NoticeRow) => NoticeCard> {
  const names = await organNames(
    deed,
    rows.map(({ organ_id }) => organ_id),
  )
  const passed = await passedOn(
    deed,
    rows.map(({ id }) => id),
  )
  return (row) => ({
    id: row.id,
    organ: { id: row.organ_id, name: names.get(row.organ_id)! },
    title: row.title,
    body: row.body,
    audience: row.audience,
    communityId: row.community_id,
    publishedAt: row.published_at?.toISOString() ?? null,
    untilDay: row.until_day,
    withdrawn: row.withdrawn_at !== null,
    passedOn: { carriers: passed.carriers.get(row.id) ?? 0, of: passed.of },
    may:
      row.withdrawn_at === null
        ? [
            ...(may(deed, 'programme.notices.publish') && actsFor(deed, row.organ_id) ? (['withdraw'] as const) : []),
            ...(passed.mine && !passed.mine.has(row.id) ? (['passOn'] as const) : []),
          ]
        : [],
  })
}

export interface NewNotice {
  readonly organId: string
  readonly title: Text
  readonly body: Text
  readonly audience: Audience
  readonly communityId?: string | null | undefined
  readonly untilDay?: string | null | undefined
}

export async function publishNotice(deed: Deed, { organId, title, body, audience, communityId, untilDay }: NewNotice): Promise<NoticeCard> {
  await getOrgan(deed, organId)
  if (!actsFor(deed, organId)) throw forbidden('not-your-organ')
  if (untilDay && untilDay < today(deed)) throw unfit([{ path: 'untilDay', code: 'day-is-past' }])
  const { community_id } = await checkPlace(deed, communityId, null)
  const id = deed.id()
  await deed.tx
    .insertInto('notice')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: organId,
      title: JSON.stringify(title),
      body: JSON.stringify(body),
      audience,
      community_id,
      published_at: deed.now,
      published_by: actingPost(deed, 'programme.notices.publish')?.id ?? null,
      until_day: untilDay ?? null,
      created_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'programme.notice.published', plain: { notice: id, organ: organId, audience } })
  return readNotice(deed, id)
}

export async function withdrawNotice(deed: Deed, id: string): Promise<NoticeCard> {
  const row = await deed.tx
    .selectFrom('notice')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('notice')
  if (!actsFor(deed, row.organ_id)) throw forbidden('not-your-organ')
  if (row.withdrawn_at) throw refused('notice-withdrawn')
  await deed.tx.updateTable('notice').set({ withdrawn_at: deed.now }).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await record(deed, { kind: 'programme.notice.withdrawn', plain: { notice: id } })
  return readNotice(deed, id)
}
