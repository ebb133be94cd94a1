import { inflateSync } from 'node:zlib'

/**
 * Names that make a PDF do something, carry something else, or ask for a password (ISO 32000-1: 12.6 Actions, 7.6 Encryption,
 * 7.11.4 Embedded files). Short ones such as /JS are left out: they come up by chance in pictures, and never act without a long one.
 */
const active = /\/(JavaScript|Launch|Encrypt|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z])|\/XFA\s*[[\d]/

const mostUnpacked = 64 * 1024 * 1024

/**
 * What is wrong with a PDF, if anything. Nothing here renders it; it is kept as it came and given out as a download, so the
 * danger is in the reader's program, and what could start something there is refused. Objects may be packed in streams:
 * those are unpacked and looked through too.
 */
export function pdfFault(bytes: Uint8Array): 'file-unreadable' | 'file-active-pdf' | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  // Readers look for the end mark in the last kilobyte.
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-1024).includes('%%EOF') || !text.includes('startxref')) return 'file-unreadable'
  if (hidesNames(text) || active.test(plainNames(text))) return 'file-active-pdf'
  let room = mostUnpacked
  let packedRoom = text.length
  for (const packed of packedObjects(text)) {
    packedRoom -= packed.length
    const objects = packedRoom < 0 ? undefined : unpack(packed, room)
    // What cannot be looked into, grows without end, or lies within another is not trusted.
    if (objects === undefined || hidesNames(objects) || active.test(plainNames(objects))) return 'file-active-pdf'
    room -= objects.length
  }
  return undefined
}

/** `/J#61vaScript` is another way to write the same name. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** By chance one byte in 256 is a #; a file full of them is made to keep us busy. */
function hidesNames(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('#'); at >= 0 && count <= 200_000; at = text.indexOf('#', at + 1)) count += 1
  return count > 200_000
}

/** Each stretch of the text is looked at once, however often the word comes up: a hostile file must not cost more than a long one. */
function* packedObjects(text: string): Generator<Buffer> {
  let seen = 0
  for (const opening of text.matchAll(/stream\r?\n/g)) {
    const before = text.slice(seen, opening.index)
    seen = opening.index + opening[0].length
    if (before.endsWith('end')) continue
    const dictionary = before.slice(Math.max(0, before.lastIndexOf('obj')))
    if (!/\/ObjStm/.test(plainNames(dictionary))) continue
    const end = text.indexOf('endstream', seen)
    yield Buffer.from(end < 0 ? '' : text.slice(seen, end), 'latin1')
  }
}

function unpack(packed: Buffer, room: number): string | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room) }).toString('latin1')
  } catch {
    return undefined
  }
}
