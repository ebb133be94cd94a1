import type { NamedItem } from '@ronghe/contract/programme/commendations.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { agrees } from '../../../platform/privacy/consent.ts'
import { findPersons } from '../../people/persons.ts'

export type RoundRow = Selectable<Tables['commendation_round']>
export type NominationRow = Selectable<Tables['nomination']>
export type StoryRow = Selectable<Tables['honour_story']>

export async function getRound(deed: Deed, id: string, lock = false): Promise<RoundRow> {
  const row = await deed.tx
    .selectFrom('commendation_round')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw notFound('commendation')
  return row
}

export const nominationsOf = (deed: Deed) =>
  deed.tx.selectFrom('nomination').selectAll().where('street_id', '=', deed.street.id).orderBy('id')

export async function getNomination(deed: Deed, id: string): Promise<NominationRow> {
  const row = await nominationsOf(deed).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('nomination')
  return row
}

export async function changeNomination(deed: Deed, id: string, fields: Updateable<Tables['nomination']>): Promise<void> {
  await deed.tx.updateTable('nomination').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

type Sealed = 'name_sealed' | 'phone_sealed' | 'deeds_sealed' | 'alias_sealed' | 'reason_sealed'
const place = (deed: Deed, table: string, column: string, row: string) => ({ street: deed.street.id, table, column, row })

export const sealIn = (deed: Deed, id: string, column: Sealed, words: string): Buffer | null =>
  words === '' ? null : deed.platform.sealer.seal(place(deed, 'nomination', column, id), words)
export const openIn = (deed: Deed, row: NominationRow, column: Sealed): string | null => {
  const sealed = row[column]
  return sealed && deed.platform.sealer.open(place(deed, 'nomination', column, row.id), sealed)
}

export const sealWords = (deed: Deed, table: 'nomination_review' | 'commendation_objection', id: string, words: string): Buffer =>
  deed.platform.sealer.seal(place(deed, table, 'words_sealed', id), words)
export const openWords = (deed: Deed, table: 'nomination_review' | 'commendation_objection', id: string, sealed: Buffer): string =>
  deed.platform.sealer.open(place(deed, table, 'words_sealed', id), sealed)

type StoryColumn = 'title_sealed' | 'text_sealed'
export const sealStory = (deed: Deed, id: string, column: StoryColumn, words: string): Buffer =>
  deed.platform.sealer.seal(place(deed, 'honour_story', column, id), words)
export const openStory = (deed: Deed, row: StoryRow): { readonly title: string; readonly text: string } => ({
  title: deed.platform.sealer.open(place(deed, 'honour_story', 'title_sealed', row.id), row.title_sealed),
  text: deed.platform.sealer.open(place(deed, 'honour_story', 'text_sealed', row.id), row.text_sealed),
})

export async function storiesOf(deed: Deed, nominationIds: readonly string[]): Promise<ReadonlyMap<string, StoryRow>> {
  if (nominationIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('honour_story')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('nomination_id', 'in', [...nominationIds])
    .execute()
  return new Map(rows.map((row) => [row.nomination_id, row]))
}

export const named = (items: unknown): readonly NamedItem[] => items as readonly NamedItem[] // as `plan` of the contract checked it
export const nameOf = (items: unknown, key: string): Text => named(items).find((item) => item.key === key)?.name ?? { 'zh-CN': key }

/** What the nominees are called: by the account, or as it was typed where there is none. */
export async function nomineeNames(deed: Deed, rows: readonly NominationRow[]): Promise<ReadonlyMap<string, string>> {
  const people = await findPersons(
    deed,
    rows.flatMap(({ nominee_id }) => nominee_id ?? []),
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return new Map(
    rows.map((row) => [row.id, (row.nominee_id ? names.get(row.nominee_id) : undefined) ?? openIn(deed, row, 'name_sealed') ?? '']),
  )
}

/** Whether name and deeds may stand in public now: wished, and the consent in force or the signature on paper. */
export const mayBeShown = async (deed: Deed, row: NominationRow): Promise<boolean> =>
  row.shown_as !== 'none' && (row.nominee_id ? agrees(deed, row.nominee_id, 'deedsPublicity') : row.signed_on !== null)
