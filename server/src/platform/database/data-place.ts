import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '../../operator-error.ts'
import { canReach, unprivilegedUser, type SystemUser } from './system-user.ts'

/** Where the database of one data folder lives, and as whom it runs. */
export interface DataPlace {
  /** `RONGHE_DATA`, absolute: secrets, keys and files are here in any case. */
  readonly data: string
  /** Holds the binaries and the cluster: the data folder itself, or a folder of /var/lib/ronghe. */
  readonly base: string
  readonly cluster: string
  /** Set only when we are root. */
  readonly user: SystemUser | undefined
}

const elsewhere = '/var/lib/ronghe'

/**
 * As an ordinary user everything lives in the data folder. As root PostgreSQL runs under another account; where that one
 * cannot get through (a checkout under /root), the database goes to /var/lib/ronghe and the file `WHERE` says so. A `WHERE`
 * that leads nowhere stops the start: making a new, empty database would look like losing everything.
 */
export async function findPlace(given: string): Promise<DataPlace> {
  await mkdir(given, { recursive: true, mode: 0o711 })
  const data = await realpath(given)
  const asRoot = process.getuid?.() === 0
  const noted = await readFile(join(data, 'WHERE'), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  )
  if (noted !== undefined) {
    const owner = await ownerOf(join(noted, 'cluster'))
    if (!owner) {
      throw new OperatorError(
        `The database of ${data} is kept in ${noted}, as the file WHERE there says, but it is not there any more. Put it back, ` +
          'or restore a backup into an empty data folder.',
      )
    }
    return { data, base: noted, cluster: join(noted, 'cluster'), user: asRoot ? owner : undefined }
  }

  const cluster = join(data, 'cluster')
  if (!asRoot) return { data, base: data, cluster, user: undefined }

  // A cluster made by an ordinary user keeps its owner when root starts it later.
  const owner = await ownerOf(cluster)
  if (owner && owner.uid !== 0) return { data, base: data, cluster, user: owner }

  const user = await unprivilegedUser()
  // Nothing is in a new folder yet, so letting others walk through it gives nothing away (secrets and keys are 0600 below it).
  if ((await readdir(data)).length === 0) await chmod(data, 0o711)
  if (await canReach(user, data)) return { data, base: data, cluster, user }

  const base = join(elsewhere, createHash('sha256').update(data).digest('hex').slice(0, 16))
  await mkdir(base, { recursive: true, mode: 0o755 })
  if (!(await canReach(user, base))) {
    throw new OperatorError(
      `The user that PostgreSQL runs as can reach neither ${data} nor ${base}. Set RONGHE_DATA to a folder that it can.`,
    )
  }
  return { data, base, cluster: join(base, 'cluster'), user }
}

/** Written only once the cluster is really there, so that a start cut short does not leave a `WHERE` that leads nowhere. */
export async function notePlace(place: DataPlace): Promise<void> {
  if (place.base !== place.data) await writeFile(join(place.data, 'WHERE'), `${place.base}\n`)
}

async function ownerOf(path: string): Promise<SystemUser | undefined> {
  return stat(path).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => undefined,
  )
}
