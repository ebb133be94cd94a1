import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { allocation } from './allocation.ts'
import { ballot } from './ballot.ts'
import { browser } from './browser.ts'
import { city } from './city.ts'
import { hall } from './hall.ts'
import { http } from './http.ts'
import { insight } from './insight.ts'
import { holdsAll, strain, type Bench, type Figures } from './measure.ts'
import { sortition } from './sortition.ts'
import { opinionHttp } from './opinion-http.ts'
import { opinion } from './opinion.ts'
import { start } from './start.ts'
import { street } from './street.ts'
import { tally } from './tally.ts'

const benches: readonly Bench[] = [
  start,
  browser,
  street,
  http,
  opinionHttp,
  sortition,
  opinion,
  allocation,
  tally,
  ballot,
  hall,
  city,
  insight,
]

/** `npm run bench -- <name> [--json]`. @returns the exit code: 1 where the target was missed, 2 where no such benchmark was named. */
export async function main(args: readonly string[]): Promise<number> {
  const [name] = args
  const bench = benches.find((one) => one.name === name)
  if (!bench) {
    console.error(['Which benchmark?', ...benches.map((one) => `  ${one.name.padEnd(10)} ${one.summary}`)].join('\n'))
    return 2
  }
  const { values } = parseArgs({
    args: args.slice(1),
    options: {
      json: { type: 'boolean' },
      ...Object.fromEntries((bench.options ?? []).map((option) => [option, { type: 'string' as const }])),
    },
  })
  const { json = false, ...given } = values as Record<string, string> & { json?: boolean }
  const windows = await bench.run({ values: given, say: (line) => console.error(line) })
  const best = windows.toSorted((one, other) => strain(bench.target, one) - strain(bench.target, other))[0] ?? {}
  const ok = holdsAll(bench.target, best)
  console.log(tableOf(bench, windows, best))
  const result = { name: bench.name, figures: best, target: bench.target, ok }
  const results = join(import.meta.dirname, '..', 'results')
  await mkdir(results, { recursive: true })
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  await writeFile(
    join(results, `${bench.name}.json`),
    `${JSON.stringify({ ...result, windows, machine, at: new Date().toISOString() }, null, 2)}\n`,
  )
  if (json) console.log(JSON.stringify(result))
  return ok ? 0 : 1
}

function tableOf({ name, target }: Bench, windows: readonly Figures[], best: Figures): string {
  const names = Object.keys(best)
  const bound = (figure: string) => {
    const found = target[figure]
    return found ? ('most' in found ? `<= ${found.most}` : `>= ${found.least}`) : ''
  }
  const rows = [
    ['', ...names],
    ...windows.map((figures, index) => [
      `window ${index + 1}${figures === best ? ' *' : ''}`,
      ...names.map((figure) => String(figures[figure] ?? '')),
    ]),
    ['target', ...names.map(bound)],
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return [
    name,
    ...rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')),
  ].join('\n')
}
