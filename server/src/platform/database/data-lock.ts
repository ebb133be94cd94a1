import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../../operator-error.ts'

const tenSeconds = 10_000

/**
 * Takes the data folder for this process. Two servers on one folder would each stop the other's database as an orphan.
 * A holder that is still shutting down gets ten seconds; one that was killed counts for nothing.
 */
export async function lockData(data: string, patience = tenSeconds): Promise<{ release(): Promise<void> }> {
  const lock = join(data, 'ronghe.lock')
  const own = `${lock}.${process.pid}`
  await writeFile(own, `${process.pid} ${birth(process.pid)}\n`)
  try {
    for (const started = Date.now(); ; await sleep(200)) {
      // A link either appears whole or not at all: nobody ever reads a half-written lock.
      const taken = await link(own, lock).then(
        () => true,
        () => false,
      )
      if (taken) break
      const holder = await readHolder(lock)
      if (holder && !isAlive(holder)) await discard(lock, holder)
      else if (Date.now() - started > patience) {
        throw new OperatorError(
          `Ronghe is already running on ${data} (process ${holder?.pid ?? 'unknown'}). Stop that one first, or set RONGHE_DATA to another folder.`,
        )
      }
    }
  } finally {
    await rm(own, { force: true })
  }
  return { release: () => rm(lock, { force: true }) }
}

interface Holder {
  readonly pid: number
  readonly birth: string
}

async function readHolder(lock: string): Promise<Holder | undefined> {
  const text = await readFile(lock, 'utf8').catch(() => '')
  const [pid, ...birth] = text.trim().split(' ')
  return pid ? { pid: Number(pid), birth: birth.join(' ') } : undefined
}

/** Moved aside before it is deleted, and put back if it turns out to be someone's fresh lock: two may clear up at once. */
async function discard(lock: string, dead: Holder): Promise<void> {
  const aside = `${lock}.stale.${process.pid}`
  try {
    await rename(lock, aside)
  } catch {
    return
  }
  const moved = await readHolder(aside)
  if (moved && (moved.pid !== dead.pid || moved.birth !== dead.birth)) await link(aside, lock).catch(() => undefined)
  await unlink(aside)
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return birth(holder.pid) === holder.birth
}

/**
 * What tells a process from a later one with the same number (numbers repeat soon in a container): this boot, and the tick
 * the process started at. Elsewhere than on Linux the number alone has to do.
 */
function birth(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name, in brackets, may hold spaces; the start time is the 20th field after it.
    return `${boot} ${fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return 'unknown'
  }
}
