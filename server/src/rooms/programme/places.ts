import type { Text } from '@ronghe/contract/values.ts'
import { standing } from '../../platform/database/standing.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'

export const listPlaces = (deed: Deed) => standing(deed.tx, 'programme.places', () => readPlaces(deed))

async function readPlaces({ tx, street }: Deed) {
  const communities = await tx
    .selectFrom('community')
    .select(['id', 'name'])
    .where('street_id', '=', street.id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const lanes = await tx
    .selectFrom('lane')
    .select(['id', 'name', 'community_id'])
    .where('street_id', '=', street.id)
    .orderBy('id')
    .execute()
  return {
    communities: communities.map(({ id, name }) => ({
      id,
      name,
      lanes: lanes.filter((lane) => lane.community_id === id).map((lane) => ({ id: lane.id, name: lane.name })),
    })),
  }
}

export async function addCommunity(deed: Deed, name: Text) {
  const { tx, street } = deed
  const id = deed.id()
  const { count } = await tx
    .selectFrom('community')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', street.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('community')
    .values({ street_id: street.id, id, name: JSON.stringify(name), position: count })
    .execute()
  await record(deed, { kind: 'programme.place.added', plain: { place: id, kind: 'community' } })
  return { id }
}

export async function addLane(deed: Deed, communityId: string, name: Text) {
  const { tx, street } = deed
  const id = deed.id()
  const community = await tx
    .selectFrom('community')
    .select('id')
    .where('street_id', '=', street.id)
    .where('id', '=', communityId)
    .executeTakeFirst()
  if (!community) throw notFound('community')
  await tx
    .insertInto('lane')
    .values({ street_id: street.id, id, community_id: communityId, name: JSON.stringify(name) })
    .execute()
  await record(deed, { kind: 'programme.place.added', plain: { place: id, kind: 'lane' } })
  return { id }
}

export async function renamePlace(deed: Deed, kind: 'community' | 'lane', id: string, name: Text) {
  const { numUpdatedRows } = await deed.tx
    .updateTable(kind)
    .set({ name: JSON.stringify(name) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound(kind)
  await record(deed, { kind: 'programme.place.renamed', plain: { place: id, kind } })
  return { id }
}

export interface PlaceNames {
  readonly communities: ReadonlyMap<string, Text>
  readonly lanes: ReadonlyMap<string, { readonly name: Text; readonly communityId: string }>
}

export const placeNames = (deed: Deed): Promise<PlaceNames> =>
  standing(deed.tx, 'programme.placeNames', async () => {
    const { communities } = await listPlaces(deed)
    return {
      communities: new Map(communities.map(({ id, name }) => [id, name])),
      lanes: new Map(
        communities.flatMap(({ id: communityId, lanes }) => lanes.map(({ id, name }) => [id, { name, communityId }] as const)),
      ),
    }
  })

/** A lane with its community, a community alone, or nowhere in particular. */
export function nameOfPlace({ communities, lanes }: PlaceNames, communityId: string | null, laneId: string | null): Text | null {
  const community = communityId ? communities.get(communityId) : undefined
  const lane = laneId ? lanes.get(laneId)?.name : undefined
  if (!lane) return community ?? null
  if (!community) return lane
  return { 'zh-CN': `${community['zh-CN']}${lane['zh-CN']}`, en: `${lane.en ?? lane['zh-CN']}, ${community.en ?? community['zh-CN']}` }
}

/** The place somebody chose, put right: a lane brings its community along; a place of nowhere is pointed at. */
export async function checkPlace(deed: Deed, communityId: string | null | undefined, laneId: string | null | undefined) {
  if (!communityId && !laneId) return { community_id: null, lane_id: null }
  const { communities, lanes } = await placeNames(deed)
  if (communityId && !communities.has(communityId)) throw unfit([{ path: 'communityId', code: 'field-choice' }])
  if (!laneId) return { community_id: communityId ?? null, lane_id: null }
  const lane = lanes.get(laneId)
  if (!lane || (communityId && lane.communityId !== communityId)) throw unfit([{ path: 'laneId', code: 'field-choice' }])
  return { community_id: lane.communityId, lane_id: laneId }
}
