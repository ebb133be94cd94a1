import { inLanguage } from '@ronghe/contract/values.ts'
import type { FastifyReply } from 'fastify'
import { strToU8, zipSync } from 'fflate'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { toMaterials, visibleMaterials } from './materials.ts'
import { endingOf, fileBytes } from './material-files.ts'

export async function sendFile(deed: Deed, courseId: string, materialId: string, response: FastifyReply): Promise<void> {
  const { rows } = await visibleMaterials(deed, courseId)
  const row = rows.find(({ id }) => id === materialId)
  const file = row?.file_id ? await fileBytes(deed, row.file_id) : undefined
  if (!file) throw notFound('file')
  deed.afterCommit(async () => {
    await response
      .type(file.mediaType)
      .header('cache-control', 'private, no-cache')
      .header(
        'content-disposition',
        file.mediaType === 'application/pdf' ? `attachment; filename="${materialId}.${endingOf(file.mediaType)}"` : 'inline',
      )
      .send(file.bytes)
  })
}

/** A pack is made in memory. */
const largestPack = 60 * 1024 * 1024

/** Everything the reader may see: texts in the reader's language as plain files, and the files, numbered in their order. */
export async function sendPack(deed: Deed, courseId: string, response: FastifyReply): Promise<void> {
  const { rows } = await visibleMaterials(deed, courseId)
  if (rows.length === 0) throw notFound('material')
  const packed: Record<string, [Uint8Array, { level: 0 | 6 }]> = {}
  let size = 0
  for (const [place, material] of (await toMaterials(deed, courseId, rows)).entries()) {
    const name = `${String(place + 1).padStart(2, '0')} ${safe(inLanguage(material.title, deed.language))}`
    if (material.body) packed[`${name}.txt`] = [strToU8(inLanguage(material.body, deed.language)), { level: 6 }]
    const file = material.file && (await fileBytes(deed, material.file.id))
    // Pictures and PDFs are packed already.
    if (file) packed[`${name}.${endingOf(file.mediaType)}`] = [file.bytes, { level: 0 }]
    size += file?.bytes.length ?? 0
    if (size > largestPack) throw refused('pack-too-large')
  }
  const bytes = Buffer.from(zipSync(packed))
  deed.afterCommit(async () => {
    await response
      .type('application/zip')
      .header('cache-control', 'private, no-cache')
      .header('content-disposition', `attachment; filename="${courseId}.zip"`)
      .send(bytes)
  })
}

const safe = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, ' ')
    .trim()
    .slice(0, 60)
