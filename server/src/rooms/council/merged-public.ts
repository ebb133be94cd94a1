import type { MergedConcern } from '@ronghe/contract/council/merged-concerns.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { show, showParts } from '../../platform/privacy/suppression.ts'
import { placeNames } from '../programme/places.ts'
import { postNames } from '../programme/posts.ts'
import { charterInForce } from './charter.ts'
import { getMerged, isIn, partsOf } from './merged-rows.ts'
import { topicNames } from './visits.ts'

export async function listMerged(
  deed: Deed,
  councilId: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
) {
  await charterInForce(deed, councilId)
  const cursor = readCursor(after, 1)
  const rows = await deed.tx
    .selectFrom('merged_concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const counts = await deed.tx
    .selectFrom('merged_part')
    .innerJoin('merged_concern', (join) =>
      join.onRef('merged_concern.street_id', '=', 'merged_part.street_id').onRef('merged_concern.id', '=', 'merged_part.merged_id'),
    )
    .select(({ fn }) => ['merged_part.merged_id', fn.countAll<number>().as('count')])
    .where('merged_part.street_id', '=', deed.street.id)
    .where('merged_concern.council_id', '=', councilId)
    .where('merged_part.ended_on', 'is', null)
    .groupBy('merged_part.merged_id')
    .execute()
  const countOf = new Map(counts.map(({ merged_id, count }) => [merged_id, Number(count)]))
  const topicName = await topicNames(deed)
  return pageFrom(
    rows,
    limit,
    ({ id }) => toCursor(id),
    (row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      topic: topicName(row.topic),
      state: row.state,
      begunOn: row.begun_on,
      concerns: show(countOf.get(row.id) ?? 0),
    }),
  )
}

/**
 * Everybody's page. Communities, never lanes; counts that hide few; what was left out in the words of whoever merged. Nobody's own words are
 * here, agreed or not: those who raised the same may be shown them, the street may not.
 */
export async function readMerged(deed: Deed, id: string): Promise<MergedConcern> {
  const row = await getMerged(deed, id)
  const all = await partsOf(deed, id)
  const parts = all.filter(isIn)
  const objected = all.filter(({ ended_because }) => ended_because === 'objected').length
  const agreed = parts.filter(({ answer }) => answer === 'agreed').length
  // One table about the same people, decided in one call: those who agreed, who said nothing, who objected.
  const { parts: cells } = showParts([agreed, parts.length - agreed, objected])
  const concerns = await concernsOf(
    deed,
    parts.map(({ concern_id }) => concern_id),
  )
  const { communities } = await placeNames(deed)
  const places = new Set(concerns.flatMap(({ community_id }) => community_id ?? []))
  const topicName = await topicNames(deed)
  const main = concerns.find((concern) => concern.id === row.concern_id)
  return {
    id,
    councilId: row.council_id,
    number: row.number,
    title: row.title,
    shared: row.shared,
    topic: topicName(row.topic),
    state: row.state,
    begunOn: row.begun_on,
    by: row.by_post ? ((await postNames(deed, [row.by_post])).get(row.by_post)?.post ?? null) : null,
    concerns: show(parts.length),
    agreed: cells[0]!,
    objected: cells[2]!,
    places: [...places].flatMap((place): Text[] => (communities.has(place) ? [communities.get(place)!] : [])),
    dropped: [...new Set(parts.flatMap(({ dropped }) => dropped))],
    visits: await visitsBehind(
      deed,
      parts.map(({ concern_id }) => concern_id),
    ),
    answered: main !== undefined && (main.state === 'answered' || main.state === 'accepted'),
  }
}

const none = '00000000-0000-0000-0000-000000000000'
const concernsOf = (deed: Deed, ids: readonly string[]) =>
  deed.tx
    .selectFrom('concern')
    .select(['id', 'community_id', 'state'])
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...ids, none])
    .execute()

/** On how many visits they were heard. */
export async function visitsBehind(deed: Deed, concernIds: readonly string[]): Promise<number> {
  const rows = await deed.tx
    .selectFrom('visit_concern')
    .select('visit_id')
    .distinct()
    .where('street_id', '=', deed.street.id)
    .where('concern_id', 'in', [...concernIds, none])
    .execute()
  return rows.length
}
