import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One erasure, as in the table `erasure`: ids only. */
export interface Erasure {
  readonly streetId: string
  readonly id: string
  readonly subject: string
  readonly subjectId: string
  readonly at: Date
}

/** What was erased in the branch's own house: the word says nothing of it, and it has a table of its own there. */
export const sealedSubject = 'sealed'

/**
 * The second witness of what was erased, beside the table: `erasures.log` in the data folder. The table goes back in time with a
 * restored backup, this file does not, so restore knows what must be forgotten again. On the disk before the erasure is reported done.
 */
export async function noteErasure(data: string, erasure: Erasure): Promise<void> {
  const file = await open(logOf(data), 'a+', 0o600)
  try {
    // A line that a power failure cut short must not run into this one.
    const text = await file.readFile('utf8')
    if (!text.endsWith('\n')) await file.truncate(Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
    await file.write(`${JSON.stringify({ ...erasure, at: erasure.at.toISOString() })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

export async function readErasures(data: string): Promise<readonly Erasure[]> {
  const text = await readFile(logOf(data), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // A last line cut short by a power failure was never reported as done; any other broken line is damage that must be looked at.
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line) => {
    const { at, ...rest } = JSON.parse(line) as Omit<Erasure, 'at'> & { at: string }
    return { ...rest, at: new Date(at) }
  })
}

const logOf = (data: string): string => join(data, 'erasures.log')
