import type { coverHazardPhoto } from '@ronghe/contract/station/hazards.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { FastifyReply } from 'fastify'
import { createHash } from 'node:crypto'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { accept } from '../../platform/files/accept.ts'
import { cover } from '../../platform/files/cover.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { record } from '../../platform/journal/record.ts'
import { may } from '../programme/acting-post.ts'
import { today } from '../programme/posts.ts'
import { removeBytes } from './documents.ts'
import { backDays, isOpen, mostPhotos } from './hazard-lifecycle.ts'
import { dayId, getHazard, isSender, type HazardRow } from './hazards.ts'

/** A photo is kept sealed and seen by the desk alone, until it is covered (08, Hazard photos). */
export async function addPhoto(
  deed: Deed,
  hazardId: string,
  { bytes, fields }: Upload,
): Promise<{ id: string; width: number; height: number }> {
  const row = await getHazard(deed, hazardId, 'lock')
  const own = isSender(deed, row, fields['code'])
  if (!own && !may(deed, 'station.hazards.work')) throw refused('hazard-not-sender')
  if (!isOpen(row.state)) throw refused('hazard-step')
  const photos = await deed.tx
    .selectFrom('hazard_photo')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('hazard_id', '=', hazardId)
    .execute()
  if (photos.length >= mostPhotos) throw refused('hazard-photos-enough')
  const accepted = await accept(bytes, ['image'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const id = dayId(deed)
  const file = await store(deed, row, accepted, false)
  const [width, height] = [accepted.width ?? 0, accepted.height ?? 0]
  await deed.tx
    .insertInto('hazard_photo')
    .values({ street_id: deed.street.id, id, hazard_id: hazardId, file_id: file, width, height, on_day: today(deed) })
    .execute()
  await recordFor(deed, row, 'photo-added', id)
  return { id, width, height }
}

/** Paints the boxes over and puts the new picture in place of the one that was sent, which is deleted: what is gone cannot be shown. */
export async function coverPhoto(
  deed: Deed,
  photoId: string,
  { boxes, nothingToHide, code }: BodyOf<typeof coverHazardPhoto>,
): Promise<{ id: string; public: boolean }> {
  const photo = await deed.tx
    .selectFrom('hazard_photo')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', photoId)
    .forUpdate()
    .executeTakeFirst()
  if (!photo) throw notFound('photo')
  const row = await getHazard(deed, photo.hazard_id, 'look')
  const desk = may(deed, 'station.hazards.work')
  // Whoever is neither learns no more than that there is no such photo.
  if (!desk && !isSender(deed, row, code)) throw notFound('photo')
  if (boxes.length === 0 && !nothingToHide) throw refused('hazard-cover-or-say')
  const file = await deed.tx
    .selectFrom('stored_file')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', photo.file_id)
    .executeTakeFirst()
  const image = file && (await deed.platform.files.get(deed.street.id, file.place))
  if (!file || !image) throw notFound('photo')
  const covered = await cover(
    image,
    boxes.map((box) => ({ ...box, width: Math.min(box.width, 1 - box.left) || 0.001, height: Math.min(box.height, 1 - box.top) || 0.001 })),
  )
  const mediaType = file.media_type === 'image/png' ? ('image/png' as const) : ('image/jpeg' as const)
  const id = await store(
    deed,
    row,
    { bytes: covered.bytes, thumbnail: covered.thumbnail, mediaType, sha256: createHash('sha256').update(covered.bytes).digest() },
    true,
  )
  await deed.tx
    .updateTable('hazard_photo')
    .set({ file_id: id, covered_by: desk ? 'desk' : 'sender' })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', photoId)
    .execute()
  await deed.tx.deleteFrom('stored_file').where('street_id', '=', deed.street.id).where('id', '=', file.id).execute()
  deed.afterCommit(() => removeBytes(deed, [file]))
  await recordFor(deed, row, 'photo-covered', photoId)
  return { id: photoId, public: true }
}

/** Covered photos for everybody; the others for the desk (`uncovered`), as long as they are uncovered. */
export async function sendPhoto(
  deed: Deed,
  photoId: string,
  { size, uncovered }: { readonly size: 'full' | 'thumbnail'; readonly uncovered: boolean },
  response: FastifyReply,
): Promise<void> {
  const row = await deed.tx
    .selectFrom('hazard_photo')
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.street_id', '=', 'hazard_photo.street_id').onRef('stored_file.id', '=', 'hazard_photo.file_id'),
    )
    .select(['hazard_photo.covered_by', 'stored_file.public', 'stored_file.place', 'stored_file.thumb_place', 'stored_file.media_type'])
    .where('hazard_photo.street_id', '=', deed.street.id)
    .where('hazard_photo.id', '=', photoId)
    .executeTakeFirst()
  if (!row || (!uncovered && (row.covered_by === null || !row.public))) throw notFound('photo')
  const place = size === 'thumbnail' && row.thumb_place ? row.thumb_place : row.place
  const bytes = await deed.platform.files.get(deed.street.id, place)
  if (!bytes) throw notFound('photo')
  deed.afterCommit(async () => {
    await response
      .type(place === row.thumb_place ? 'image/jpeg' : row.media_type)
      .header('cache-control', uncovered ? 'private, no-store' : 'public, max-age=300')
      .header('content-disposition', 'inline')
      .send(bytes)
  })
}

/** After the time in which it can be reopened, pictures, words and sender go; that it was reported and put right stays. */
export async function forgetOldHazards(deed: Deed): Promise<void> {
  const rows = await deed.tx
    .selectFrom('hazard')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('ended_on', '<', addDays(today(deed), -backDays))
    .where(({ or, eb }) => or([eb('words_sealed', 'is not', null), eb('person_id', 'is not', null), eb('claim_hash', 'is not', null)]))
    .limit(200)
    .execute()
  for (const { id } of rows) await forgetHazard(deed, id)
}

export async function forgetHazard(deed: Deed, id: string): Promise<void> {
  const { tx, street } = deed
  const photos = await tx
    .deleteFrom('hazard_photo')
    .where('street_id', '=', street.id)
    .where('hazard_id', '=', id)
    .returning('file_id')
    .execute()
  const files =
    photos.length > 0
      ? await tx
          .deleteFrom('stored_file')
          .where('street_id', '=', street.id)
          .where(
            'id',
            'in',
            photos.map(({ file_id }) => file_id),
          )
          .returning(['place', 'thumb_place'])
          .execute()
      : []
  if (files.length > 0) deed.afterCommit(() => removeBytes(deed, files))
  await tx
    .updateTable('hazard')
    .set({ words_sealed: null, person_id: null, claim_hash: null })
    .where('street_id', '=', street.id)
    .where('id', '=', id)
    .execute()
}

interface Picture {
  readonly bytes: Buffer
  readonly thumbnail?: Buffer
  readonly mediaType: string
  readonly sha256: Buffer
}

async function store(deed: Deed, row: HazardRow, { bytes, thumbnail, mediaType, sha256 }: Picture, isPublic: boolean): Promise<string> {
  const { files } = deed.platform
  const place = await files.put(deed.street.id, bytes)
  const thumb = thumbnail ? await files.put(deed.street.id, thumbnail) : null
  const id = dayId(deed)
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id,
      owner_id: row.person_id,
      purpose: 'hazard',
      place,
      thumb_place: thumb,
      media_type: mediaType,
      bytes: bytes.length,
      sha256,
      public: isPublic,
      attached_to: 'hazard',
      attached_id: row.id,
      // Of a report without a name not even the hour of its photo is kept.
      created_at: row.person_id ? deed.now : new Date(`${today(deed)}T00:00:00Z`),
    })
    .execute()
  return id
}

const recordFor = (deed: Deed, row: HazardRow, what: string, photo: string): Promise<string> =>
  record(deed, {
    kind: `station.hazard.${what}`,
    plain: { hazard: row.id, photo },
    withoutActor: row.person_id === null && !may(deed, 'station.hazards.work'),
  })
