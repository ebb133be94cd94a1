import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { main, type Io } from './command.ts'
import { groupOf, streetVotes } from './s-street.testing.ts'
import { votesCsv } from './write-csv.ts'
import type { Result } from './write-result.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'opinion-bin-'))
afterAll(() => rmSync(folder, { recursive: true }))

const groups = ['voter-id,group', ...[...groupOf].map((pair) => pair.join(','))].join('\n')
const files: Record<string, string> = {
  'votes.csv': [...votesCsv(streetVotes())].join(''),
  'groups.csv': groups,
  'comments.csv': 'comment-id,moderated,comment-body\n2,-1,no\n77,1,new\n',
  'broken.csv': 'timestamp,comment-id,voter-id,vote\n1,5,7,1\n2,5,8,yes\n',
}

/** Runs the command in memory. */
function run(...args: string[]) {
  const said: string[] = []
  const told: string[] = []
  const written: Record<string, string> = {}
  const textOf = (file: string): string => {
    const text = written[file] ?? files[file]
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
    return text
  }
  const io: Io = {
    // What is called large is told to be so.
    bytes: (file) => (file.startsWith('large') ? 2e8 : textOf(file).length),
    read: (file) => [new TextEncoder().encode(textOf(file))],
    write: (file, pieces) => void (written[file] = [...pieces].join('')),
    say: (line) => said.push(line),
    tell: (line) => told.push(line),
  }
  const code = main(args, io)
  Object.assign(files, written)
  return { code, said: said.join('\n'), told: told.join('\n'), written }
}

test('map writes result.json and says what is in it', () => {
  const { code, said, written } = run(
    'map',
    '--votes',
    'votes.csv',
    '--comments',
    'comments.csv',
    '--groups',
    'groups.csv',
    '--out',
    'result.json',
  )
  expect(code).toBe(0)
  expect(said).toMatch(/^result\.json: 80 people, 17 statements, \d+ votes; opinion groups: 60 \+ 20, stability [01]\.\d\d$/)
  const result = JSON.parse(written['result.json']!) as Result
  expect(Object.keys(result)).toEqual(
    expect.arrayContaining([
      'mode',
      'people',
      'statements',
      'votes',
      'center',
      'components',
      'variance',
      'projections',
      'inConversation',
      'groups',
      'stability',
      'consensus',
      'byStatement',
    ]),
  )
  expect(result.byStatement['77']).toMatchObject({ seen: 0, agree: 0, declared: { local: { seen: 0 } } })
  expect(JSON.parse(run('map', '--votes', 'votes.csv', '--out', 'other.json', '--json').said)).toMatchObject({ people: 80, mode: 'ronghe' })
})

test('earlier ids are kept, given groups are reported on, and what is published has no voter in it', () => {
  const { written } = run('map', '--votes', 'votes.csv', '--out', 'first.json')
  files['renamed.json'] = written['first.json']!.replace('"id":0', '"id":5')
  const again = JSON.parse(run('map', '--votes', 'votes.csv', '--previous', 'renamed.json', '--resamples', '0').said) as Result
  expect(again.groups.map(({ id }) => id)).toEqual([5, 1])
  const told = JSON.parse(run('map', '--votes', 'votes.csv', '--opinion-groups', 'groups.csv', '--mode', 'polis').said) as Result
  expect(told.groups.map(({ id, size }) => [id, size])).toEqual([
    ['local', 60],
    ['newcomer', 20],
  ])
  expect(told.groups[0]!.representative.length).toBeGreaterThan(0)
  expect(run('map', '--votes', 'votes.csv', '--publish', '5').said).not.toContain('projections')
})

test('a large file is read without times, and once more with them where votes were changed out of order', () => {
  const rows = ['timestamp,comment-id,voter-id,vote', '5,1,7,1', '9,1,8,1']
  files['large-plain.csv'] = rows.join('\n')
  files['large-changed.csv'] = [...rows, '4,1,7,-1'].join('\n')
  expect(run('map', '--votes', 'large-plain.csv', '--out', 'o.json').told).toBe('')
  const { told, written } = run('map', '--votes', 'large-changed.csv', '--out', 'o.json')
  expect(told).toContain('it is read once more with times')
  expect((JSON.parse(written['o.json']!) as Result).byStatement['1']).toMatchObject({ agree: 2, disagree: 0 })
})

test('next names a statement, the same for the same seed', () => {
  const { code, said } = run('next', '--votes', 'votes.csv', '--groups', 'groups.csv', '--voter', 'new', '--seed', 'a')
  expect(code).toBe(0)
  expect(said).toMatch(/^\d+$/)
  expect(run('next', '--votes', 'votes.csv', '--groups', 'groups.csv', '--voter', 'new', '--seed', 'a').said).toBe(said)
  expect(JSON.parse(run('next', '--votes', 'votes.csv', '--voter', '3', '--json').said)).toHaveProperty('statement')
})

test('what is wrong with a file is said with file, line, column and row', () => {
  expect(run('map', '--votes', 'broken.csv')).toMatchObject({
    code: 1,
    told: 'broken.csv, line 3, column 4: the vote "yes" is not 1, 0 or -1; the row: 2,5,8,yes',
  })
  expect(run('map', '--votes', 'missing.csv')).toMatchObject({ code: 1, told: 'missing.csv cannot be read: ENOENT' })
  expect(run('map', '--votes', 'votes.csv', '--previous', 'groups.csv').code).toBe(1)
})

test('wrong usage ends with 2 and says what is right', () => {
  for (const args of [
    [],
    ['draw'],
    ['map'],
    ['map', '--loud'],
    ['map', 'x', '--votes', 'votes.csv'],
    ['map', '--votes', 'votes.csv', '--mode', 'x'],
    ['map', '--votes', 'votes.csv', '--clusters', '0'],
    ['map', '--votes', 'votes.csv', '--voter', '1'],
    ['next', '--votes', 'votes.csv'],
  ]) {
    const { code, told } = run(...args)
    expect([args, code]).toEqual([args, 2])
    expect(told).toContain('opinion map --votes')
  }
  expect(run('--help')).toMatchObject({ code: 0 })
})

test('the command itself reads and writes files', () => {
  const at = (name: string) => path.join(folder, name)
  for (const name of ['votes.csv', 'groups.csv', 'broken.csv']) writeFileSync(at(name), files[name]!)
  const bin = path.resolve(import.meta.dirname, '..', 'bin', 'opinion.js')
  const command = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' })
  const mapped = command('map', '--votes', at('votes.csv'), '--groups', at('groups.csv'), '--out', at('result.json'))
  expect([mapped.status, mapped.stderr]).toEqual([0, ''])
  expect((JSON.parse(readFileSync(at('result.json'), 'utf8')) as Result).people).toBe(80)
  expect(command('map', '--votes', at('broken.csv')).status).toBe(1)
  expect(command('map', '--votes', at('nowhere.csv')).stderr).toContain('nowhere.csv cannot be read: ENOENT')
  expect(command('map').status).toBe(2)
})
