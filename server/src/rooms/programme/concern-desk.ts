import type { ConcernPage, ConcernWork } from '@ronghe/contract/programme/concerns.ts'
import { postKinds } from '@ronghe/contract/posts.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound } from '../../platform/http/problems.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { record } from '../../platform/journal/record.ts'
import { getPerson } from '../people/persons.ts'
import { threatOpen } from './concern-author.ts'
import { canStep } from './concern-lifecycle.ts'
import { concernLines } from './concern-lines.ts'
import { namedReaders } from './concern-reader.ts'
import { eventsOf, findConcern, openWords, toEvent, type ConcernRow } from './concern-rows.ts'
import { seesThreats, sightOf, type Looking, type Sight } from './concern-sight.ts'
import { postNames, today } from './posts.ts'

interface Paging {
  readonly limit: number
  readonly after?: string | undefined
}

/** Who is looking, with the posts they stand in for today. */
export async function lookingFrom(deed: Deed): Promise<Looking> {
  const { actor } = deed
  if (actor.kind !== 'person') return { posts: [], permissions: new Set(), standsInFor: new Set(), namedReaders: [] }
  const posts = actor.posts.map(({ id }) => id)
  return {
    posts,
    permissions: actor.permissions,
    standsInFor: new Set(await standsInFor(deed, posts)),
    namedReaders: await namedReaders(deed),
  }
}

async function standsInFor(deed: Deed, posts: readonly string[]): Promise<readonly string[]> {
  if (posts.length === 0) return []
  const day = today(deed)
  const rows = await deed.tx
    .selectFrom('leave')
    .innerJoin('appointment', (join) =>
      join.onRef('appointment.street_id', '=', 'leave.street_id').onRef('appointment.id', '=', 'leave.appointment_id'),
    )
    .select('appointment.post_id')
    .where('leave.street_id', '=', deed.street.id)
    .where('leave.stand_in', 'in', [...posts])
    .where('leave.from_day', '<=', day)
    .where('leave.to_day', '>=', day)
    .execute()
  return rows.map(({ post_id }) => post_id)
}

/** One concern with how this reader may see it; what may not be seen is not there. */
export async function concernInSight(
  deed: Deed,
  id: string,
  lock: 'lock' | 'look' = 'look',
): Promise<{ readonly row: ConcernRow; readonly sight: Exclude<Sight, 'none'> }> {
  const row = await findConcern(deed, id, lock)
  const sight = row
    ? sightOf(await lookingFrom(deed), {
        aboutStaff: row.about_staff,
        aboutPost: row.about_post,
        owner: row.owner_post,
        threatened: threatOpen(row),
      })
    : 'none'
  if (!row || sight === 'none') throw notFound('concern')
  return { row, sight }
}

/** The screening desk's lists. What is about staff is in none of them. */
export async function listToScreen(
  deed: Deed,
  { view, limit, after }: Paging & { readonly view: 'new' | 'open' | 'overdue' | 'answered' },
) {
  const states = {
    new: ['raised'],
    open: ['raised', 'screened', 'answering'],
    overdue: ['raised', 'screened', 'answering'],
    answered: ['answered', 'accepted', 'declined'],
  } as const
  return listed(deed, { limit, after }, (query) =>
    query
      .where('about_staff', '=', false)
      .where('state', 'in', states[view])
      .$if(view === 'overdue', (late) =>
        late.where((concern) =>
          concern.or([
            concern.and([concern('state', '=', 'raised'), concern('screen_by', '<', today(deed))]),
            concern('answer_by', '<', today(deed)),
          ]),
        ),
      ),
  )
}

export async function listToAnswer(deed: Deed, { view, limit, after }: Paging & { readonly view: 'open' | 'answered' }) {
  const looking = await lookingFrom(deed)
  const answering =
    deed.actor.kind === 'person'
      ? deed.actor.posts
          .filter(({ kind }) => (postKinds[kind] as readonly string[]).includes('programme.concerns.answer'))
          .map(({ id }) => id)
      : []
  const owners = [...answering, ...looking.standsInFor]
  if (owners.length === 0) return { items: [], next: null }
  return listed(deed, { limit, after }, (query) =>
    query
      .where('about_staff', '=', false)
      .where('owner_post', 'in', owners)
      .where('state', 'in', view === 'open' ? ['screened', 'answering'] : ['answered', 'accepted', 'declined']),
  )
}

export async function listProtected(deed: Deed, paging: Paging) {
  const looking = await lookingFrom(deed)
  const named = looking.namedReaders.some((post) => looking.posts.includes(post))
  if (looking.posts.length === 0) return { items: [], next: null }
  return listed(
    deed,
    paging,
    (query) =>
      query
        .where((concern) =>
          concern.or([
            concern.and([concern('about_staff', '=', true), concern('owner_post', 'in', [...looking.posts])]),
            ...(named
              ? [
                  concern.and([
                    concern('about_staff', '=', false),
                    concern('threatened_on', 'is not', null),
                    concern('threat_closed_on', 'is', null),
                  ]),
                ]
              : []),
          ]),
        )
        .where((concern) => concern.or([concern('about_post', 'is', null), concern('about_post', 'not in', [...looking.posts])])),
    true,
  )
}

/** What the posts I hold carried up; about staff, the carrier is not told how it goes on. */
export async function listCarried(deed: Deed, paging: Paging) {
  const posts = deed.actor.kind === 'person' ? deed.actor.posts.map(({ id }) => id) : []
  if (posts.length === 0) return { items: [], next: null }
  return listed(deed, paging, (query) => query.where('about_staff', '=', false).where('carrier_post', 'in', posts))
}

/** Open ones like this, for the screener to merge: same topic, and the same place or none given. */
export async function listAlike(deed: Deed, id: string) {
  const { row } = await concernInSight(deed, id)
  const { items } = await listed(deed, { limit: 100 }, (query) =>
    query
      .where('about_staff', '=', false)
      .where('id', '<>', id)
      .where('topic', '=', row.topic)
      .where('state', 'in', ['raised', 'screened', 'answering'])
      .where((concern) =>
        concern.or([
          concern('community_id', 'is', null),
          ...(row.community_id ? [concern('community_id', '=', row.community_id)] : [concern.lit(true)]),
        ]),
      ),
  )
  return { items: row.about_staff ? [] : items }
}

const queryOf = (deed: Deed) => deed.tx.selectFrom('concern').selectAll().where('street_id', '=', deed.street.id)
type Query = ReturnType<typeof queryOf>

/** Oldest promise first. */
async function listed(deed: Deed, { limit, after }: Paging, narrow: (query: Query) => Query, threats = false) {
  const cursor = readCursor(after, 2)
  const rows = await narrow(queryOf(deed))
    .$if(cursor !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('clock_from', 'id'), '>', tuple(cursor![0]!, cursor![1]!))),
    )
    .orderBy('clock_from')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const toLine = await concernLines(deed, rows)
  return pageFrom(
    rows,
    limit,
    ({ clock_from, id }) => toCursor(clock_from, id),
    (row) => ({ ...toLine(row), threatened: threats && threatOpen(row) }),
  )
}

/** The page of one concern; that its words were read is kept for the author to see. */
export async function readConcern(deed: Deed, id: string): Promise<ConcernPage> {
  const { row, sight } = await concernInSight(deed, id)
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'concern',
      subject: { kind: 'concern', id },
      operation: 'programme.concerns.read',
    })
  return concernPage(deed, row, sight)
}

export async function concernPage(deed: Deed, row: ConcernRow, sight: Sight): Promise<ConcernPage> {
  const line = (await concernLines(deed, [row]))(row)
  const events = (await eventsOf(deed, [row.id])).filter(({ kind }) => seesThreats(sight) || !kind.startsWith('threat'))
  const names = await postNames(deed, [...events.flatMap(({ by_post }) => by_post ?? []), ...(row.carrier_post ? [row.carrier_post] : [])])
  const mergedHere = await deed.tx
    .selectFrom('concern')
    .select(['id', 'number'])
    .where('street_id', '=', deed.street.id)
    .where('merged_into', '=', row.id)
    .orderBy('id')
    .execute()
  const organ = row.carrier_organ
    ? await deed.tx
        .selectFrom('organ')
        .select(['name', 'kind'])
        .where('street_id', '=', deed.street.id)
        .where('id', '=', row.carrier_organ)
        .executeTakeFirst()
    : undefined
  return {
    ...line,
    threatened: seesThreats(sight) && threatOpen(row),
    words: openWords(deed, 'concern', row.id, row.words_sealed),
    author: row.person_id ? 'account' : 'code',
    carrier: organ && organ.kind !== 'branch' ? organ.name : null,
    sharing: row.sharing,
    mergedHere,
    published: row.public_asked !== null && row.public_done !== null ? { asked: row.public_asked, done: row.public_done } : null,
    events: events.map((event) => toEvent(deed, event, (post) => names.get(post)?.post ?? null)),
    may: mayDo(row, sight, mergedHere.length > 0),
  }
}

/** What each kind of reader ever does to a concern, whatever its state. A threat's words and answers are the named reader's alone. */
const acts: Readonly<Record<Sight, readonly ConcernWork[]>> = {
  none: [],
  screener: ['screen', 'reassign', 'decline', 'merge', 'unmerge', 'askSharing', 'protect'],
  owner: ['begin', 'answer', 'decline', 'return', 'askSharing', 'publish'],
  reader: ['begin', 'answer', 'decline', 'answerThreat'],
  threatReader: ['answerThreat'],
}
export const actsOf = (sight: Sight): readonly ConcernWork[] => acts[sight]

/** What this reader may do next; the same list decides whether a deed is accepted. */
export function mayDo(row: ConcernRow, sight: Sight, hasMerged: boolean): ConcernPage['may'] {
  const fits = (act: ConcernWork): boolean => {
    if (act === 'askSharing') return (row.merged_into !== null || hasMerged) && row.sharing === 'notAsked'
    if (act === 'publish') return row.state === 'answered' || row.state === 'accepted'
    if (act === 'answerThreat') return threatOpen(row)
    if (act === 'protect') return canStep(row.state, act) && !hasMerged
    return canStep(row.state, act)
  }
  return [...actsOf(sight).filter(fits), ...(row.person_id && (sight === 'owner' || sight === 'reader') ? (['revealAuthor'] as const) : [])]
}

/** Name and number of the author, for the owner alone and only when asked for; the author sees that somebody looked. */
export async function revealAuthor(deed: Deed, id: string, why: string): Promise<{ name: string; phone: string | null }> {
  const { row, sight } = await concernInSight(deed, id)
  if (!row.person_id || (sight !== 'owner' && sight !== 'reader')) throw notFound('author')
  await recordAccess(deed, {
    personId: row.person_id,
    purpose: 'concernContact',
    subject: { kind: 'concern', id },
    operation: 'programme.concerns.reveal-author',
  })
  await record(deed, {
    kind: 'programme.concern.author-revealed',
    about: row.person_id,
    plain: { concern: id },
    sealed: { why: why || null },
  })
  const { name, phone } = await getPerson(deed, row.person_id)
  return { name, phone }
}
