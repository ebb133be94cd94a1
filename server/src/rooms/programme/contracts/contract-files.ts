import type { FastifyReply } from 'fastify'
import type { Deed } from '../../../platform/deed.ts'
import { accept, type Allowed } from '../../../platform/files/accept.ts'
import { notFound, unfit } from '../../../platform/http/problems.ts'
import type { Upload } from '../../../platform/http/upload.ts'

/** Keeps a working file: never public, gone with the project's working papers (L7). */
export async function keepFile(
  deed: Deed,
  { bytes }: Upload,
  allowed: readonly Allowed[],
  attached: { readonly to: string; readonly id: string },
): Promise<string> {
  const accepted = await accept(bytes, allowed)
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const id = deed.id()
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id,
      owner_id: null,
      purpose: 'contract',
      place: await deed.platform.files.put(deed.street.id, accepted.bytes),
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      public: false,
      attached_to: attached.to,
      attached_id: attached.id,
      created_at: deed.now,
    })
    .execute()
  return id
}

export async function sendFile(deed: Deed, fileId: string, name: string, response: FastifyReply): Promise<void> {
  const row = await deed.tx
    .selectFrom('stored_file')
    .select(['place', 'media_type'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', fileId)
    .where('purpose', '=', 'contract')
    .executeTakeFirst()
  const bytes = row && (await deed.platform.files.get(deed.street.id, row.place))
  if (!row || !bytes) throw notFound('file')
  const ending = row.media_type === 'application/pdf' ? 'pdf' : row.media_type === 'image/png' ? 'png' : 'jpg'
  deed.afterCommit(async () => {
    await response
      .type(row.media_type)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${name}.${ending}"`)
      .send(bytes)
  })
}

/** Row and bytes; the bytes go once the deed stands. */
export async function dropFile(deed: Deed, fileId: string): Promise<void> {
  const row = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', fileId)
    .returning(['place'])
    .executeTakeFirst()
  if (row) deed.afterCommit(() => deed.platform.files.delete(deed.street.id, row.place))
}
