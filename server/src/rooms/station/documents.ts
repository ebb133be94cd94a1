import type { FastifyReply } from 'fastify'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { uploadDocument } from '@ronghe/contract/station/documents.ts'
import { accept } from '../../platform/files/accept.ts'
import { paperWithin } from '../../platform/auth/matter.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { deskReader, isStaff, mayActInCases } from './case-readers.ts'
import { findCase } from './case-records.ts'

const dayMs = 24 * 3_600_000

/** Keeps a picture or PDF sealed; what belongs to no case after a day is deleted by the nightly job. */
export async function keepDocument(deed: Deed, bytes: Buffer): Promise<ReplyOf<typeof uploadDocument>> {
  if (deed.actor.kind !== 'person') throw forbidden()
  return storeDocument(deed, bytes, { id: deed.id(), owner: deed.actor.personId, deleteAfter: new Date(deed.now.getTime() + dayMs) })
}

export async function storeDocument(
  deed: Deed,
  bytes: Buffer,
  kept: { readonly id: string; readonly owner: string; readonly deleteAfter: Date | null },
): Promise<ReplyOf<typeof uploadDocument>> {
  const accepted = await accept(bytes, ['image', 'pdf'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const { files } = deed.platform
  const place = await files.put(deed.street.id, accepted.bytes)
  const thumb = accepted.thumbnail ? await files.put(deed.street.id, accepted.thumbnail) : null
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id: kept.id,
      owner_id: kept.owner,
      purpose: 'case',
      place,
      thumb_place: thumb,
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      created_at: deed.now,
      delete_after: kept.deleteAfter,
    })
    .execute()
  await record(deed, { kind: 'station.document.uploaded', about: kept.owner, plain: { file: kept.id, bytes: accepted.bytes.length } })
  return { id: kept.id, mediaType: accepted.mediaType, bytes: accepted.bytes.length, thumbnail: thumb !== null }
}

/** Sends a document to whoever may see it now; asked on every request. */
export async function sendDocument(deed: Deed, fileId: string, size: 'full' | 'thumbnail', response: FastifyReply): Promise<void> {
  const file = await deed.tx
    .selectFrom('stored_file')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', fileId)
    .where('purpose', '=', 'case')
    .executeTakeFirst()
  if (!file || !(await maySee(deed, file))) throw notFound('file')
  const place = size === 'thumbnail' && file.thumb_place ? file.thumb_place : file.place
  const bytes = await deed.platform.files.get(deed.street.id, place)
  if (!bytes) throw notFound('file')
  const mediaType = place === file.thumb_place ? 'image/jpeg' : file.media_type
  // Only once it is recorded that somebody looked.
  deed.afterCommit(async () => {
    await response
      .type(mediaType)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', mediaType === 'application/pdf' ? `attachment; filename="${fileId}.pdf"` : 'inline')
      .send(bytes)
  })
}

async function maySee(
  deed: Deed,
  file: { readonly owner_id: string | null; readonly attached_to: string | null; readonly attached_id: string | null },
): Promise<boolean> {
  if (deed.actor.kind !== 'person') return false
  const { personId, about } = deed.actor
  if (about && !paperWithin(about, file.attached_id)) return false
  if (file.attached_to !== 'case' || !file.attached_id) return file.owner_id === personId
  const row = await findCase(deed, file.attached_id)
  if (!row?.person_id) return false
  if (row.person_id === personId || (await mayActInCases(deed, row.person_id, personId))) return true
  if (!isStaff(deed) || !deskReader(deed, row)) return false
  await recordAccess(deed, {
    personId: row.person_id,
    purpose: 'caseDocument',
    subject: { kind: 'case', id: row.id },
    operation: 'station.documents.read',
  })
  return true
}

export async function dropOwnDocument(deed: Deed, fileId: string): Promise<void> {
  if (deed.actor.kind !== 'person') throw forbidden()
  const file = await deed.tx
    .selectFrom('stored_file')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', fileId)
    .where('owner_id', '=', deed.actor.personId)
    .executeTakeFirst()
  if (!file) throw notFound('file')
  if (file.attached_id) throw refused('document-belongs-to-case')
  await deed.tx.deleteFrom('stored_file').where('street_id', '=', deed.street.id).where('id', '=', fileId).execute()
  await record(deed, { kind: 'station.document.dropped', about: deed.actor.personId, plain: { file: fileId } })
  deed.afterCommit(() => removeBytes(deed, [file]))
}

/** The bytes go after the rows are gone for certain: an orphan on disk is found again, a row without its file is not. */
export async function removeBytes(
  deed: Deed,
  files: readonly { readonly place: string; readonly thumb_place: string | null }[],
): Promise<void> {
  for (const { place, thumb_place } of files) {
    await deed.platform.files.delete(deed.street.id, place)
    if (thumb_place) await deed.platform.files.delete(deed.street.id, thumb_place)
  }
}
