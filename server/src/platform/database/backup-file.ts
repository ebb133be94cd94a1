import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { OperatorError } from '../../operator-error.ts'

/**
 * The one file of a backup: gzip over a header line, sections and a manifest line. A section is a line of JSON that says what
 * follows, then chunks (length in decimal, line feed, bytes) closed by `0`. Readable with `gzip -dc` and a pencil, because a
 * backup outlives the program that wrote it.
 */
export interface BackupHeader {
  readonly format: 'ronghe-backup'
  readonly version: 1
  readonly madeAt: string
  readonly postgresql: string
  readonly migrations: readonly { readonly name: string; readonly hash: string }[]
  /** Fingerprints of the keys that the backup needs; the keys themselves are never in it. */
  readonly keys: readonly string[]
  readonly keysIncluded: false
  readonly tables: readonly TableName[]
}

export interface TableName {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}

export type Section = { readonly table: string } | { readonly file: string }

export interface BackupManifest {
  readonly tables: Readonly<Record<string, Counted>>
  readonly files: Readonly<Record<string, Counted>>
  readonly sequences: Readonly<Record<string, { readonly value: string; readonly called: boolean }>>
}

/** For a table `count` is rows, for a file it is bytes; the hash covers the section's bytes. */
export interface Counted {
  readonly count: number
  readonly sha256: string
}

export interface BackupWriter {
  section(head: Section, content: AsyncIterable<Buffer>): Promise<void>
  close(manifest: BackupManifest): Promise<void>
  abandon(): Promise<void>
}

/** The file gets its name only when it is whole and on the disk; only its owner may read it. */
export async function writeBackup(file: string, header: BackupHeader): Promise<BackupWriter> {
  const unfinished = `${file}.unfinished`
  const gzip = createGzip()
  const output = createWriteStream(unfinished, { mode: 0o600 })
  output.on('error', (error) => gzip.destroy(error))
  const written = finished(gzip.pipe(output))
  written.catch(() => undefined) // whoever awaits next meets it
  const write = async (bytes: string | Buffer) => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written])
  }
  await write(`${JSON.stringify(header)}\n`)
  return {
    async section(head, content) {
      await write(`${JSON.stringify(head)}\n`)
      for await (const chunk of content) {
        if (chunk.length === 0) continue
        await write(`${chunk.length}\n`)
        await write(chunk)
      }
      await write('0\n')
    },
    async close(manifest) {
      await write(`${JSON.stringify({ manifest })}\n`)
      gzip.end()
      await written
      const handle = await open(unfinished, 'r+')
      await handle.sync()
      await handle.close()
      await rename(unfinished, file)
    },
    async abandon() {
      gzip.destroy()
      output.destroy()
      await rm(unfinished, { force: true })
    },
  }
}

export interface BackupReader {
  readonly header: BackupHeader
  /** One after the other; the content of a section must be read before the next is asked for. Ends before the manifest. */
  sections(): AsyncGenerator<{ readonly head: Section; readonly content: AsyncGenerator<Buffer> }>
  /** Only once all sections are read. */
  manifest(): BackupManifest
  close(): void
}

/** Opens a backup and reads its header; whatever is not a whole backup is refused with a sentence, here or while reading on. */
export async function readBackup(file: string): Promise<BackupReader> {
  const damaged = (error?: unknown) => {
    const missing = (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
    const says = missing ? `There is no file ${file}.` : `${file} is not a whole Ronghe backup: it is damaged or was cut short.`
    return new OperatorError(says, { cause: error })
  }
  const input = createReadStream(file)
  const gunzip = createGunzip()
  input.on('error', (error) => gunzip.destroy(error))
  const bytes = new ByteReader(input.pipe(gunzip))
  const line = async () => {
    try {
      return JSON.parse((await bytes.line()).toString('utf8')) as unknown
    } catch (error) {
      throw damaged(error)
    }
  }
  const close = () => {
    input.destroy()
    gunzip.destroy()
  }

  const header = (await line()) as BackupHeader | null
  if (header?.format !== 'ronghe-backup') {
    close()
    throw damaged()
  }
  if (header.version !== 1) {
    close()
    throw new OperatorError(`${file} was made by a newer Ronghe; restore it with that release.`)
  }
  let manifest: BackupManifest | undefined

  async function* content(): AsyncGenerator<Buffer> {
    for (;;) {
      const length = (await line()) as number
      if (length === 0) return
      if (!Number.isSafeInteger(length) || length < 0) throw damaged()
      yield await bytes.take(length).catch((error: unknown) => {
        throw damaged(error)
      })
    }
  }
  return {
    header,
    close,
    async *sections() {
      for (;;) {
        const head = (await line()) as Section | { manifest: BackupManifest }
        if ('manifest' in head) {
          manifest = head.manifest
          return
        }
        yield { head, content: content() }
      }
    },
    manifest() {
      if (!manifest) throw new Error('the sections were not read to the end')
      return manifest
    },
  }
}

/** Lines and counted bytes out of a stream of chunks. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  async line(): Promise<Buffer> {
    const parts: Buffer[] = []
    for (;;) {
      const end = this.#held.indexOf(10)
      if (end >= 0) {
        parts.push(this.#held.subarray(0, end))
        this.#held = this.#held.subarray(end + 1)
        return Buffer.concat(parts)
      }
      parts.push(this.#held)
      await this.#more()
    }
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = length; ; await this.#more()) {
      const part = this.#held.subarray(0, missing)
      parts.push(part)
      this.#held = this.#held.subarray(part.length)
      missing -= part.length
      if (missing === 0) return Buffer.concat(parts)
    }
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next()
    if (done) throw new Error('the file ends too early')
    this.#held = value
  }
}
