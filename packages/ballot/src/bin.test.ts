import { expect, test } from 'vitest'
import { main } from './bin.ts'
import { seeded } from './elections.testing.ts'

/** The command in a world of its own: files in memory, randomness from a seed. */
function world() {
  const files = new Map<string, Uint8Array>()
  const random = seeded('bin')
  return (...args: readonly string[]) => {
    const out: string[] = []
    const err: string[] = []
    const status = main(args, {
      exists: (file) => files.has(file),
      read: (file) => {
        const content = files.get(file)
        if (!content) throw Object.assign(new Error('absent'), { code: 'ENOENT', path: file })
        return content
      },
      write: (file, content) => void files.set(file, typeof content === 'string' ? new TextEncoder().encode(content) : content),
      folder: () => {},
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      random,
      now: () => 1_795_435_852,
    })
    return { status, out: out.join('\n'), err: err.join('\n'), files }
  }
}

test('a whole election by the command: three trustees, slips, votes, two parts, a result and an archive that verifies', () => {
  const ballot = world()
  const { files } = ballot('--help')
  files.set(
    'plan.json',
    new TextEncoder().encode(
      '{"name":"Lamp","description":"","questions":[{"question":"Where?","answers":["Lane 3","Lane 7"],"min":1,"max":1}]}',
    ),
  )
  for (const step of ['certificate', 'polynomial', 'output'])
    for (const number of ['1', '2', '3'])
      expect(ballot('trustee', step, 'lamp', '--number', number, '--key', `key-${number}`)).toMatchObject({ status: 0, err: '' })
  expect(ballot('setup', 'lamp', '--plan', 'plan.json').out).toMatch(/^election \w{14}, fingerprint /)
  expect(ballot('credentials', 'lamp', '--count', '3', '--slips', 'slips.txt').status).toBe(0)
  const slips = new TextDecoder().decode(files.get('slips.txt')).trim().split('\n')
  const trackers = [
    ['[[1,0]]', slips[0]!],
    ['[[0,1]]', slips[1]!],
    ['[[0,1]]', slips[0]!],
  ].map(([marks, slip]) => ballot('encrypt', 'lamp', '--credential', slip!, '--marks', marks!).out)
  expect(new Set(trackers).size).toBe(3)
  expect(ballot('encrypt', 'lamp', '--credential', slips[0]!, '--marks', '[[1,1]]')).toMatchObject({ status: 1 })
  expect(ballot('encrypt', 'lamp', '--credential', `${slips[0]!.slice(0, -1)}!`, '--marks', '[[1,0]]').err).toBe(
    'Refused: the credential was mistyped.',
  )
  expect(ballot('tally', 'lamp').out).toContain('2 trustees are needed')
  expect(ballot('encrypt', 'lamp', '--credential', slips[2]!, '--marks', '[[1,0]]').err).toBe('Refused: voting has ended.')
  for (const number of ['1', '3']) expect(ballot('trustee', 'part', 'lamp', '--number', number, '--key', `key-${number}`).status).toBe(0)
  expect(ballot('tally', 'lamp').out).toBe('Where?\n  0 Lane 3\n  2 Lane 7')
  const head = ballot('export', 'lamp', '--out', 'lamp.bel').out.replace('head ', '')
  const verified = ballot('verify', 'lamp.bel', '--head', head, '--timestamp', '1795435852', '--json')
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, result: [[0, 2]], trackers })
  files.get('lamp.bel')![4000]! ^= 1
  expect(ballot('verify', 'lamp.bel')).toMatchObject({ status: 1, err: expect.stringContaining('It does not hold') })
})

test('wrong usage and missing files are told in a sentence', () => {
  const ballot = world()
  expect(ballot().status).toBe(2)
  expect(ballot('cast', 'x').status).toBe(2)
  expect(ballot('verify', 'x', '--nonsense').status).toBe(2)
  expect(ballot('setup', 'x').err).toContain('--plan is needed')
  expect(ballot('trustee', 'dance', 'x', '--number', '1', '--key', 'k').status).toBe(2)
  expect(ballot('verify', 'absent.bel')).toMatchObject({ status: 1, err: expect.stringContaining('absent.bel') })
})
