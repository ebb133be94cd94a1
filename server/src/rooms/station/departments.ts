import type { PostKind } from '@ronghe/contract/posts.ts'
import { departmentKeys, departmentNames as usualNames, type DepartmentKey } from '@ronghe/contract/programme/departments.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { standing } from '../../platform/database/standing.ts'
import type { Deed } from '../../platform/deed.ts'
import { heldOn, today } from '../programme/posts.ts'

const stationName: Text = { 'zh-CN': '服务站', en: 'The station' }

/** Names of departments by the key services name them with: the organ's own, else what such a department is usually called. */
export async function departmentNames(deed: Deed): Promise<(key: string) => Text> {
  const names = await standing(deed.tx, 'station.departments', async () => {
    const rows = await deed.tx
      .selectFrom('organ')
      .select(['key', 'name'])
      .where('street_id', '=', deed.street.id)
      .where('key', 'is not', null)
      .execute()
    return new Map(rows.map(({ key, name }) => [key, name as Text]))
  })
  const usual: Readonly<Record<string, Text>> = usualNames
  return (key) => (key === 'station' ? stationName : (names.get(key) ?? usual[key] ?? { 'zh-CN': key }))
}

const heldPosts = (deed: Deed) =>
  heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('post.id')
    .orderBy('post.id')

/** The post of a department that takes cases in, held by somebody today: a case is never sent where nobody is. */
export async function findDepartmentPost(deed: Deed, key: string): Promise<string | undefined> {
  const row = await heldPosts(deed)
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .where('organ.key', '=', key)
    .where('post.kind', '=', 'departmentOfficer')
    .executeTakeFirst()
  return row?.id
}

/** The departments that somebody is in today. */
export async function heldDepartments(deed: Deed): Promise<readonly DepartmentKey[]> {
  const rows = await heldPosts(deed)
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select('organ.key')
    .where('post.kind', '=', 'departmentOfficer')
    .execute()
  const held = new Set(rows.map(({ key }) => key))
  return departmentKeys.filter((key) => held.has(key))
}

/** A post of one kind that somebody holds today. */
export async function findPostOfKind(deed: Deed, kind: PostKind): Promise<string | undefined> {
  const row = await heldPosts(deed).where('post.kind', '=', kind).executeTakeFirst()
  return row?.id
}

/** Which department a post sits in, by the key services name it with. */
export async function departmentOf(deed: Deed, postId: string): Promise<string | undefined> {
  const row = await deed.tx
    .selectFrom('post')
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select('organ.key')
    .where('post.street_id', '=', deed.street.id)
    .where('post.id', '=', postId)
    .executeTakeFirst()
  return row?.key ?? undefined
}
