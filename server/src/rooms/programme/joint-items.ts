import type { JointKind, PartnerRole, PartyRole } from '@ronghe/contract/programme/joint-items.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'
import { today } from './posts.ts'

const hostRole: Text = { 'zh-CN': '主办', en: 'Host' }

/** Says who stands behind a joint item: its host and its partners, each once. What was said before is replaced. */
export async function setParties(
  deed: Deed,
  thing: { readonly kind: JointKind; readonly thingId: string },
  hostOrganId: string,
  partners: readonly PartnerRole[],
): Promise<void> {
  const organIds = [hostOrganId, ...partners.map(({ organId }) => organId)]
  if (new Set(organIds).size < organIds.length) throw unfit([{ path: 'partners', code: 'party-twice' }])
  const known = await deed.tx.selectFrom('organ').select('id').where('street_id', '=', deed.street.id).where('id', 'in', organIds).execute()
  if (known.length < organIds.length) throw unfit([{ path: 'partners', code: 'no-organ' }])
  const before = await rowsOf(deed, thing.kind, [thing.thingId])
  const since = before[0]?.on_day ?? today(deed)
  await deed.tx
    .deleteFrom('joint_party')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', thing.kind)
    .where('thing_id', '=', thing.thingId)
    .execute()
  const row = (organId: string, role: Text, host: boolean) => ({
    street_id: deed.street.id,
    kind: thing.kind,
    thing_id: thing.thingId,
    organ_id: organId,
    host,
    role: JSON.stringify(role),
    on_day: since,
  })
  await deed.tx
    .insertInto('joint_party')
    .values([row(hostOrganId, hostRole, true), ...partners.map(({ organId, role }) => row(organId, role, false))])
    .execute()
}

/** By item: the host first, then the partners by name of their party. */
export async function partiesOf(
  deed: Deed,
  kind: JointKind,
  thingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PartyRole[]>> {
  const rows = await rowsOf(deed, kind, thingIds)
  return Map.groupBy(
    rows.map((row): PartyRole & { thingId: string } => ({
      thingId: row.thing_id,
      organ: { id: row.organ_id, name: row.name, party: row.party as PartyRole['organ']['party'] },
      host: row.host,
      role: row.role,
    })),
    ({ thingId }) => thingId,
  )
}

const rowsOf = async (deed: Deed, kind: JointKind, thingIds: readonly string[]) =>
  thingIds.length === 0
    ? []
    : deed.tx
        .selectFrom('joint_party')
        .innerJoin('organ', (join) =>
          join.onRef('organ.street_id', '=', 'joint_party.street_id').onRef('organ.id', '=', 'joint_party.organ_id'),
        )
        .select(['thing_id', 'organ_id', 'host', 'role', 'on_day', 'organ.name', 'organ.party'])
        .where('joint_party.street_id', '=', deed.street.id)
        .where('joint_party.kind', '=', kind)
        .where('thing_id', 'in', [...thingIds])
        .orderBy('host', 'desc')
        .orderBy('organ.party')
        .orderBy('organ_id')
        .execute()
