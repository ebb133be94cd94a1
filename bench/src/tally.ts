import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countMeek, countSchulze, countScottish, readBlt, readElection, writeBlt, type Election } from '@ronghe/tally'
import { rounded, type Bench, type Figures } from './measure.ts'

/** Counting: the published elections where they lie beside the checkout, and papers made up from a seed. Seconds a case, reading apart. */
export const tally: Bench = {
  name: 'tally',
  summary: 'seconds to count: a ward, the published hard cases, and a hundred thousand papers by every transferable and paired rule',
  target: { slowestSeconds: { most: 5 } },
  async run({ say }) {
    const many = papers(100_000, 20, 10)
    const text = writeBlt(many)
    const cases: readonly (readonly [string, () => unknown])[] = [
      ...publishedCases(say),
      ['100,000 papers, 20 for 10: read', () => readBlt(text)],
      ['100,000 papers, 20 for 10: Scottish', () => countScottish(many)],
      ['100,000 papers, 20 for 10: Meek', () => countMeek(many)],
      ['100,000 papers, 20 for 1: Schulze', () => countSchulze(many, { seats: 1 })],
    ]
    const windows: Figures[] = []
    for (let window = 1; window <= 3; window++) {
      const timed = cases.map(([name, count]) => ({ name, seconds: seconds(count) }))
      for (const one of timed) say(`window ${window}: ${one.name}: ${one.seconds} s`)
      windows.push(figuresOf(timed))
    }
    return windows
  },
}

function figuresOf(timed: readonly { readonly name: string; readonly seconds: number }[]): Figures {
  // The table shows how many cases there are; the list is for whoever reads the JSON.
  const cases = Object.assign([...timed], { toString: () => String(timed.length) })
  const slowestSeconds = Math.max(...timed.map(({ seconds: took }) => took))
  // A list of cases is what the benchmarks of the fairness packages print, which the numbers of the others have no type for.
  return { slowestSeconds, cases: cases as unknown as number }
}

function publishedCases(say: (line: string) => void): readonly (readonly [string, () => unknown])[] {
  const folder = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'elections')
  if (!existsSync(folder)) {
    say('No ../shared/data/elections beside the checkout: the published elections are left out.')
    return []
  }
  const read = (...names: readonly string[]): Election => readElection(names.at(-1)!, readFileSync(join(folder, ...names), 'utf8'))
  const ward = read('scottish_stv', 'edinburgh_2017_ward4.csv')
  const hard = read('droop_reference', 'M135.blt')
  const city = read('burlington_2009', 'burlington_2009_aggregated.csv')
  return [
    ['Edinburgh ward 4, 10,399 papers: Scottish', () => countScottish(ward)],
    ['Edinburgh ward 4, 10,399 papers: Meek', () => countMeek(ward)],
    ['M135, 677 papers, 25 for 7: Scottish', () => countScottish(hard)],
    ['M135, 677 papers, 25 for 7: Meek', () => countMeek(hard)],
    ['Burlington, 8,980 papers: Schulze', () => countSchulze(city)],
  ]
}

function seconds(run: () => unknown): number {
  const begun = performance.now()
  run()
  return rounded((performance.now() - begun) / 1000, 4)
}

/** Papers one by one, hardly two alike, the earlier candidates more wanted; the same every time. */
function papers(many: number, candidates: number, seats: number): Election {
  let state = 20261123
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  return {
    title: 'made up',
    seats,
    candidates: Array.from({ length: candidates }, (_, index) => ({ name: `Candidate ${index + 1}` })),
    ballots: Array.from({ length: many }, () => {
      const left = Array.from({ length: candidates }, (_, index) => index)
      const length = 1 + Math.floor(next() * 8)
      const preferences = Array.from({ length }, () => left.splice(Math.floor(next() * next() * left.length), 1))
      return { papers: 1, preferences }
    }),
  }
}
