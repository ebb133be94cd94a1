import type { DepartmentKey } from '@ronghe/contract/programme/departments.ts'
import type { OrganCard, OrganKind, OrganPage } from '@ronghe/contract/programme/organs.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findPersons } from '../people/persons.ts'
import { may } from './acting-post.ts'
import { noticesOf } from './notices.ts'
import { openPublished } from './published-offices.ts'
import { actsFor, getOrgan, type OrganRow } from './organ-rows.ts'
import { heldOn, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'
import { supportOf } from './support.ts'

/** Organs a street has switched off are not there: no page mentions them (D10). */
async function openOrgans(deed: Deed): Promise<readonly OrganRow[]> {
  const modules = await setting(deed, 'modules')
  const off = (Object.keys(modules) as (keyof typeof modules)[]).filter((kind) => !modules[kind])
  const rows = await deed.tx
    .selectFrom('organ')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('public', '=', true)
    .orderBy('id')
    .execute()
  const isOff = ({ kind }: OrganRow): boolean => (off as readonly string[]).includes(kind)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const parentOf = ({ parent_id }: OrganRow): string | null => {
    const parent = parent_id === null ? undefined : byId.get(parent_id)
    return parent && isOff(parent) ? parentOf(parent) : parent_id
  }
  // What stands under an organ that is off stands under that one's parent: a school of the branch is then the street's.
  return rows.filter((row) => !isOff(row)).map((row) => ({ ...row, parent_id: parentOf(row) }))
}

const kindOrder: readonly OrganKind[] = [
  'station',
  'council',
  'corps',
  'school',
  'branch',
  'streetOffice',
  'socialOrganisation',
  'statutoryBody',
  'partner',
  'department',
]
const toRef = ({ id, name, kind }: OrganRow) => ({ id, name, kind })

function toCard(row: OrganRow, organs: readonly OrganRow[]): OrganCard {
  const parent = organs.find(({ id }) => id === row.parent_id)
  return {
    ...toRef(row),
    party: row.party,
    summary: row.summary,
    place: row.place,
    contact: row.contact,
    parent: parent ? toRef(parent) : null,
    key: row.kind === 'department' ? row.key : null,
  }
}

export async function listOrgans(deed: Deed, kind?: OrganKind) {
  const organs = await openOrgans(deed)
  const day = today(deed)
  const shown = organs.filter((row) => (kind === undefined || row.kind === kind) && (row.ended_on === null || row.ended_on >= day))
  return { items: shown.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)).map((row) => toCard(row, organs)) }
}

export async function readOrgan(deed: Deed, id: string): Promise<OrganPage> {
  const organs = await openOrgans(deed)
  const row = organs.find((organ) => organ.id === id)
  if (!row) throw notFound('organ')
  const day = today(deed)
  const { posts, crossPostings } = await postsOn(deed, row, organs)
  const published = row.kind === 'branch' ? await openPublished(deed, id) : []
  return {
    ...toCard(row, organs),
    approval: row.approval,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    secretary: row.kind === 'branch' && published.length === 0 ? 'notPublished' : null,
    publishedOffices: published,
    posts,
    crossPostings,
    children: organs.filter(({ parent_id, ended_on }) => parent_id === id && (ended_on === null || ended_on >= day)).map(toRef),
    support: await supportOf(deed, id),
    notices: await noticesOf(deed, id),
    may: [
      ...(may(deed, 'programme.organs.edit') ? (['edit', ...(row.kind === 'branch' ? [] : (['addPost'] as const))] as const) : []),
      ...(may(deed, 'programme.support.request') && actsFor(deed, id) ? (['requestSupport'] as const) : []),
      ...(may(deed, 'programme.notices.publish') && actsFor(deed, id) ? (['publishNotice'] as const) : []),
    ],
  }
}

/** Posts of an organ with the names their holders publish, and where else the same people serve (M3). */
async function postsOn(deed: Deed, organ: OrganRow, organs: readonly OrganRow[]): Promise<Pick<OrganPage, 'posts' | 'crossPostings'>> {
  const { tx, street } = deed
  // A branch's offices are the branch's own; nothing about them is stored or shown here (08, Branch).
  if (organ.kind === 'branch') return { posts: [], crossPostings: [] }
  const day = today(deed)
  const posts = await tx
    .selectFrom('post')
    .leftJoin('lane', (join) => join.onRef('lane.street_id', '=', 'post.street_id').onRef('lane.id', '=', 'post.lane_id'))
    .select(['post.id', 'post.kind', 'post.name', 'post.seats', 'lane.name as lane'])
    .where('post.street_id', '=', street.id)
    .where('post.organ_id', '=', organ.id)
    .where((post) => post.or([post('post.ended_on', 'is', null), post('post.ended_on', '>=', day)]))
    .orderBy('post.id')
    .execute()
  const held = await heldOn(deed, day)
    .select(['post_id', 'person_id', 'starts_on', 'ends_on', 'publish_name'])
    .orderBy('starts_on')
    .orderBy('appointment.id')
    .execute()
  const here = held.filter(({ post_id }) => posts.some(({ id }) => id === post_id))
  const named = here.filter(({ publish_name }) => publish_name)
  const names = new Map(
    (
      await findPersons(
        deed,
        named.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const elsewhere = await tx
    .selectFrom('post')
    .select(['id', 'name', 'organ_id'])
    .where('street_id', '=', street.id)
    .where('organ_id', '<>', organ.id)
    .where('id', 'in', [
      ...held.filter(({ person_id, publish_name }) => publish_name && names.has(person_id)).map(({ post_id }) => post_id),
      organ.id,
    ])
    .execute()
  const crossPostings = named.flatMap(({ person_id, post_id }) =>
    held
      .filter((other) => other.person_id === person_id && other.publish_name)
      .flatMap((other) => {
        const there = elsewhere.find(({ id }) => id === other.post_id)
        const thereOrgan = there ? organs.find(({ id, kind }) => id === there.organ_id && kind !== 'branch') : undefined
        return there && thereOrgan
          ? [
              {
                name: names.get(person_id)!,
                here: posts.find(({ id }) => id === post_id)!.name as Text,
                there: { organ: toRef(thereOrgan), post: there.name as Text },
              },
            ]
          : []
      }),
  )
  return {
    posts: posts.map(({ id, kind, name, seats, lane }) => {
      const holders = here.filter(({ post_id }) => post_id === id)
      return {
        id,
        kind,
        name,
        seats,
        lane,
        holders: holders
          .filter(({ person_id, publish_name }) => publish_name && names.has(person_id))
          .map(({ person_id, starts_on, ends_on }) => ({ name: names.get(person_id)!, since: starts_on, until: ends_on })),
        heldWithoutName: holders.filter(({ publish_name }) => !publish_name).length,
        vacant: Math.max(0, seats - holders.length),
      }
    }),
    crossPostings,
  }
}

interface OrganWords {
  readonly name: Text
  readonly summary?: Text | null | undefined
  readonly parentId?: string | null | undefined
  readonly approval?: string | null | undefined
  readonly place?: string | null | undefined
  readonly contact?: string | null | undefined
  readonly key?: DepartmentKey | null | undefined
}

const toColumns = ({ name, summary, parentId, approval, place, contact }: OrganWords) => ({
  name: JSON.stringify(name),
  summary: summary ? JSON.stringify(summary) : null,
  parent_id: parentId ?? null,
  approval: approval ?? null,
  place: place ?? null,
  contact: contact ?? null,
})

export async function addOrgan(
  deed: Deed,
  organ: OrganWords & {
    readonly kind: OrganKind
    readonly party: 'government' | 'social' | 'residents'
    readonly startedOn?: string | undefined
  },
) {
  if (organ.kind === 'branch' && !organ.approval) throw unfit([{ path: 'approval', code: 'branch-needs-approval' }])
  const id = deed.id()
  if (organ.parentId) await getOrgan(deed, organ.parentId)
  if (organ.key) await claimKey(deed, organ.key, organ.kind)
  await deed.tx
    .insertInto('organ')
    .values({
      street_id: deed.street.id,
      id,
      kind: organ.kind,
      party: organ.party,
      started_on: organ.startedOn ?? today(deed),
      ...toColumns(organ),
      key: organ.key ?? null,
    })
    .execute()
  await record(deed, { kind: 'programme.organ.added', plain: { organ: id, kind: organ.kind } })
  return { id }
}

export async function editOrgan(deed: Deed, id: string, organ: OrganWords) {
  const row = await getOrgan(deed, id)
  if (row.kind === 'branch' && !organ.approval) throw unfit([{ path: 'approval', code: 'branch-needs-approval' }])
  for (let above = organ.parentId ?? null; above;) {
    if (above === id) throw refused('organ-under-itself')
    above = (await getOrgan(deed, above)).parent_id
  }
  const claims = organ.key && organ.key !== row.key ? organ.key : undefined
  if (claims && row.key) throw unfit([{ path: 'key', code: 'department-keeps-its-key' }])
  if (claims) await claimKey(deed, claims, row.kind)
  await deed.tx
    .updateTable('organ')
    .set({ ...toColumns(organ), ...(claims ? { key: claims } : {}) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'programme.organ.edited', plain: { organ: id } })
  return { id }
}

/** A key names one department. A department that is closed leaves it to the one that takes its place. */
async function claimKey(deed: Deed, key: DepartmentKey, kind: string): Promise<void> {
  if (kind !== 'department') throw unfit([{ path: 'key', code: 'key-only-for-departments' }])
  const other = await deed.tx
    .selectFrom('organ')
    .select(['id', 'ended_on'])
    .where('street_id', '=', deed.street.id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!other) return
  if (other.ended_on === null || other.ended_on >= today(deed)) throw unfit([{ path: 'key', code: 'department-key-taken' }])
  await deed.tx.updateTable('organ').set({ key: null }).where('street_id', '=', deed.street.id).where('id', '=', other.id).execute()
}

export async function endOrgan(deed: Deed, id: string, lastDay: string, reason: string) {
  const row = await getOrgan(deed, id)
  if (lastDay < row.started_on) throw unfit([{ path: 'lastDay', code: 'ends-before-start' }])
  const held = await heldOn(deed, lastDay)
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('appointment.id')
    .where('post.organ_id', '=', id)
    .executeTakeFirst()
  if (held) throw refused('organ-still-has-people')
  const part = await deed.tx
    .selectFrom('organ')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('parent_id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (part) throw refused('organ-has-parts')
  await deed.tx.updateTable('organ').set({ ended_on: lastDay }).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await record(deed, { kind: 'programme.organ.ended', plain: { organ: id, lastDay }, sealed: { reason: reason || null } })
  return { id }
}
