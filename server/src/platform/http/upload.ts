import type { FastifyRequest } from 'fastify'
import { Refusal, unfit } from './problems.ts'

/** What came with a multipart request: one file, and the words beside it. */
export interface Upload {
  readonly bytes: Buffer
  readonly fields: Readonly<Record<string, string>>
}

/** Reads the one file of a multipart request, however slowly it comes; no transaction may be open meanwhile. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const fields: Record<string, string> = {}
  let bytes: Buffer | undefined
  if (!request.isMultipart()) throw unfit([{ path: 'file', code: 'upload-empty' }])
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value
        continue
      }
      const read = await part.toBuffer()
      if (part.file.truncated) throw new Refusal(413, 'too-large')
      bytes ??= read
    }
  } catch (error) {
    // No boundary, a header cut in half, too many parts: whatever the parser stumbles over was sent to us.
    throw error instanceof Refusal ? error : unfit([{ path: 'file', code: 'upload-empty' }])
  }
  if (!bytes || bytes.length === 0) throw unfit([{ path: 'file', code: 'upload-empty' }])
  return { bytes, fields }
}
