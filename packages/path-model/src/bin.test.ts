import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { main, type Io } from './bin.ts'

let content = ''
let said: string[] = []
let complained: string[] = []
const io: Io = { out: (line) => said.push(line), err: (line) => complained.push(line), read: () => content }
const lines = (count: number) => Array.from({ length: count }, (_, at) => `p${at % 5},${at},${(at * 7) % 11},${at + ((at * 5) % 13)}`)

beforeEach(() => {
  content = ['place,a,b,y', ...lines(48)].join('\n')
  said = []
  complained = []
})

test('coefficients are printed with intervals, and the warning last', () => {
  expect(main(['fit', 'data.csv', '--arrows', 'a -> y, b -> y', '--blocks', 'place'], io)).toBe(0)
  expect(said[0]).toBe('48 units')
  expect(said[1]).toMatch(/^a -> y: 0\.\d{3} \(95 % between 0\.\d{3} and [01]\.\d{3}\)$/)
  expect(said.at(-1)).toMatch(/not found in the data/)
})

test('too little data is said with what is missing, and is no failure', () => {
  content = ['place,a,b,y', ...lines(30), 'p1,,3,4'].join('\n')
  expect(main(['fit', 'data.csv', '--arrows', 'a -> y'], io)).toBe(0)
  expect(said).toEqual(['too little data: 30 of 40 units, 10 are missing, 1 left out because something is missing'])
  said = []
  main(['fit', 'data.csv', '--arrows', 'a -> y', '--json'], io)
  expect(JSON.parse(said[0]!)).toMatchObject({ kind: 'tooLittle', units: 30, needed: 40, missing: 10, leftOut: 1 })
})

test.each([
  ['place,a,b,y\np1,1,2', 'line 2 has 3 fields, not 4'],
  ['place,a,b,y\np1,1,2,many', 'line 2, y: "many" is no number'],
  ['place,a,b\np1,1,2', 'there is no column y'],
  ['', 'the file is empty'],
])('a broken file is refused with the place (%#)', (broken, sentence) => {
  content = broken
  expect(main(['fit', 'data.csv', '--arrows', 'a -> y'], io)).toBe(1)
  expect(complained).toEqual([sentence])
})

test('arrows in a ring are refused', () => {
  expect(main(['fit', 'data.csv', '--arrows', 'a -> y, y -> a'], io)).toBe(1)
  expect(complained).toEqual(['arrows lead in a ring: a, y'])
})

test.each([
  [[]],
  [['fit', 'data.csv']],
  [['fit', 'data.csv', '--arrows', 'a -> y', '--resamples', '3']],
  [['guess', 'data.csv', '--arrows', 'a -> y']],
])('wrong usage ends with 2 (%#)', (args) => {
  expect(main(args, io)).toBe(2)
})

test('the committed command starts', () => {
  const bin = path.resolve(import.meta.dirname, '../bin/path-model.js')
  const { stdout, status } = spawnSync(process.execPath, [bin, '--help'], { encoding: 'utf8' })
  expect(stdout).toContain('path-model fit DATA.csv')
  expect(status).toBe(0)
})
