import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

/** Twenty thousand rows of twenty columns unpack to about 20 MB. */
const mostUnpacked = 32 * 1024 * 1024
const mostParts = 500

const inflate = promisify(inflateRaw)

/**
 * What is wrong with a workbook, if anything. Macros, embedded objects and outside links are refused as another type of file; a
 * zip that unpacks to far more than a workbook as too large. The directory of a zip may lie about sizes, so every part is
 * unpacked once and stopped where the directory says that it ends.
 */
export async function xlsxFault(bytes: Uint8Array): Promise<'file-type' | 'file-too-large' | 'file-unreadable' | undefined> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = partsOf(zip)
  if (!parts) return 'file-unreadable'
  if (parts.some(({ name }) => /vbaProject|\.bin$|embeddings\/|externalLinks\/|activeX\//i.test(name) && !/printerSettings/i.test(name)))
    return 'file-type'
  if (parts.length > mostParts || parts.reduce((total, { size }) => total + size, 0) > mostUnpacked) return 'file-too-large'
  for (const { packed, size, method } of parts) {
    if (method === 0 && packed.length === size) continue
    if (method !== 8) return 'file-unreadable'
    try {
      await inflate(packed, { maxOutputLength: Math.max(1, size) })
    } catch {
      return 'file-unreadable'
    }
  }
  return undefined
}

interface Part {
  readonly name: string
  readonly method: number
  /** Unpacked, as the directory says. */
  readonly size: number
  readonly packed: Buffer
}

/** The directory at the end of a zip (APPNOTE.TXT 4.3.12); undefined when it is broken or points outside. */
function partsOf(zip: Buffer): Part[] | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return undefined
  const parts: Part[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return undefined
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    if (local + 30 > zip.length) return undefined
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 24),
      packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
