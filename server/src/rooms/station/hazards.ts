import type { EscalationDays } from '@ronghe/contract/platform/escalations.ts'
import type { findSimilarHazards, Hazard, HazardKind, listHazards, reportHazard } from '@ronghe/contract/station/hazards.ts'
import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import { sql, type Selectable } from 'kysely'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationSteps } from '../../platform/calendar/escalations.ts'
import { addDays, addWorkingDays } from '../../platform/calendar/working-days.ts'
import { claimCode, digitCode, idAt, readCode } from '../../platform/codes.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { checkPlace, placeNames, type PlaceNames } from '../programme/places.ts'
import { today } from '../programme/posts.ts'
import { setting } from '../../platform/settings/settings.ts'
import { dayWords } from './case-words.ts'
import { departmentNames } from './departments.ts'
import { hazardEscalations } from './hazard-clock.ts'
import { backDays, isOpen, stepHazardState } from './hazard-lifecycle.ts'
import { tellHazard } from './hazard-news.ts'

export type HazardRow = Selectable<Tables['hazard']>
type EventRow = Selectable<Tables['hazard_event']>
type Reported = BodyOf<typeof reportHazard>

const wordsPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'hazard', column: 'words_sealed', row: id })
export const wordsOf = (deed: Deed, row: HazardRow): string | null =>
  row.words_sealed ? deed.platform.sealer.open(wordsPlace(deed, row.id), row.words_sealed) : null
export const codeHash = (deed: Deed, code: string): Buffer => deed.platform.sealer.lookup(deed.street.id, 'code', `hazard ${code}`)
/** An id that tells the day and no hour. */
export const dayId = (deed: Deed): string => idAt(Date.parse(`${today(deed)}T00:00:00Z`), deed.id())

/** Under a name, or by the patrol or another door of the house (`source`). */
export async function report(
  deed: Deed,
  personId: string | null,
  body: Reported,
  source: HazardRow['source'] = 'resident',
): Promise<Hazard> {
  return toHazard(deed, await insert(deed, personId, body, source, null))
}

/** Without a name: the code is all that ties the report to anybody. */
export async function reportWithoutName(deed: Deed, body: Reported): Promise<{ hazard: Hazard; code: string }> {
  const code = claimCode()
  return { hazard: await toHazard(deed, await insert(deed, null, body, 'resident', codeHash(deed, code))), code }
}

async function insert(
  deed: Deed,
  personId: string | null,
  { kind, community, lane, words }: Reported,
  source: HazardRow['source'],
  claim: Buffer | null,
): Promise<HazardRow> {
  const place = await checkPlace(deed, community, lane)
  const id = dayId(deed)
  const row = await deed.tx
    .insertInto('hazard')
    .values({
      street_id: deed.street.id,
      id,
      number: await freshNumber(deed),
      kind,
      ...place,
      words_sealed: deed.platform.sealer.seal(wordsPlace(deed, id), words),
      person_id: personId,
      claim_hash: claim,
      source,
      state: 'reported',
      back: await cameBack(deed, kind, place.lane_id),
      reported_on: today(deed),
      ...(await lookingBy(deed)),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await addEvent(deed, id, { kind: 'reported' })
  await record(deed, {
    kind: 'station.hazard.reported',
    about: personId,
    plain: { hazard: id, what: kind },
    withoutActor: personId === null,
  })
  return row
}

/** Somebody looks at it within the time a case has for its acceptance; a report taken up again starts as a new one does. */
async function lookingBy(deed: Deed): Promise<Pick<HazardRow, 'clock_from' | 'due_on' | 'escalated'>> {
  const { caseAccept } = await setting(deed, 'clocks')
  return { clock_from: today(deed), due_on: addWorkingDays(await calendarFor(deed), today(deed), caseAccept), escalated: 0 }
}

export async function similar(deed: Deed, { kind, community, lane }: QueryOf<typeof findSimilarHazards>): Promise<{ items: Hazard[] }> {
  if (!community && !lane) return { items: [] }
  const rows = await near(deed, kind, lane ?? null, community ?? null)
  return { items: await toHazards(deed, rows) }
}

/** What is known of this kind at this place: open, or answered not long ago. */
export const near = (deed: Deed, kind: string, laneId: string | null, communityId: string | null): Promise<HazardRow[]> =>
  deed.tx
    .selectFrom('hazard')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .$if(laneId !== null, (query) => query.where('lane_id', '=', laneId))
    .$if(laneId === null && communityId !== null, (query) => query.where('community_id', '=', communityId))
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>=', addDays(today(deed), -30))]))
    .orderBy('reported_on', 'desc')
    .orderBy('id', 'desc')
    .limit(5)
    .execute()

export async function list(
  deed: Deed,
  { limit, after, kind, state, community, lane }: QueryOf<typeof listHazards>,
): Promise<ReplyOf<typeof listHazards>> {
  const from = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('hazard')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(community !== undefined, (query) => query.where('community_id', '=', community!))
    .$if(lane !== undefined, (query) => query.where('lane_id', '=', lane!))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`(reported_on, id) < (${from![0]}::date, ${from![1]}::uuid)`))
    .orderBy('reported_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageFrom(
    rows,
    limit,
    ({ reported_on, id }) => toCursor(reported_on, id),
    (row) => row,
  )
  return { items: await toHazards(deed, page.items), next: page.next }
}

export async function readOne(deed: Deed, id: string): Promise<Hazard> {
  return toHazard(deed, await getHazard(deed, id, 'look'))
}

export async function readByCode(deed: Deed, typed: string): Promise<Hazard> {
  const code = readCode(typed)
  const row =
    code &&
    (await deed.tx
      .selectFrom('hazard')
      .selectAll()
      .where('street_id', '=', deed.street.id)
      .where('claim_hash', '=', codeHash(deed, code))
      .executeTakeFirst())
  if (!row) throw notFound('hazard')
  return toHazard(deed, row, true)
}

export async function myHazards(deed: Deed, personId: string): Promise<{ items: Hazard[] }> {
  const rows = await deed.tx
    .selectFrom('hazard')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('reported_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return { items: await toHazards(deed, rows) }
}

/** Anybody who walks past can see that it is not solved; who said so is not kept. */
export async function reopen(deed: Deed, id: string, words: string): Promise<Hazard> {
  const row = await getHazard(deed, id, 'lock')
  const state = stepHazardState(row.state, 'reopen')
  if (!state) throw refused('hazard-step')
  if (!row.ended_on || row.ended_on < addDays(today(deed), -backDays)) throw refused('hazard-reopen-late')
  const next = await deed.tx
    .updateTable('hazard')
    .set({
      state,
      reopened: row.reopened + 1,
      back: row.back || row.state === 'fixed',
      ended_on: null,
      answer: null,
      department: null,
      department_post: null,
      ...(await lookingBy(deed)),
      ...(words ? { words_sealed: deed.platform.sealer.seal(wordsPlace(deed, id), words) } : {}),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await addEvent(deed, id, { kind: 'reopened' })
  await tellHazard(deed, next)
  await record(deed, { kind: 'station.hazard.reopened', plain: { hazard: id }, withoutActor: true })
  return toHazard(deed, next)
}

export async function getHazard(deed: Deed, id: string, lock: 'look' | 'lock'): Promise<HazardRow> {
  const query = deed.tx.selectFrom('hazard').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('hazard')
  return row
}

/** Whoever sent it: by account, or by the code of a report without a name. */
export function isSender(deed: Deed, row: HazardRow, typed: string | undefined): boolean {
  if (deed.actor.kind === 'person' && row.person_id === deed.actor.personId) return true
  const code = typed === undefined ? undefined : readCode(typed)
  return code !== undefined && row.claim_hash !== null && row.claim_hash.equals(codeHash(deed, code))
}

interface NewEvent {
  readonly kind: EventRow['kind']
  readonly words?: string
  readonly byPost?: string | null
  readonly department?: string | null
  readonly level?: number
}
export async function addEvent(
  deed: Deed,
  hazardId: string,
  { kind, words = '', byPost = null, department = null, level }: NewEvent,
): Promise<void> {
  const last = await deed.tx
    .selectFrom('hazard_event')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('street_id', '=', deed.street.id)
    .where('hazard_id', '=', hazardId)
    .executeTakeFirst()
  await deed.tx
    .insertInto('hazard_event')
    .values({
      street_id: deed.street.id,
      id: dayId(deed),
      hazard_id: hazardId,
      seq: (last?.seq ?? 0) + 1,
      kind,
      words: words || null,
      by_post: byPost,
      department,
      level: level ?? null,
      on_day: today(deed),
    })
    .execute()
}

async function cameBack(deed: Deed, kind: HazardKind, laneId: string | null): Promise<boolean> {
  if (!laneId) return false
  const row = await deed.tx
    .selectFrom('hazard')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .where('lane_id', '=', laneId)
    .where('state', '=', 'fixed')
    .where('ended_on', '>=', addDays(today(deed), -backDays))
    .executeTakeFirst()
  return row !== undefined
}

async function freshNumber(deed: Deed): Promise<string> {
  const month = today(deed).slice(2, 7).replace('-', '')
  for (;;) {
    const number = `HZ-${month}-${digitCode(5)}`
    const taken = await deed.tx
      .selectFrom('hazard')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!taken) return number
  }
}

export const toHazard = async (deed: Deed, row: HazardRow, sender = false): Promise<Hazard> => (await toHazards(deed, [row], sender))[0]!

export async function toHazards(deed: Deed, rows: readonly HazardRow[], sender = false): Promise<Hazard[]> {
  if (rows.length === 0) return []
  const { tx, street } = deed
  const ids = rows.map(({ id }) => id)
  const places = await placeNames(deed)
  const departments = await departmentNames(deed)
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const events = Map.groupBy(
    await tx
      .selectFrom('hazard_event')
      .selectAll()
      .where('street_id', '=', street.id)
      .where('hazard_id', 'in', ids)
      .orderBy('hazard_id')
      .orderBy('seq')
      .execute(),
    ({ hazard_id }) => hazard_id,
  )
  const photos = Map.groupBy(
    await tx
      .selectFrom('hazard_photo')
      .select(['id', 'hazard_id'])
      .where('street_id', '=', street.id)
      .where('hazard_id', 'in', ids)
      .where('covered_by', 'is not', null)
      .orderBy('id')
      .execute(),
    ({ hazard_id }) => hazard_id,
  )
  return rows.map((row) =>
    describe(deed, row, {
      places,
      department: (key) => (key ? inLanguage(departments(key), deed.language) : ''),
      told: hazardEscalations(calendar, row, clocks),
      events: events.get(row.id) ?? [],
      photos: photos.get(row.id) ?? [],
      sender,
    }),
  )
}

interface Around {
  readonly places: PlaceNames
  readonly department: (key: string | null) => string
  readonly told: EscalationDays | undefined
  readonly events: readonly EventRow[]
  readonly photos: readonly { readonly id: string }[]
  readonly sender: boolean
}

function describe(deed: Deed, row: HazardRow, { places, department, told, events, photos, sender }: Around): Hazard {
  const { language } = deed
  const own = sender || isSender(deed, row, undefined)
  const day = row.ended_on ?? row.due_on
  const known = { department: department(row.department), day: day ? dayWords(day, language) : '' }
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as HazardKind,
    community: row.community_id ? (places.communities.get(row.community_id) ?? null) : null,
    lane: row.lane_id ? (places.lanes.get(row.lane_id)?.name ?? null) : null,
    words: row.public_words ?? (own ? wordsOf(deed, row) : null),
    state: row.state,
    line: say(language, day === null ? `hazard-line-${row.state}-open` : `hazard-line-${row.state}`, known),
    reportedOn: row.reported_on,
    dueOn: isOpen(row.state) ? row.due_on : null,
    escalations: told ?? null,
    escalated: isOpen(row.state) ? escalationSteps[row.escalated]! : 'none',
    endedOn: row.ended_on,
    answer: row.answer,
    reopened: row.reopened,
    back: row.back,
    photos: photos.map(({ id }) => ({ id })),
    timeline: events.map(({ kind, on_day, level, words, department: key }) => ({
      on: on_day,
      sentence: say(language, kind === 'escalated' ? `hazard-event-escalated-${level}` : `hazard-event-${kind}`, {
        department: department(key ?? row.department),
      }),
      words: kind === 'transferred' ? words : null,
    })),
    may: [
      ...(row.ended_on && row.ended_on >= addDays(today(deed), -backDays) ? ['reopen'] : []),
      ...(own && isOpen(row.state) ? ['addPhoto'] : []),
    ],
  }
}
