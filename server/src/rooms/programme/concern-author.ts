import type { AuthorAct, MyConcern } from '@ronghe/contract/programme/concerns.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { step } from './concern-lifecycle.ts'
import { concernLines } from './concern-lines.ts'
import { namedReaders } from './concern-reader.ts'
import { addEvent, eventsOf, findByCode, findConcern, lastWords, openWords, toEvent, type ConcernRow } from './concern-rows.ts'
import { nameOfPlace, placeNames } from './places.ts'
import { holdersOf, notifyPost, postNames, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'

/** How an author comes to a concern: as the account it was raised with, or with its code and nothing else. */
export type Author =
  | { readonly kind: 'account'; readonly personId: string; readonly concernId: string }
  | { readonly kind: 'code'; readonly code: string }

export async function listMine(
  deed: Deed,
  personId: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
) {
  const cursor = readCursor(after, 1)
  const rows = await deed.tx
    .selectFrom('concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const toLine = await concernLines(deed, rows)
  return pageFrom(rows, limit, ({ id }) => toCursor(id), toLine)
}

/** Somebody else's concern and a wrong code are answered alike: there is no such thing. */
async function concernOf(deed: Deed, author: Author, lock: 'lock' | 'look'): Promise<ConcernRow> {
  const row = author.kind === 'code' ? await findByCode(deed, author.code, lock) : await findConcern(deed, author.concernId, lock)
  if (!row || (author.kind === 'account' && row.person_id !== author.personId)) throw notFound('concern')
  return row
}

export async function readMine(deed: Deed, author: Author): Promise<MyConcern> {
  return toMine(deed, await concernOf(deed, author, 'look'))
}

async function toMine(deed: Deed, row: ConcernRow): Promise<MyConcern> {
  const line = (await concernLines(deed, [row]))(row)
  const main = row.merged_into ? await findConcern(deed, row.merged_into) : undefined
  const together = await deed.tx
    .selectFrom('concern')
    .select(['id', 'words_sealed'])
    .where('street_id', '=', deed.street.id)
    .where((concern) => concern.or([concern('merged_into', '=', main?.id ?? row.id), ...(main ? [concern('id', '=', main.id)] : [])]))
    .where('id', '<>', row.id)
    // Only words whose author was asked and said yes (08, Concerns).
    .where('sharing', '=', 'yes')
    .orderBy('id')
    .execute()
  const events = await eventsOf(deed, main ? [row.id, main.id] : [row.id])
  const own = events.filter(({ concern_id }) => concern_id === row.id)
  const answering = main ? events.filter(({ concern_id }) => concern_id === main.id) : own
  const names = await postNames(
    deed,
    own.flatMap(({ by_post }) => by_post ?? []),
  )
  const answered = (main ?? row).state === 'answered' || (main ?? row).state === 'accepted'
  return {
    id: line.id,
    number: line.number,
    topic: line.topic,
    channel: line.channel,
    state: line.state,
    raisedOn: line.raisedOn,
    clock: line.clock,
    owner: line.owner,
    protected: line.protected,
    words: openWords(deed, 'concern', row.id, row.words_sealed),
    place: nameOfPlace(await placeNames(deed), row.community_id, row.lane_id),
    answer: answered ? lastWords(deed, answering, 'answered') : null,
    declinedBecause: row.state === 'declined' ? lastWords(deed, own, 'declined') : null,
    mergedInto: main ? { number: main.number, state: main.state } : null,
    alongside: together.map(({ id, words_sealed }) => openWords(deed, 'concern', id, words_sealed)),
    sharing: row.sharing,
    events: own.map((event) => toEvent(deed, event, (id) => names.get(id)?.post ?? null)),
    may: [
      ...(row.state === 'answered' ? (['accept', 'reopen'] as const) : row.state === 'declined' ? (['reopen'] as const) : []),
      ...(threatOpen(row) ? [] : (['reportThreat'] as const)),
      ...(row.sharing === 'notAsked' ? [] : (['answerSharing'] as const)),
    ],
  }
}

export const threatOpen = (row: Pick<ConcernRow, 'threatened_on' | 'threat_closed_on'>): boolean =>
  row.threatened_on !== null && row.threat_closed_on === null

export async function actAsAuthor(deed: Deed, author: Author, what: AuthorAct): Promise<MyConcern> {
  const row = await concernOf(deed, author, 'lock')
  if (what.act === 'reportThreat') await reportThreat(deed, row, what.words)
  else if (what.act === 'accept') await accept(deed, row)
  else await reopen(deed, row, what.words)
  await recordAct(deed, row, author, what.act)
  return readMine(deed, author)
}

async function accept(deed: Deed, row: ConcernRow): Promise<void> {
  const next = step(row.state, 'accept', null)
  if (next.kind === 'refused') throw refused(next.rule)
  await change(deed, row.id, { state: next.state, closed_on: today(deed) })
  await addEvent(deed, row.id, { kind: 'accepted', byAuthor: true })
}

/** An answer that does not answer: the owner has it again, with a shorter clock from today. */
async function reopen(deed: Deed, row: ConcernRow, words: string): Promise<void> {
  const next = step(row.state, 'reopen', null)
  if (next.kind === 'refused') throw refused(next.rule)
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const screening = next.state === 'raised'
  const days = screening ? clocks.concernScreen : clocks.concernReopened
  await change(deed, row.id, {
    state: next.state,
    reopened: row.reopened + 1,
    clock_from: today(deed),
    clock_days: days,
    screen_by: screening ? addWorkingDays(calendar, today(deed), days) : row.screen_by,
    answer_by: addWorkingDays(calendar, today(deed), clocks.concernReopened),
    escalated: 'none',
    closed_on: null,
    // A refusal is looked at anew, by whoever screens; what is about staff stays with its reader.
    ...(screening && !row.about_staff ? { owner_post: null } : {}),
    ...(screening && row.about_staff ? { state: 'screened' as const, clock_days: clocks.concernReopened } : {}),
  })
  await addEvent(deed, row.id, { kind: 'reopened', byAuthor: true, words })
  if (!row.anonymous && row.owner_post && !row.about_staff)
    await notifyPost(deed, row.owner_post, { template: 'concern-reopened', link: `/desk/concerns/${row.id}` })
}

/** The threat is read by the named post, not by the owner of the concern: it may come from there. */
async function reportThreat(deed: Deed, row: ConcernRow, words: string): Promise<void> {
  if (threatOpen(row)) throw refused('threat-already-reported')
  await change(deed, row.id, { threatened_on: today(deed), threat_closed_on: null })
  await addEvent(deed, row.id, { kind: 'threatReported', byAuthor: true, words })
  // An anonymous author's hour must not be kept by a message: the morning's job tells the reader within the day.
  if (row.anonymous) return
  const reader = row.about_staff && row.owner_post ? row.owner_post : (await namedReaders(deed))[0]
  if (reader)
    for (const person of await holdersOf(deed, reader))
      await notify(deed, person, { template: 'concern-threat', link: `/desk/concerns/${row.id}`, urgent: true })
}

export async function shareAsAuthor(deed: Deed, author: Author, share: boolean): Promise<MyConcern> {
  const row = await concernOf(deed, author, 'lock')
  if (row.sharing === 'notAsked') throw refused('sharing-not-asked')
  await change(deed, row.id, { sharing: share ? 'yes' : 'no' })
  await addEvent(deed, row.id, { kind: share ? 'shared' : 'notShared', byAuthor: true })
  await recordAct(deed, row, author, share ? 'share' : 'do-not-share')
  return readMine(deed, author)
}

/** Ends the anonymity by the author's own act; the code keeps working, because a paper in a drawer should. */
export async function adoptConcern(deed: Deed, personId: string, code: string): Promise<MyConcern> {
  const row = await concernOf(deed, { kind: 'code', code }, 'lock')
  if (row.person_id && row.person_id !== personId) throw notFound('concern')
  if (!row.person_id) {
    await change(deed, row.id, { person_id: personId })
    await addEvent(deed, row.id, { kind: 'adopted', byAuthor: true })
    await record(deed, { kind: 'programme.concern.adopted', about: personId, sealed: { concern: row.id } })
  }
  return readMine(deed, { kind: 'account', personId, concernId: row.id })
}

async function recordAct(deed: Deed, row: ConcernRow, author: Author, act: string): Promise<void> {
  await record(deed, {
    kind: `programme.concern.${kebab(act)}`,
    plain: { concern: row.id },
    ...(author.kind === 'code' ? { withoutActor: true } : { about: author.personId }),
  })
}
const kebab = (word: string): string => word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

type Change = Partial<Omit<ConcernRow, 'street_id' | 'id'>>
export async function change(deed: Deed, id: string, fields: Change): Promise<void> {
  await deed.tx.updateTable('concern').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}
