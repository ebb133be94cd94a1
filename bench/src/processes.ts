import { readdir, readFile } from 'node:fs/promises'

/** What Linux says about processes; on other systems the figures made of it are missing. */
export async function childrenOf(pid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(pids.map(async (name) => [Number(name), Number((await statOf(name))[1])] as const))
  return parents.filter(([, parent]) => parent === pid).map(([child]) => child)
}

/** Kilobytes by proportional set size: memory that processes share is counted once, split between them. */
export async function memoryOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0)
}

/** Seconds of processor time that these processes have taken so far. Ticks are hundredths of a second on every Linux that Node runs on. */
export async function processorSeconds(pids: readonly number[]): Promise<number> {
  const stats = await Promise.all(pids.map((pid) => statOf(String(pid))))
  return stats.reduce((sum, stat) => sum + (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / 100, 0)
}

/** The fields of /proc/<pid>/stat behind the command's name, which may itself hold blanks and brackets. */
const statOf = (pid: string): Promise<readonly string[]> =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(
    (text) => text.slice(text.lastIndexOf(')') + 2).split(' '),
    () => [],
  )
