import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'

/** What services are called today; cheaper than their whole definitions, for pages that are asked for every few seconds. */
export async function serviceNames(deed: Deed, keys?: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  if (keys?.length === 0) return new Map()
  let query = deed.tx
    .selectFrom('service_version')
    .innerJoin('service', (join) =>
      join.onRef('service.street_id', '=', 'service_version.street_id').onRef('service.id', '=', 'service_version.service_id'),
    )
    .select(['service.key', sql<Text>`service_version.definition -> 'name'`.as('name')])
    .where('service_version.street_id', '=', deed.street.id)
    .where('service_version.state', '=', 'published')
    .orderBy('service.position')
    .orderBy('service.key')
  if (keys) query = query.where('service.key', 'in', [...new Set(keys)])
  return new Map((await query.execute()).map(({ key, name }) => [key, name]))
}

export const named = (names: ReadonlyMap<string, Text>, keys: readonly string[]): { key: string; name: Text }[] =>
  keys.map((key) => ({ key, name: names.get(key) ?? { 'zh-CN': key } }))

/** Points at the first service that is not in the catalogue. */
export async function checkServices(deed: Deed, keys: readonly string[], path = 'services'): Promise<void> {
  const names = await serviceNames(deed, keys)
  const place = keys.findIndex((key) => !names.has(key))
  if (place >= 0) throw unfit([{ path: `${path}.${place}`, code: 'field-choice' }])
}
