import type { addMaterial, changeMaterial, listMaterials, Material } from '@ronghe/contract/school/class.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, unfit } from '../../../platform/http/problems.ts'
import type { Upload } from '../../../platform/http/upload.ts'
import { record } from '../../../platform/journal/record.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { getCourse, sessionsOf } from '../courses/course-rows.ts'
import { classRole, taughtClass } from './class-access.ts'
import { dropFile, fileCards, keepFile } from './material-files.ts'

export type MaterialRow = Selectable<Tables['course_material']>
type Plan = BodyOf<typeof changeMaterial>

const rowsOf = (deed: Deed, courseId: string) =>
  deed.tx
    .selectFrom('course_material')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .orderBy('position')
    .orderBy('id')

/** What this reader may see, in the order in which it was handed out. */
export async function visibleMaterials(deed: Deed, courseId: string) {
  const course = await getCourse(deed, courseId)
  const role = await classRole(deed, course)
  const rows = await rowsOf(deed, courseId).execute()
  const visible = rows.filter((row) => row.public || role !== 'none')
  return { course, role, rows: visible, more: visible.length < rows.length }
}

export async function listFor(deed: Deed, courseId: string): Promise<ReplyOf<typeof listMaterials>> {
  const { course, role, rows, more } = await visibleMaterials(deed, courseId)
  const sessions = await sessionsOf(deed, [courseId])
  return {
    title: course.title,
    items: await toMaterials(deed, courseId, rows),
    sessions: sessions.map(({ id, number, starts_at }) => ({ id, number, startsAt: starts_at.toISOString() })),
    more,
    may: role === 'teacher' ? ['edit'] : [],
  }
}

export async function add(deed: Deed, courseId: string, body: BodyOf<typeof addMaterial>): Promise<Material> {
  await taughtClass(deed, courseId)
  return insert(deed, courseId, body, null)
}

/** A file with its title; the words beside it come as plain fields of the form. */
export async function addFile(deed: Deed, courseId: string, upload: Upload): Promise<Material> {
  await taughtClass(deed, courseId)
  const { title, titleEn, sessionId, public: isPublic } = upload.fields
  const named = (title ?? '').trim().slice(0, 80)
  if (!named) throw unfit([{ path: 'title', code: 'field-missing' }])
  if (sessionId && !/^[0-9a-f-]{36}$/.test(sessionId)) throw unfit([{ path: 'sessionId', code: 'field-choice' }])
  const fileId = await keepFile(deed, courseId, upload)
  const plan = {
    sessionId: sessionId || null,
    title: { 'zh-CN': named, ...(titleEn?.trim() ? { en: titleEn.trim().slice(0, 160) } : {}) },
    body: null,
    public: isPublic === 'true',
  }
  return insert(deed, courseId, plan, fileId)
}

async function insert(deed: Deed, courseId: string, plan: Plan, fileId: string | null): Promise<Material> {
  await checkSession(deed, courseId, plan.sessionId)
  const rows = await rowsOf(deed, courseId).execute()
  const id = deed.id()
  await deed.tx
    .insertInto('course_material')
    .values({
      street_id: deed.street.id,
      id,
      course_id: courseId,
      ...columnsOf(deed, plan),
      file_id: fileId,
      position: (rows.at(-1)?.position ?? 0) + 1,
    })
    .execute()
  await record(deed, { kind: 'school.material.added', plain: { course: courseId, material: id, public: plan.public } })
  return getOne(deed, courseId, id)
}

export async function change(deed: Deed, courseId: string, id: string, plan: Plan): Promise<Material> {
  await taughtClass(deed, courseId)
  await checkSession(deed, courseId, plan.sessionId)
  const row = await rowOf(deed, courseId, id)
  if (plan.body === null && row.file_id === null) throw unfit([{ path: 'body', code: 'field-missing' }])
  await deed.tx
    .updateTable('course_material')
    .set(columnsOf(deed, plan))
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'school.material.changed', plain: { course: courseId, material: id, public: plan.public } })
  return getOne(deed, courseId, id)
}

export async function remove(deed: Deed, courseId: string, id: string): Promise<void> {
  await taughtClass(deed, courseId)
  const { file_id } = await rowOf(deed, courseId, id)
  await deed.tx.deleteFrom('course_material').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  if (file_id) await dropFile(deed, file_id)
  await record(deed, { kind: 'school.material.removed', plain: { course: courseId, material: id } })
}

const columnsOf = (deed: Deed, { sessionId, title, body, public: isPublic }: Plan) => ({
  session_id: sessionId,
  title: JSON.stringify(title),
  body: body && JSON.stringify(body),
  public: isPublic,
  by_post: actingPost(deed, 'school.teach')?.id ?? null,
  saved_at: deed.now,
})

async function checkSession(deed: Deed, courseId: string, sessionId: string | null): Promise<void> {
  if (sessionId !== null && !(await sessionsOf(deed, [courseId])).some(({ id }) => id === sessionId))
    throw unfit([{ path: 'sessionId', code: 'field-choice' }])
}

async function rowOf(deed: Deed, courseId: string, id: string): Promise<MaterialRow> {
  const row = await rowsOf(deed, courseId).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('material')
  return row
}

const getOne = async (deed: Deed, courseId: string, id: string): Promise<Material> =>
  (await toMaterials(deed, courseId, [await rowOf(deed, courseId, id)]))[0]!

export async function toMaterials(deed: Deed, courseId: string, rows: readonly MaterialRow[]): Promise<Material[]> {
  const numbers = new Map((await sessionsOf(deed, [courseId])).map(({ id, number }) => [id, number]))
  const files = await fileCards(
    deed,
    rows.flatMap(({ file_id }) => file_id ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    sessionNumber: row.session_id ? (numbers.get(row.session_id) ?? null) : null,
    title: row.title,
    body: row.body,
    file: row.file_id ? (files.get(row.file_id) ?? null) : null,
    public: row.public,
  }))
}
