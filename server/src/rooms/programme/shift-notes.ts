import type { ShiftNote } from '@ronghe/contract/programme/shift-notes.ts'
import type { Expression, Selectable, SqlBool } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { organNames } from './organ-rows.ts'
import { findPost, postNames, today } from './posts.ts'
import { noteKinds, notePosts, type NotePost } from './shift-note-places.ts'

type NoteRow = Selectable<Tables['shift_note']>

export async function listShiftNotes(
  deed: Deed,
  { show, limit, after }: { readonly show: 'all' | 'unread'; readonly limit: number; readonly after?: string | undefined },
) {
  const cursor = readCursor(after, 1)
  const rows = await readable(deed, await notePosts(deed))
    .$if(show === 'unread', (query) =>
      query
        .where('shift_note.person_id', '<>', reader(deed))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('shift_note_reading')
                .select('shift_note_reading.id')
                .whereRef('shift_note_reading.street_id', '=', 'shift_note.street_id')
                .whereRef('shift_note_reading.note_id', '=', 'shift_note.id')
                .where('shift_note_reading.person_id', '=', reader(deed)),
            ),
          ),
        ),
    )
    .$if(cursor !== undefined, (query) => query.where('shift_note.id', '<', cursor![0]!))
    .orderBy('shift_note.id', 'desc')
    .limit(limit + 1)
    .execute()
  const toNote = await notes(deed, rows)
  return pageFrom(rows, limit, ({ id }) => toCursor(id), toNote)
}

export async function leaveShiftNote(
  deed: Deed,
  { organId, postId, words }: { readonly organId: string; readonly postId: string | null; readonly words: string },
): Promise<ShiftNote> {
  const under = (await notePosts(deed)).find((post) => post.organId === organId)?.under
  if (!under) throw forbidden('not-your-organ')
  if (postId !== null) {
    const post = await findPost(deed, postId)
    const reads = post?.organId === organId && noteKinds.includes(post.kind) && (!post.endedOn || post.endedOn >= today(deed))
    if (!reads) throw unfit([{ path: 'postId', code: 'post-reads-no-notes' }])
  }
  if (namesSomebody(words)) throw unfit([{ path: 'words', code: 'number-of-a-person' }])
  const id = deed.id()
  await deed.tx
    .insertInto('shift_note')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: organId,
      post_id: postId,
      by_post: under,
      person_id: reader(deed),
      words_sealed: deed.platform.sealer.seal(wordsPlace(deed, id), words),
      at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'programme.shift-note.left', plain: { note: id, organ: organId, post: postId } })
  return getNote(deed, id)
}

/** Marking once more changes nothing: two at one window may press at the same moment. */
export async function markShiftNote(deed: Deed, id: string): Promise<ShiftNote> {
  const posts = await notePosts(deed)
  const row = await readable(deed, posts).where('shift_note.id', '=', id).executeTakeFirst()
  if (!row || row.person_id === reader(deed)) throw notFound('shift-note')
  const under = (posts.find((post) => post.id === row.post_id) ?? posts.find((post) => post.organId === row.organ_id))!.under
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('shift_note_reading')
    .values({ street_id: deed.street.id, id: deed.id(), note_id: id, person_id: reader(deed), by_post: under, at: deed.now })
    .onConflict((conflict) => conflict.constraint('shift_note_reading_once').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows) await record(deed, { kind: 'programme.shift-note.read', plain: { note: id } })
  return getNote(deed, id)
}

/** Locked, so that nobody marks as read what is being taken back. */
export async function takeBackShiftNote(deed: Deed, id: string): Promise<Record<string, never>> {
  const row = await deed.tx
    .selectFrom('shift_note')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('person_id', '=', reader(deed))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('shift-note')
  const marked = await deed.tx
    .selectFrom('shift_note_reading')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('note_id', '=', id)
    .executeTakeFirst()
  if (marked) throw refused('shift-note-was-read')
  await deed.tx.deleteFrom('shift_note').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await record(deed, { kind: 'programme.shift-note.taken-back', plain: { note: id } })
  return {}
}

export const wordsPlace = ({ street }: Pick<Deed, 'street'>, row: string) => ({
  street: street.id,
  table: 'shift_note',
  column: 'words_sealed',
  row,
})

/** A mobile or an ID number, in one piece or in the usual groups. A case has a number of its own, which leads to the rest. */
export const namesSomebody = (words: string): boolean =>
  /(?<!\d)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|\d{6}[\s-]?\d{8}[\s-]?\d{3}[\dXx])(?!\d)/.test(words.normalize('NFKC'))

/** For this organ as a whole, or for one of these posts; and one's own, whoever they are for. */
function readable(deed: Deed, posts: readonly NotePost[]) {
  return deed.tx
    .selectFrom('shift_note')
    .selectAll('shift_note')
    .where('shift_note.street_id', '=', deed.street.id)
    .where((note) => {
      const ways: Expression<SqlBool>[] = [note('shift_note.person_id', '=', reader(deed))]
      if (posts.length > 0)
        ways.push(
          note('shift_note.post_id', 'in', [...new Set(posts.map(({ id }) => id))]),
          note.and([
            note('shift_note.post_id', 'is', null),
            note('shift_note.organ_id', 'in', [...new Set(posts.map(({ organId }) => organId))]),
          ]),
        )
      return note.or(ways)
    })
}

async function getNote(deed: Deed, id: string): Promise<ShiftNote> {
  const row = await readable(deed, await notePosts(deed))
    .where('shift_note.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('shift-note')
  return (await notes(deed, [row]))(row)
}

async function notes(deed: Deed, rows: readonly NoteRow[]): Promise<(row: NoteRow) => ShiftNote> {
  const readings =
    rows.length === 0
      ? []
      : await deed.tx
          .selectFrom('shift_note_reading')
          .select(['note_id', 'person_id', 'by_post', 'at'])
          .where('street_id', '=', deed.street.id)
          .where(
            'note_id',
            'in',
            rows.map(({ id }) => id),
          )
          .orderBy('id')
          .execute()
  const organs = await organNames(
    deed,
    rows.map(({ organ_id }) => organ_id),
  )
  const posts = await postNames(deed, [
    ...rows.flatMap(({ post_id, by_post }) => (post_id ? [post_id, by_post] : [by_post])),
    ...readings.map(({ by_post }) => by_post),
  ])
  return (row) => {
    const marked = readings.filter(({ note_id }) => note_id === row.id)
    const mine = row.person_id === reader(deed)
    const own = marked.find(({ person_id }) => person_id === reader(deed))
    return {
      id: row.id,
      organ: { id: row.organ_id, name: organs.get(row.organ_id)! },
      post: row.post_id ? { id: row.post_id, name: posts.get(row.post_id)!.post } : null,
      words: deed.platform.sealer.open(wordsPlace(deed, row.id), row.words_sealed),
      by: posts.get(row.by_post)!.post,
      leftAt: row.at.toISOString(),
      mine,
      readAt: own?.at.toISOString() ?? null,
      readBy: marked.map(({ by_post, at }) => ({ post: posts.get(by_post)!.post, at: at.toISOString() })),
      may: mine ? (marked.length === 0 ? ['takeBack'] : []) : own ? [] : ['read'],
    }
  }
}

function reader({ actor }: Deed): string {
  const person = personOf(actor)
  if (!person) throw new Error(`shift notes are read by people, not by ${actor.kind}`)
  return person
}
