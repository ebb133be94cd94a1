export type FileKind = 'jpeg' | 'png' | 'webp' | 'heif' | 'gif' | 'pdf' | 'xlsx'

/** What a file is by its first bytes. Its name and what the browser said about it are claims and are not looked at. */
export function kindOf(bytes: Uint8Array): FileKind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64))
  const text = head.toString('latin1')
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  if (text.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|mif1|msf1|avif)/.test(text.slice(8, 12))) return 'heif'
  if (text.startsWith('%PDF-1.') || text.startsWith('%PDF-2.')) return 'pdf'
  if (text.startsWith('PK\x03\x04')) return isWorkbook(bytes) ? 'xlsx' : undefined
  return undefined
}

/** A zip is a workbook when its directory, at the end, lists one. */
function isWorkbook(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return all.includes('[Content_Types].xml') && all.includes('xl/workbook.xml')
}
