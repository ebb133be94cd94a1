import type { saveVisit as saveOperation, Visit, VisitAside, VisitLine, VisitParts } from '@ronghe/contract/council/visits.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { findPersons } from '../people/persons.ts'
import { raiseOnVisit } from '../programme/concern-raising.ts'
import { nameOfPlace, placeNames } from '../programme/places.ts'
import { today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { delegatesInOffice, heldIn, type Delegate } from './delegates.ts'
import { moderatingPost } from './moderators.ts'
import { bringTogether, sameVisit, type VisitVersion } from './visit-merging.ts'
import { addWords, wordsOf } from './visit-words.ts'

export type VisitRow = Selectable<Tables['visit']>
type Saved = BodyOf<typeof saveOperation>

/** Delegates who went, the clerk from paper. Sent again it is the same visit; nothing of two edits is dropped. */
export async function saveVisit(deed: Deed, councilId: string, saved: Saved): Promise<Visit> {
  const by = await saver(deed, councilId)
  const known = await findVisit(deed, councilId, saved.id, 'lock')
  if (!known) await mustBeNew(deed, saved.id)
  await checkParts(deed, saved.parts)
  const went = known ? await termsOf(deed, [saved.id]) : []
  await checkDelegates(
    deed,
    councilId,
    saved,
    by,
    went.map(({ term_id }) => term_id),
  )
  const mine: VisitVersion = { parts: saved.parts, times: saved.times, aside: saved.aside }
  const stored = known ? versionOf(deed, known) : undefined
  const next = stored && known!.edit !== saved.base?.edit ? bringTogether(saved.base, mine, stored) : mine
  if (!stored) await insertVisit(deed, councilId, saved.id, next, by.kind === 'clerk' ? by.postId : null)
  else if (!sameVisit(stored, next)) await changeVisit(deed, known!, next)
  await deed.tx
    .insertInto('visit_delegate')
    .values(saved.delegates.map((term_id) => ({ street_id: deed.street.id, visit_id: saved.id, term_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await addWords(deed, saved.id, next.parts.onDay, saved.words)
  await raiseHeard(deed, councilId, by.postId, saved.id, next.parts, saved.concerns)
  await record(deed, { kind: 'council.visit.kept', plain: { council: councilId, visit: saved.id } })
  return readVisit(deed, councilId, saved.id)
}

type Saver =
  | { readonly kind: 'delegate'; readonly postId: string; readonly termId: string }
  | { readonly kind: 'clerk'; readonly postId: string }

async function saver(deed: Deed, councilId: string): Promise<Saver> {
  const { actor } = deed
  const seat = heldIn(deed, councilId, 'delegate', 'chair')
  const own = actor.kind === 'person' && seat ? await delegateNow(deed, councilId, actor.personId) : undefined
  if (own) return { kind: 'delegate', postId: seat!.id, termId: own.termId }
  const clerk = heldIn(deed, councilId, 'councilClerk')
  if (!clerk) throw forbidden('council-not-delegate', await cited(deed, councilId, 'benches'))
  return { kind: 'clerk', postId: clerk.id }
}

export const delegateNow = async (deed: Deed, councilId: string, person: string): Promise<Delegate | undefined> =>
  (await delegatesInOffice(deed, councilId)).find(({ personId }) => personId === person)

/** An id of another council, or of another street's phone, is not to be found out about. */
async function mustBeNew(deed: Deed, id: string): Promise<void> {
  const other = await deed.tx
    .selectFrom('visit')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (other) throw refused('council-visit-id-taken')
}

async function checkParts(deed: Deed, { laneId, onDay, topics }: VisitParts): Promise<void> {
  if (!(await placeNames(deed)).lanes.has(laneId)) throw unfit([{ path: 'parts.laneId', code: 'field-choice' }])
  if (onDay > today(deed)) throw unfit([{ path: 'parts.onDay', code: 'day-to-come' }])
  const known = new Set((await setting(deed, 'concernTopics')).map(({ key }) => key))
  if (topics.some((topic) => !known.has(topic))) throw unfit([{ path: 'parts.topics', code: 'field-choice' }])
}

/** Who saves a visit as a delegate went there; nobody is put on it who held no seat on that day or now. */
async function checkDelegates(deed: Deed, councilId: string, saved: Saved, by: Saver, before: readonly string[]): Promise<void> {
  const inOffice = [...(await delegatesInOffice(deed, councilId, saved.parts.onDay)), ...(await delegatesInOffice(deed, councilId))]
  const terms = new Set([...inOffice.map(({ termId }) => termId), ...before])
  if (saved.delegates.some((term) => !terms.has(term))) throw unfit([{ path: 'delegates', code: 'field-choice' }])
  if (by.kind === 'delegate' && !(before.length > 0 ? before : saved.delegates).includes(by.termId))
    throw forbidden('council-visit-not-yours', await cited(deed, councilId, 'commonGround'))
}

async function raiseHeard(
  deed: Deed,
  councilId: string,
  post: string,
  visitId: string,
  { laneId, onDay }: VisitParts,
  heard: Saved['concerns'],
): Promise<void> {
  for (const { id, topic, words, code } of heard) {
    await raiseOnVisit(deed, { words, topic, laneId }, { id, code, raisedOn: onDay, post, organ: councilId })
    await deed.tx
      .insertInto('visit_concern')
      .values({ street_id: deed.street.id, visit_id: visitId, concern_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

const place = (deed: Deed, column: 'seen_sealed' | 'aside_sealed', id: string) => ({
  street: deed.street.id,
  table: 'visit',
  column,
  row: id,
})

const columnsOf = (deed: Deed, id: string, { parts, times, aside }: VisitVersion) => ({
  lane_id: parts.laneId,
  on_day: parts.onDay,
  part: parts.part,
  topics: [...parts.topics],
  seen_sealed: parts.seen === '' ? null : deed.platform.sealer.seal(place(deed, 'seen_sealed', id), parts.seen),
  times: JSON.stringify(times),
  aside_sealed: aside.length === 0 ? null : deed.platform.sealer.seal(place(deed, 'aside_sealed', id), JSON.stringify(aside)),
  saved_at: deed.now,
})

async function insertVisit(deed: Deed, councilId: string, id: string, version: VisitVersion, enteredBy: string | null): Promise<void> {
  await deed.tx
    .insertInto('visit')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      ...columnsOf(deed, id, version),
      edit: 1,
      entered_by_post: enteredBy,
      created_at: deed.now,
    })
    .execute()
}

async function changeVisit(deed: Deed, row: VisitRow, version: VisitVersion): Promise<void> {
  await deed.tx
    .updateTable('visit')
    .set({ ...columnsOf(deed, row.id, version), edit: row.edit + 1 })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
}

function versionOf(deed: Deed, row: VisitRow): VisitVersion {
  const { sealer } = deed.platform
  return {
    parts: {
      laneId: row.lane_id,
      onDay: row.on_day,
      part: row.part,
      topics: row.topics,
      seen: row.seen_sealed ? sealer.open(place(deed, 'seen_sealed', row.id), row.seen_sealed) : '',
    },
    times: row.times as Record<string, string>,
    aside: row.aside_sealed ? (JSON.parse(sealer.open(place(deed, 'aside_sealed', row.id), row.aside_sealed)) as VisitAside[]) : [],
  }
}

export async function findVisit(deed: Deed, councilId: string, id: string, lock: 'lock' | 'look' = 'look'): Promise<VisitRow | undefined> {
  const query = deed.tx
    .selectFrom('visit')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('id', '=', id)
  return (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
}

/** Delegates, the clerk and the moderators of this council; for anybody else there are no visits. */
export async function mayRead(deed: Deed, councilId: string): Promise<void> {
  if (heldIn(deed, councilId, 'delegate', 'chair') || moderatingPost(deed, councilId)) return
  throw forbidden('council-not-delegate', await cited(deed, councilId, 'benches'))
}

export async function listVisits(
  deed: Deed,
  councilId: string,
  { laneId, limit, after }: { readonly laneId?: string | undefined; readonly limit: number; readonly after?: string | undefined },
) {
  await mayRead(deed, councilId)
  const cursor = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('visit')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .$if(laneId !== undefined, (query) => query.where('lane_id', '=', laneId!))
    .$if(cursor !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('on_day', 'id'), '<', tuple(cursor![0]!, cursor![1]!))),
    )
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const toLine = await visitLines(deed, rows)
  return pageFrom(rows, limit, ({ on_day, id }) => toCursor(on_day, id), toLine)
}

export async function readVisit(deed: Deed, councilId: string, id: string): Promise<Visit> {
  await mayRead(deed, councilId)
  const row = await findVisit(deed, councilId, id)
  if (!row) throw notFound('visit')
  const line = (await visitLines(deed, [row]))(row)
  const raised = await deed.tx
    .selectFrom('visit_concern')
    .innerJoin('concern', (join) =>
      join.onRef('concern.street_id', '=', 'visit_concern.street_id').onRef('concern.id', '=', 'visit_concern.concern_id'),
    )
    .select(['concern.id', 'concern.number', 'concern.topic', 'concern.state'])
    .where('visit_concern.street_id', '=', deed.street.id)
    .where('visit_concern.visit_id', '=', id)
    .orderBy('concern.number')
    .execute()
  const topicName = await topicNames(deed)
  const own = deed.actor.kind === 'person' ? await delegateNow(deed, councilId, deed.actor.personId) : undefined
  const maySave = heldIn(deed, councilId, 'councilClerk') !== undefined || line.delegates.some(({ termId }) => termId === own?.termId)
  const { parts, times, aside } = versionOf(deed, row)
  return {
    ...line,
    edit: row.edit,
    parts,
    times: { ...times },
    aside: [...aside],
    words: await wordsOf(deed, id),
    raised: raised.map(({ topic, ...concern }) => ({ ...concern, topic: topicName(topic) })),
    may: maySave ? ['save'] : [],
  }
}

export async function topicNames(deed: Deed): Promise<(key: string) => { 'zh-CN': string; en?: string | undefined }> {
  const topics = await setting(deed, 'concernTopics')
  return (key) => topics.find((topic) => topic.key === key)?.name ?? { 'zh-CN': '其他', en: 'Other' }
}

const termsOf = (deed: Deed, visitIds: readonly string[]) =>
  deed.tx
    .selectFrom('visit_delegate')
    .innerJoin('seat_term', (join) =>
      join.onRef('seat_term.street_id', '=', 'visit_delegate.street_id').onRef('seat_term.id', '=', 'visit_delegate.term_id'),
    )
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select(['visit_delegate.visit_id', 'visit_delegate.term_id', 'seat_term.person_id', 'seat.bench', 'seat.number'])
    .where('visit_delegate.street_id', '=', deed.street.id)
    .where('visit_delegate.visit_id', 'in', [...visitIds, noVisit])
    .orderBy('seat.bench')
    .orderBy('seat.number')
    .execute()
/** Keeps `in ()` from being empty. */
const noVisit = '00000000-0000-0000-0000-000000000000'

async function visitLines(deed: Deed, rows: readonly VisitRow[]): Promise<(row: VisitRow) => VisitLine> {
  const ids = rows.map(({ id }) => id)
  const terms = await termsOf(deed, ids)
  const names = new Map(
    (
      await findPersons(
        deed,
        terms.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const counts = await deed.tx
    .selectFrom('visit_concern')
    .select(({ fn }) => ['visit_id', fn.countAll<number>().as('count')])
    .where('street_id', '=', deed.street.id)
    .where('visit_id', 'in', [...ids, noVisit])
    .groupBy('visit_id')
    .execute()
  const places = await placeNames(deed)
  const topicName = await topicNames(deed)
  return (row) => ({
    id: row.id,
    onDay: row.on_day,
    part: row.part,
    laneId: row.lane_id,
    place: nameOfPlace(places, places.lanes.get(row.lane_id)?.communityId ?? null, row.lane_id) ?? { 'zh-CN': '—' },
    topics: row.topics.map(topicName),
    delegates: terms
      .filter(({ visit_id }) => visit_id === row.id)
      .map(({ term_id, person_id, bench }) => ({ termId: term_id, name: names.get(person_id) ?? '', bench })),
    concerns: Number(counts.find(({ visit_id }) => visit_id === row.id)?.count ?? 0),
    unsettled: row.aside_sealed !== null,
    fromPaper: row.entered_by_post !== null,
  })
}

/** What the form needs to be filled in without a line. */
export async function visitForm(deed: Deed, councilId: string) {
  await mayRead(deed, councilId)
  const places = await placeNames(deed)
  const delegates = await delegatesInOffice(deed, councilId)
  const { actor } = deed
  const own = actor.kind === 'person' ? delegates.find(({ personId }) => personId === actor.personId) : undefined
  return {
    lanes: [...places.lanes].map(([laneId, { communityId }]) => ({ laneId, place: nameOfPlace(places, communityId, laneId)! })),
    topics: (await setting(deed, 'concernTopics')).map(({ key, name }) => ({ key, name })),
    delegates: delegates.map(({ termId, name, bench }) => ({ termId, name, bench })),
    ownTerm: own?.termId ?? null,
    consent: consentTexts.visitWords,
  }
}
