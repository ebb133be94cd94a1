import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { main, type Io } from './bin.ts'

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
}
const week = {
  volunteers: [{ id: 'chen', available: [{ from: '2026-11-24T18:00', until: '2026-11-24T22:00' }] }],
  shifts: [
    { id: 'a', from: '2026-11-24T19:00', until: '2026-11-24T21:00', min: 1, max: 1 },
    { id: 'b', from: '2026-11-25T19:00', until: '2026-11-25T21:00', min: 1, max: 1 },
  ],
}

beforeEach(() => {
  files.clear()
  files.set('week.json', JSON.stringify(week))
  said = []
  complained = []
})

test('a proposal is printed with its reasons, and what stays open with its own', async () => {
  expect(await main(['assign', 'week.json'], io)).toBe(0)
  expect(said).toEqual(['a: chen (free then; nobody else could)', 'b: 1 missing (1 not free then)'])
})

test('what assign prints, check finds in order; what breaks a rule, it names', async () => {
  await main(['assign', 'week.json', '--json'], io)
  files.set('proposal.json', said[0]!)
  expect(await main(['check', 'week.json', 'proposal.json'], io)).toBe(0)
  files.set('proposal.json', '{"assigned":[{"shift":"b","volunteer":"chen"}]}')
  expect(await main(['check', 'week.json', 'proposal.json'], io)).toBe(1)
  expect(complained).toEqual(['b: chen breaks the rule "away"'])
})

test.each([
  ['{', 'not JSON'],
  ['[]', 'an object with volunteers and shifts'],
  ['{"volunteers":[],"shifts":[{"id":"a"}]}', 'shifts[0].from: a text is needed'],
  ['{"volunteers":[{"id":"a","available":[],"age":3}],"shifts":[]}', 'volunteers[0].age: there is no such field'],
  ['{"volunteers":[{"id":"a","available":[{"from":1}]}],"shifts":[]}', 'volunteers[0].available: a list of {from, until} is needed'],
  ['{"volunteers":[],"shifts":[],"fill":"all"}', 'fill: "minimum" or "maximum"'],
])('a broken file is refused with the place (%#)', async (content, sentence) => {
  files.set('week.json', content)
  expect(await main(['assign', 'week.json'], io)).toBe(1)
  expect(complained.join('\n')).toContain(sentence)
})

test.each([
  [[]],
  [['assign']],
  [['guess', 'week.json']],
  [['assign', 'week.json', '--time-limit', '0']],
  [['assign', 'week.json', '--quick']],
])('wrong usage ends with 2 (%#)', async (args) => {
  expect(await main(args, io)).toBe(2)
})

test('the committed command starts', () => {
  const bin = path.resolve(import.meta.dirname, '../bin/roster.js')
  const { stdout, status } = spawnSync(process.execPath, [bin, '--help'], { encoding: 'utf8' })
  expect(stdout).toContain('roster assign FILE.json')
  expect(status).toBe(0)
})
