import type { Deed } from '@ronghe/server/platform/deed.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { personRow } from '@ronghe/server/rooms/people/persons.ts'
import { communities, type CommunityKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { inventName, inventPhone } from './invented-names.ts'
import { communityId, postId } from './load-cast.ts'

/** A resident nobody plays: there to be counted, to queue and to ask. */
export interface Resident {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly group: 'newcomer' | 'local' | 'unstated'
  readonly community: CommunityKey
  readonly language: 'zh-CN' | 'en'
  readonly joinedAt: Date
  readonly usedAt: Date
  readonly level: 'none' | 'attested' | 'confirmed'
  readonly fromHonghu: boolean
}

/** What the loader knows of the street it fills; no transaction is open while rows are made up. */
export type Maker = Pick<Deed, 'street' | 'platform' | 'now' | 'actor'>

const dayMs = 86_400_000
/** Two in three came from elsewhere, as in the study's street; a few would rather not say. */
const groups = { newcomer: 0.645, local: 0.33, unstated: 0.025 } as const
const homes: Readonly<Record<Resident['group'], Readonly<Record<CommunityKey, number>>>> = {
  newcomer: { songbai: 0.62, rongshu: 0.13, hebian: 0.25 },
  local: { songbai: 0.22, rongshu: 0.48, hebian: 0.3 },
  unstated: { songbai: 0.4, rongshu: 0.3, hebian: 0.3 },
}

export function inventResidents(count: number, now: Date): Resident[] {
  const chance = chanceOf('residents')
  // In a street of a hundred thousand many share a name.
  const names = Array.from({ length: 6000 }, () => inventName(chance))
  return Array.from({ length: count }, (_, index) => inventResident(chance, { index, name: chance.pick(names), now }))
}

function inventResident(
  chance: Chance,
  { index, name, now }: { readonly index: number; readonly name: string; readonly now: Date },
): Resident {
  const group = chance.weighed(groups)
  // Everybody has been here before the year of cases begins, and came back since; whoever does not for a year is no longer kept (08, Retention).
  const joinedAt = new Date(now.getTime() - (370 + chance.below(500)) * dayMs - chance.below(dayMs))
  const usedAt = new Date(now.getTime() - chance.below(300) * dayMs - chance.below(dayMs))
  return {
    id: uuid7(joinedAt.getTime(), chance.bytes),
    name,
    phone: inventPhone(index),
    group,
    community: chance.weighed(homes[group]),
    language: chance.in(0.01) ? 'en' : 'zh-CN',
    joinedAt,
    usedAt,
    level: chance.weighed({ none: 0.7, attested: 0.18, confirmed: 0.12 }),
    fromHonghu: group === 'newcomer' && chance.in(0.2),
  }
}

export const personRows = (given: Maker, residents: readonly Resident[]): RowOf<'person'>[] => {
  const maker = rememberingTokens(given)
  return residents.map(({ id, name, phone, language, joinedAt, usedAt }) => ({
    ...personRow({ ...maker, now: joinedAt, id: () => id }, { id, name, phone, language, origin: 'demo' }),
    phone_seen_at: usedAt,
    last_used_at: usedAt,
  }))
}

/** Names come up again and again; reading their pinyin once each is most of what loading a street would take. */
function rememberingTokens(maker: Maker): Maker {
  const { sealer } = maker.platform
  const known = new Map<string, string[]>()
  const nameTokens = (street: string, name: string): string[] => {
    const found = known.get(name) ?? sealer.nameTokens(street, name)
    known.set(name, found)
    return found
  }
  return { ...maker, platform: { ...maker.platform, sealer: { ...sealer, nameTokens } } }
}

export const groupRows = ({ street }: Maker, residents: readonly Resident[]): RowOf<'group_choice'>[] =>
  residents.map(({ id, group, joinedAt }) => ({
    street_id: street.id,
    id: withMark(id, 'c'),
    person_id: id,
    choice: group,
    at: joinedAt,
  }))

export const profileRows = ({ street }: Maker, residents: readonly Resident[]): RowOf<'profile'>[] =>
  residents.map(({ id, community, fromHonghu, joinedAt }) => ({
    street_id: street.id,
    person_id: id,
    home_county: fromHonghu ? '湖北洪湖' : null,
    dialects: fromHonghu ? ['洪湖话'] : [],
    community_id: communityId(street.id, community),
    changed_at: joinedAt,
  }))

export function levelRows({ street, now }: Maker, residents: readonly Resident[]): RowOf<'residence_level'>[] {
  const today = dayIn(street.zone, now)
  return residents.flatMap(({ id, level, community }, index) => {
    if (level === 'none') return []
    const on_day = addDays(today, -30 - (index % 600))
    return {
      street_id: street.id,
      id: withMark(id, 'd'),
      person_id: id,
      level,
      community_id: communityId(street.id, community),
      confirmer_post: postId(street.id, level === 'attested' ? 'laneHeadThree' : 'windowTwo'),
      on_day,
      valid_until: addDays(on_day, 730),
    }
  })
}

/** Another id made from one: the same moment and chance, told apart by one digit, so that the rows of one person lie together. */
export const withMark = (id: string, mark: string): string => `${id.slice(0, 24)}${mark}${id.slice(25)}`

export const communityKeys = Object.keys(communities) as readonly CommunityKey[]
