import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '../../operator-error.ts'

const run = promisify(execFile)

/** The account PostgreSQL runs under when we are root, which PostgreSQL itself refuses to be. */
export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** The user `postgres`, else `ronghe`, else a new system user `ronghe`. */
export async function unprivilegedUser(): Promise<SystemUser> {
  const found = (await lookUp('postgres')) ?? (await lookUp('ronghe'))
  if (found) return found
  // Debian, Fedora and Alpine (busybox) each have one of these two.
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'ronghe']],
    ['adduser', ['-S', '-D', '-H', 'ronghe']],
  ]
  for (const [command, args] of ways) {
    await run(command, args).catch(() => undefined)
    const made = await lookUp('ronghe')
    if (made) return made
  }
  throw new OperatorError(
    'PostgreSQL does not run as root, there is no user "postgres", and a user "ronghe" could not be made. Run Ronghe as an ' +
      'ordinary user, or add a system user named "ronghe".',
  )
}

async function lookUp(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Whether `user` may walk into `directory`: every folder on the way must let it through. Supplementary groups are not counted. */
export async function canReach(user: SystemUser, directory: string): Promise<boolean> {
  for (let at = directory; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & execute) === 0) return false
    if (at === dirname(at)) return true
  }
}
