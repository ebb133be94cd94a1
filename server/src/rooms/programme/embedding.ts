import type { EmbeddingGraph, JointLine, listJointItems as operation } from '@ronghe/contract/programme/embedding.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { addMonths } from '@ronghe/forms'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { partiesOf } from './joint-items.ts'
import { listOrgans } from './organs.ts'
import { heldOn, today } from './posts.ts'

/** How far back things done together count for the graph. */
const monthsBack = 12

/**
 * The embedding of organisations, drawn from the registers themselves (M6): nobody draws it by hand. An organ that is switched off is not
 * there; a branch has only its place in the structure and what its organ did together with others, because its offices are its own (08).
 */
export async function readEmbedding(deed: Deed): Promise<EmbeddingGraph> {
  const { items } = await listOrgans(deed)
  const since = addMonths(today(deed), -monthsBack)
  const shown = new Map(items.map((organ) => [organ.id, organ]))
  const ties = new Map<string, EmbeddingGraph['ties'][number]>()
  const tie = (one: string, other: string, more: Partial<EmbeddingGraph['ties'][number]>): void => {
    if (one === other || !shown.has(one) || !shown.has(other)) return
    // Of a structure the lower organ comes first; of the rest the order says nothing.
    const known = ties.get(`${one} ${other}`) ?? ties.get(`${other} ${one}`)
    const next = { from: one, to: other, under: false, crossPostings: 0, joint: 0, ...known }
    ties.set(`${next.from} ${next.to}`, { ...next, ...more })
  }
  for (const organ of items) if (organ.parent) tie(organ.id, organ.parent.id, { under: true })
  for (const { one, other, count } of await crossPostings(deed)) tie(one, other, { crossPostings: count })
  const joint = await jointPairs(deed, since)
  for (const { one, other, count } of joint) tie(one, other, { joint: count })
  const counted = await jointCounts(deed, since)
  return {
    since,
    organs: items.map(({ id, name, kind, party }) => ({ id, name, kind, party, joint: counted.byOrgan.get(id) ?? 0 })),
    ties: [...ties.values()],
    allThree: counted.allThree,
    jointItems: counted.items,
  }
}

interface Pair {
  readonly one: string
  readonly other: string
  readonly count: number
}

/** People who publish their name in both posts; never a branch's. */
async function crossPostings(deed: Deed): Promise<readonly Pair[]> {
  const held = () =>
    heldOn(deed, today(deed))
      .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
      .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
      .where('appointment.publish_name', '=', true)
      .where('organ.kind', '<>', 'branch')
      .select(['appointment.person_id as person', 'organ.id as organ'])
      .distinct()
  return deed.tx
    .with('held', held)
    .selectFrom('held as here')
    .innerJoin('held as there', (join) => join.onRef('there.person', '=', 'here.person').onRef('here.organ', '<', 'there.organ'))
    .select(['here.organ as one', 'there.organ as other', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['here.organ', 'there.organ'])
    .execute()
}

const jointPairs = (deed: Deed, since: string): Promise<readonly Pair[]> =>
  itemsSince(deed, since)
    .innerJoin('joint_party as partner', (join) =>
      join
        .onRef('partner.street_id', '=', 'party.street_id')
        .onRef('partner.kind', '=', 'party.kind')
        .onRef('partner.thing_id', '=', 'party.thing_id')
        .onRef('party.organ_id', '<', 'partner.organ_id'),
    )
    .select(['party.organ_id as one', 'partner.organ_id as other', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['party.organ_id', 'partner.organ_id'])
    .execute()

async function jointCounts(deed: Deed, since: string) {
  const rows = await itemsSince(deed, since)
    .select([
      'party.kind',
      'party.thing_id',
      sql<string[]>`array_agg(party.organ_id)`.as('organs'),
      sql<number>`count(distinct organ.party)`.as('parties'),
    ])
    .groupBy(['party.kind', 'party.thing_id'])
    .execute()
  const byOrgan = new Map<string, number>()
  for (const { organs } of rows) for (const organ of organs) byOrgan.set(organ, (byOrgan.get(organ) ?? 0) + 1)
  return { byOrgan, items: rows.length, allThree: rows.filter(({ parties }) => parties === 3).length }
}

/** Parties of what began in the last months and not later than today. */
const itemsSince = (deed: Deed, since: string) =>
  deed.tx
    .selectFrom('joint_item as item')
    .innerJoin('joint_party as party', (join) =>
      join
        .onRef('party.street_id', '=', 'item.street_id')
        .onRef('party.kind', '=', 'item.kind')
        .onRef('party.thing_id', '=', 'item.thing_id'),
    )
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'party.street_id').onRef('organ.id', '=', 'party.organ_id'))
    .where('item.street_id', '=', deed.street.id)
    .where('item.on_day', '>', since)
    .where('item.on_day', '<=', today(deed))

/** What organs do together, or one of them with others; what is still to come stands first. */
export async function listJointItems(deed: Deed, { organId, limit, after }: QueryOf<typeof operation>): Promise<ReplyOf<typeof operation>> {
  const cursor = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('joint_item as item')
    .selectAll('item')
    .where('item.street_id', '=', deed.street.id)
    .$if(organId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('joint_party as party')
            .select('party.organ_id')
            .whereRef('party.street_id', '=', 'item.street_id')
            .whereRef('party.kind', '=', 'item.kind')
            .whereRef('party.thing_id', '=', 'item.thing_id')
            .where('party.organ_id', '=', organId!),
        ),
      ),
    )
    .$if(cursor !== undefined, (query) =>
      query.where(sql<boolean>`(item.on_day, item.thing_id) < (${cursor![0]}::date, ${cursor![1]}::uuid)`),
    )
    .orderBy('item.on_day', 'desc')
    .orderBy('item.thing_id', 'desc')
    .limit(limit + 1)
    .execute()
  const parties = new Map<string, JointLine['parties']>()
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ofKind = rows.filter((row) => row.kind === kind).map(({ thing_id }) => thing_id)
    for (const [id, roles] of await partiesOf(deed, kind, ofKind)) parties.set(id, [...roles])
  }
  const toLine = ({ kind, thing_id, title, link, on_day }: (typeof rows)[number]): JointLine => ({
    kind,
    thingId: thing_id,
    title,
    link,
    on: on_day,
    parties: parties.get(thing_id) ?? [],
  })
  return pageFrom(rows, limit, ({ on_day, thing_id }) => toCursor(on_day, thing_id), toLine)
}
