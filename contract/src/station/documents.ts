import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id } from '../values.ts'

export const StoredFile = z.object({ id: Id, mediaType: z.string(), bytes: z.int(), thumbnail: z.boolean() })

/** A picture or PDF, not yet belonging to a case; what no case takes within a day is deleted. */
export const uploadDocument = operation({
  id: 'station.documents.upload',
  method: 'POST',
  path: '/api/v1/documents',
  post: 'resident',
  summary: 'Hand in a picture or a PDF (multipart, field `file`); pictures are newly encoded, places and times in them are dropped',
  media: { request: 'multipart/form-data' },
  perMinute: 60,
  status: 201,
  reply: StoredFile,
})

/** Asked on every request who it is: a link alone opens nothing. */
export const readDocument = operation({
  id: 'station.documents.read',
  method: 'GET',
  path: '/api/v1/documents/:fileId',
  post: 'resident',
  summary: 'A document, for its owner, their proxy, the clerk or the department of its case',
  params: z.object({ fileId: Id }),
  query: z.object({ size: z._default(z.enum(['full', 'thumbnail']), 'full') }),
  purpose: 'caseDocument',
  media: { reply: 'application/octet-stream' },
})

export const dropDocument = operation({
  id: 'station.documents.drop',
  method: 'DELETE',
  path: '/api/v1/documents/:fileId',
  post: 'resident',
  summary: 'Throw away a document of mine that belongs to no case yet',
  params: z.object({ fileId: Id }),
  status: 204,
})
