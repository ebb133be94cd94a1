import type { Text } from '@ronghe/contract/values.ts'
import type { Team } from '@ronghe/contract/volunteers/teams.ts'
import type { Selectable } from 'kysely'
import { personOf } from '../../platform/auth/actor.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { show } from '../../platform/privacy/suppression.ts'
import { postNames } from '../programme/posts.ts'
import { coordinates, leads } from './corps.ts'

export type TeamRow = Selectable<Tables['team']>

export async function findTeams(deed: Deed, { closed = false }: { readonly closed?: boolean } = {}): Promise<readonly TeamRow[]> {
  return deed.tx
    .selectFrom('team')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('closed_on', closed ? 'is not' : 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function getTeam(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<TeamRow> {
  const query = deed.tx.selectFrom('team').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('team')
  return row
}

export async function teamNames(deed: Deed): Promise<ReadonlyMap<string, Text>> {
  const rows = await deed.tx.selectFrom('team').select(['id', 'name']).where('street_id', '=', deed.street.id).execute()
  return new Map(rows.map(({ id, name }) => [id, name as Text]))
}

export async function describeTeams(deed: Deed, rows: readonly TeamRow[]): Promise<Team[]> {
  if (rows.length === 0) return []
  const members = await deed.tx
    .selectFrom('team_member')
    .select(['team_id', 'person_id'])
    .where('street_id', '=', deed.street.id)
    .where(
      'team_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const posts = await postNames(
    deed,
    rows.map(({ leader_post }) => leader_post),
  )
  const self = personOf(deed.actor)
  return rows.map((row) => {
    const own = members.filter(({ team_id }) => team_id === row.id)
    const mine = own.some(({ person_id }) => person_id === self)
    const post = posts.get(row.leader_post)
    return {
      id: row.id,
      kind: row.kind,
      name: row.name as Text,
      about: row.purpose as Text,
      dialects: row.dialects,
      organ: { id: row.organ_id, name: post?.organ ?? { 'zh-CN': '志愿者服务队', en: 'Volunteer corps' } },
      leader: { postId: row.leader_post, post: post?.post ?? { 'zh-CN': '队长', en: 'Leader' } },
      endsOn: row.ends_on,
      closedOn: row.closed_on,
      members: show(own.length),
      mine,
      may: [
        ...(row.closed_on === null && self !== null ? [mine ? ('leave' as const) : ('join' as const)] : []),
        ...(leads(deed, row) ? (['lead', 'change'] as const) : []),
        ...(row.closed_on === null && coordinates(deed, row.organ_id) ? (['close'] as const) : []),
      ],
    }
  })
}

export const describeTeam = async (deed: Deed, row: TeamRow): Promise<Team> => (await describeTeams(deed, [row]))[0]!
