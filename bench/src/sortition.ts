import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@ronghe/sortition'
import { rounded, type Bench, type Figures } from './measure.ts'

const root = join(import.meta.dirname, '..', '..')
const instances = join(root, '..', 'shared', 'data', 'sortition')

/** Smallest probability of the optimum, and CPU seconds of the Python program most used for it, where both are known. */
const known: Readonly<Record<string, { optimum: number; peerSeconds: number }>> = {
  example_small_20: { optimum: 1 / 10, peerSeconds: 8.9 },
  sf_fixture_22: { optimum: 1 / 11, peerSeconds: 10.3 },
  opendlp_monitoring_30: { optimum: 27 / 91, peerSeconds: 3.1 },
  council_60_12: { optimum: 3 / 19, peerSeconds: 1.4 },
  gss_150_20: { optimum: 2 / 23, peerSeconds: 8.7 },
}

interface Case {
  readonly name: string
  readonly rule: string
  readonly seconds: number
  readonly megabytes: number
  readonly minimum: number
}

/** P4: whole runs of the command, start of Node and of the solver included, in seconds of processor time. */
export const sortition: Bench = {
  name: 'sortition',
  summary: 'the optimal lottery of every instance in ../shared/data/sortition and of 2,000 people for 200 seats, whole runs of the command',
  target: {
    worstShortfall: { most: 1e-5 },
    slowestOfPeer: { most: 1 },
    largePoolSeconds: { most: 2 },
    megabytes: { most: 300 },
  },
  options: ['rule'],
  async run({ values, say }) {
    const rules = values['rule'] === undefined ? ['leximin', 'nash', 'goldilocks'] : [values['rule']]
    const folder = mkdtempSync(join(tmpdir(), 'ronghe-bench-sortition-'))
    try {
      largePool(join(folder, 'seeded_2000_200'))
      const names = existsSync(instances) ? Object.keys(known) : []
      if (names.length === 0) say(`skipped: the instances in ${instances}, which is not there`)
      const places = [...names.map((name) => join(instances, name)), join(folder, 'seeded_2000_200')]
      const windows: Figures[] = []
      for (let window = 1; window <= 3; window++) {
        const cases = places.flatMap((place) => rules.map((rule) => once(place, rule, join(folder, 'out'))))
        for (const { name, rule, seconds, megabytes, minimum } of cases) {
          say(`window ${window}: ${name} ${rule}: ${seconds} s, ${megabytes} MB, least ${minimum.toFixed(6)}`)
        }
        windows.push(figuresOf(cases))
      }
      return windows
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function figuresOf(cases: readonly Case[]): Figures {
  const leximin = cases.filter(({ name, rule }) => rule === 'leximin' && known[name])
  const most = (values: readonly number[]) => (values.length === 0 ? 0 : Math.max(...values))
  // The table shows the sums; the list is for whoever reads the JSON.
  const list = Object.assign(
    cases.map(({ name, rule, ...rest }) => ({ name: `${name} ${rule}`, ...rest })),
    { toString: () => String(cases.length) },
  )
  return {
    worstShortfall: most(leximin.map(({ name, minimum }) => Math.max(0, 1 - minimum / known[name]!.optimum))),
    slowestOfPeer: rounded(most(leximin.map(({ name, seconds }) => seconds / known[name]!.peerSeconds)), 2),
    largePoolSeconds: most(cases.filter(({ name, rule }) => name.startsWith('seeded') && rule === 'leximin').map(({ seconds }) => seconds)),
    megabytes: most(cases.map(({ megabytes }) => megabytes)),
    // 04-interfaces names this figure a list of cases, which the numbers of other benchmarks have no type for.
    cases: list as unknown as number,
  }
}

function once(place: string, rule: string, out: string): Case {
  const name = place.split('/').at(-1)!
  const args = ['draw', '--respondents', join(place, 'respondents.csv'), '--categories', join(place, 'categories.csv')]
  const all = [...args, '--seats', name.split('_').at(-1)!, '--rule', rule, '--seed', 'bench', '--out', out]
  const script = `const { main } = await import(${JSON.stringify(new URL(`file://${join(root, 'packages', 'sortition', 'src', 'bin.ts')}`).href)})
    process.exitCode = await main(${JSON.stringify(all)})
    const { user, system } = process.cpuUsage()
    console.error(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }))`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} ${rule} ended with ${status}: ${stderr}`)
  const { seconds, megabytes } = JSON.parse(stderr.trim().split('\n').at(-1)!) as { seconds: number; megabytes: number }
  const { minimum } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { minimum: number }
  return { name, rule, seconds: rounded(seconds, 2), megabytes: rounded(megabytes), minimum }
}

/** 2,000 volunteers who are no picture of the street, and quotas that are: 120 kinds of people, 200 seats. */
function largePool(place: string): void {
  const random = seededRandom('2,000 people for 200 seats')
  const categories = {
    origin: { newcomer: [50, 30], local: [50, 70] },
    gender: { woman: [51, 58], man: [49, 42] },
    age: { '16-29': [24, 14], '30-44': [27, 24], '45-64': [30, 34], '65+': [19, 28] },
    area: { north: [20, 17], east: [22, 29], south: [18, 14], west: [21, 25], centre: [19, 15] },
    tenure: { rent: [55, 41], own: [45, 59] },
  } as const
  const rows = Array.from({ length: 2000 }, (_, index) => [
    `P${index + 1}`,
    ...Object.values(categories).map((features) => {
      let at = random(100)
      const found = Object.entries(features).find(([, shares]) => (at -= shares[1]) < 0)
      return found![0]
    }),
  ])
  const quotas = Object.entries(categories).flatMap(([category, features]) =>
    Object.entries(features).map(([feature, [share]]) => {
      const slack = category === 'origin' ? 0 : 2
      return [category, feature, 2 * share - slack, 2 * share + slack]
    }),
  )
  const csv = (lines: readonly (readonly unknown[])[]) => `${lines.map((line) => line.join(',')).join('\n')}\n`
  mkdirSync(place)
  writeFileSync(join(place, 'respondents.csv'), csv([['id', ...Object.keys(categories)], ...rows]))
  writeFileSync(join(place, 'categories.csv'), csv([['category', 'feature', 'min', 'max'], ...quotas]))
}
