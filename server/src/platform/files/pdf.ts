import { inflateSync } from 'node:zlib'

/** Names that make a PDF do something, carry something else, or ask for a password (ISO 32000-1, 12.6 Actions, 7.6 Encryption, 7.11 Files). */
const active = /\/(JavaScript|JS|Launch|Encrypt|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE|OpenAction\s*<<|AA\s*<<)(?![A-Za-z])/

const mostInflated = 64 * 1024 * 1024

/**
 * What is wrong with a PDF, if anything. Nothing here renders it; it is kept as it came and given out as a download, so the
 * danger is in the reader's program, and what could start something there is refused. Objects may be packed in streams:
 * those are unpacked and looked through too.
 */
export function pdfFault(bytes: Uint8Array): 'file-unreadable' | 'file-active-pdf' | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  // Readers look for the end mark in the last kilobyte.
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-1024).includes('%%EOF') || !text.includes('startxref')) return 'file-unreadable'
  if (active.test(plainNames(text))) return 'file-active-pdf'
  let room = mostInflated
  for (const packed of objectStreams(text)) {
    const unpacked = inflate(packed, room)
    // What cannot be looked into, or grows without end, is not trusted.
    if (unpacked === undefined || active.test(plainNames(unpacked))) return 'file-active-pdf'
    room -= unpacked.length
  }
  return undefined
}

/** `/J#61vaScript` is a way to write the same name. */
const plainNames = (text: string): string => text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function* objectStreams(text: string): Generator<Buffer> {
  for (const found of text.matchAll(/\/Type\s*\/ObjStm/g)) {
    const start = /stream\r?\n/g
    start.lastIndex = found.index
    const opening = start.exec(text)
    if (!opening) continue
    const end = text.indexOf('endstream', start.lastIndex)
    yield Buffer.from(text.slice(start.lastIndex, end < 0 ? undefined : end), 'latin1')
  }
}

function inflate(packed: Buffer, room: number): string | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room) }).toString('latin1')
  } catch {
    return undefined
  }
}
