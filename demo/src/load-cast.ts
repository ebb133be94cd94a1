import { createHash } from 'node:crypto'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { personRow } from '@ronghe/server/rooms/people/persons.ts'
import {
  cast,
  communities,
  lanes,
  organs,
  posts,
  type CastKey,
  type CastMember,
  type CommunityKey,
  type LaneKey,
  type OrganKey,
  type PostKey,
} from './cast.ts'

/** Ids of the demo are made from names, so that the same load always gives the same street. Version 8 (RFC 9562): custom. */
export function demoId(street: string, ...name: readonly string[]): string {
  const hex = createHash('sha256')
    .update([street, ...name].join('/'))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The same for what is listed in the order of its ids: a UUIDv7 of its moment, the rest made from the name. */
export const timedId = (street: string, at: Date, ...name: readonly string[]): string =>
  uuid7(at.getTime(), (size) =>
    createHash('sha256')
      .update([street, ...name].join('/'))
      .digest()
      .subarray(0, size),
  )

export const castId = (street: string, key: CastKey): string => demoId(street, 'person', key)
export const organId = (street: string, key: OrganKey): string => demoId(street, 'organ', key)
export const postId = (street: string, key: PostKey): string => demoId(street, 'post', key)
export const communityId = (street: string, key: CommunityKey): string => demoId(street, 'community', key)
export const laneId = (street: string, key: LaneKey): string => demoId(street, 'lane', key)

const since = '2026-01-05'

/** The places, organs, posts and named people: what every test starts from. */
export async function loadCast(deed: Deed): Promise<void> {
  const street_id = deed.street.id
  const { tx } = deed
  await tx
    .insertInto('community')
    .values(
      Object.entries(communities).map(([key, name], position) => ({
        street_id,
        id: communityId(street_id, key as CommunityKey),
        name: JSON.stringify(name),
        position,
      })),
    )
    .execute()
  await tx
    .insertInto('lane')
    .values(
      Object.entries(lanes).map(([key, lane]) => ({
        street_id,
        id: laneId(street_id, key as LaneKey),
        community_id: communityId(street_id, lane.community),
        name: JSON.stringify(lane.name),
      })),
    )
    .execute()
  const organRow = ([key, organ]: [string, (typeof organs)[OrganKey] & { parent?: OrganKey; approval?: string; place?: string }]) => ({
    street_id,
    id: organId(street_id, key as OrganKey),
    key,
    kind: organ.kind,
    party: organ.party,
    name: JSON.stringify(organ.name),
    summary: JSON.stringify(organ.summary),
    parent_id: organ.parent ? organId(street_id, organ.parent) : null,
    approval: organ.approval ?? null,
    place: organ.place ?? null,
    contact: '020-0000-0101',
    started_on: since,
  })
  await tx.insertInto('organ').values(Object.entries(organs).map(organRow)).execute()
  await tx
    .insertInto('post')
    .values(
      Object.entries(posts).map(
        ([key, post]: [string, (typeof posts)[PostKey] & { lane?: LaneKey; seats?: number; supervisor?: PostKey }]) => ({
          street_id,
          id: postId(street_id, key as PostKey),
          organ_id: organId(street_id, post.organ),
          kind: post.kind,
          name: JSON.stringify(post.name),
          seats: post.seats ?? 1,
          lane_id: post.lane ? laneId(street_id, post.lane) : null,
          supervisor_post_id: post.supervisor ? postId(street_id, post.supervisor) : null,
        }),
      ),
    )
    .execute()
  const people = Object.entries(cast) as [CastKey, CastMember][]
  await tx
    .insertInto('person')
    .values(
      people.map(([key, { name, phone, language, appearance }]) =>
        personRow(deed, {
          id: castId(street_id, key),
          name,
          phone,
          origin: 'demo',
          ...(language ? { language } : {}),
          ...(appearance ? { appearance } : {}),
        }),
      ),
    )
    .execute()
  await tx
    .insertInto('group_choice')
    .values(
      people.map(([key, { group }]) => ({
        street_id,
        id: demoId(street_id, 'group', key),
        person_id: castId(street_id, key),
        choice: group,
        at: deed.now,
      })),
    )
    .execute()
  await tx
    .insertInto('profile')
    .values(
      people.map(([key, { community, homeCounty, dialects }]) => ({
        street_id,
        person_id: castId(street_id, key),
        home_county: homeCounty ?? null,
        dialects: [...(dialects ?? [])],
        community_id: communityId(street_id, community),
        changed_at: deed.now,
      })),
    )
    .execute()
  await tx
    .insertInto('appointment')
    .values(
      people.flatMap(([key, { posts: held }]) =>
        held.map((post) => ({
          street_id,
          id: demoId(street_id, 'appointment', key, post),
          post_id: postId(street_id, post),
          person_id: castId(street_id, key),
          starts_on: since,
          created_at: deed.now,
        })),
      ),
    )
    .execute()
}
