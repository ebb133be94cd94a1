import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { main } from './bin.ts'
import { published, publishedTest } from './published.testing.ts'

const files: Readonly<Record<string, string>> = {
  'council.blt': '4 2\n5 1 2 0\n4 2 1 0\n3 3 4 0\n1 4 3 0\n0\n"An"\n"Bo"\n"Cai"\n"Du"\n"Council"\n',
  'broken.blt': '4 2\n5 1 2 0\n4 2 9 0\n0\n"An"\n"Bo"\n"Cai"\n"Du"\n"Council"\n',
  'tied.blt': '3 1\n2 1 0\n2 2 0\n2 3 0\n0\n"An"\n"Bo"\n"Cai"\n"Tied"\n',
  'benches.csv': 'candidate,bench\nAn,locals\nBo,locals\nCai,newcomers\nDu,newcomers\n',
  'wrong-benches.csv': 'candidate,bench\nXu,locals\n',
  'roll.csv': 'delegate,bench,vote\nAn,locals,for\nBo,locals,against\nCai,newcomers,for\nDu,newcomers,against\nE,chair,present\n',
}

function run(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  let clock = 0
  const status = main(args, {
    read: (file) => {
      if (file === 'folder.blt') throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
      const text = files[file]
      if (text === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT' })
      return text
    },
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    now: () => (clock += 600),
  })
  return { status, out: out.join('\n'), err: err.join('\n') }
}
const json = (...args: readonly string[]) => JSON.parse(run(...args, '--json').out) as Record<string, unknown>

test('a count prints elected, quota and rounds as JSON', () => {
  expect(json('count', 'council.blt', '--rule', 'scottish')).toMatchObject({
    rule: 'scottish',
    title: 'Council',
    elected: ['An', 'Bo'],
    quota: 5,
    papers: { valid: 13, rejected: 0 },
    start: { votes: { An: 5, Bo: 4, Cai: 3, Du: 1 }, elected: ['An'] },
    rounds: [
      { round: 1, action: 'surplus', candidates: ['An'] },
      { round: 2, action: 'exclusion', candidates: ['Du'], votes: { An: 5, Bo: 4, Cai: 4, Du: 0 } },
      { round: 3, action: 'exclusion', ties: [{ tied: ['Bo', 'Cai'], chosen: 'Cai', by: { kind: 'round', round: 1 } }] },
    ],
  })
  expect(json('count', 'council.blt', '--rule', 'meek')).toMatchObject({ elected: ['An', 'Bo'], quota: 4.333333334 })
  expect(json('count', 'council.blt', '--rule', 'plurality')).toMatchObject({
    elected: ['An', 'Bo'],
    quota: null,
    rounds: [{ votes: { An: 5 } }],
  })
  expect(json('count', 'council.blt', '--rule', 'approval', '--seats', '1')).toMatchObject({
    seats: 1,
    rounds: [{ votes: { An: 9, Bo: 9 } }],
  })
  expect(json('count', 'council.blt', '--rule', 'schulze')).toMatchObject({
    elected: ['An', 'Bo'],
    rounds: [{ condorcetWinner: 'An', preferred: { An: { Bo: 5 } } }],
  })
})

test('benches: as many of each as asked', () => {
  const asked = ['count', 'council.blt', '--rule', 'scottish', '--benches', 'benches.csv', '--bench-seats', 'locals=1,newcomers=1']
  expect(json(...asked)).toMatchObject({ elected: ['An', 'Cai'] })
  expect(run('count', 'council.blt', '--rule', 'scottish', '--benches', 'wrong-benches.csv')).toMatchObject({
    status: 1,
    err: 'wrong-benches.csv:2:1: nobody called Xu stands\n  Xu,locals\n  ^',
  })
})

test('ties: by the order of the paper, or by the lot of a seed, which is the same every time', () => {
  expect(json('count', 'tied.blt', '--rule', 'plurality')).toMatchObject({
    elected: ['An'],
    rounds: [{ ties: [{ by: { kind: 'order' } }] }],
  })
  const drawn = new Set(
    ['1', '2', '3', '4', '5', '6', '7', '8'].map((seed) =>
      String(json('count', 'tied.blt', '--rule', 'plurality', '--seed', seed)['elected']),
    ),
  )
  expect(drawn.size).toBe(3)
  expect(json('count', 'tied.blt', '--rule', 'meek', '--seed', '7')).toEqual(json('count', 'tied.blt', '--rule', 'meek', '--seed', '7'))
})

test('the report in words says who is elected, every round, every tie', () => {
  const { out } = run('count', 'council.blt', '--rule', 'scottish')
  expect(out).toContain('Elected: An, Bo.')
  expect(out).toContain('Round 2: excluded Du\n')
  expect(out).toContain('  Tie for exclusion between Bo, Cai: Cai, by the votes in round 1')
  expect(out).toContain('  An   5.00000\n')
  expect(run('count', 'council.blt', '--rule', 'schulze').out).toContain('  1. An\n  2. Bo')
  expect(run('count', 'council.blt', '--rule', 'approval').out).toContain('  An   9')
  expect(run('count', 'council.blt', '--rule', 'meek', '--picture').out).toMatch(/^<svg [\s\S]*<\/svg>$/)
})

test('a long count says how far it is', () => {
  expect(run('count', 'council.blt', '--rule', 'scottish').err).toContain('round 2 …')
})

test('a file that cannot be read is refused with its place and the row', () => {
  expect(run('count', 'broken.blt', '--rule', 'meek')).toEqual({
    status: 1,
    out: '',
    err: 'broken.blt:3:5: there is no candidate 9: the file has 4\n  4 2 9 0\n      ^',
  })
  expect(run('count', 'absent.blt', '--rule', 'meek')).toMatchObject({ status: 1, err: 'there is no file absent.blt' })
  expect(run('count', 'folder.blt', '--rule', 'meek')).toMatchObject({ status: 1, err: 'folder.blt cannot be read: it is a folder' })
  expect(run('count', 'council.blt', '--rule', 'schulze', '--default', 'Xu')).toMatchObject({ status: 1, err: 'nobody called Xu stands' })
})

test('ballots are converted', () => {
  expect(run('convert', 'council.blt', '--to', 'blt').out).toBe(files['council.blt']!.trimEnd())
  expect(run('convert', 'council.blt', '--to', 'csv').out.split('\n')[1]).toBe('5,1,2,')
})

test('a motion is decided by the roll', () => {
  expect(run('roll-call', 'roll.csv').out).toBe(
    [
      'Tied: the chair decides.',
      '  total: 2 for, 2 against, 1 silent; 5 of 5 present',
      '  locals: 1 for, 1 against; 2 of 2 present',
      '  newcomers: 1 for, 1 against; 2 of 2 present',
      '  quorum: 5 of 4 needed, met',
      '  quorum of locals: 2 of 1 needed, met',
      '  quorum of newcomers: 2 of 1 needed, met',
      '  majority: 2 of 3 needed, not met',
    ].join('\n'),
  )
  expect(json('roll-call', 'roll.csv', '--chair', 'for')).toMatchObject({ kind: 'carried', chairVote: 'for' })
  expect(json('roll-call', 'roll.csv', '--chair', 'for', '--qualified')).toMatchObject({ kind: 'rejected' })
  expect(
    json('roll-call', 'roll.csv', '--quorum', '1/1', '--bench-quorum', 'none', '--majority', 'absolute', '--tie', 'fails'),
  ).toMatchObject({ kind: 'rejected' })
})

test('wrong usage ends with 2 and says what is right', () => {
  for (const args of [
    [],
    ['sing', 'council.blt'],
    ['count'],
    ['count', 'council.blt'],
    ['count', 'council.blt', '--rule', 'dice'],
    ['count', 'council.blt', '--rule', 'meek', '--seats', '0'],
    ['count', 'council.blt', '--rule', 'meek', '--loud'],
    ['count', 'council.blt', '--rule', 'meek', '--bench-seats', 'locals'],
    ['count', 'council.blt', '--rule', 'schulze', '--quorum', '3'],
    ['convert', 'council.blt'],
    ['roll-call', 'roll.csv', '--quorum', 'half'],
    ['roll-call', 'roll.csv', 'council.blt'],
  ]) {
    const { status, out, err } = run(...args)
    expect([args, status, out]).toEqual([args, 2, ''])
    expect(err).toContain('tally count FILE --rule RULE')
  }
  expect(run('--help')).toMatchObject({ status: 0, err: '' })
})

publishedTest('the command itself counts a ward', () => {
  expect(published('scottish_stv', 'glasgow_2007_govan.csv')).toContain('govan')
  const bin = path.resolve(import.meta.dirname, '..', 'bin', 'tally.js')
  const ward = path.resolve(import.meta.dirname, '../../../../shared/data/elections/scottish_stv/glasgow_2007_govan.csv')
  const { status, stdout } = spawnSync(process.execPath, [bin, 'count', ward, '--rule', 'scottish', '--json'], { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ quota: 1913, seats: 4 })
})
