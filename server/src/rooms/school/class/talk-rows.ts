import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'

export type ThreadRow = Selectable<Tables['class_thread']>
export type PostRow = Selectable<Tables['class_post']>
type Column = 'called_sealed' | 'words_sealed' | 'appeal_sealed'

const titlePlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'class_thread', column: 'title_sealed', row: id })
const postPlace = (deed: Deed, column: Column, id: string) => ({ street: deed.street.id, table: 'class_post', column, row: id })

export const sealTitle = (deed: Deed, id: string, title: string): Buffer => deed.platform.sealer.seal(titlePlace(deed, id), title)
export const openTitle = (deed: Deed, row: Pick<ThreadRow, 'id' | 'title_sealed'>): string =>
  deed.platform.sealer.open(titlePlace(deed, row.id), row.title_sealed)
export const sealIn = (deed: Deed, column: Column, id: string, words: string): Buffer =>
  deed.platform.sealer.seal(postPlace(deed, column, id), words)
export const openIn = (deed: Deed, row: Pick<PostRow, 'id' | Column>, column: Column): string | null => {
  const sealed = row[column]
  return sealed ? deed.platform.sealer.open(postPlace(deed, column, row.id), sealed) : null
}

export async function getThread(deed: Deed, id: string): Promise<ThreadRow> {
  const row = await deed.tx
    .selectFrom('class_thread')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('class-talk')
  return row
}

/** Locked: two who answer about the same words come one after the other. */
export async function getPost(deed: Deed, id: string): Promise<PostRow> {
  const row = await deed.tx
    .selectFrom('class_post')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('class-words')
  return row
}

export async function setPost(deed: Deed, id: string, change: Updateable<Tables['class_post']>): Promise<void> {
  await deed.tx.updateTable('class_post').set(change).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

export const postsOf = (deed: Deed, threadId: string): Promise<PostRow[]> =>
  deed.tx
    .selectFrom('class_post')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('thread_id', '=', threadId)
    .orderBy('posted_at')
    .orderBy('id')
    .execute()
