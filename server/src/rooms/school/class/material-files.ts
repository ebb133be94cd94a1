import type { Material } from '@ronghe/contract/school/class.ts'
import { accept } from '../../../platform/files/accept.ts'
import type { Deed } from '../../../platform/deed.ts'
import { unfit } from '../../../platform/http/problems.ts'
import type { Upload } from '../../../platform/http/upload.ts'

const namePlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'stored_file', column: 'name_sealed', row: id })
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}
export const endingOf = (mediaType: string): string => endings[mediaType] ?? 'pdf'

/** Keeps a picture or PDF of a course; it belongs to the course, not to whoever sent it. */
export async function keepFile(deed: Deed, courseId: string, { bytes, fields }: Upload): Promise<string> {
  const accepted = await accept(bytes, ['image', 'pdf'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const { files, sealer } = deed.platform
  const id = deed.id()
  const name =
    (fields['name'] ?? '')
      .replaceAll(/[\p{Cc}/\\]/gu, '')
      .trim()
      .slice(0, 80) || `${id.slice(-6)}.${endingOf(accepted.mediaType)}`
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id,
      owner_id: null,
      purpose: 'course',
      place: await files.put(deed.street.id, accepted.bytes),
      thumb_place: null,
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      name_sealed: sealer.seal(namePlace(deed, id), name),
      attached_to: 'course',
      attached_id: courseId,
      created_at: deed.now,
    })
    .execute()
  return id
}

const fileRows = (deed: Deed, ids: readonly string[]) =>
  deed.tx
    .selectFrom('stored_file')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...ids])

export async function fileCards(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, NonNullable<Material['file']>>> {
  if (ids.length === 0) return new Map()
  return new Map(
    (await fileRows(deed, ids).execute()).map(({ id, name_sealed, media_type, bytes }) => [
      id,
      {
        id,
        name: name_sealed ? deed.platform.sealer.open(namePlace(deed, id), name_sealed) : id,
        mediaType: media_type,
        bytes: Number(bytes),
      },
    ]),
  )
}

export async function fileBytes(deed: Deed, id: string): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
  const row = await fileRows(deed, [id]).executeTakeFirst()
  const bytes = row && (await deed.platform.files.get(deed.street.id, row.place))
  return bytes && { bytes, mediaType: row.media_type }
}

/** The bytes go once the row is gone for certain. */
export async function dropFile(deed: Deed, id: string): Promise<void> {
  const gone = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returning('place')
    .execute()
  deed.afterCommit(async () => {
    for (const { place } of gone) await deed.platform.files.delete(deed.street.id, place)
  })
}
