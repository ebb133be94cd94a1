import { createHash } from 'node:crypto'
import type { Accepted, FileRefusal } from './accepted.ts'
import { reencode } from './images.ts'
import { kindOf, type FileKind } from './kinds.ts'
import { pdfFault } from './pdf.ts'
import { xlsxFault } from './xlsx.ts'

export const largestFile = 10 * 1024 * 1024

/** What a form may ask for. */
export type Allowed = 'image' | 'pdf' | 'xlsx'

/** Decides about an upload. The type is read from the bytes; what cannot be made harmless is not accepted. */
export async function accept(bytes: Uint8Array, allowed: readonly Allowed[]): Promise<Accepted | FileRefusal> {
  if (bytes.byteLength > largestFile) return refuse('file-too-large')
  const kind = kindOf(bytes)
  const asked = kind && groups[kind]
  if (!kind || !asked || !allowed.includes(asked)) return refuse('file-type')
  if (asked === 'image') {
    const image = await reencode(bytes)
    if (image.kind === 'refused') return image
    return { kind: 'accepted', ...image.image, sha256: hash(image.image.bytes) }
  }
  const fault = asked === 'pdf' ? pdfFault(bytes) : await xlsxFault(bytes)
  if (fault) return refuse(fault)
  const kept = Buffer.from(bytes)
  return {
    kind: 'accepted',
    bytes: kept,
    mediaType: asked === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    sha256: hash(kept),
  }
}

/** HEIF cannot be decoded here and GIF is no photo: both are told to come back as JPEG or PNG. */
const groups: Readonly<Partial<Record<FileKind, Allowed>>> = { jpeg: 'image', png: 'image', webp: 'image', pdf: 'pdf', xlsx: 'xlsx' }

const hash = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
const refuse = (code: FileRefusal['code']): FileRefusal => ({
  kind: 'refused',
  code,
  ...(code === 'file-too-large' ? { params: { megabytes: largestFile / 1024 / 1024 } } : {}),
})
