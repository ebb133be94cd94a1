import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { rounded, type Bench, type Figures } from './measure.ts'

const root = join(import.meta.dirname, '..', '..')
const elections = join(root, '..', 'shared', 'data', 'pabulib')
const index = join(root, 'packages', 'allocation', 'src', 'index.ts')
const command = join(root, 'packages', 'allocation', 'bin', 'allocation.js')

/** Processor seconds of an exact-rational reference in Python for equal shares with Add1, its start included, where published. */
const known: Readonly<Record<string, number>> = { 'Netherlands_Assen_2024.pb': 1.09, 'Poland_Swiecie_2023.pb': 10.1 }
/** Larger ones beside them, told without a bound. */
const larger = ['Poland_Wieliczka_2023_Green_Budget.pb', 'Netherlands_Amsterdam_309.pb', 'Poland_Warszawa_2020_Ursynow.pb']

interface Case {
  readonly name: string
  /** Reading the file and computing the outcome (cost utility, Add1), in a fresh process once the package is loaded; processor time. */
  readonly seconds: number
  /** A whole run of the command with every explanation, the start of Node included, in seconds of processor time. */
  readonly commandSeconds: number
}

/** P5: Method of Equal Shares with Add1, against the published times of the reference. */
export const allocation: Bench = {
  name: 'allocation',
  summary: 'equal shares with Add1 on real elections in ../shared/data/pabulib, against the published times of an exact reference',
  target: { leastTimesFaster: { least: 20 } },
  async run({ say }) {
    if (!existsSync(elections)) {
      say(`skipped: the elections in ${elections}, which is not there`)
      return []
    }
    const windows: Figures[] = []
    for (let window = 1; window <= 3; window++) {
      const cases = [...Object.keys(known), ...larger].map(measured)
      for (const { name, seconds, commandSeconds } of cases) {
        const reference = known[name]
        const against =
          reference === undefined
            ? ''
            : `; reference ${reference} s: ${rounded(reference / seconds)} and ${rounded(reference / commandSeconds)} times`
        say(`window ${window}: ${name}: ${seconds} s, the command ${commandSeconds} s${against}`)
      }
      windows.push(figuresOf(cases))
    }
    return windows
  },
}

function measured(name: string): Case {
  const file = join(elections, name)
  const computing = `import { readFileSync } from 'node:fs'
    import { readPb, shareEqually } from ${JSON.stringify(new URL(`file://${index}`).href)}
    const started = process.cpuUsage()
    shareEqually(readPb(readFileSync(${JSON.stringify(file)}, 'utf8')), { utility: 'cost' })
    const { user, system } = process.cpuUsage(started)
    process.stderr.write('cpu ' + (user + system) / 1e6)`
  const ending = `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('cpu ' + (user + system) / 1e6) })`
  const whole = ['--import', `data:text/javascript,${encodeURIComponent(ending)}`, command, 'run', file, '--utility', 'cost', '--json']
  return { name, seconds: cpuOf(['--input-type=module', '-e', computing]), commandSeconds: cpuOf(whole) }
}

function cpuOf(args: readonly string[]): number {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`a run failed: ${stderr}`)
  return rounded(Number(/cpu ([\d.]+)$/.exec(stderr)![1]), 3)
}

function figuresOf(cases: readonly Case[]): Figures {
  // The table shows how many; the list is for whoever reads the JSON.
  const list = Object.assign([...cases], { toString: () => String(cases.length) })
  const compared = cases.filter(({ name }) => known[name] !== undefined)
  return {
    leastTimesFaster: rounded(Math.min(...compared.map(({ name, seconds }) => known[name]! / seconds))),
    leastTimesFasterCommand: rounded(Math.min(...compared.map(({ name, commandSeconds }) => known[name]! / commandSeconds))),
    seconds: rounded(
      cases.reduce((sum, one) => sum + one.seconds, 0),
      3,
    ),
    // 04-interfaces names this figure a list of cases, which the numbers of other benchmarks have no type for.
    cases: list as unknown as number,
  }
}
