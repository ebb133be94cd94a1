import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Passwords of the embedded database, made once. `superuser` is the supervisor's own; the other three are the roles of 09. */
export interface DatabaseSecrets {
  readonly superuser: string
  readonly owner: string
  readonly app: string
  readonly branch: string
}

/** Reads `secrets/database.json` of the data folder, making it on the first start; readable by nobody but who runs Ronghe. */
export async function databaseSecrets(data: string): Promise<DatabaseSecrets> {
  const folder = join(data, 'secrets')
  const file = join(folder, 'database.json')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return JSON.parse(kept) as DatabaseSecrets

  const password = () => randomBytes(24).toString('base64url')
  const made: DatabaseSecrets = { superuser: password(), owner: password(), app: password(), branch: password() }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await writeFile(`${file}.new`, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return made
}

/** One address per role of 09, each with its password. */
export interface DatabaseUrls {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly branchUrl: string
}

/** `socket` is the folder of a socket the server listens on beside the port. */
export function databaseUrls(secrets: DatabaseSecrets, port: number, socket?: string): DatabaseUrls {
  const by = socket ? `?host=${encodeURIComponent(socket)}` : ''
  const url = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/ronghe${by}`
  return {
    ownerUrl: url('ronghe_owner', secrets.owner),
    appUrl: url('ronghe_app', secrets.app),
    branchUrl: url('ronghe_branch', secrets.branch),
  }
}
