import type { OpenItem } from '@ronghe/contract/people/leaving.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { system } from '../../platform/auth/actor.ts'
import { noteErasure } from '../../platform/database/erasure-log.ts'
import type { Deed } from '../../platform/deed.ts'
import { forgetReplies } from '../../platform/http/idempotency.ts'
import { refused } from '../../platform/http/problems.ts'
import { eraseEntriesAbout } from '../../platform/journal/erase.ts'
import { record } from '../../platform/journal/record.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { peopleKeeper } from './people.keeper.ts'

/** Everything open for a person in every room. */
export async function openItems(deed: Deed, personId: string, keepers: readonly Keeper[]): Promise<OpenItem[]> {
  const items: OpenItem[] = []
  for (const keeper of [...keepers, peopleKeeper]) items.push(...(await keeper.open(deed, personId)))
  return items
}

/** Everything kept about a person, by room; a room that keeps nothing is not mentioned. */
export async function exportPerson(deed: Deed, personId: string, keepers: readonly Keeper[]): Promise<Record<string, unknown>> {
  const rooms: Record<string, unknown> = {}
  for (const keeper of [peopleKeeper, ...keepers]) {
    const kept = await keeper.export(deed, personId)
    if (Object.keys(kept).length > 0) rooms[keeper.room] = kept
  }
  return rooms
}

/**
 * Makes every room forget a person, the journal's readable entries included; all within the deed. A restored backup goes through it again.
 */
export async function forgetPerson(deed: Deed, personId: string, keepers: readonly Keeper[]): Promise<void> {
  // Held until the end: nothing new can be written about the person meanwhile.
  await deed.tx.selectFrom('person').select('id').where('street_id', '=', deed.street.id).where('id', '=', personId).forUpdate().execute()
  await forgetReplies(deed, personId)
  for (const keeper of [...keepers, peopleKeeper]) await keeper.forget(deed, personId)
  await eraseEntriesAbout(deed, personId)
}

/** Erases and keeps that it was done: the row and the line in the data folder are how a restored backup learns of it. */
export async function erasePerson(deed: Deed, personId: string, keepers: readonly Keeper[]): Promise<void> {
  await forgetPerson(deed, personId, keepers)
  const id = deed.id()
  await deed.tx
    .insertInto('erasure')
    .values({ street_id: deed.street.id, id, subject: 'person', subject_id: personId, at: deed.now })
    .execute()
  // Not by the person: their id must not come back into the journal with the note of their going.
  await record({ ...deed, actor: system }, { kind: 'people.person.erased' })
  const { platform, street, now } = deed
  deed.afterCommit(() => noteErasure(platform.config.data, { streetId: street.id, id, subject: 'person', subjectId: personId, at: now }))
}

/** "I am leaving": refused while something only the person can settle is open; otherwise handed on, erased and closed in one go. */
export async function leaveForGood(deed: Deed, personId: string, keepers: readonly Keeper[]): Promise<{ erased: true; handedOn: number }> {
  const open = await openItems(deed, personId, keepers)
  const stops = open.filter(({ becomes }) => becomes === 'stops')
  if (stops.length > 0)
    throw refused('leaving-stops', { params: { what: stops.map(({ title }) => inLanguage(title, deed.language)).join('、') } })
  await erasePerson(deed, personId, keepers)
  return { erased: true, handedOn: open.filter(({ becomes }) => becomes === 'handedOn').length }
}
