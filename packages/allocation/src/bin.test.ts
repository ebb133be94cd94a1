import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { main } from './bin.ts'

const home = path.resolve(import.meta.dirname, '..')
const street = readFileSync(path.join(home, 's-street.pb'), 'utf8')

function allocation(args: readonly string[], text = street) {
  const said: string[] = []
  const complained: string[] = []
  let time = 0
  const read = (file: string) => {
    if (file === 's-street.pb') return text
    throw Object.assign(new Error(`no such file: ${file}`), { code: 'ENOENT' })
  }
  const code = main(args, { say: (line) => said.push(line), complain: (line) => complained.push(line), read, now: () => (time += 300) })
  return { code, said, complained }
}

test('run prints the winners in order and why; with --json one object', () => {
  const { code, said } = allocation(['run', 's-street.pb', '--rule', 'equal-shares', '--completion', 'none'])
  expect(code).toBe(0)
  expect(said.slice(0, 3)).toEqual([
    '4 of 5 projects funded with 94000 of 100000',
    'every voter had 10000.00 to spend (at first 10000.00)',
    '+ bench  Benches under the plane trees (24,000, 6 votes): funded in round 1; each of its supporters paid 4,000; worth 6 full votes.',
  ])
  const json = JSON.parse(allocation(['run', 's-street.pb', '--json']).said.join('\n')) as Record<string, unknown>
  expect(json).toMatchObject({ winners: ['bench', 'lamp', 'kitchen', 'room'], cost: 94000, budget: 100000, ended: 'over-budget' })
  expect(Object.keys(json['effectiveVotes'] as object)).toEqual(json['winners'])
  expect(json['explanations']).toHaveLength(5)
})

test('greedy and Phragmén', () => {
  const winners = (...args: string[]) =>
    (JSON.parse(allocation(['run', 's-street.pb', '--json', ...args]).said[0]!) as { winners: string[] }).winners
  expect(winners('--rule', 'greedy')).toEqual(['bench', 'lamp', 'stage'])
  expect(winners('--rule', 'greedy', '--no-skip', '--threshold', '5')).toEqual(['bench', 'lamp', 'stage'])
  expect(winners('--rule', 'greedy', '--utility', 'cardinality')).toEqual(['kitchen', 'bench', 'lamp', 'room'])
  expect(winners('--rule', 'phragmen')).toEqual(['kitchen', 'bench', 'room', 'lamp'])
  expect(winners('--groups', 'origin', '--population', 'local=1000,newcomer=9000', '--completion', 'none')).toEqual(['kitchen', 'room'])
})

test('compare shows both groups', () => {
  const { code, said } = allocation(['compare', 's-street.pb', '--groups', 'origin'])
  expect(code).toBe(0)
  expect(said.find((line) => line.startsWith('newcomer'))).toMatch(/^newcomer +4 +0\.0 % +75\.0 % +2\.00 +0\.25 +100\.0 % +0\.0 % +0\.0 %$/)
})

test('a long computation says how far it is, on stderr', () => {
  expect(allocation(['run', 's-street.pb']).complained[0]).toMatch(/^run \d+: with [\d.]+ each, \d+ of 100000 is spent$/)
})

test('check, notes and refusals', () => {
  expect(allocation(['check', 's-street.pb']).said).toEqual(['approval ballots of 10 voters on 5 projects, budget 100000: all right'])
  const noted = allocation(['check', 's-street.pb'], street.replace('vote_type', 'max_length;2\nvote_type'))
  expect(noted.code).toBe(0)
  expect(noted.complained).toHaveLength(6)
  const refused = allocation(['check', 's-street.pb'], street.replace('7;room', '7;gym'))
  expect(refused).toMatchObject({
    code: 1,
    complained: ['s-street.pb: line 28, column 3: the vote names "gym", which is no project\n  7;gym,kitchen;newcomer'],
  })
  expect(allocation(['run', 'elsewhere.pb'])).toMatchObject({ code: 1, complained: ['no such file: elsewhere.pb'] })
  expect(allocation(['run', 's-street.pb', '--utility', 'points'])).toMatchObject({
    code: 1,
    complained: [expect.stringContaining('give no points')],
  })
  expect(allocation(['compare', 's-street.pb', '--groups', 'age']).complained.at(-1)).toContain('VOTES has no column "age"')
})

test('wrong usage ends with 2 and says what is right', () => {
  for (const args of [
    [],
    ['run'],
    ['sing', 's-street.pb'],
    ['run', 's-street.pb', 'more.pb'],
    ['run', 's-street.pb', '--rule', 'lottery'],
    ['run', 's-street.pb', '--loud'],
    ['run', 's-street.pb', '--increment', 'x'],
    ['run', 's-street.pb', '--population', 'local=3'],
    ['compare', 's-street.pb', '--rules', 'greedy'],
  ]) {
    const { code, complained } = allocation(args)
    expect(code, args.join(' ')).toBe(2)
    expect(complained[0]).toContain('allocation run FILE.pb')
  }
})

test('the command runs', () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(home, 'bin', 'allocation.js'), '--help'], { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain('allocation compare')
})
