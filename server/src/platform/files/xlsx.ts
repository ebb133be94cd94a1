const mostUnpacked = 100 * 1024 * 1024
const mostParts = 2000

/**
 * What is wrong with a workbook, if anything: the zip's directory is read, nothing is unpacked. Macros, embedded objects and
 * outside links are refused as another type of file; a zip that would unpack to far more than a workbook, as too large.
 */
export function xlsxFault(bytes: Uint8Array): 'file-type' | 'file-too-large' | 'file-unreadable' | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return 'file-unreadable'
  const parts = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  if (parts > mostParts) return 'file-too-large'
  let unpacked = 0
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return 'file-unreadable'
    unpacked += zip.readUInt32LE(at + 24)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (/vbaProject|\.bin$|embeddings\/|externalLinks\/|activeX\//i.test(name) && !/printerSettings/i.test(name)) return 'file-type'
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return unpacked > mostUnpacked ? 'file-too-large' : undefined
}
