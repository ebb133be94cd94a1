import type { listThanks, listWaitingThanks, ThankNote } from '@ronghe/contract/volunteers/giving.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { z } from 'zod/mini'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { findPersons } from '../../people/persons.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { today } from '../../programme/posts.ts'

type NoteRow = Selectable<Tables['thank_note']>
const place = (deed: Deed, column: 'words_sealed' | 'signed_sealed', row: string) => ({
  street: deed.street.id,
  table: 'thank_note',
  column,
  row,
})

/** A note to a team. Nobody is thanked by name: that would be a ranking of its own, and it would tell who serves where. */
export async function sendThanks(
  deed: Deed,
  teamId: string,
  { words, signed, from }: { readonly words: string; readonly signed: string; readonly from: string | null },
): Promise<{ id: string }> {
  const { tx, street } = deed
  await getTeam(deed, teamId)
  const members = (
    await tx.selectFrom('team_member').select('person_id').where('street_id', '=', street.id).where('team_id', '=', teamId).execute()
  ).map(({ person_id }) => person_id)
  if (from && members.includes(from)) throw refused('thanks-own-team')
  if ((await findPersons(deed, members)).some(({ name }) => name.length > 1 && words.includes(name))) throw refused('thanks-names-somebody')
  const id = deed.id()
  await tx
    .insertInto('thank_note')
    .values({
      street_id: street.id,
      id,
      team_id: teamId,
      sender_id: from,
      words_sealed: deed.platform.sealer.seal(place(deed, 'words_sealed', id), words),
      signed_sealed: signed === '' ? null : deed.platform.sealer.seal(place(deed, 'signed_sealed', id), signed),
      channel: from ? 'phone' : 'paper',
      state: 'waiting',
      sent_on: today(deed),
    })
    .execute()
  await record(deed, { kind: 'volunteers.thanks.sent', about: from, plain: { note: id, team: teamId } })
  return { id }
}

async function getTeam({ tx, street }: Deed, id: string): Promise<{ id: string; name: Text }> {
  const team = await tx.selectFrom('team').select(['id', 'name']).where('street_id', '=', street.id).where('id', '=', id).executeTakeFirst()
  if (!team) throw notFound('team')
  return { id: team.id, name: team.name as Text }
}

const notes = ({ tx, street }: Deed, state: NoteRow['state']) =>
  tx.selectFrom('thank_note').selectAll().where('street_id', '=', street.id).where('state', '=', state)

const toNote = (deed: Deed, row: NoteRow): z.infer<typeof ThankNote> => ({
  id: row.id,
  words: deed.platform.sealer.open(place(deed, 'words_sealed', row.id), row.words_sealed),
  signed: row.signed_sealed && deed.platform.sealer.open(place(deed, 'signed_sealed', row.id), row.signed_sealed),
  on: row.decided_on ?? row.sent_on,
})

async function withTeams(deed: Deed, rows: readonly NoteRow[]) {
  const ids = [...new Set(rows.map(({ team_id }) => team_id))]
  const teams = new Map<string, { id: string; name: Text }>()
  for (const id of ids) teams.set(id, await getTeam(deed, id))
  return rows.map((row) => ({ ...toNote(deed, row), team: teams.get(row.team_id)! }))
}

export async function listForTeam(deed: Deed, teamId: string): Promise<ReplyOf<typeof listThanks>> {
  const team = await getTeam(deed, teamId)
  const rows = await notes(deed, 'published')
    .where('team_id', '=', teamId)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return { team, items: rows.map((row) => toNote(deed, row)) }
}

export const latestThanks = async (deed: Deed, most: number) =>
  withTeams(deed, await notes(deed, 'published').orderBy('decided_on', 'desc').orderBy('id', 'desc').limit(most).execute())

/** The moderator reads words, not senders. */
export async function listWaiting(deed: Deed): Promise<ReplyOf<typeof listWaitingThanks>> {
  return { items: await withTeams(deed, await notes(deed, 'waiting').orderBy('id').limit(100).execute()) }
}

export async function decide(deed: Deed, noteId: string, publish: boolean): Promise<void> {
  const done = await deed.tx
    .updateTable('thank_note')
    .set({
      state: publish ? 'published' : 'declined',
      decided_by_post: actingPost(deed, 'volunteers.coordinate')?.id ?? null,
      decided_on: today(deed),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', noteId)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute()
  if (done.length === 0) throw notFound('thanks')
  await record(deed, { kind: publish ? 'volunteers.thanks.published' : 'volunteers.thanks.declined', plain: { note: noteId } })
}
