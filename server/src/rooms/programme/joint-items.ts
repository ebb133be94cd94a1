import type { JointKind, PartnerRole, PartyRole } from '@ronghe/contract/programme/joint-items.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'

const hostRole: Text = { 'zh-CN': '主办', en: 'Host' }

/** Something organs do together, as every organ lists it (M2). */
export interface JointItem {
  readonly kind: JointKind
  readonly thingId: string
  readonly title: Text
  /** Its public page, from the root of the street. */
  readonly link: string
  /** The day it begins, or was begun. */
  readonly on: string
}

/** Says who stands behind a joint item: its host and its partners, each once. What was said before is replaced. */
export async function setParties(deed: Deed, item: JointItem, hostOrganId: string, partners: readonly PartnerRole[]): Promise<void> {
  const organIds = [hostOrganId, ...partners.map(({ organId }) => organId)]
  if (new Set(organIds).size < organIds.length) throw unfit([{ path: 'partners', code: 'party-twice' }])
  const known = await deed.tx.selectFrom('organ').select('id').where('street_id', '=', deed.street.id).where('id', 'in', organIds).execute()
  if (known.length < organIds.length) throw unfit([{ path: 'partners', code: 'no-organ' }])
  const key = { street_id: deed.street.id, kind: item.kind, thing_id: item.thingId }
  await forgetJointItem(deed, item)
  await deed.tx
    .insertInto('joint_item')
    .values({ ...key, title: JSON.stringify(item.title), link: item.link, on_day: item.on })
    .execute()
  const row = (organId: string, role: Text, host: boolean) => ({ ...key, organ_id: organId, host, role: JSON.stringify(role) })
  await deed.tx
    .insertInto('joint_party')
    .values([row(hostOrganId, hostRole, true), ...partners.map(({ organId, role }) => row(organId, role, false))])
    .execute()
}

/** It never came about: no organ lists it any more. */
export async function forgetJointItem(deed: Deed, { kind, thingId }: Pick<JointItem, 'kind' | 'thingId'>): Promise<void> {
  await deed.tx
    .deleteFrom('joint_item')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .execute()
}

/** By item: the host first, then the partners in the order government, residents, social. */
export async function partiesOf(
  deed: Deed,
  kind: JointKind,
  thingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PartyRole[]>> {
  if (thingIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('joint_party')
    .innerJoin('organ', (join) =>
      join.onRef('organ.street_id', '=', 'joint_party.street_id').onRef('organ.id', '=', 'joint_party.organ_id'),
    )
    .select(['thing_id', 'organ_id', 'host', 'role', 'organ.name', 'organ.party'])
    .where('joint_party.street_id', '=', deed.street.id)
    .where('joint_party.kind', '=', kind)
    .where('thing_id', 'in', [...thingIds])
    .orderBy('host', 'desc')
    .orderBy('organ.party')
    .orderBy('organ_id')
    .execute()
  const byThing = new Map<string, PartyRole[]>()
  for (const { thing_id, organ_id, name, party, host, role } of rows) {
    const parties = byThing.get(thing_id) ?? []
    byThing.set(thing_id, [...parties, { organ: { id: organ_id, name, party: party as PartyRole['organ']['party'] }, host, role }])
  }
  return byThing
}
