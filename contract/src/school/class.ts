import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Moment, Text, words } from '../values.ts'

const course = z.object({ courseId: Id })

/** A text in both languages, a file, or both. */
export const Material = z.object({
  id: Id,
  sessionId: z.nullable(Id),
  sessionNumber: z.nullable(z.int()),
  title: Text,
  body: z.nullable(Text),
  file: z.nullable(z.object({ id: Id, name: z.string(), mediaType: z.string(), bytes: z.int() })),
  public: z.boolean(),
})
export type Material = z.infer<typeof Material>

export const listMaterials = operation({
  id: 'school.materials.list',
  method: 'GET',
  path: '/api/v1/courses/:courseId/materials',
  post: 'anyone',
  summary: 'What the course hands out: to everybody what is public, to the class the rest',
  params: course,
  reply: z.object({
    title: Text,
    items: z.array(Material),
    sessions: z.array(z.object({ id: Id, number: z.int(), startsAt: Moment })),
    /** There is more for those who are in the class. */
    more: z.boolean(),
    may: z.array(z.enum(['edit'])),
  }),
})

const plan = {
  sessionId: z.nullable(Id),
  title: Text,
  body: z.nullable(Text),
  public: z.boolean(),
}
export const addMaterial = operation({
  id: 'school.materials.add',
  method: 'POST',
  path: '/api/v1/courses/:courseId/materials',
  post: 'school.teach',
  summary: 'Hand out a text',
  params: course,
  body: z.object({ ...plan, body: Text }),
  status: 201,
  reply: Material,
})
export const addMaterialFile = operation({
  id: 'school.materials.add-file',
  method: 'POST',
  path: '/api/v1/courses/:courseId/material-files',
  post: 'school.teach',
  summary: 'Hand out a picture or PDF; the fields beside it are title, titleEn, sessionId and public',
  params: course,
  media: { request: 'multipart/form-data' },
  status: 201,
  reply: Material,
})
const material = z.object({ courseId: Id, materialId: Id })
export const changeMaterial = operation({
  id: 'school.materials.change',
  method: 'PUT',
  path: '/api/v1/courses/:courseId/materials/:materialId',
  post: 'school.teach',
  summary: 'Change what is handed out, or for whom',
  params: material,
  body: z.object(plan),
  reply: Material,
})
export const removeMaterial = operation({
  id: 'school.materials.remove',
  method: 'DELETE',
  path: '/api/v1/courses/:courseId/materials/:materialId',
  post: 'school.teach',
  summary: 'Take something back; its file is deleted',
  params: material,
  reply: z.object({ removed: z.literal(true) }),
})
export const readMaterialFile = operation({
  id: 'school.materials.file',
  method: 'GET',
  path: '/api/v1/courses/:courseId/materials/:materialId/file',
  post: 'anyone',
  summary: 'The file itself',
  params: material,
  media: { reply: 'application/octet-stream' },
})
export const readMaterialPack = operation({
  id: 'school.materials.pack',
  method: 'GET',
  path: '/api/v1/courses/:courseId/materials.zip',
  post: 'anyone',
  summary: 'Everything the reader may see in one file, for a place without a line',
  params: course,
  media: { reply: 'application/zip' },
})

export const MinutesOfSession = z.object({
  sessionId: Id,
  number: z.int(),
  startsAt: Moment,
  lecturer: z.nullable(z.string()),
  taught: z.nullable(z.string()),
  questions: z.nullable(z.string()),
  savedOn: z.nullable(Day),
})
export type MinutesOfSession = z.infer<typeof MinutesOfSession>
export const listSessionMinutes = operation({
  id: 'school.minutes.list',
  method: 'GET',
  path: '/api/v1/courses/:courseId/minutes',
  post: 'resident',
  summary: 'What was taught and asked, session by session, for the class',
  params: course,
  reply: z.object({ title: Text, items: z.array(MinutesOfSession), may: z.array(z.enum(['write'])) }),
})
export const saveSessionMinutes = operation({
  id: 'school.minutes.save',
  method: 'PUT',
  path: '/api/v1/classes/:sessionId/minutes',
  post: 'school.teach',
  summary: 'Note what was taught and asked; a learner’s name is refused',
  params: z.object({ sessionId: Id }),
  body: z.object({ taught: words(2000), questions: maybeWords(2000) }),
  reply: MinutesOfSession,
})
