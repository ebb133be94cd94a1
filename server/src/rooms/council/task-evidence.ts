import type { ResolutionTask } from '@ronghe/contract/council/resolutions.ts'
import type { FastifyReply } from 'fastify'
import type { Deed } from '../../platform/deed.ts'
import { accept } from '../../platform/files/accept.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { addEvent } from './resolution-rows.ts'
import { ownTask } from './resolution-work.ts'

const most = 12

/** A photo of the place or a paper. It is public at once, so whoever adds it says that nobody can be recognised in it. */
export async function addEvidence(deed: Deed, taskId: string, { bytes, fields }: Upload): Promise<{ id: string }> {
  const { row, task } = await ownTask(deed, taskId)
  if (task.state === 'refused') throw refused('council-task-ended', await cited(deed, row.council_id, 'followUp'))
  if (fields['nobody'] !== 'true') throw refused('council-evidence-nobody', await cited(deed, row.council_id, 'followUp'))
  const caption = (fields['caption'] ?? '').trim().slice(0, 200)
  if (caption === '') throw unfit([{ path: 'caption', code: 'field-missing' }])
  if (((await evidenceOf(deed, [taskId])).get(taskId)?.length ?? 0) >= most)
    throw refused('council-evidence-enough', await cited(deed, row.council_id, 'followUp'))
  const accepted = await accept(bytes, ['image', 'pdf'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const { files } = deed.platform
  const [id, fileId] = [deed.id(), deed.id()]
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id: fileId,
      owner_id: null,
      purpose: 'resolution',
      place: await files.put(deed.street.id, accepted.bytes),
      thumb_place: accepted.thumbnail ? await files.put(deed.street.id, accepted.thumbnail) : null,
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      public: true,
      attached_to: 'resolution-task',
      attached_id: taskId,
      created_at: deed.now,
    })
    .execute()
  await deed.tx
    .insertInto('task_evidence')
    .values({ street_id: deed.street.id, id, task_id: taskId, file_id: fileId, caption, added_on: today(deed) })
    .execute()
  await addEvent(deed, row.id, { kind: 'evidenceAdded', taskId, byPost: task.owner_post, words: caption })
  await record(deed, { kind: 'council.resolution.evidence-added', plain: { resolution: row.id, task: taskId, file: fileId } })
  return { id }
}

export async function evidenceOf(deed: Deed, taskIds: readonly string[]): Promise<ReadonlyMap<string, ResolutionTask['evidence']>> {
  if (taskIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('task_evidence')
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.street_id', '=', 'task_evidence.street_id').onRef('stored_file.id', '=', 'task_evidence.file_id'),
    )
    .select(['task_evidence.id', 'task_evidence.task_id', 'task_evidence.caption', 'task_evidence.added_on', 'stored_file.media_type'])
    .where('task_evidence.street_id', '=', deed.street.id)
    .where('task_evidence.task_id', 'in', [...taskIds])
    .orderBy('task_evidence.id')
    .execute()
  const pages = rows.map(({ id, task_id, caption, added_on, media_type }) => ({
    task: task_id,
    page: { id, caption, addedOn: added_on, picture: media_type.startsWith('image/') },
  }))
  return new Map([...Map.groupBy(pages, ({ task }) => task)].map(([task, list]) => [task, list.map(({ page }) => page)]))
}

export async function sendEvidence(deed: Deed, id: string, size: 'full' | 'thumbnail', response: FastifyReply): Promise<void> {
  const row = await deed.tx
    .selectFrom('task_evidence')
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.street_id', '=', 'task_evidence.street_id').onRef('stored_file.id', '=', 'task_evidence.file_id'),
    )
    .select(['stored_file.place', 'stored_file.thumb_place', 'stored_file.media_type'])
    .where('task_evidence.street_id', '=', deed.street.id)
    .where('task_evidence.id', '=', id)
    .where('stored_file.public', '=', true)
    .executeTakeFirst()
  const place = size === 'thumbnail' && row?.thumb_place ? row.thumb_place : row?.place
  const bytes = place && (await deed.platform.files.get(deed.street.id, place))
  if (!row || !bytes) throw notFound('evidence')
  deed.afterCommit(async () => {
    await response
      .type(place === row.thumb_place ? 'image/jpeg' : row.media_type)
      .header('cache-control', 'public, max-age=300')
      .header('content-disposition', row.media_type === 'application/pdf' ? 'attachment; filename="evidence.pdf"' : 'inline')
      .send(bytes)
  })
}
