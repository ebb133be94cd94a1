import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { main, type Io } from './bin.ts'
import { exampleText } from './instances.testing.ts'

const files = new Map<string, string>()
let said: string[] = []
let complained: string[] = []
const io: Io = {
  out: (line) => said.push(line),
  err: (line) => complained.push(line),
  read(file) {
    const text = files.get(file)
    if (text === undefined) throw new Error(`there is no file ${file}`)
    return text
  },
  write: (file, text) => files.set(file, text),
  now: () => 0,
  newSeed: () => 'new seed',
}

beforeEach(() => {
  files.clear()
  files.set('r.csv', exampleText('respondents'))
  files.set('c.csv', exampleText('categories'))
  said = []
  complained = []
})

const draw = (...more: readonly string[]) =>
  main(['draw', '--respondents', 'r.csv', '--categories', 'c.csv', '--seats', '12', '--out', 'out', ...more], io)

test('a draw writes four files that agree with each other', async () => {
  expect(await draw('--seed', 'five dice')).toBe(0)
  const probabilities = files.get('out/probabilities.csv')!.trim().split('\n')
  expect(probabilities[0]).toBe('row,probability,lottery')
  expect(probabilities).toHaveLength(61)
  const [, exact, rounded] = [0, 1, 2].map((column) =>
    probabilities.slice(1).reduce((sum, line) => sum + Number(line.split(',')[column]), 0),
  )
  expect(exact).toBeCloseTo(12, 9)
  expect(rounded).toBeCloseTo(12, 9)
  const lottery = JSON.parse(files.get('out/lottery.json')!)
  expect(lottery).toMatchObject({ seed: 'five dice', of: 1000 })
  const panel = files.get('out/panel.csv')!.trim().split('\n')
  expect(panel[0]).toBe('row,origin,gender,age,area,tenure')
  expect(panel).toHaveLength(13)
  const respondents = exampleText('respondents').trim().split(/\r?\n/)
  for (const line of panel.slice(1)) {
    const row = Number(line.split(',')[0])
    expect(line).toBe(`${row},${respondents[row]}`)
  }
  const report = JSON.parse(files.get('out/report.json')!)
  expect(Object.keys(report)).toEqual(
    expect.arrayContaining(['rule', 'seats', 'pool', 'minimum', 'maximum', 'gini', 'geometricMean', 'neverSelected', 'seconds']),
  )
  expect(await main(['check', '--lottery', 'out/lottery.json', '--respondents', 'r.csv', '--categories', 'c.csv'], io)).toBe(0)
  files.set('out/lottery.json', files.get('out/lottery.json')!.replace('"number": ', '"number": 1'))
  expect(await main(['check', '--lottery', 'out/lottery.json', '--respondents', 'r.csv', '--categories', 'c.csv'], io)).toBe(1)
})

test('a lottery held back has no seed, and dice or a seed pick from it later', async () => {
  expect(await draw('--hold', '--json')).toBe(0)
  expect(files.has('out/panel.csv')).toBe(false)
  const { commitment } = JSON.parse(said[0]!)
  expect(await draw('--seed', 'later')).toBe(0)
  expect(said.join('\n')).toContain(commitment)
  expect(await main(['pick', '--lottery', 'out/lottery.json', '--seed', 'later'], io)).toBe(0)
  const picked = said.at(-1)!
  expect(said.at(-2)).toContain(picked.split(': ')[1])
  expect(await main(['pick', '--lottery', 'out/lottery.json', '--number', '999', '--json'], io)).toBe(0)
  expect(JSON.parse(said.at(-1)!).rows).toHaveLength(12)
  expect(await main(['pick', '--lottery', 'out/lottery.json', '--number', '1000'], io)).toBe(1)
})

test('quotas without a panel are refused with the smallest relaxation', async () => {
  files.set('c.csv', exampleText('categories').replace('area,south,3,5', 'area,south,5,5').replace('area,north,3,4', 'area,north,5,5'))
  expect(await draw()).toBe(1)
  expect(complained.join('\n')).toBe(
    [
      'No panel keeps all quotas.',
      '  the minima of "area" add up to 13, more than the 12 seats',
      'The smallest relaxation that works:',
      complained.join('\n').split('\n').at(-1)!,
    ].join('\n'),
  )
  expect(complained.join('\n')).toMatch(/ {2}area: (north|south): \[5, 5\] -> \[4, 5\]$/)
})

test('replacements: those who stay are on the panel, those who left are not', async () => {
  expect(await draw('--seed', 'one', '--json')).toBe(0)
  const { rows } = JSON.parse(said[0]!) as { rows: number[] }
  const [gone, ...stay] = rows
  expect(await draw('--seed', 'two', '--json', '--chosen', stay.join(','), '--excluded', String(gone))).toBe(0)
  const after = (JSON.parse(said[1]!) as { rows: number[] }).rows
  expect(after).toHaveLength(12)
  expect(stay.every((row) => after.includes(row))).toBe(true)
  expect(after).not.toContain(gone)
})

test('what a quota costs is told', async () => {
  expect(await draw('--seed', 'one', '--cost')).toBe(0)
  const { costs } = JSON.parse(files.get('out/report.json')!)
  expect(costs).toHaveLength(5 + 14)
  expect(costs[0]).toMatchObject({ category: 'origin', feature: null })
  expect(costs[0].leastWithout - costs[0].least).toBeGreaterThan(0.01)
})

test('a row that cannot be used is refused with file, line and column', async () => {
  files.set('r.csv', 'origin,gender,age,area,tenure\nnewcomer,man,45-64,centre,rent\nmars,man,45-64,centre,rent\n')
  expect(await draw()).toBe(1)
  expect(complained).toEqual(['r.csv:3:1: "mars" is no feature of "origin"\n    mars,man,45-64,centre,rent'])
})

test('wrong usage ends with 2 and says what is right', async () => {
  for (const args of [
    [],
    ['sing'],
    ['draw'],
    ['draw', '--respondents', 'r.csv', '--categories', 'c.csv', '--seats', 'x', '--out', 'o'],
    ['draw', '--respondents', 'r.csv', '--categories', 'c.csv', '--seats', '12', '--out', 'o', '--rule', 'mine'],
    ['draw', '--respondents', 'r.csv', '--categories', 'c.csv', '--seats', '12', '--out', 'o', '--one-per-address'],
    ['pick', '--lottery', 'out/lottery.json', '--loud'],
    ['pick', '--lottery', 'out/lottery.json'],
  ]) {
    expect(await main(args, io), args.join(' ')).toBe(2)
    expect(complained.at(-1)).toContain('sortition draw --respondents FILE')
  }
})

test('the command itself runs', () => {
  const bin = path.resolve(import.meta.dirname, '..', 'bin', 'sortition.js')
  const { status, stdout } = spawnSync(process.execPath, [bin, '--help'], { encoding: 'utf8' })
  expect([status, stdout.split(':')[0]]).toEqual([0, 'sortition'])
  expect(
    spawnSync(process.execPath, [bin, 'draw', '--respondents', '/nowhere', '--categories', '/nowhere', '--seats', '1', '--out', '/tmp'], {
      encoding: 'utf8',
    }).stderr.trim(),
  ).toBe('there is no file /nowhere')
})
