import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { keepDraftFile } from '@ronghe/contract/station/forms.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { filledIn, holdDraft } from './draft-rows.ts'
import { removeBytes, storeDocument } from './documents.ts'

/** Keeps one file of a draft; only the person can read it, and only a draft that names it is given it. Sent again it is there already. */
export async function putDraftFile(deed: Deed, key: string, fileId: string, bytes: Buffer): Promise<ReplyOf<typeof keepDraftFile>> {
  const { row, personId } = await holdDraft(deed, key)
  if (!row || !JSON.stringify(filledIn(deed, row)).includes(fileId)) throw notFound('file')
  const there = await deed.tx
    .selectFrom('stored_file')
    .leftJoin('case_draft_file', (join) =>
      join.onRef('case_draft_file.street_id', '=', 'stored_file.street_id').onRef('case_draft_file.id', '=', 'stored_file.id'),
    )
    .select(['stored_file.id', 'media_type', 'bytes', 'thumb_place', 'draft_id'])
    .where('stored_file.street_id', '=', deed.street.id)
    .where('stored_file.id', '=', fileId)
    .executeTakeFirst()
  if (there && there.draft_id !== row.id) throw refused('file-id-taken')
  if (there) return { id: fileId, mediaType: there.media_type, bytes: Number(there.bytes), thumbnail: there.thumb_place !== null }
  const stored = await storeDocument(deed, bytes, { id: fileId, owner: personId, deleteAfter: null })
  await deed.tx.insertInto('case_draft_file').values({ street_id: deed.street.id, id: fileId, draft_id: row.id, at: deed.now }).execute()
  return stored
}

export async function draftFilesOf(deed: Deed, draftId: string): Promise<string[]> {
  const rows = await deed.tx
    .selectFrom('case_draft_file')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes away what nothing names any more, row and bytes. What was filed meanwhile belongs to its case and stays. */
export async function dropDraftFiles(deed: Deed, draftId: string, stays: (fileId: string) => boolean): Promise<void> {
  const gone = (await draftFilesOf(deed, draftId)).filter((id) => !stays(id))
  if (gone.length === 0) return
  await deed.tx.deleteFrom('case_draft_file').where('street_id', '=', deed.street.id).where('id', 'in', gone).execute()
  const files = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', gone)
    .where('attached_id', 'is', null)
    .returning(['place', 'thumb_place'])
    .execute()
  deed.afterCommit(() => removeBytes(deed, files))
}

/** Every night: files whose draft grew old and is gone. What is uploaded without a draft has a day of its own after which it goes. */
export async function dropForsakenFiles(deed: Deed): Promise<void> {
  const files = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('purpose', '=', 'case')
    .where('attached_id', 'is', null)
    .where('delete_after', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_draft_file')
            .select('case_draft_file.id')
            .whereRef('case_draft_file.street_id', '=', 'stored_file.street_id')
            .whereRef('case_draft_file.id', '=', 'stored_file.id'),
        ),
      ),
    )
    .returning(['place', 'thumb_place'])
    .execute()
  if (files.length > 0) deed.afterCommit(() => removeBytes(deed, files))
}
