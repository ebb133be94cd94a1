import { Malformed } from './strict-json.ts'

// The old tar that Belenios archives are (specification 4.4): regular files only, everything else fixed. There is one way to write each
// header, so a reader can demand it byte for byte and nothing can hide in a field that nobody looks at. There is no closing block, because an
// archive only ever grows at its end.

export type Entry = { readonly name: string; readonly content: string }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const block = 512

/** @param at seconds since 1970, the same for every file */
export function writeTar(entries: readonly Entry[], at: number): Uint8Array {
  const parts = entries.flatMap(({ name, content }) => {
    const bytes = encoder.encode(content)
    const padded = new Uint8Array(Math.ceil(bytes.length / block) * block)
    padded.set(bytes)
    return [headerOf(name, bytes.length, at), padded]
  })
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** @throws Malformed where the bytes are not what `writeTar` would write */
export function readTar(bytes: Uint8Array): { readonly entries: Entry[]; readonly at: number } {
  const entries: Entry[] = []
  let at: number | undefined
  let offset = 0
  while (offset + block <= bytes.length) {
    const header = bytes.subarray(offset, offset + block)
    const name = String.fromCharCode(...header.subarray(0, 100)).replace(/\0.*$/s, '')
    const size = octal(header.subarray(124, 135))
    at ??= octal(header.subarray(136, 147))
    const written = headerOf(name, size, at)
    if (header.some((byte, index) => byte !== written[index])) throw new Malformed(`the header of ${name} is not as it should be`)
    const end = offset + block + Math.ceil(size / block) * block
    const content = bytes.subarray(offset + block, offset + block + size)
    if (end > bytes.length || bytes.subarray(offset + block + size, end).some((byte) => byte !== 0))
      throw new Malformed(`${name} is cut off or followed by something`)
    entries.push({ name, content: decoded(content, name) })
    offset = end
  }
  if (offset !== bytes.length) throw new Malformed('the archive does not end as it should')
  if (at === undefined) throw new Malformed('the archive is empty')
  return { entries, at }
}

function headerOf(name: string, size: number, at: number): Uint8Array {
  const header = new Uint8Array(block)
  const put = (offset: number, text: string): void => header.set(encoder.encode(text), offset)
  put(0, name)
  put(100, '0000644\0')
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${size.toString(8).padStart(11, '0')}\0`)
  put(136, `${at.toString(8).padStart(11, '0')}\0`)
  put(148, '        ')
  put(156, '0')
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return header
}

function octal(digits: Uint8Array): number {
  const text = String.fromCharCode(...digits)
  if (!/^[0-7]{11}$/.test(text)) throw new Malformed('a header without its numbers')
  return Number.parseInt(text, 8)
}

function decoded(content: Uint8Array, name: string): string {
  try {
    return decoder.decode(content)
  } catch {
    throw new Malformed(`${name} is not UTF-8`)
  }
}
