import type { MotionFile } from '@ronghe/contract/council/motions.ts'
import type { FastifyReply } from 'fastify'
import { accept } from '../../platform/files/accept.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { record } from '../../platform/journal/record.ts'
import { cited } from './charter.ts'
import { ownMotion, readable } from './motion-reader.ts'

const mostFiles = 6
const namePlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'stored_file', column: 'name_sealed', row: id })

const filesAt = (deed: Deed, motionId: string) =>
  deed.tx
    .selectFrom('stored_file')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('purpose', '=', 'motion')
    .where('attached_to', '=', 'motion')
    .where('attached_id', '=', motionId)
    .orderBy('id')

/** Attachments of a motion; as public as the motion is. */
export async function filesOf(deed: Deed, motionId: string): Promise<MotionFile[]> {
  const rows = await filesAt(deed, motionId).execute()
  return rows.map(({ id, name_sealed, media_type, bytes }) => ({
    id,
    name: name_sealed ? deed.platform.sealer.open(namePlace(deed, id), name_sealed) : id,
    mediaType: media_type,
    bytes: Number(bytes),
  }))
}

export async function attachFile(deed: Deed, motionId: string, { bytes, fields }: Upload): Promise<MotionFile> {
  const row = await ownMotion(deed, motionId)
  if (row.state !== 'draft') throw refused('motion-not-draft', await cited(deed, row.council_id, 'filing'))
  if ((await filesOf(deed, motionId)).length >= mostFiles) throw refused('motion-files-enough', { params: { most: mostFiles } })
  const accepted = await accept(bytes, ['image', 'pdf'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const { files, sealer } = deed.platform
  const id = deed.id()
  const ending = { 'image/jpeg': 'jpg', 'image/png': 'png' }[accepted.mediaType as string] ?? 'pdf'
  const name =
    (fields['name'] ?? '')
      .replaceAll(/[\p{Cc}/\\]/gu, '')
      .trim()
      .slice(0, 80) || `${id.slice(-6)}.${ending}`
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id,
      owner_id: row.author_id,
      purpose: 'motion',
      place: await files.put(deed.street.id, accepted.bytes),
      thumb_place: accepted.thumbnail ? await files.put(deed.street.id, accepted.thumbnail) : null,
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      name_sealed: sealer.seal(namePlace(deed, id), name),
      attached_to: 'motion',
      attached_id: motionId,
      created_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'council.motion.file-attached', plain: { motion: motionId, file: id } })
  return { id, name, mediaType: accepted.mediaType, bytes: accepted.bytes.length }
}

export async function detachFile(deed: Deed, motionId: string, fileId: string): Promise<void> {
  const row = await ownMotion(deed, motionId)
  if (row.state !== 'draft') throw refused('motion-not-draft', await cited(deed, row.council_id, 'filing'))
  if (!(await removeMotionFiles(deed, motionId, fileId))) throw notFound('file')
}

/** The bytes go once the rows are gone for certain. */
export async function removeMotionFiles(deed: Deed, motionId: string, onlyId?: string): Promise<boolean> {
  const gone = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('purpose', '=', 'motion')
    .where('attached_id', '=', motionId)
    .$if(onlyId !== undefined, (query) => query.where('id', '=', onlyId!))
    .returning(['place', 'thumb_place'])
    .execute()
  deed.afterCommit(async () => {
    for (const { place, thumb_place } of gone) {
      await deed.platform.files.delete(deed.street.id, place)
      if (thumb_place) await deed.platform.files.delete(deed.street.id, thumb_place)
    }
  })
  return gone.length > 0
}

export async function sendFile(deed: Deed, motionId: string, fileId: string, response: FastifyReply): Promise<void> {
  await readable(deed, motionId)
  const file = await filesAt(deed, motionId).where('id', '=', fileId).executeTakeFirst()
  const bytes = file && (await deed.platform.files.get(deed.street.id, file.place))
  if (!file || !bytes) throw notFound('file')
  deed.afterCommit(async () => {
    await response
      .type(file.media_type)
      .header('cache-control', 'private, no-cache')
      .header('content-disposition', file.media_type === 'application/pdf' ? `attachment; filename="${fileId}.pdf"` : 'inline')
      .send(bytes)
  })
}
