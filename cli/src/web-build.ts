import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OperatorError } from '@ronghe/server/operator-error.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const web = join(root, 'web')
const stamp = join(web, 'dist', 'built-from.txt')

/** What the web app is made of; a change in any of it makes the built one stale. */
const sources = ['web', 'contract/src', 'packages', 'package-lock.json']
const notSources = new Set(['node_modules', 'dist', 'coverage', 'output'])

/** Builds the web app when there is none or when it was built from other sources. @returns whether it was built. */
export async function buildWebIfStale(say: (line: string) => void): Promise<boolean> {
  const now = await fingerprintOf(sources)
  const built = await readFile(stamp, 'utf8').catch(() => '')
  if (built.trim() === now) return false
  say('Building the web app; this happens once after an installation or a change …')
  await runVite()
  await writeFile(stamp, `${now}\n`)
  return true
}

async function fingerprintOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  const add = async (path: string): Promise<void> => {
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined)
    if (!entries) {
      hash.update(`${path}\0`).update(await readFile(join(root, path)))
      return
    }
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const skipped = notSources.has(entry.name) || entry.name.includes('.test.') || entry.name.startsWith('.')
      if (!skipped && (entry.isDirectory() || entry.isFile())) await add(`${path}/${entry.name}`)
    }
  }
  for (const path of paths) await add(path)
  return hash.digest('hex')
}

async function runVite(): Promise<void> {
  let vite: string
  try {
    const manifest = createRequire(join(web, 'package.json')).resolve('vite/package.json')
    vite = join(dirname(manifest), 'bin', 'vite.js')
  } catch {
    throw new OperatorError(
      'The web app is not built and cannot be built here (vite is not installed). Install without --omit=dev, or copy web/dist from a built checkout.',
    )
  }
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: web, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new OperatorError(`The web app could not be built:\n${said.join('').trim()}`)
}
